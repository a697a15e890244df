"""Bytes in, an ArticleDraft out: plain text, Markdown, web pages, Word files and PDF, German and English."""

import re
from collections.abc import Callable

from pydantic import TypeAdapter, ValidationError

from claims.draft import ArticleDraft
from claims.errors import InvalidInput, UnreadableDocument, UnsupportedLanguage
from claims.reason import Language
from claims.time import CalendarDate
from factcheck.extraction.language import detect_language
from factcheck.reading.confining import apart
from factcheck.reading.document import LONGEST, Document
from factcheck.reading.kinds import ENDINGS, NAMES, FileKind, kind_of, suffix_of
from factcheck.reading.plain import read_plain
from factcheck.reading.word import read_word

__all__ = ["ACCEPTED", "ENDINGS", "NAMES", "Document", "read", "read_document", "suffix_of"]

ACCEPTED = ",".join((*NAMES, *ENDINGS))
"""The kinds of files that are read, as a form's file field names them."""

_LONGEST_FACT = 500
"""Code points of a title, an author, a publisher."""

_FEW = 200
"""Code points up to which the words alone may not tell their language."""

_SECONDS, _PDF_SECONDS = 5, 30
"""How long a server computes over one file: a PDF may have hundreds of pages, 80 in a second."""

_NAMED: dict[str, Language] = {"de": "de", "en": "en"}

_DATE = TypeAdapter(CalendarDate)
_URL = re.compile(r"https?://\S+")


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
    """The article in these bytes; what the caller says about it goes before what the file says.

    `name` is a file's name and helps to tell what it is. Raises UnreadableDocument,
    UnsupportedLanguage, InvalidInput.
    """
    document = read_document(content, name=name, media_type=media_type)
    _check_date(published)
    if url and not _URL.fullmatch(url):
        raise InvalidInput("“%(url)s” is no web address: one begins with http:// or https://.", url=url)
    return ArticleDraft(
        text=document.text,
        language=language or _language(document),
        content=content,
        media_type=document.media_type,
        pages=document.pages,
        title=title or _fact(document.title),
        author=author or _fact(document.author),
        publisher=publisher or _fact(document.publisher),
        published=published or document.published,
        url=url or None,
    )


def read_document(content: bytes, *, name: str = "", media_type: str | None = None) -> Document:
    """The text of a file and what it says about itself, in whatever language. Raises UnreadableDocument."""
    if not content.strip():
        raise UnreadableDocument("%(name)s is empty.", name=name or "The text")
    kind = kind_of(content, name, media_type)
    document = read_plain(content, name) if kind is FileKind.PLAIN else _read_apart(kind, content, name)
    if len(document.text) > LONGEST:
        raise UnreadableDocument(
            "%(name)s is too long, more than %(most)s characters: split it and add the parts.",
            name=name or "The text",
            most=LONGEST,
        )
    return document


def _read_apart(kind: FileKind, content: bytes, name: str) -> Document:
    seconds = _PDF_SECONDS if kind is FileKind.PDF else _SECONDS
    return apart(seconds, name, _READERS[kind], content, name)


# The libraries that read web pages, PDF and Markdown are loaded when there is something to read.
def _read_web(content: bytes, name: str) -> Document:
    from factcheck.reading.web import read_web

    return read_web(content, name)


def _read_markdown(content: bytes, name: str) -> Document:
    from factcheck.reading.markdown import read_markdown

    return read_markdown(content, name)


def _read_pdf(content: bytes, name: str) -> Document:
    from factcheck.reading.pdf import read_pdf

    return read_pdf(content, name)


_READERS: dict[FileKind, Callable[[bytes, str], Document]] = {
    FileKind.WEB: _read_web,
    FileKind.MARKDOWN: _read_markdown,
    FileKind.WORD: read_word,
    FileKind.PDF: _read_pdf,
}


def _fact(said: str) -> str:
    """What a file says about itself, as far as it can be stored and shown in a line."""
    return " ".join(said.encode("utf-8", "ignore").decode().replace("\0", "").split())[:_LONGEST_FACT]


def _language(document: Document) -> Language:
    """The language that the words are in; where they are few and look like another, the one that the
    file names, if that is one of the two. Raises UnsupportedLanguage."""
    try:
        return detect_language(document.text)
    except UnsupportedLanguage:
        named = _NAMED.get(document.language[:2].lower())
        if named is None or len(document.text) > _FEW:
            raise
        return named


def _check_date(published: str | None) -> None:
    try:
        _DATE.validate_python(published or "2000")
    except ValidationError as error:
        raise InvalidInput(
            "“%(date)s” is no date: write it as 2026-11-24, 2026-11 or 2026.", date=published
        ) from error
