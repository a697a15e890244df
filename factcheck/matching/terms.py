"""A text as it is compared: `analyse(text, language) -> Analysis`.

Terms are its words with the lexicon's concepts and their compound parts; quantities and times are
read by the grammar that reads the articles.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from threading import Lock
from typing import NamedTuple

from claims.quantity import Quantity
from claims.reason import Language
from factcheck.extraction.quantities import find_quantities
from factcheck.extraction.tags import FINITE, INFINITIVE, PARTICIPLE, PERHAPS_FINITE
from factcheck.extraction.times import find_times
from factcheck.extraction.tokens import tag_tokens
from factcheck.matching import lexicon
from factcheck.matching.lexicon import NOTHING, Concepts
from factcheck.matching.names import find_names
from factcheck.matching.stopwords import COUNTING, LINKING_VERBS
from factcheck.matching.words import Word, find_words

VERSION = 2
"""Grows when texts are analysed differently, so that indexes are built anew."""

REFERENCE = date(2022, 6, 15)
"""The day from which `last year` is counted on both sides, where only that makes two texts comparable."""

_NEGATION = re.compile(
    r"\b(?:nicht(?! nur)|nichts|kein(?:e[nmrs]?)?|nie|niemals|niemand\w*|keines(?:wegs|falls)|weder|"
    r"not(?! only)|no|nothing|nobody|none|never|neither|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)


_VERBAL = frozenset({FINITE, PERHAPS_FINITE, PARTICIPLE, INFINITIVE})

SHORTEST_ALIKE = 5
"""Letters that a word has to have before looks say anything."""


class Term(NamedTuple):
    """A word or a phrase of the lexicon. `verb`: it may state what happened."""

    start: int
    end: int
    form: str
    key: str
    concepts: Concepts = NOTHING
    parts: tuple[str, ...] = ()
    part_concepts: Concepts = NOTHING
    name: bool = False
    verb: bool = False
    skeleton: str = ""
    """What another language may spell alike, see `skeleton`."""


class Places(NamedTuple):
    """Where among the terms of a text stands what another text may have too: the first place of each key,
    concept, part, concept of a part and skeleton, and by their first three letters all those that may be told
    by their look."""

    keys: dict[str, int]
    concepts: dict[int, int]
    parts: dict[str, int]
    part_concepts: dict[int, int]
    skeletons: dict[str, int]
    looks: dict[str, list[int]]


@dataclass(frozen=True)
class Analysis:
    """What can be compared of a text. `times` are those dated by their own words, `relative` those that
    count from the day of writing, dated as if written on REFERENCE."""

    text: str
    language: Language
    terms: tuple[Term, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[tuple[str, str], ...]
    relative: tuple[tuple[str, str], ...]
    negations: tuple[int, ...]
    """Where the words that deny end, in code points."""
    sequence: tuple[str, ...]
    """The keys of all words in order."""
    sentence: bool
    """Whether it has function words, as sentences have and lists of keywords have not."""

    @cached_property
    def where(self) -> Places:
        """Read once, and in one go: every claim that is held against a question is asked for it."""
        found = Places({}, {}, {}, {}, {}, {})
        for at, term in enumerate(self.terms):
            found.keys.setdefault(term.key, at)
            if term.skeleton:
                found.skeletons.setdefault(term.skeleton, at)
            if len(term.key) >= SHORTEST_ALIKE:
                found.looks.setdefault(term.key[:3], []).append(at)
            for number in term.concepts:
                found.concepts.setdefault(number, at)
            for part in term.parts:
                found.parts.setdefault(part, at)
            for number in term.part_concepts:
                found.part_concepts.setdefault(number, at)
        return found

    @property
    def places(self) -> dict[str, int]:
        """Where each key stands among the terms."""
        return self.where.keys

    @property
    def part_places(self) -> dict[str, int]:
        """Where each part of a compound does."""
        return self.where.parts

    @property
    def concept_places(self) -> dict[int, int]:
        """Where each concept does."""
        return self.where.concepts


_MOST = 6_000
"""Analyses that a process remembers, some ten kilobytes each."""

_known: dict[tuple[str, Language], Analysis] = {}
_forgetting = Lock()


def analyse(text: str, language: Language) -> Analysis:
    """Everything about `text` that can be compared. Pure; what was analysed not long ago is remembered."""
    found = _known.get((text, language))
    return found if found is not None else remember(_analyse(text, language))


def remember(analysis: Analysis) -> Analysis:
    """Have `analyse` give this one for its text, which the index kept."""
    _known[analysis.text, analysis.language] = analysis
    if len(_known) > _MOST:
        with _forgetting:
            for key in list(_known)[: len(_known) - _MOST + _MOST // 4]:
                _known.pop(key, None)
    return analysis


def _analyse(text: str, language: Language) -> Analysis:
    words = find_words(text, language)
    names = find_names(words, text, language)
    verbs = frozenset(
        token.start for token in tag_tokens(text, 0, len(text), language) if token.tag in _VERBAL
    )
    times = find_times(text, language)
    absolute = {time.exact: time.edtf for time in times if time.edtf}
    counted = find_times(text, language, REFERENCE) if any(time.edtf is None for time in times) else ()
    dated = [(time.exact, time.edtf) for time in counted if time.edtf]
    return Analysis(
        text=text,
        language=language,
        terms=tuple(_marked(_terms(words, names, language), verbs, language)),
        quantities=tuple(find_quantities(text, language)),
        times=tuple(absolute.items()),
        relative=tuple(pair for pair in dated if pair[0] not in absolute),
        sequence=tuple(word.key for word in words),
        sentence=5 * sum(word.stop and word.key not in COUNTING for word in words) >= len(words),
        negations=tuple(match.end() for match in _NEGATION.finditer(text)),
    )


def _terms(words: list[Word], names: frozenset[int], language: Language) -> list[Term]:
    found: list[Term] = []
    at = 0
    while at < len(words):
        length, numbers = _phrase(words, at, language)
        if numbers:
            found.append(_join(words[at : at + length], numbers, language))
        elif not words[at].stop:
            found.append(_term(words[at], at in names, language))
        at += max(length, 1)
    return found


def _marked(terms: list[Term], verbs: frozenset[int], language: Language) -> Iterator[Term]:
    linking = LINKING_VERBS[language]
    for term in terms:
        states = term.start in verbs and not term.name and term.key not in linking
        yield term._replace(verb=True) if states else term


def _phrase(words: list[Word], at: int, language: Language) -> tuple[int, Concepts]:
    """The longest phrase of the lexicon that begins here: its length and concepts."""
    best, numbers = 0, NOTHING
    for keys, number in lexicon.vocabulary(language).phrases.get(words[at].key, ()):
        length = len(keys)
        if length >= best and keys == tuple(word.key for word in words[at : at + length]):
            numbers = numbers | {number} if length == best else frozenset({number})
            best = length
    return best, numbers


def _join(words: list[Word], numbers: Concepts, language: Language) -> Term:
    """A phrase of the lexicon; its words are what parts are to a compound."""
    parts = tuple(word.key for word in words if not word.stop)
    return Term(
        start=words[0].start,
        end=words[-1].end,
        form=" ".join(word.form for word in words),
        key="".join(word.key for word in words),
        concepts=numbers,
        parts=parts,
        part_concepts=_concepts(parts, language),
        name=bool(numbers & lexicon.names()),
        skeleton=skeleton("".join(word.key for word in words)),
    )


def _concepts(keys: tuple[str, ...], language: Language) -> Concepts:
    return frozenset(number for key in keys for number in lexicon.concepts(key, language))


def _term(word: Word, name: bool, language: Language) -> Term:
    own = lexicon.concepts(word.key, language)
    parts = () if own and "-" not in word.form else word.parts
    return Term(
        start=word.start,
        end=word.end,
        form=word.form,
        key=word.key,
        concepts=own,
        parts=parts,
        part_concepts=_concepts(parts, language),
        name=name,
        skeleton=skeleton(word.key),
    )


_ALIKE = (
    ("sch", "s"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("qu", "k"),
    ("x", "ks"),
    ("c", "k"),
    ("z", "k"),
)
_SAME = str.maketrans("yvwj", "iffi")
_VOWELS = str.maketrans("", "", "aeiou")


@lru_cache(maxsize=65536)
def skeleton(key: str) -> str:
    """The first consonants of a word as German and English spell them alike: `kapazitat` and `capacity`.

    Empty for short words, which would meet by chance.
    """
    if len(key) < 6:
        return ""
    for theirs, ours in _ALIKE:
        key = key.replace(theirs, ours)
    key = re.sub(r"(.)\1", r"\1", key.translate(_SAME))
    bare = key[0] + key[1:].translate(_VOWELS)
    return bare[:5] if len(bare) > 3 else ""
