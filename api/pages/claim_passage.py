"""The words around a claim, and words that somebody pasted found again in the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from claims.errors import InvalidInput, QuoteAmbiguous, QuoteNotFound
from claims.evidence import Evidence
from claims.layout import Layout, Spot
from claims.selector import CONTEXT
from factcheck.evidence.quotes import find_quote

AROUND = 2
"""Sentences shown before and after the claim's own."""
_FALLBACK = 400  # code points on each side where a text has no sentences
_BREAK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True)
class Piece:
    """Some text at its place, in code points of the whole text."""

    text: str
    start: int
    marked: bool


Paragraph = list[Piece]


@dataclass(frozen=True)
class Passage:
    """`opens` and `closes` say whether the passage reaches the ends of the text. `words` are those of the
    passage up to the end of the claim's own sentence, which is number `own` of them; 0 where the text has
    no sentences."""

    paragraphs: list[Paragraph]
    opens: bool
    closes: bool
    words: str
    own: int


def passage(text: str, start: int, end: int, sentences: Iterable[dict[str, Any]]) -> Passage:
    """The span with some sentences on each side, in paragraphs."""
    found = list(sentences)
    first, last = _window(text, start, end, found)
    before = sum(first <= sentence["start"] and sentence["end"] <= start for sentence in found)
    own_end = next((sentence["end"] for sentence in found if sentence["end"] >= end), end)
    return Passage(
        _paragraphs(text, first, last, start, end),
        first == 0,
        last == len(text),
        words=text[first:own_end],
        own=before + 1 if found else 0,
    )


def _window(text: str, start: int, end: int, sentences: list[dict[str, Any]]) -> tuple[int, int]:
    if not sentences:
        return max(0, start - _FALLBACK), min(len(text), end + _FALLBACK)
    before = [found["start"] for found in sentences if found["end"] <= start]
    own = [found for found in sentences if found["start"] < end and found["end"] > start]
    after = [found["end"] for found in sentences if found["start"] >= end]
    first = min([start, *(found["start"] for found in own), *before[-AROUND:]])
    last = max([end, *(found["end"] for found in own), *after[:AROUND]])
    return first, last


def _paragraphs(text: str, first: int, last: int, start: int, end: int) -> list[Paragraph]:
    cuts = [(match.start(), match.end()) for match in _BREAK.finditer(text, first, last)]
    starts = [first, *(after for _, after in cuts)]
    ends = [*(before for before, _ in cuts), last]
    return [_pieces(text, a, b, start, end) for a, b in zip(starts, ends, strict=True) if a < b]


def _pieces(text: str, first: int, last: int, start: int, end: int) -> Paragraph:
    inside = min(max(start, first), last), min(max(end, first), last)
    spans = ((first, inside[0], False), (*inside, True), (inside[1], last, False))
    return [Piece(text[a:b], a, marked) for a, b, marked in spans if a < b]


@dataclass(frozen=True)
class Quoted:
    """Text of a snapshot; `evidence` is what quotes it, empty between the quotes, and `begun` those of them
    whose quote begins here. `page` and `paragraph` are there where they begin here."""

    text: str
    evidence: tuple[Evidence, ...]
    begun: tuple[Evidence, ...] = ()
    page: int | None = None
    paragraph: int | None = None


def quoted(text: str, evidence: list[Evidence], layout: Layout) -> list[Quoted]:
    """The whole text, cut wherever a quote, a paragraph or a page begins and where a quote ends. Together the
    pieces are the text."""
    places = (at for found in evidence for at in (found.start, found.end))
    cuts = sorted({0, len(text), *places, *layout.beginnings})
    pieces: list[Quoted] = []
    before = Spot(None, 0)
    for a, b in pairwise(cuts):
        spot = layout.spot(a)
        pieces.append(
            Quoted(
                text[a:b],
                tuple(found for found in evidence if found.start < b and found.end > a),
                tuple(found for found in evidence if found.start == a),
                spot.page if spot.page != before.page else None,
                spot.paragraph if spot.paragraph != before.paragraph else None,
            )
        )
        before = spot
    return pieces


@dataclass(frozen=True)
class Occurrence:
    """One of several places of a quote, with what stands around it."""

    start: int
    before: str
    words: str
    after: str


def occurrences(text: str, quote: str, starts: tuple[int, ...], width: int = 80) -> list[Occurrence]:
    """The places of an ambiguous quote, in context."""
    found = [find_quote(text, quote, start) for start in starts]
    return [
        Occurrence(
            start=place.start,
            before=text[max(0, place.start - width) : place.start],
            words=place.exact,
            after=text[place.end : place.end + width],
        )
        for place in found
    ]


def find_span(text: str, words: str, start: int | None, near: tuple[int, int]) -> tuple[int, int]:
    """Where pasted words stand in an article: at `start`, else once in `near`, else once at all.

    Raises InvalidInput where they do not stand there, or more than once.
    """
    if start is not None and words and text.startswith(words, start):
        return start, start + len(words)
    try:
        place = find_quote(text[slice(*near)], words)
        return near[0] + place.start, near[0] + place.end
    except (QuoteNotFound, QuoteAmbiguous):
        return _find_anywhere(text, words)


def _find_anywhere(text: str, words: str) -> tuple[int, int]:
    try:
        place = find_quote(text, words)
    except QuoteNotFound as error:
        raise InvalidInput(
            "These words do not stand in the article: “%(words)s”. Copy them from its text.", words=words
        ) from error
    except QuoteAmbiguous as error:
        raise InvalidInput(
            "These words stand in the article %(count)s times: paste some more of them.",
            count=len(error.places),
        ) from error
    return place.start, place.end


def whole_words(context: str) -> str:
    """What stands after a quote. Where it goes on, the word that its end cuts in two becomes "…"."""
    head, space, _ = context.rpartition(" ")
    return f"{head} …" if space and len(context) == CONTEXT else context
