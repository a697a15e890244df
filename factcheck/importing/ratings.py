"""The desk's word for the rating of others: `map_rating(words, value, worst, best) -> Verdict | None`.

A table (ratings.tsv) knows what publishers call a verdict in German and English. Words that it has not are
left to the numbers, and these count only where both ends of the scale are given and the value lies between.
Where words and numbers contradict each other there is none: nobody's verdict is guessed.
"""

import re
from functools import lru_cache
from importlib.resources import files

from claims.verdict import Verdict

_OPENING = re.compile(r"[.:;,!?–—(/|\n]|\s-\s")
"""Signs before which a rating may have said all: `False. The picture is from 2012.`"""

_SIGNS = re.compile(r"[^\w\s/-]")
_LEVELS = (Verdict.REFUTED, Verdict.MISLEADING, Verdict.MOSTLY_SUPPORTED, Verdict.SUPPORTED)


def map_rating(
    words: str, value: float | None = None, worst: float | None = None, best: float | None = None
) -> Verdict | None:
    """None where nothing, or nothing that is one thing, is said."""
    counted = _count(value, worst, best)
    known, said = _look_up(words)
    if not known:
        return counted
    if said is None or (counted is not None and _contradict(said, counted)):
        return None
    return said


def _look_up(words: str) -> tuple[bool, Verdict | None]:
    """Whether the table has these words, or those before the first sign, and what they are."""
    for said in (words, _OPENING.split(words.strip(), maxsplit=1)[0]):
        if _plain(said) in _table():
            return True, _table()[_plain(said)]
    return False, None


def _plain(said: str) -> str:
    return " ".join(_SIGNS.sub("", said.casefold()).split())


def _count(value: float | None, worst: float | None, best: float | None) -> Verdict | None:
    """The quarter of the scale, from worst to best, in which the value lies; scales may run either way."""
    if value is None or worst is None or best is None or worst == best:
        return None
    share = (value - worst) / (best - worst)
    return _LEVELS[min(3, int(4 * share))] if 0 <= share <= 1 else None


def _contradict(said: Verdict, counted: Verdict) -> bool:
    """Words and numbers are more than one step apart, or the words know no order and the numbers say true."""
    if said.rank is None or counted.rank is None:
        return counted is Verdict.SUPPORTED
    return abs(said.rank - counted.rank) > 1


@lru_cache(maxsize=1)
def _table() -> dict[str, Verdict | None]:
    found: dict[str, Verdict | None] = {}
    lines = files("factcheck.importing").joinpath("ratings.tsv").read_text("utf-8").splitlines()
    for verdict, *cells in (line.split("\t") for line in lines if not line.startswith("#")):
        for word in (word for cell in cells for word in cell.split(", ")):
            found[_plain(word)] = None if verdict == "-" else Verdict(verdict)
    return found
