"""A feed as drafts and broken entries, in its order: `read_feed(stream)`."""

import io
from collections.abc import Iterator

from lxml import etree, html
from pydantic import BaseModel, ConfigDict

from claims.errors import InvalidInput
from factcheck.importing.reading import BrokenEntry, ReviewDraft, find_reviews, read_review
from factcheck.importing.stream import Piece, Readable, read_pieces

_PAGE = 20_000_000
"""Bytes of a web page that are looked at."""


class Broken(BaseModel):
    """An entry that was left out: its place in the feed, from 1 on, and why."""

    model_config = ConfigDict(frozen=True)

    position: int
    why: str


def read_feed(stream: Readable) -> Iterator[ReviewDraft | Broken]:
    """What the feed's entries say. Raises InvalidInput where it is no feed at all."""
    first = stream.read(4096)
    rest = _Chained(first, stream)
    pieces = _page(rest) if first.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" else read_pieces(rest)
    for position, piece in enumerate(pieces, 1):
        yield from _read(position, piece)


def _read(position: int, piece: Piece) -> Iterator[ReviewDraft | Broken]:
    if piece.broken:
        yield Broken(position=position, why=piece.broken)
        return
    try:
        found = list(find_reviews(piece.value))
    except BrokenEntry as error:
        yield Broken(position=position, why=str(error))
        return
    for review in found:
        try:
            yield read_review(review)
        except BrokenEntry as error:
            yield Broken(position=position, why=str(error))


def _page(stream: Readable) -> Iterator[Piece]:
    """The JSON-LD in the scripts of a web page."""
    content = stream.read(_PAGE)
    try:
        scripts = html.document_fromstring(content).xpath("//script[@type='application/ld+json']")
    except (etree.ParserError, ValueError) as error:
        raise InvalidInput("This web page cannot be read.") from error
    if not scripts:
        raise InvalidInput("This web page has no JSON-LD in it.")
    for script in scripts:
        try:
            yield from read_pieces(io.BytesIO((script.text or "").encode()))
        except InvalidInput:
            yield Piece(None, "a script of the page is no JSON")


class _Chained:
    """A stream of which the beginning was read already."""

    def __init__(self, first: bytes, rest: Readable) -> None:
        self._first, self._rest = first, rest

    def read(self, size: int = -1, /) -> bytes:
        first, self._first = self._first, b""
        return first + self._rest.read(size if size < 0 else max(0, size - len(first)))
