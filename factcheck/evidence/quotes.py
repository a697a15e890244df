"""Whether a quote stands in a text, and where.

Quotation marks, dashes, ligatures, accents written as marks, white space and end-of-line hyphens differ
between a page, a PDF and what somebody typed; they are folded on both sides, and the place found is one
in the original.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field

from claims.errors import QuoteAmbiguous, QuoteNotFound
from claims.selector import Selector, anchor, occurrences

_LIKE = {
    **dict.fromkeys("„“”‟«»″", '"'),
    **dict.fromkeys("‚‘’‛‹›′`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_UNSEEN = "\u00ad\u200b"
_BROKEN_WORD = re.compile(r"[-‐‑‒–—―−\u00ad](?<=\w.)[ \t]*\r?\n[ \t]*(?=\w)")
_HYPHENS = ("", "-", "- ")
"""What a hyphen at the end of a line may have stood for: nothing (Mit-glieder), itself
(US-amerikanisch), or the first half of a pair (Vor- und Nachteile)."""


@dataclass
class _Folded:
    """The folded text in runs: `at` is where each begins in it, `start` where it begins in the original,
    and `end` where it ends there if it was folded as one; None if each character stands for itself."""

    parts: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int | None] = field(default_factory=list)
    length: int = 0

    def add(self, folded: str, start: int, end: int | None) -> None:
        if folded.startswith(" ") and (not self.parts or self.parts[-1].endswith(" ")):
            folded = folded[1:]
            start += end is None
        if not folded:
            return
        self.parts.append(folded)
        self.at.append(self.length)
        self.start.append(start)
        self.end.append(end)
        self.length += len(folded)

    def place(self, first: int, last: int) -> tuple[int, int]:
        """The original's span of the folded characters `first` to `last`, both included."""
        return self._around(first)[0], self._around(last)[1]

    def _around(self, at: int) -> tuple[int, int]:
        run = bisect_right(self.at, at) - 1
        start, end = self.start[run], self.end[run]
        if end is not None:
            return start, end
        return start + at - self.at[run], start + at - self.at[run] + 1


def find_quote(text: str, quote: str, start: int | None = None) -> Selector:
    """The selector of `quote` in `text`; `start` says which occurrence is meant.

    Raises QuoteNotFound, and QuoteAmbiguous where it occurs more than once and none is chosen.
    """
    places = _places(text, quote)
    if not places:
        raise QuoteNotFound(
            "These words do not stand in the snapshot: “%(quote)s”. Copy them from its text.", quote=quote
        )
    chosen = [place for place in places if start is None or place[0] == start]
    if not chosen:
        raise QuoteNotFound("The quote does not begin at character %(start)s of the snapshot.", start=start)
    if len(chosen) > 1:
        raise QuoteAmbiguous(
            "These words stand in the snapshot %(count)s times: choose which place is meant.",
            tuple(place[0] for place in chosen),
            count=len(chosen),
        )
    return anchor(text, *chosen[0])


def _places(text: str, quote: str) -> list[tuple[int, int]]:
    broken = _BROKEN_WORD.search(text) or _BROKEN_WORD.search(quote)
    for hyphen in _HYPHENS:
        folded, wanted = _fold(text, hyphen), "".join(_fold(quote, hyphen).parts).strip()
        if not wanted:
            raise QuoteNotFound("The quote is empty: copy the words from the snapshot.")
        found = [folded.place(at, at + len(wanted) - 1) for at in occurrences("".join(folded.parts), wanted)]
        if found or not broken:
            # a sign that folds to several, like …, is one place however often it matches
            return list(dict.fromkeys(found))
    return []


def _fold(text: str, hyphen: str) -> _Folded:
    joint = next(sign for sign in map(chr, range(0xE000, 0xF900)) if sign not in text)
    same = _alike(text, joint)
    folded = _Folded()
    at = 0
    for unlike in _unlike(same, joint).finditer(same):
        folded.add(same[at : unlike.start()], at, None)
        at = unlike.end()
        folded.add(_fold_piece(unlike.group(), joint, hyphen), unlike.start(), at)
    folded.add(same[at:], at, None)
    return folded


def _alike(text: str, joint: str) -> str:
    """The text with all that folds character by character folded: no place moves. Where a word is broken
    between two lines, its hyphen and line end become `joint`."""
    for sign, plain in _LIKE.items():
        text = text.replace(sign, plain)
    text = _BROKEN_WORD.sub(lambda found: joint * len(found.group()), text)
    for space in filter(str.isspace, set(text)):
        text = text.replace(space, " ")
    return text


def _unlike(text: str, joint: str) -> re.Pattern[str]:
    """What else folds to something of another length: joints, runs of space, signs with marks, ligatures."""
    beyond = [sign for sign in set(text) if not sign.isascii()]
    marks = "".join(sign for sign in beyond if unicodedata.combining(sign))
    odd = "".join(sign for sign in beyond if not unicodedata.is_normalized("NFKC", sign)) + "…"
    signs = f"[^ {marks}][{marks}]+|[{marks}]|" if marks else ""
    return re.compile(rf"{joint}+|[ {_UNSEEN}]{{2,}}|[{_UNSEEN}]|{signs}[{odd}]", re.DOTALL)


def _fold_piece(piece: str, joint: str, hyphen: str) -> str:
    if piece[0] == joint:
        return hyphen
    if not piece.strip(f" {_UNSEEN}"):
        return " " if " " in piece else ""
    return unicodedata.normalize("NFKC", piece)
