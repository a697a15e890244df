"""The German-English lexicon of news words: `concepts(key, language)` and what contradicts what.

The table (lexicon.tsv) holds one concept a line, with its words in both languages; its number is the
concept's, so that a text in one language finds claims in the other. opposites.tsv pairs concepts.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from claims.reason import Language
from factcheck.matching.folding import fold
from factcheck.matching.words import find_words

_FOLDER = files("factcheck.matching")

Concepts = frozenset[int]
NOTHING: Concepts = frozenset()

_ABBREVIATION = 6
"""Shorter than this, a word may be an abbreviation, which in capitals keeps its form (AI)."""


class Entry(NamedTuple):
    """One line: the words of one concept in their dictionary forms."""

    german: tuple[str, ...]
    english: tuple[str, ...]
    is_name: bool


class Vocabulary(NamedTuple):
    """One language's way into the table: words, and phrases by their first word, all as keys."""

    words: dict[str, Concepts]
    phrases: dict[str, list[tuple[tuple[str, ...], int]]]


def read_entries() -> list[Entry]:
    """The table, in its order."""
    rows = [line.split("\t") for line in _lines("lexicon.tsv")]
    return [Entry(_words(row[0]), _words(row[1]), row[2:] == ["name"]) for row in rows]


def read_opposites() -> list[tuple[str, str]]:
    """The pairs of German words that contradict each other."""
    return [(row[0], row[1]) for row in (line.split("\t") for line in _lines("opposites.tsv"))]


def _lines(name: str) -> Iterator[str]:
    for line in _FOLDER.joinpath(name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _words(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(", "))


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Changes with the tables: an index that was built with others is out of date."""
    digest = hashlib.sha256()
    for name in ("lexicon.tsv", "opposites.tsv"):
        digest.update(_FOLDER.joinpath(name).read_bytes())
    return digest.hexdigest()[:16]


@lru_cache(maxsize=2)
def vocabulary(language: Language) -> Vocabulary:
    """All words and phrases of one language."""
    words: dict[str, set[int]] = defaultdict(set)
    phrases: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for number, entry in enumerate(read_entries()):
        for form in entry.german if language == "de" else entry.english:
            keys = tuple(word.key for word in find_words(form, language))
            words["".join(keys)].add(number)
            if len(keys) == 1 and len(form) < _ABBREVIATION:
                words[fold(form)].add(number)
            if len(keys) > 1:
                phrases[keys[0]].append((keys, number))
    return Vocabulary({key: frozenset(found) for key, found in words.items()}, dict(phrases))


def concepts(key: str, language: Language) -> Concepts:
    """The concepts that a word has, by its key."""
    return vocabulary(language).words.get(key, NOTHING)


@lru_cache(maxsize=1)
def names() -> Concepts:
    """The concepts that are names of places and peoples."""
    return frozenset(number for number, entry in enumerate(read_entries()) if entry.is_name)


@lru_cache(maxsize=1)
def _opposed() -> dict[int, Concepts]:
    lines: dict[str, set[int]] = defaultdict(set)
    for number, entry in enumerate(read_entries()):
        for word in entry.german:
            lines[word].add(number)
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in read_opposites():
        for a in lines[one]:
            for b in lines[other] - lines[one]:
                found[a].add(b)
                found[b].add(a)
    return {number: frozenset(others) for number, others in found.items()}


@lru_cache(maxsize=4096)
def opposites(of: Concepts) -> Concepts:
    """The concepts that contradict one of these."""
    return frozenset(other for number in of for other in _opposed().get(number, NOTHING))
