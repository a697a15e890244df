"""What of an article no claim answers for: numbers, names and quotations outside all claims.

Pure. A name is answered for where a claim has it anywhere, also by a part of it: whether it is spelt right is
asked once. Words of one or two between quotation marks are no quotation.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from claims.reason import Language
from claims.selector import Place
from factcheck.extraction.names import find_names
from factcheck.extraction.quantities import find_quantities
from factcheck.extraction.quotations import find_quotations
from factcheck.extraction.sentences import split_sentences
from factcheck.extraction.tokens import Token, tag_tokens

_SHORTEST_QUOTATION = 3
_TEXTS = 64
"""Texts that a process remembers as read: a manuscript is looked at over and over."""


class Loose(StrEnum):
    NUMBER = "number"
    NAME = "name"
    QUOTATION = "quotation"


@dataclass(frozen=True)
class LooseEnd:
    """Words of the article that nobody answered for."""

    kind: Loose
    place: Place
    text: str


def find_loose_ends(
    text: str, language: Language, answered: Iterable[Place], names: Iterable[str]
) -> list[LooseEnd]:
    """In the order of the text. `answered` are the places of claims and of sentences that a person set aside,
    `names` those that claims state."""
    taken, read = _Places(answered), _read(text, language)
    found = [LooseEnd(Loose.NUMBER, place, _words(text, place)) for place in read.numbers]
    found += [LooseEnd(Loose.QUOTATION, place, _words(text, place)) for place in read.quotations]
    found = [end for end in found if not taken.touch(end.place)]
    found += _loose_names(text, read.names, taken, names)
    return sorted(found, key=lambda end: (end.place.start, end.kind))


class _Read(NamedTuple):
    """What a text has that somebody should answer for; names with all their places."""

    numbers: tuple[Place, ...]
    names: Mapping[str, list[Place]]
    quotations: tuple[Place, ...]


@lru_cache(_TEXTS)
def _read(text: str, language: Language) -> _Read:
    sentences = [tag_tokens(text, at.start, at.end, language) for at in split_sentences(text, language)]
    numbers = tuple(Place(start=found.start, end=found.end) for found in find_quantities(text, language))
    return _Read(numbers, _names(sentences, language), tuple(_quotations(sentences, language)))


class _Places:
    """Places, asked whether one of them touches another."""

    def __init__(self, places: Iterable[Place]) -> None:
        merged: list[tuple[int, int]] = []
        for place in sorted(places, key=lambda place: place.start):
            if merged and place.start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(merged[-1][1], place.end))
            else:
                merged.append((place.start, place.end))
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def touch(self, place: Place) -> bool:
        return bisect_right(self._ends, place.start) < bisect_left(self._starts, place.end)


def _loose_names(
    text: str, places: Mapping[str, list[Place]], taken: _Places, names: Iterable[str]
) -> Iterator[LooseEnd]:
    stated = {word for name in names for word in name.casefold().split()}
    for name_text, where in places.items():
        known = any(map(taken.touch, where)) or stated.issuperset(name_text.casefold().split())
        if not known:
            stated |= set(name_text.casefold().split())
            yield LooseEnd(Loose.NAME, where[0], _words(text, where[0]))


def _names(sentences: Sequence[list[Token]], language: Language) -> Mapping[str, list[Place]]:
    places: dict[str, list[Place]] = {}
    for tokens, of_sentence in zip(sentences, find_names(sentences, language), strict=True):
        for name in of_sentence:
            place = Place(start=tokens[name.first].start, end=tokens[name.last - 1].end)
            places.setdefault(name.text, []).append(place)
    return places


def _quotations(sentences: Sequence[list[Token]], language: Language) -> Iterator[Place]:
    for tokens, parts in zip(sentences, find_quotations(sentences, language), strict=True):
        for part in parts:
            if part.last - part.first >= _SHORTEST_QUOTATION:
                yield Place(start=tokens[part.first].start, end=tokens[part.last - 1].end)


def _words(text: str, place: Place) -> str:
    return " ".join(text[place.start : place.end].split())
