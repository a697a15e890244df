"""The lines of a page as they were drawn: `Pen` takes what pypdf draws, `Line` is one line with its place.

Lengths are points of the page. pypdf does not tell where a piece of text ends; widths are reckoned from
the usual widths of letters, which is near enough to tell a full line from a short one.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.reading.raised import is_mark, raise_figure

_NARROW = frozenset("iljtfrI.,:;'|!()[]-·‚‘’ ")
_WIDE = frozenset("mwMW%—…@")
_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_SMALL = 0.8
_NOTE_MARK = re.compile(r"(?<=[a-zäöüß]{4}[.!?,;])\d{1,2}(?=\s|$)")
"""A note's mark that a font draws small by a letter of its own: "sagte er.3 Dann"."""

_HYPHENS = re.compile(r"[\u00ad\u2010\u2011]")
"""On paper all are seen; which of them a program wrote says nothing."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f]+")


@dataclass(frozen=True)
class Line:
    """`left` and `right` are its ends, `height` is where its base line stands above the foot of the page,
    `size` that of most of its letters."""

    text: str
    left: float
    right: float
    height: float
    size: float


@dataclass(frozen=True)
class _Piece:
    text: str
    x: float
    y: float
    size: float
    turn: int


class Pen:
    """Collects what is drawn on one page, in the order of drawing."""

    def __init__(self) -> None:
        self._pieces: list[_Piece] = []
        self.length = 0

    def write(self, text: str, outer: Sequence[float], inner: Sequence[float], _: Any, size: float) -> None:
        """Take a piece of text: `inner` is the matrix of the text, `outer` that of the page."""
        if not text:
            return
        a, b = (inner[0] * outer[at] + inner[1] * outer[2 + at] for at in (0, 1))
        c, d = (inner[2] * outer[at] + inner[3] * outer[2 + at] for at in (0, 1))
        x, y = (inner[4] * outer[at] + inner[5] * outer[2 + at] + outer[4 + at] for at in (0, 1))
        turn = round(math.atan2(b, a) / (math.pi / 2)) % 4
        self._pieces.append(_Piece(text, *_turned(x, y, turn), abs(size) * (math.hypot(c, d) or 1.0), turn))
        self.length += len(text)

    def lines(self) -> list[Line]:
        """The lines in the order in which they were drawn; white space alone is none."""
        turns = Counter[int]()
        for piece in self._pieces:
            turns[piece.turn] += len(piece.text.strip())
        upright = turns.most_common(1)[0][0] if turns else 0
        rows: list[list[_Piece]] = [[]]
        for piece in self._pieces:
            if piece.turn != upright and piece.text.strip():
                continue
            for at, text in enumerate(piece.text.split("\n")):
                if at:
                    rows.append([])
                rows[-1].append(_Piece(text, piece.x, piece.y, piece.size, piece.turn))
        return _without_marks([line for row in rows if (line := _line(row)) is not None])


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """The place as it is where the page is held so that the text stands upright."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def _line(row: list[_Piece]) -> Line | None:
    drawn = [piece for piece in row if piece.text.strip()]
    if not drawn:
        return None
    size = _usual((round(piece.size, 1), len(piece.text)) for piece in drawn) or 1.0
    height = _usual((piece.y, len(piece.text)) for piece in drawn)
    text = ""
    for piece in row:
        raised = piece.size < _SMALL * size and 0.1 * size < piece.y - height < size
        text += raise_figure(text, piece.text) if raised else piece.text
    text, last = _clean(text), drawn[-1]
    return (
        Line(text, drawn[0].x, last.x + width(last.text.rstrip(), last.size), height, size) if text else None
    )


def _usual(weighed: Iterable[tuple[float, int]]) -> float:
    """The value with most weight."""
    weights: dict[float, int] = {}
    for value, weight in weighed:
        weights[value] = weights.get(value, 0) + weight
    return max(weights, key=lambda value: weights[value])


def _without_marks(lines: list[Line]) -> list[Line]:
    """The lines without those that are a raised mark of a note after the one before."""
    kept: list[Line] = []
    for line in lines:
        before = kept[-1] if kept else line
        raised = line.size < _SMALL * before.size and 0 < line.height - before.height < before.size
        if not (raised and is_mark(line.text)):
            kept.append(line)
    return kept


def width(text: str, size: float) -> float:
    """About how wide the text is in letters of that size, in points."""
    narrow = sum(letter in _NARROW for letter in text)
    wide = sum(letter in _WIDE for letter in text)
    upper = sum(letter.isupper() for letter in text)
    return size * (0.51 * len(text) - 0.23 * narrow + 0.3 * wide + 0.14 * upper)


def _clean(text: str) -> str:
    """The words as one would type them: no ligatures, letters in one piece, one space between words."""
    for drawn, typed in _LIGATURES.items():
        text = text.replace(drawn, typed)
    typed = unicodedata.normalize("NFC", _HYPHENS.sub("-", _CONTROLS.sub("", text)))
    return _NOTE_MARK.sub("", _SPACES.sub(" ", typed)).strip()
