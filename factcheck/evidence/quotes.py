"""Whether a quote stands in a text, and where.

Quotation marks, dashes, ligatures, white space and end-of-line hyphens differ between a page, a PDF
and what somebody typed; they are folded on both sides, and the place found is one in the original.
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
_BROKEN_WORD = re.compile(r"(?<=\w)-[ \t]*\r?\n[ \t]*(?=[^\W\d_A-ZÄÖÜ])")


@dataclass(frozen=True)
class _Folded:
    text: str
    starts: tuple[int, ...]  # for each folded character, where its original begins


def find_quote(text: str, quote: str, start: int | None = None) -> Selector:
    """The selector of `quote` in `text`; `start` says which occurrence is meant.

    Raises QuoteNotFound, and QuoteAmbiguous where it occurs more than once and none is chosen.
    """
    folded, wanted = _fold(text), _fold(quote).text.strip()
    if not wanted:
        raise QuoteNotFound("The quote is empty: copy the words from the snapshot.")
    places = [_original(folded, text, at, len(wanted)) for at in occurrences(folded.text, wanted)]
    if start is not None:
        places = [place for place in places if place[0] == start]
    if not places:
        raise QuoteNotFound(
            "These words do not stand in the snapshot: “%(quote)s”. Copy them from its text.", quote=quote
        )
    if len(places) > 1:
        raise QuoteAmbiguous(
            "These words stand in the snapshot %(count)s times: choose which place is meant.",
            tuple(place[0] for place in places),
            count=len(places),
        )
    return anchor(text, *places[0])


def _fold(text: str) -> _Folded:
    characters: list[str] = []
    starts: list[int] = []
    hyphens = {match.start(): match.end() for match in _BROKEN_WORD.finditer(text)}
    at = 0
    while at < len(text):
        if at in hyphens:
            at = hyphens[at]
            continue
        for character in _fold_character(text[at]):
            if character != " " or (characters and characters[-1] != " "):
                characters.append(character)
                starts.append(at)
        at += 1
    return _Folded("".join(characters), tuple(starts))


def _fold_character(character: str) -> str:
    same = character.translate(_SAME)
    if same != character or character.isascii():
        return " " if same.isspace() else same
    # NFKC opens ligatures and wide forms; marks that combine with what stands before stay as they are
    return " " if character.isspace() else unicodedata.normalize("NFKC", character).translate(_SAME)


def _original(folded: _Folded, text: str, at: int, length: int) -> tuple[int, int]:
    last = folded.starts[at + length - 1]
    return folded.starts[at], min(last + 1, len(text))
