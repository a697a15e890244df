"""Where in a text a reader finds a place: its page and its paragraph. Pure."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

_GAP = re.compile(r"\s+")
_NEWLINE = re.compile(r"\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ENDINGS = tuple(".!?:…\"'“”»«)")
_NARROWEST, _WIDEST = 45, 120
"""Widths, in characters, to which people and programs wrap the lines of a plain text."""

_LONG = 0.9
"""The share of lines that are no longer than the width: an address in a line of its own may be."""

_FULL = 2 / 3
"""The share of wrapped lines that have no room for the next word."""


@dataclass(frozen=True)
class Spot:
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
        return Spot(page_of(self._pages, offset), bisect_right(self._starts, offset) + 1)


def page_of(pages: Sequence[int], offset: int) -> int | None:
    """The page, from 1, on which the character at `offset` stands; None in a text without pages.

    What stands before the first page's offset counts to it; a page without text has no offset of its own.
    """
    return max(1, bisect_right(pages, offset)) if pages else None


def gaps(text: str) -> list[tuple[int, int]]:
    """The spans of white space between paragraphs: blank lines, and line ends too unless the lines are
    wrapped to one width."""
    found = list(_broken(text))
    wrapped = any(newlines > 1 for _, newlines in found) and wrapped_width(text, narrowest=1) > 0
    return [span for span, newlines in found if newlines > (1 if wrapped else 0)]


def _broken(text: str) -> Iterator[tuple[tuple[int, int], int]]:
    """The spans of white space with a line end in them, and how many."""
    end = 0
    for newline in _NEWLINE.finditer(text):
        if newline.start() < end:
            continue  # in the span before
        start = newline.start()
        while start > end and text[start - 1].isspace():
            start -= 1
        end = _GAP.match(text, start).end()  # type: ignore[union-attr] # a line end is white space
        yield (start, end), len(_NEWLINE.findall(text, start, end))


def wrapped_width(text: str, narrowest: int = _NARROWEST) -> int:
    """The width, in characters, to which the lines of `text` are wrapped; 0 where they are not: where most
    lines end a sentence or leave room for the next word. Where blank lines stand between paragraphs, a
    narrow column may count too."""
    soft = [pair for pair in pairwise(_NEWLINE.split(text)) if pair[0].strip() and pair[1].strip()]
    lengths = sorted(len(line.rstrip()) for line, _ in soft)
    width = lengths[ceil(_LONG * (len(lengths) - 1))] if lengths else 0
    inside = [pair for pair in soft if not pair[0].rstrip().endswith(_ENDINGS)]
    full = sum(is_full(line, following, width) for line, following in inside)
    wrapped = 2 * len(inside) > len(soft) and full >= _FULL * len(inside)
    return width if narrowest <= width <= _WIDEST and wrapped else 0


def is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line had no room in a line of that width."""
    return len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) > width
