"""Analyses as the index keeps them, so that a question need not read sixty claims anew: `pack`, `unpack`.

JSON without names, and without what is as it mostly is. The index' folder is named for the version of the
analysis, so nothing that was packed by another one is ever unpacked.
"""

import json
from functools import lru_cache
from typing import Any

from pydantic_core import from_json

from claims.quantity import Quantity
from factcheck.matching.lexicon import NOTHING
from factcheck.matching.terms import Analysis, Term, skeleton

_MOST = 2_000
"""Analyses that a process remembers as they were packed, some ten kilobytes each."""


def pack(analysis: Analysis) -> bytes:
    """The analysis with its text."""
    said = [
        analysis.text,
        analysis.language,
        [_pack_term(term, analysis.text) for term in analysis.terms],
        [quantity.model_dump(mode="json", exclude_defaults=True) for quantity in analysis.quantities],
        analysis.times,
        analysis.relative,
        analysis.negations,
        " ".join(analysis.sequence),
        int(analysis.sentence),
    ]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(_MOST)
def unpack(packed: bytes) -> Analysis:
    """What was packed. A claim's page meets the same ones at each look."""
    text, language, terms, quantities, times, relative, negations, sequence, sentence = from_json(packed)
    return Analysis(
        text=text,
        language=language,
        terms=tuple([_unpack_term(told, text) for told in terms]),
        quantities=tuple([Quantity.model_validate(told) for told in quantities]),
        times=tuple([(exact, edtf) for exact, edtf in times]),
        relative=tuple([(exact, edtf) for exact, edtf in relative]),
        negations=tuple(negations),
        sequence=tuple(sequence.split(" ")) if sequence else (),
        sentence=bool(sentence),
    )


def _pack_term(term: Term, text: str) -> list[Any]:
    """Place, key, marks, concepts; then, where there are any, parts and their concepts; then the form where
    it does not stand in the text like this."""
    own = "" if term.form == text[term.start : term.end] else term.form
    marks = term.name + 2 * term.verb
    told = [term.start, term.end, term.key, marks, sorted(term.concepts)]
    if own:
        return [*told, term.parts, sorted(term.part_concepts), own]
    return [*told, term.parts, sorted(term.part_concepts)] if term.parts or term.part_concepts else told


def _unpack_term(told: list[Any], text: str) -> Term:
    start, end, key, marks, concepts, *more = told
    return Term(
        start,
        end,
        more[2] if len(more) > 2 else text[start:end],
        key,
        frozenset(concepts) if concepts else NOTHING,
        tuple(more[0]) if more else (),
        frozenset(more[1]) if more else NOTHING,
        bool(marks & 1),
        bool(marks & 2),
        skeleton(key),
    )
