"""Who and what a text names: `find_entities(analysis, names) -> tuple[Entity, ...]`.

The grammar of the extraction finds the names that it is sure of. For comparing more counts: "in Mehlbach"
and "die Werft Janssen" name a place and a firm, whatever a dictionary makes of their parts.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import simplemma

from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.proper import is_uninflected
from factcheck.matching.folding import fold
from factcheck.matching.terms import Analysis, Term


class Entity(NamedTuple):
    """A name in its text: its place, its words and whether it is a person's; `located` says that a
    preposition of place stands before it."""

    start: int
    end: int
    exact: str
    keys: tuple[str, ...]
    person: bool
    located: bool


_CAPITAL = re.compile(r"[A-ZÄÖÜ][\w&’'-]+")
_BEFORE_PLACE = re.compile(r"\b(?:in|bei|aus|nach|von|at|from|to|near)\s+$", re.IGNORECASE)
_IN_PLACE = re.compile(r"\b(?:in|im|aus|nach|at|from|near)\s+$", re.IGNORECASE)
_NO_APPOSITION = words(
    "ende anfang mitte millionen million milliarden milliarde mio mrd euro dollar prozent tonnen tonne kilo "
    "kilogramm liter kilometer meter hektar grad jahre jahren stunden tage tagen dutzend uhr seit im mai juni "
    "juli august januar februar märz april september oktober november dezember herr frau"
)
_LEGAL = words("ag gmbh se kg plc inc ltd llc corp co the of der die das von für for and und group")


def find_entities(analysis: Analysis, parsed: list[Sentence]) -> tuple[Entity, ...]:
    """The names of a text in order, none inside another."""
    text = analysis.text
    spans: list[tuple[int, int, bool]] = []
    for sentence in parsed:
        for name in sentence.names:
            start, end = sentence.span((name.first, name.last))
            spans.append((start, end, name.person))
    spans += [(first.start, last.end, False) for first, last in _runs(analysis)]
    spans += _by_place(analysis)
    kept: list[tuple[int, int, bool]] = []
    for span in sorted(spans, key=lambda each: (not each[2], each[0] - each[1])):
        if not any(span[0] < other[1] and other[0] < span[1] for other in kept):
            kept.append(span)
    return tuple(_entity(text, *span) for span in sorted(kept))


def _entity(text: str, start: int, end: int, person: bool) -> Entity:
    exact = re.sub(r"['’]s?$", "", text[start:end])
    pieces = [key_of(piece) for piece in re.findall(r"[\w&-]+", exact)]
    keys = tuple(piece for piece in pieces if piece not in _LEGAL and len(piece) > 1)
    located = _IN_PLACE.search(text, 0, start) is not None
    return Entity(start, end, exact, keys or tuple(pieces), person, located)


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """A name as it is compared: without case, marks and the ending of the genitive."""
    folded = fold(re.sub(r"['’]s?$", "", word))
    return folded[:-1] if len(folded) > 4 and folded.endswith("s") else folded


def _runs(analysis: Analysis) -> list[tuple[Term, Term]]:
    """Terms that are names, those side by side taken together."""
    runs: list[tuple[Term, Term]] = []
    for term in analysis.terms:
        if not term.name or _in_time(term, analysis):
            continue
        if runs and analysis.text[runs[-1][1].end : term.start] == " ":
            runs[-1] = (runs[-1][0], term)
        else:
            runs.append((term, term))
    return runs


def _in_time(term: Term, analysis: Analysis) -> bool:
    return any(term.form in words for words, _ in (*analysis.times, *analysis.relative))


def _by_place(analysis: Analysis) -> list[tuple[int, int, bool]]:
    """Capitals behind a bare preposition of place that no dictionary has, and German nouns right behind
    another noun: "Stadt Lauenfels"."""
    text, found = analysis.text, []
    for match in _CAPITAL.finditer(text):
        if fold(match.group()) in _NO_APPOSITION:
            continue
        behind = _BEFORE_PLACE.search(text, 0, match.start()) is not None
        if (behind and _is_strange(match.group(), analysis.language)) or _is_apposition(match, analysis):
            found.append((match.start(), match.end(), False))
    return found


@lru_cache(maxsize=65536)
def _is_strange(form: str, language: Language) -> bool:
    if language == "en":
        return not simplemma.is_known(form.lower(), lang="en")
    return not simplemma.is_known(form, lang="de") or is_uninflected(form)


_NOUN_BEFORE = re.compile(r"([A-ZÄÖÜ][a-zäöüß]{2,}) $")


def _is_apposition(match: re.Match[str], analysis: Analysis) -> bool:
    if analysis.language == "en":
        return False
    before = _NOUN_BEFORE.search(analysis.text, 0, match.start())
    if before is None or fold(before[1]) in _NO_APPOSITION:
        return False
    return simplemma.is_known(before[1], lang="de") and not simplemma.is_known(before[1].lower(), lang="de")
