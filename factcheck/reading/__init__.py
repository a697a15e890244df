"""Bytes in, an ArticleDraft out: plain text and web pages, German and English."""

import codecs
import re

from pydantic import TypeAdapter, ValidationError

from claims.article import ArticleDraft
from claims.errors import InvalidInput, UnreadableDocument
from claims.reason import Language
from claims.time import CalendarDate
from factcheck.extraction.language import detect_language
from factcheck.reading.document import Document
from factcheck.reading.plain import read_plain
from factcheck.reading.web import read_web

__all__ = ["Document", "read", "read_document"]

_DATE = TypeAdapter(CalendarDate)
_MARKUP = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_URL = re.compile(r"https?://\S+")
_WEB_NAMES = (".html", ".htm", ".xhtml")
_FOREIGN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)


def read(
    content: bytes,
    *,
    name: str = "",
    media_type: str | None = None,
    language: Language | None = None,
    title: str = "",
    author: str = "",
    publisher: str = "",
    published: str | None = None,
    url: str | None = None,
) -> ArticleDraft:
    """The article in these bytes; what the caller says about it goes before what the page says.

    `name` is a file's name and helps to tell what it is. Raises UnreadableDocument,
    UnsupportedLanguage, InvalidInput.
    """
    document = read_document(content, name=name, media_type=media_type)
    _check_date(published)
    if url and not _URL.fullmatch(url):
        raise InvalidInput("“%(url)s” is no web address: one begins with http:// or https://.", url=url)
    return ArticleDraft(
        text=document.text,
        language=language or detect_language(document.text),
        content=content,
        media_type=document.media_type,
        title=title or document.title,
        author=author or document.author,
        publisher=publisher or document.publisher,
        published=published or document.published,
        url=url or None,
    )


def read_document(content: bytes, *, name: str = "", media_type: str | None = None) -> Document:
    """The text of a file and what it says about itself, in whatever language. Raises UnreadableDocument."""
    if not content.strip():
        raise UnreadableDocument("%(name)s is empty.", name=name or "The text")
    for magic, what in _FOREIGN:
        if content.startswith(magic):
            raise UnreadableDocument(
                "%(name)s is %(what)s, which cannot be read yet: save it as text or HTML.",
                name=name or "The file",
                what=what,
            )
    if _is_web(content, name, media_type):
        return read_web(content, name)
    return read_plain(content, name)


def _is_web(content: bytes, name: str, media_type: str | None) -> bool:
    if media_type in ("text/html", "application/xhtml+xml") or name.lower().endswith(_WEB_NAMES):
        return True
    return _MARKUP.match(content[:4096].removeprefix(codecs.BOM_UTF8)) is not None


def _check_date(published: str | None) -> None:
    try:
        _DATE.validate_python(published or "2000")
    except ValidationError as error:
        raise InvalidInput(
            "“%(date)s” is no date: write it as 2026-11-24, 2026-11 or 2026.", date=published
        ) from error
