"""The words of a claim's readable wording, in the order in which they will stand: `render(text, tokens,
pieces)`.

A piece is a token of the sentence, perhaps in another form ("der" for "dem"), or a word put in.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.extraction.tokens import Token

_CLOSED = frozenset(",.;:!?)]%…")
_CLOSING = {"„": "“", "“": "”", "”": "”", "«": "»", "»": "«", '"': '"'}
_OPENING = {"“": "„", "„": "„", "”": "“", "«": "»", "»": "«", '"': '"'}
_MARKS = frozenset(_CLOSING)
_SPACE = re.compile(r"\s+")


MISSING = "…"
"""Stands for a subject that the sentence does not plainly name."""


class Piece(NamedTuple):
    """A word or sign; `at` is its token, None where it was put in. `keeps`: its form is the token's."""

    text: str
    at: int | None
    keeps: bool = True


def take(tokens: Sequence[Token], first: int, last: int) -> list[Piece]:
    """Tokens [first, last) as they are."""
    return [Piece(tokens[at].text, at) for at in range(first, last)]


def render(text: str, tokens: Sequence[Token], pieces: Sequence[Piece]) -> str:
    """The wording: spaces as in the text where pieces follow each other there, one space elsewhere; no
    comma at its end, quotation marks in pairs, a capital at its beginning."""
    written = ""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        written += (_gap(text, tokens, before, piece) if before else "") + piece.text
    written = balance(_SPACE.sub(" ", written).strip().rstrip(",;: –—").strip())
    return capitalise(written)


def _gap(text: str, tokens: Sequence[Token], before: Piece, piece: Piece) -> str:
    if before.at is not None and piece.at == before.at + 1:
        return text[tokens[before.at].end : tokens[piece.at].start]
    return "" if piece.text[0] in _CLOSED else " "


def balance(written: str) -> str:
    """The wording with a quotation mark whose partner was cut off closed, or opened at the beginning."""
    marks = [at for at, sign in enumerate(written) if sign in _MARKS]
    if len(marks) % 2 == 0:
        return written
    last = marks[-1]
    if last < len(written) - 1 and (last == 0 or written[last - 1] in " ("):
        return written + _CLOSING[written[last]]
    return _OPENING[written[marks[0]]] + written


def capitalise(written: str) -> str:
    """A capital at the beginning, behind quotation marks; "iPhone" and "xAI" stay as they are."""
    at = next((i for i, sign in enumerate(written) if sign.isalnum()), 0)
    word = re.match(r"\w*", written[at:])
    if written.startswith("…") or (word and any(map(str.isupper, word.group()[1:]))):
        return written
    return written[:at] + written[at : at + 1].upper() + written[at + 1 :]
