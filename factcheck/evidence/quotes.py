"""Whether a quote stands in a text, and where.

Quotation marks, dashes, ligatures, accents written as marks, white space and end-of-line hyphens differ
between a page, a PDF and what somebody typed; they are folded on both sides, and the place found is one
in the original.
"""

import re
import unicodedata
from dataclasses import dataclass

from claims.errors import QuoteAmbiguous, QuoteNotFound
from claims.selector import Selector, anchor, occurrences

_SAME = str.maketrans(
    {
        **dict.fromkeys("„“”‟«»″", '"'),
        **dict.fromkeys("‚‘’‛‹›′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "\u00ad": "",
        "\u200b": "",
        "…": "...",
    }
)
_BROKEN_WORD = re.compile(r"(?<=\w)-[ \t]*\r?\n[ \t]*(?=\w)")
_HYPHENS = ("", "-", "- ")
"""What a hyphen at the end of a line may have stood for: nothing (Mit-glieder), itself
(US-amerikanisch), or the first half of a pair (Vor- und Nachteile)."""


@dataclass(frozen=True)
class _Folded:
    text: str
    starts: tuple[int, ...]  # for each folded character, where its original begins
    ends: tuple[int, ...]  # … and where it ends


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
    for hyphen in _HYPHENS:
        folded, wanted = _fold(text, hyphen), _fold(quote, hyphen).text.strip()
        if not wanted:
            raise QuoteNotFound("The quote is empty: copy the words from the snapshot.")
        found = [
            (folded.starts[at], folded.ends[at + len(wanted) - 1]) for at in occurrences(folded.text, wanted)
        ]
        if found or not _BROKEN_WORD.search(text):
            # a sign that folds to several, like …, is one place however often it matches
            return list(dict.fromkeys(found))
    return []


def _fold(text: str, hyphen: str) -> _Folded:
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, folded in _pieces(text, hyphen):
        for character in folded:
            if character == " " and (not characters or characters[-1] == " "):
                continue
            characters.append(character)
            starts.append(start)
            ends.append(end)
    return _Folded("".join(characters), tuple(starts), tuple(ends))


def _pieces(text: str, hyphen: str) -> list[tuple[int, int, str]]:
    """Runs of the text that are folded as one: a sign with its marks, or a hyphen with its line end."""
    breaks = {found.start(): found.end() for found in _BROKEN_WORD.finditer(text)}
    pieces = []
    at = 0
    while at < len(text):
        if at in breaks:
            pieces.append((at, breaks[at], hyphen))
            at = breaks[at]
            continue
        end = at + 1
        while end < len(text) and not text[end].isascii() and unicodedata.combining(text[end]):
            end += 1
        pieces.append((at, end, _fold_sign(text[at:end])))
        at = end
    return pieces


def _fold_sign(sign: str) -> str:
    if sign.isspace():
        return " "
    same = sign.translate(_SAME)
    return same if same.isascii() else unicodedata.normalize("NFKC", same)
