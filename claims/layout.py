"""Where in a text a reader finds a place: its page and its paragraph. Pure."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_GAP = re.compile(r"\s+")
_NEWLINE = re.compile(r"\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ENDINGS = tuple(".!?:…\"'“”»«)")


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
    those of a typewriter, most of which end inside a sentence."""
    found = [(match, len(_NEWLINE.findall(match[0]))) for match in _GAP.finditer(text)]
    soft = [match for match, newlines in found if newlines == 1]
    wrapped = any(newlines > 1 for _, newlines in found) and _is_wrapped(text, soft)
    return [match.span() for match, newlines in found if newlines > (1 if wrapped else 0)]


def _is_wrapped(text: str, soft: Sequence[re.Match[str]]) -> bool:
    inside = sum(not text.endswith(_ENDINGS, 0, match.start()) for match in soft)
    return 2 * inside > len(soft)
