"""The words of a claim's readable wording, in the order in which they will stand: `render(text, tokens,
pieces)`.

A piece is a token of the sentence, perhaps in another form ("der" for "dem"), or a word put in.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.extraction.tokens import Token

_CLOSED = frozenset(",.;:!?)]%…")
_CLOSING = {"„": "“", "“": "”", "”": "”", "«": "»", "»": "«", '"': '"'}
_OPENING = {"“": "„", "„": "„", "”": "“", "«": "»", "»": "«", '"': '"'}
_MARK = re.compile(f"[{''.join(_CLOSING)}]")
_WORD = re.compile(r"\w*")


_new = tuple.__new__

MISSING = "…"
"""Stands for a subject that the sentence does not plainly name."""


class Piece(NamedTuple):
    """A word or sign; `at` is its token, None where it was put in. `keeps`: its form is the token's."""

    text: str
    at: int | None
    keeps: bool = True


def take(tokens: Sequence[Token], first: int, last: int) -> list[Piece]:
    """Tokens [first, last) as they are."""
    # Piece(…) costs a call of its own for every word
    return [_new(Piece, (token.text, at, True)) for at, token in enumerate(tokens[first:last], first)]


def render(text: str, tokens: Sequence[Token], pieces: Sequence[Piece]) -> str:
    """The wording: spaces as in the text where pieces follow each other there, one space elsewhere; no
    comma at its end, quotation marks in pairs, a capital at its beginning."""
    if _is_stretch(pieces):
        written = text[tokens[pieces[0].at or 0].start : tokens[pieces[-1].at or 0].end]
    else:
        gaps = (_gap(text, tokens, before, piece) for before, piece in pairwise(pieces))
        written = pieces[0].text + "".join(
            gap + piece.text for gap, piece in zip(gaps, pieces[1:], strict=True)
        )
    written = balance(" ".join(written.split()).rstrip(",;: –—"))
    return capitalise(written)


def _is_stretch(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces are the text's own, one behind the other."""
    first = pieces[0].at
    if first is None or pieces[-1].at != first + len(pieces) - 1:
        return False
    return [piece.at for piece in pieces if piece.keeps] == list(range(first, first + len(pieces)))


def _gap(text: str, tokens: Sequence[Token], before: Piece, piece: Piece) -> str:
    if before.at is not None and piece.at == before.at + 1:
        return text[tokens[before.at].end : tokens[piece.at].start]
    return "" if piece.text[0] in _CLOSED else " "


def balance(written: str) -> str:
    """The wording with a quotation mark whose partner was cut off closed, or opened at the beginning."""
    if _MARK.search(written) is None:
        return written
    marks = [found.start() for found in _MARK.finditer(written)]
    if len(marks) % 2 == 0:
        return written
    last = marks[-1]
    if last < len(written) - 1 and (last == 0 or written[last - 1] in " ("):
        return written + _CLOSING[written[last]]
    return _OPENING[written[marks[0]]] + written


def capitalise(written: str) -> str:
    """A capital at the beginning, behind quotation marks; "iPhone" and "xAI" stay as they are."""
    if written[0].isupper():
        return written
    at = next((i for i, sign in enumerate(written) if sign.isalnum()), 0)
    word = _WORD.match(written, at)
    if written.startswith("…") or (word and any(map(str.isupper, word.group()[1:]))):
        return written
    return written[:at] + written[at : at + 1].upper() + written[at + 1 :]
