"""XML as a stream of events, so that no document, however nested, is held as a tree.

A document type declaration is refused: Office files have none, and entities are declared in it.
"""

from collections.abc import Callable, Mapping
from typing import Protocol
from xml.parsers import expat

_NAMESPACE_END = " "
_MOST = 1_000_000
"""Elements of a document; a book of a thousand pages has some 500,000."""

_DEEPEST = 250


class Listener(Protocol):
    """Told of elements by their namespace and name. Attributes have names without namespace."""

    def start(self, namespace: str, name: str, attributes: Mapping[str, str]) -> None: ...

    def end(self, namespace: str, name: str) -> None: ...

    def text(self, words: str) -> None: ...


def listen(document: bytes, listener: Listener) -> None:
    """Tell the listener of all that the document holds, in order. Raises expat.ExpatError, also where
    there are far more elements, or far deeper ones, than a program writes."""
    parser = expat.ParserCreate(namespace_separator=_NAMESPACE_END)
    parser.buffer_text = True
    teller = _Teller(listener)
    parser.StartElementHandler = teller.start
    parser.EndElementHandler = teller.end
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(document, True)


class _Teller:
    """Splits names, each once, and counts."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._names: dict[str, tuple[str, str]] = {}
        self._left = _MOST
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._left -= 1
        self._depth += 1
        if self._left < 0 or self._depth > _DEEPEST:
            raise expat.ExpatError("too many elements")
        plain = (
            {self._split(key)[1]: value for key, value in attributes.items()} if attributes else attributes
        )
        self._listener.start(*self._split(name), plain)

    def end(self, name: str) -> None:
        self._depth -= 1
        self._listener.end(*self._split(name))

    def _split(self, name: str) -> tuple[str, str]:
        known = self._names.get(name)
        if known is None:
            space, _, local = name.rpartition(_NAMESPACE_END)
            known = self._names[name] = (space, local)
        return known


def _refuse(*_: object) -> None:
    raise expat.ExpatError("a document type declaration")


class _Leaves:
    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._words: list[str] = []

    def start(self, _namespace: str, _name: str, _attributes: Mapping[str, str]) -> None:
        self._words.clear()

    def end(self, _namespace: str, name: str) -> None:
        if words := "".join(self._words).strip():
            self.found.setdefault(name, words)
        self._words.clear()

    def text(self, words: str) -> None:
        self._words.append(words)


def leaves(document: bytes) -> dict[str, str]:
    """Name -> text of the innermost elements, the first of each name; empty for an empty document.

    Raises expat.ExpatError.
    """
    listener = _Leaves()
    if document:
        listen(document, listener)
    return listener.found


def each_element(document: bytes, tell: Callable[[str, Mapping[str, str]], None]) -> None:
    """Call `tell(name, attributes)` for each element, in order. Raises expat.ExpatError."""
    listen(document, _Elements(tell))


class _Elements:
    def __init__(self, tell: Callable[[str, Mapping[str, str]], None]) -> None:
        self._tell = tell

    def start(self, _namespace: str, name: str, attributes: Mapping[str, str]) -> None:
        self._tell(name, attributes)

    def end(self, _namespace: str, _name: str) -> None: ...

    def text(self, _words: str) -> None: ...
