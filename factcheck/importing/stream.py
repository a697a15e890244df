"""JSON piece by piece: the elements of a feed's long list, one at a time, whatever stands around it.

`read_pieces(stream)` reads a list, an object whose members are lists, or values one after the other (JSON
Lines). A piece is parsed where it ends and forgotten when the next one is asked for, so memory does not grow
with the feed. One that is broken is given as such, and reading goes on behind it.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

from claims.errors import InvalidInput

LISTS = frozenset({"dataFeedElement", "itemListElement", "@graph", "claims", "item", "items"})
"""The members whose elements are pieces of their own; other members belong to what stands around them."""

LONGEST = 2_000_000
"""Characters of a piece. A longer one is none that a feed has, and would fill the memory."""

_PATIENCE = 20
"""Broken pieces without anything between that is JSON: the file is something else."""

_CHUNK = 1 << 18
_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")
_SIGN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{\]},]', re.DOTALL)


class Readable(Protocol):
    """Bytes that are read on from where one was."""

    def read(self, size: int = -1, /) -> bytes: ...


class Piece(NamedTuple):
    """One value of the feed, or why it cannot be read (then the value is None)."""

    value: Any
    broken: str = ""


class _Ended(Exception):
    """The feed ends within a value."""


def read_pieces(stream: Readable) -> Iterator[Piece]:
    """The pieces in their order. Raises InvalidInput where not one could be read."""
    reader = _Reader(stream)
    broken: list[Piece] = []
    try:
        while reader.peek():
            for piece in _pieces(reader):
                if reader.understood:
                    yield from broken
                    broken.clear()
                    yield piece
                else:
                    broken.append(piece)
                    if len(broken) > _PATIENCE:
                        raise _no_feed()
    except _Ended as error:
        if not reader.understood:
            raise _no_feed() from error
        yield from broken
        yield Piece(None, "the feed breaks off here")
    if not reader.understood:
        raise _no_feed()
    yield from broken


def _no_feed() -> InvalidInput:
    return InvalidInput("This is no feed: it is not JSON, and no web page that has JSON-LD in it.")


def _pieces(reader: "_Reader") -> Iterator[Piece]:
    """Those of one value on the outermost level."""
    sign = reader.peek()
    if sign == "[":
        yield from _elements(reader)
    elif sign == "{":
        yield from _members(reader)
    elif sign in "]},":
        reader.take()
        yield Piece(None, "a bracket or comma stands where none belongs")
    else:
        yield reader.value()


def _elements(reader: "_Reader") -> Iterator[Piece]:
    reader.take()
    while (sign := reader.peek()) != "]":
        if not sign:
            raise _Ended
        if sign == ",":
            reader.take()
        else:
            yield reader.value()
    reader.take()
    reader.understood = True


def _members(reader: "_Reader") -> Iterator[Piece]:
    """The elements of its lists, or the object itself where it has none."""
    reader.take()
    rest: dict[str, Any] = {}
    listed = False
    while (sign := reader.peek()) != "}":
        if not sign:
            raise _Ended
        if sign == ",":
            reader.take()
            continue
        name = reader.value()
        if not isinstance(name.value, str) or reader.peek() != ":":
            raise _Ended
        reader.take()
        if name.value in LISTS and reader.peek() == "[":
            listed = True
            yield from _elements(reader)
        else:
            rest[name.value] = reader.value().value
    reader.take()
    reader.understood = True
    if not listed:
        yield Piece(rest)


class _Reader:
    """The text from where reading is; what is behind is forgotten."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._text = ""
        self._at = 0
        self._ended = False
        self.understood = False
        """Whether anything was JSON so far that a feed could be: an object or a list."""

    def peek(self) -> str:
        """The next character that is no white space; empty at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self) -> None:
        self._at += 1

    def value(self) -> Piece:
        """The value that begins here. Raises _Ended where the feed does not have all of it."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except (ValueError, RecursionError) as error:
                if (found := self._skip()) is not None:
                    self._at = found
                    return Piece(None, f"no JSON: {_why(error)}")
            else:
                # a number may go on in what was not read yet
                if end < len(self._text) or not self._more():
                    self._at = end
                    self.understood = self.understood or isinstance(value, dict | list)
                    return Piece(value)
                continue
            if len(self._text) - self._at > LONGEST or not self._more():
                raise _Ended

    def _skip(self) -> int | None:
        """Where what is broken ends: at the comma or bracket behind it; None where that was not read yet."""
        depth = 0
        for found in _SIGN.finditer(self._text, self._at):
            sign = found.group()
            if sign in "[{":
                depth += 1
            elif sign in "]}":
                if not depth:
                    return found.start() if found.start() > self._at else found.end()
                depth -= 1
                if not depth:
                    return found.end()
            elif sign == "," and not depth:
                return found.start()
        return None

    def _more(self) -> bool:
        if self._ended:
            return False
        read = self._stream.read(_CHUNK)
        self._ended = not read
        try:
            self._text = self._text[self._at :] + self._decode(read, final=self._ended)
        except UnicodeDecodeError as error:
            raise InvalidInput("This is no feed: it is not UTF-8 text.") from error
        self._at = 0
        return not self._ended or bool(self._text)


def _why(error: Exception) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else "too deep"
