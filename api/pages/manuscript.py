"""An article's text cut into the pieces a page shows: paragraphs, and in them segments under the same
marks. Pure; the segments and gaps together are the text, whatever the marks.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.layout import gaps
from claims.selector import Place


@dataclass(frozen=True)
class Mark:
    """A place of a claim. A claim may have several, and marks may overlap or nest."""

    start: int
    end: int
    claim_id: int


@dataclass(frozen=True)
class Line:
    """A mark as it passes under a segment. Overlapping marks have different levels; `first` where the
    mark begins here, so that a claim is stepped to once for each place."""

    claim_id: int
    level: int
    first: bool


@dataclass(frozen=True)
class Segment:
    """Words under the same marks, the longest mark first. `sentence` is the number of theirs, from 0 on;
    `closes` where it ends with them, `spot` where something begins with them that is linked to."""

    start: int
    text: str
    lines: tuple[Line, ...] = ()
    sentence: int | None = None
    closes: bool = False
    spot: bool = False


@dataclass(frozen=True)
class Paragraph:
    """`gap` is the white space after it, which is not shown. `claim_ids` are the claims whose first
    place begins in it, in order, and `sentences` the numbers of those that begin in it."""

    segments: tuple[Segment, ...]
    gap: str
    claim_ids: tuple[int, ...]
    sentences: tuple[int, ...]


def set_out(
    text: str, marks: Sequence[Mark], sentences: Sequence[Place] = (), spots: Sequence[int] = ()
) -> list[Paragraph]:
    """The paragraphs of `text` under `marks`, cut where its sentences do and at the `spots` linked to.

    Marks that do not lie inside the text are cut or left out.
    """
    inside = [mark for mark in marks if mark.start < min(mark.end, len(text))]
    spans = _spans(text)
    segments = _segments(text, spans, inside, sentences, frozenset(spots))
    noted = _by_paragraph(spans, _first_places(inside))
    begun = _by_paragraph(spans, {index: place.start for index, place in enumerate(sentences)})
    return [
        Paragraph(tuple(segments[index]), text[end:after], tuple(noted[index]), tuple(begun[index]))
        for index, (_, end, after) in enumerate(spans)
    ]


def _spans(text: str) -> list[tuple[int, int, int]]:
    """(start, end, start of the next one) of each paragraph; the first is empty where the text
    begins with a gap."""
    between = gaps(text)
    starts = [0, *(end for _, end in between)]
    ends = [*between, (len(text), len(text))]
    return [(start, end, after) for start, (end, after) in zip(starts, ends, strict=True)]


def _segments(
    text: str,
    spans: Sequence[tuple[int, int, int]],
    marks: Sequence[Mark],
    sentences: Sequence[Place],
    spots: frozenset[int],
) -> list[list[Segment]]:
    levels = _levels(marks)
    edges = [(place.start, place.end) for place in sentences] + [(mark.start, mark.end) for mark in marks]
    cuts = sorted({at for edge in edges for at in edge} | spots)
    waiting = sorted(levels, key=lambda mark: mark.start, reverse=True)
    cursor = _Cursor(sentences)
    active: list[Mark] = []
    found: list[list[Segment]] = []
    for start, end, _ in spans:
        row: list[Segment] = []
        for low, high in _pieces(start, end, cuts):
            active = [mark for mark in active if mark.end > low]
            while waiting and waiting[-1].start < high:
                active.append(waiting.pop())
            lines = _lines(active, low, high, start, levels)
            at = cursor.at(low)
            closes = at is not None and sentences[at].end == high
            row.append(Segment(low, text[low:high], lines, at, closes, low in spots))
        found.append(row)
    return found


def _pieces(start: int, end: int, cuts: Sequence[int]) -> list[tuple[int, int]]:
    inner = cuts[bisect_right(cuts, start) : bisect_right(cuts, end - 1)] if end > start else []
    bounds = [start, *inner, end]
    return [(low, high) for low, high in pairwise(bounds) if high > low]


def _lines(
    active: Sequence[Mark], low: int, high: int, paragraph: int, levels: dict[Mark, int]
) -> tuple[Line, ...]:
    under = [mark for mark in active if mark.start < high and mark.end > low]
    under.sort(key=lambda mark: (mark.start - mark.end, mark.claim_id))
    return tuple(
        Line(mark.claim_id, levels[mark], first=max(mark.start, paragraph) == low and mark.start >= paragraph)
        for mark in under
    )


def _levels(marks: Sequence[Mark]) -> dict[Mark, int]:
    """The lowest level that no overlapping mark before it has."""
    levels: dict[Mark, int] = {}
    active: list[Mark] = []
    for mark in sorted(set(marks), key=lambda mark: (mark.start, -mark.end, mark.claim_id)):
        active = [other for other in active if other.end > mark.start]
        taken = {levels[other] for other in active}
        levels[mark] = next(level for level in range(len(taken) + 1) if level not in taken)
        active.append(mark)
    return levels


class _Cursor:
    """Which of some places that do not overlap an offset lies in."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._found = sorted((place.start, place.end, index) for index, place in enumerate(places))
        self._starts = [start for start, _, _ in self._found]

    def at(self, offset: int) -> int | None:
        index = bisect_right(self._starts, offset) - 1
        return self._found[index][2] if index >= 0 and self._found[index][1] > offset else None


def _first_places(marks: Sequence[Mark]) -> dict[int, int]:
    first: dict[int, int] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.claim_id)):
        first.setdefault(mark.claim_id, mark.start)
    return first


def _by_paragraph(spans: Sequence[tuple[int, int, int]], places: dict[int, int]) -> list[list[int]]:
    """The keys of `places` by the paragraph in which (or in the gap after which) their offset lies."""
    found: list[list[int]] = [[] for _ in spans]
    starts = [start for start, _, _ in spans]
    for key, at in sorted(places.items(), key=lambda item: (item[1], item[0])):
        found[bisect_right(starts, at) - 1].append(key)
    return found
