"""Claims and queries as the index sees them: terms without a language.

`w:` stands before a dictionary form, `c:` before a concept of the lexicon, `k:` before the consonants
of a word that German and English may share, `n:` before a value and `y:` before a year.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claims.reason import Language
from factcheck.matching import lexicon
from factcheck.matching.names import find_names
from factcheck.matching.terms import Analysis, Term
from factcheck.matching.words import Word, find_words


class Wanted(NamedTuple):
    """One thing a query asks for: the terms that may answer it, each with how much it counts."""

    alternatives: tuple[tuple[str, float], ...]


CONTEXT = (("around", 0.3), ("topics", 0.4))
"""What a word counts that stands near the claim, or in its article's topics."""

_CONCEPT = 0.8
_PART = 0.6
_PART_CONCEPT = 0.45
_COGNATE = 0.35
_MANY = 48
"""Terms of a long text that are asked for: the rarest say most, and each costs time."""
_TOPICS = 25
_BEFORE, _AFTER = 250, 100
"""Code points around a claim that tell what it speaks of."""


def document_terms(analysis: Analysis) -> list[str]:
    """All terms of a claim, each as often as it occurs."""
    found = [name for term in analysis.terms for name, _ in _alternatives(term)]
    return found + list(slot_terms(analysis))


def wanted(analysis: Analysis) -> list[Wanted]:
    """What a query asks for, each thing once."""
    unique = {term.key: Wanted(tuple(_alternatives(term))) for term in analysis.terms}
    slots = [Wanted(((name, 1.0),)) for name in dict.fromkeys(slot_terms(analysis))]
    return [*slots, *unique.values()][:_MANY]


def _alternatives(term: Term) -> Iterator[tuple[str, float]]:
    yield f"w:{term.key}", 1.0
    for number in sorted(term.concepts):
        yield f"c:{number}", _CONCEPT
    for part in term.parts:
        yield f"w:{part}", _PART
    for number in sorted(term.part_concepts):
        yield f"c:{number}", _PART_CONCEPT
    if term.skeleton:
        yield f"k:{term.skeleton}", _COGNATE


def slot_terms(analysis: Analysis) -> Iterator[str]:
    """Values and years."""
    for quantity in analysis.quantities:
        yield f"n:{abs(quantity.value):.6g}"
        if quantity.upper is not None:
            yield f"n:{abs(quantity.upper):.6g}"
    for _, edtf in analysis.times:
        yield from {f"y:{part.lstrip('-')[:4]}" for part in edtf.split("/") if part[:4].isdigit()}


@lru_cache(maxsize=256)
def topics(title: str, text: str, language: Language) -> tuple[str, ...]:
    """What an article is about: the words of its title and the names it repeats most."""
    words = _words(text, language)
    named = Counter(words[at].key for at in find_names(words, text, language))
    often = [key for key, _ in named.most_common(_TOPICS)]
    return _context([*_keys(title, language), *often], language)


def surroundings(text: str, start: int, end: int, language: Language) -> tuple[str, ...]:
    """The words around a claim in its article: what its pronouns may stand for."""
    words = _words(text, language)
    first = bisect_left(words, start - _BEFORE, key=_begins)
    around = words[first : bisect_left(words, end + _AFTER, key=_begins)]
    keys = [word.key for word in around if not word.stop and not start <= word.start < end]
    return _context(keys, language)


@lru_cache(maxsize=64)
def _words(text: str, language: Language) -> list[Word]:
    """Each article's words are looked up once, however many claims it has."""
    return find_words(text, language)


def _begins(word: Word) -> int:
    return word.start


def _keys(text: str, language: Language) -> list[str]:
    return [word.key for word in find_words(text, language) if not word.stop]


def _context(keys: list[str], language: Language) -> tuple[str, ...]:
    """Keys and their concepts, as terms."""
    numbers = [f"c:{number}" for key in keys for number in sorted(lexicon.concepts(key, language))]
    return tuple(dict.fromkeys([*(f"w:{key}" for key in keys), *numbers]))
