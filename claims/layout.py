"""Where in a text a reader finds a place: its page and its paragraph. Pure."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What str.splitlines goes by."""

_ENDINGS = tuple(".!?:…\"'“”»«)")
_NARROWEST, _WIDEST = 45, 120
"""Widths, in characters, to which people and programs wrap the lines of a plain text."""

_LONG = 0.9
"""The share of lines that are no longer than the width: an address in a line of its own may be."""

_FULL = 2 / 3
"""The share of wrapped lines that have no room for the next word."""


class Spot(NamedTuple):
    """`page` and `paragraph` count from 1; `page` is None in a text without pages."""

    page: int | None
    paragraph: int


class Layout:
    """The pages and paragraphs of one text, for many places in it.

    `pages` are the offsets at which its pages begin, in order.
    """

    def __init__(self, text: str, pages: Sequence[int] = ()) -> None:
        self._pages = pages
        # the gap that a text begins with stands before its first paragraph, not after an empty one
        self._starts = [end for start, end in gaps(text) if start > 0 and end < len(text)]

    @property
    def beginnings(self) -> list[int]:
        """Where pages and paragraphs begin, in order; what stands first begins at 0."""
        return sorted({0, *self._starts, *self._pages[1:]})

    def spot(self, offset: int) -> Spot:
        """Where `offset` lies; between two paragraphs it counts to the one before."""
        return Spot(self.page(offset), self.paragraph(offset))

    def page(self, offset: int) -> int | None:
        """The page on which `offset` lies, if the text has pages."""
        return page_of(self._pages, offset) if self._pages else None

    def paragraph(self, offset: int) -> int:
        """The paragraph in which `offset` lies."""
        return bisect_right(self._starts, offset) + 1


def page_of(pages: Sequence[int], offset: int) -> int | None:
    """The page, from 1, on which the character at `offset` stands; None in a text without pages.

    What stands before the first page's offset counts to it; a page without text has no offset of its own.
    """
    return max(1, bisect_right(pages, offset)) if pages else None


def gaps(text: str) -> list[tuple[int, int]]:
    """The spans of white space between paragraphs: blank lines, and line ends too unless the lines are
    wrapped to one width."""
    found = list(_broken(text))
    numbers = {newlines > 1 for _, newlines in found}
    wrapped = len(numbers) > 1 and wrapped_width(text, narrowest=1) > 0
    return [span for span, newlines in found if newlines > (1 if wrapped else 0)]


def _broken(text: str) -> Iterator[tuple[tuple[int, int], int]]:
    """The spans of white space with a line end in them, and how many."""
    start = at = newlines = 0
    for line in text.splitlines(keepends=True):
        words = line.lstrip()
        if words:
            if newlines:
                yield (start, at + len(line) - len(words)), newlines
            start, newlines = at + len(line.rstrip()), 0
        at += len(line)
        newlines += line[-1] in _LINE_ENDS
    if newlines:
        yield (start, at), newlines


def wrapped_width(text: str, narrowest: int = _NARROWEST) -> int:
    """The width, in characters, to which the lines of `text` are wrapped; 0 where they are not: where most
    lines end a sentence or leave room for the next word. Where blank lines stand between paragraphs, a
    narrow column may count too."""
    soft = [pair for pair in pairwise(text.splitlines()) if pair[0].strip() and pair[1].strip()]
    lengths = sorted(len(line.rstrip()) for line, _ in soft)
    width = lengths[ceil(_LONG * (len(lengths) - 1))] if lengths else 0
    inside = [pair for pair in soft if not pair[0].rstrip().endswith(_ENDINGS)]
    full = sum(is_full(line, following, width) for line, following in inside)
    wrapped = 2 * len(inside) > len(soft) and full >= _FULL * len(inside)
    return width if narrowest <= width <= _WIDEST and wrapped else 0


def is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line had no room in a line of that width."""
    return len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) > width
