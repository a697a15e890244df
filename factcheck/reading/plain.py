"""Plain text, UTF-8, kept as it is: every offset counts in it."""

import unicodedata

from claims.errors import UnreadableDocument
from factcheck.reading.document import Document

_LINE_ENDS = "\t\n\r\f\v\x85"


def read_plain(content: bytes, name: str) -> Document:
    """Raises UnreadableDocument where the bytes are no UTF-8 text."""
    shown = name or "The text"
    if b"\0" in content:
        raise UnreadableDocument("%(name)s is a binary file, not text.", name=shown)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            "%(name)s is not UTF-8 text (byte %(at)s cannot be read): save it as UTF-8.",
            name=shown,
            at=error.start,
        ) from error
    if not any(unicodedata.category(character)[0] in "LN" for character in text):
        raise UnreadableDocument("There is no text in %(name)s.", name=shown)
    if any(
        unicodedata.category(character) == "Cc" and character not in _LINE_ENDS for character in text[:4096]
    ):
        raise UnreadableDocument("%(name)s is a binary file, not text.", name=shown)
    return Document(text=text, media_type="text/plain")
