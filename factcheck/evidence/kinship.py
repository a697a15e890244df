"""Which words state the same happening: `kin(key, language)`, and which exclude each other: `against`.

For finding claims a word's meaning is enough (factcheck/matching/lexicon.tsv). For comparing, "killed
150 people" and "150 people died" are one happening, and so are "rents fell" and "ein Rückgang der Mieten".
"""

from functools import lru_cache
from importlib.resources import files

from claims.reason import Language
from factcheck.matching.folding import fold
from factcheck.matching.words import find_words

Groups = frozenset[int]
NOBODY: Groups = frozenset()
COUNTED_FROM = 200
"""From this number on the groups are of things that are counted."""


def kin(key: str, language: Language) -> Groups:
    """The groups that a word belongs to, by its key."""
    return _words(language).get(key, NOBODY)


def against(groups: Groups) -> Groups:
    """The groups that one of these excludes."""
    return frozenset(other for number in groups for other in _excluded().get(number, NOBODY))


@lru_cache(maxsize=1)
def _rows() -> list[list[str]]:
    lines = files("factcheck.evidence").joinpath("kin.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=2)
def _words(language: Language) -> dict[str, Groups]:
    found: dict[str, set[int]] = {}
    for row in _rows():
        for form in row[1 if language == "de" else 2].split(", "):
            keys = {"".join(word.key for word in find_words(form, language)), fold(form)}
            for key in keys:
                found.setdefault(key, set()).add(int(row[0]))
    return {key: frozenset(numbers) for key, numbers in found.items()}


@lru_cache(maxsize=1)
def _excluded() -> dict[int, Groups]:
    found: dict[int, set[int]] = {}
    for row in _rows():
        if len(row) > 3:
            one, other = int(row[0]), int(row[3])
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {number: frozenset(others) for number, others in found.items()}
