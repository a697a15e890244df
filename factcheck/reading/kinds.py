"""What a file is, by how it begins, what it is called and what it is said to be."""

import codecs
import re
from enum import Enum

from claims.errors import UnreadableDocument


class FileKind(Enum):
    """The kinds of files that are read."""

    PLAIN = "plain"
    WEB = "web"
    MARKDOWN = "markdown"
    WORD = "word"
    PDF = "pdf"


NAMES = {
    ".txt": FileKind.PLAIN,
    ".text": FileKind.PLAIN,
    ".html": FileKind.WEB,
    ".htm": FileKind.WEB,
    ".xhtml": FileKind.WEB,
    ".md": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".docx": FileKind.WORD,
    ".pdf": FileKind.PDF,
}
"""What a file's name ends with -> what it is."""

ENDINGS = {
    "text/plain": ".txt",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
"""The media type of what was read -> what its file's name ends with."""

_MEDIA_TYPES = {
    "text/html": FileKind.WEB,
    "application/xhtml+xml": FileKind.WEB,
    "text/markdown": FileKind.MARKDOWN,
    "text/x-markdown": FileKind.MARKDOWN,
}
_MARKUP = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_PDF = b"%PDF-"
_PDF_WITHIN = 1024
"""Bytes within which the mark of a file called PDF may come: some programs write something before it."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")


def suffix_of(name: str) -> str:
    """What a file's name ends with, in small letters: `.docx`; empty where there is nothing of the kind."""
    found = re.search(r"\.\w+$", name)
    return found[0].lower() if found else ""


def kind_of(content: bytes, name: str, media_type: str | None) -> FileKind:
    """What the file is; what its bytes say goes before its name. Raises UnreadableDocument for a kind
    that cannot be read."""
    named = NAMES.get(suffix_of(name))
    if _PDF in content[: _PDF_WITHIN if named is FileKind.PDF else len(_PDF)]:
        return FileKind.PDF
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return FileKind.WORD
    _refuse_foreign(content, name or "The file")
    if named in (FileKind.PDF, FileKind.WORD):
        _refuse_false_name(name, named)
    said = _MEDIA_TYPES.get(media_type or "")
    if FileKind.WEB in (said, named) or _MARKUP.match(content[:4096].removeprefix(codecs.BOM_UTF8)):
        return FileKind.WEB
    return FileKind.MARKDOWN if FileKind.MARKDOWN in (said, named) else FileKind.PLAIN


def _refuse_foreign(content: bytes, name: str) -> None:
    if content.startswith(_OLE):
        _refuse_old_office(content, name)
    if content.startswith(b"{\\rtf"):
        raise UnreadableDocument("%(name)s is an RTF file: save it as DOCX or PDF and add that.", name=name)
    if content.startswith(_IMAGES):
        raise UnreadableDocument(
            "%(name)s is a picture without text: run it through text recognition (OCR) and add the result.",
            name=name,
        )


def _refuse_old_office(content: bytes, name: str) -> None:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise UnreadableDocument(
            "%(name)s is locked with a password: save it without one and add that.", name=name
        )
    if "WordDocument".encode("utf-16-le") in content:
        raise UnreadableDocument(
            "%(name)s is a Word file of the old kind (.doc): save it as DOCX and add that.", name=name
        )
    raise UnreadableDocument(
        "%(name)s is an Office file of an old kind, but no Word file: save its text as DOCX and add that.",
        name=name,
    )


def _refuse_false_name(name: str, kind: FileKind) -> None:
    if kind is FileKind.PDF:
        raise UnreadableDocument("%(name)s is called PDF, but is none.", name=name)
    raise UnreadableDocument("%(name)s is called DOCX, but is no Word file.", name=name)
