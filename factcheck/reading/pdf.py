"""PDF files, by pypdf: the text page by page, its lines joined into paragraphs.

Bounded in all that a file can ask for: pages, drawing operations, unpacked bytes, length of the text. What
is drawn at an angle to the rest of its page (credits along a picture) is left out.
"""

import logging
import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pypdf
from pypdf.errors import FileNotDecryptedError, LimitReachedError

from claims.errors import UnreadableDocument, UnsupportedLanguage
from factcheck.extraction.language import detect_language
from factcheck.reading.document import LONGEST, Document, clean_title, shared_date
from factcheck.reading.hyphens import Hyphens
from factcheck.reading.lines import Line, Pen
from factcheck.reading.paragraphs import find_title, set_text
from factcheck.reading.running import drop_running

# what is wrong with a file is said by the error that it raises, once
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

MEDIA_TYPE = "application/pdf"

MOST_PAGES = 2_000
_MOST_OPERATIONS = 1_000_000
"""Drawing operations of a whole file: a page of a book has some 300, one of a newspaper 3,000."""

_MOST_ON_PAGE = 100_000
"""Characters of one page: one of a newspaper has some 30,000."""

_MOST_DRAWN = 1_000
"""Pictures and forms that one page draws."""

_BOUNDS = pypdf.Configuration().with_overwrites(
    zlib_maximum_output_length=8_000_000,
    lzw_maximum_output_length=8_000_000,
    run_length_maximum_output_length=8_000_000,
    array_based_stream_maximum_output_length=8_000_000,
    stream_parsing_work_maximum_count=500_000,
    xform_maximum_invocations_per_extraction=_MOST_DRAWN,
    page_tree_maximum_entries=20_000,
    jbig2dec_binary=None,
)
"""What one stream may unpack to (bytes) and hold, far above what a page of text has."""

_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_PRINTED_PAGE = re.compile(r"Mozilla/|Chrom|Firefox|Safari|Edge", re.I)
_SIGNS = re.compile(r"[\ufffd\ue000-\uf8ff]")
_READABLE = 0.7
"""The share of signs from which on a text is one; below, its fonts hide which letters they show."""


class _TooMuch(Exception):
    """The file asks for more than is done for one."""


def read_pdf(content: bytes, name: str) -> Document:
    """Raises UnreadableDocument where it is broken, locked, too large, or has no text."""
    shown = name or "The file"
    with pypdf.apply_configuration(_BOUNDS):
        try:
            reader = pypdf.PdfReader(BytesIO(content))
            _unlock(reader, shown)
            pages = _read_pages(reader)
            facts = _facts(reader)
        except UnreadableDocument:
            raise
        except (_TooMuch, LimitReachedError) as error:
            raise UnreadableDocument(
                "%(name)s is too large or drawn too intricately: split it and add the parts.", name=shown
            ) from error
        except FileNotDecryptedError as error:
            raise _locked(shown) from error
        except Exception as error:  # pypdf says that broken files raise anything
            raise UnreadableDocument(
                "%(name)s is a broken file: save it anew and add that.", name=shown
            ) from error
    return _document(pages, facts, shown)


def _unlock(reader: pypdf.PdfReader, name: str) -> None:
    """Open what everybody may read; many files are locked against changes only, with an empty password."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked(name)


def _locked(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        "%(name)s is locked with a password: save it without one and add that.", name=name
    )


def _read_pages(reader: pypdf.PdfReader) -> list[list[Line]]:
    if len(reader.pages) > MOST_PAGES:
        raise _TooMuch
    budget = _Budget()
    pages = []
    for page in reader.pages:
        pen = Pen()
        page.extract_text(visitor_text=pen.write, visitor_operand_before=budget.spend)
        pages.append(pen.lines())
        budget.end_page(pen.length)
    return pages


class _Budget:
    def __init__(self) -> None:
        self._operations = _MOST_OPERATIONS
        self._characters = LONGEST
        self._drawn = 0

    def spend(self, operator: bytes, *_: Any) -> None:
        self._operations -= 1
        self._drawn += operator == b"Do"
        # pypdf would leave out further forms without a word
        if self._operations < 0 or self._drawn > _MOST_DRAWN:
            raise _TooMuch

    def end_page(self, length: int) -> None:
        self._drawn = 0
        self._characters -= length
        if length > _MOST_ON_PAGE or self._characters < 0:
            raise _TooMuch


def _facts(reader: pypdf.PdfReader) -> dict[str, str]:
    """What the file says about itself: title, author, made, changed, by (the program), language."""
    said: Mapping[str, Any] = reader.metadata or {}
    keys = {
        "title": "/Title",
        "author": "/Author",
        "made": "/CreationDate",
        "changed": "/ModDate",
        "by": "/Creator",
    }
    found = {fact: _text(said.get(key)) for fact, key in keys.items()}
    return {**found, "language": _text(reader.root_object.get("/Lang"))}


def _text(value: Any) -> str:
    value = value.get_object() if value is not None else ""
    return " ".join(value.replace("\0", "").split()) if isinstance(value, str) else ""


def _document(pages: list[list[Line]], facts: dict[str, str], name: str) -> Document:
    kept = drop_running(pages)
    sample = "\n".join(line.text for lines in kept for line in lines)
    _check_text(sample, name)
    text, starts = set_text(kept, Hyphens(sample, _language(sample)))
    return Document(
        text=text,
        media_type=MEDIA_TYPE,
        title=clean_title(facts["title"]) or find_title(kept),
        author=facts["author"],
        published=_published(facts),
        language=facts["language"],
        pages=starts,
    )


def _check_text(text: str, name: str) -> None:
    if not any(map(str.isalnum, text)):
        raise UnreadableDocument(
            "%(name)s has no text, only pictures of pages: run it through text recognition (OCR) and add "
            "the result.",
            name=name,
        )
    signs = sum(not sign.isspace() for sign in text)
    if len(_SIGNS.findall(text)) > (1 - _READABLE) * signs:
        raise UnreadableDocument(
            "The fonts of %(name)s do not say which letters they show: run it through text recognition "
            "(OCR) and add the result.",
            name=name,
        )


def _language(sample: str) -> str:
    try:
        return detect_language(sample)
    except UnsupportedLanguage:
        return ""


def _published(facts: dict[str, str]) -> str | None:
    """The day on which the file was made; of a web page that was printed that says nothing."""
    if _PRINTED_PAGE.search(facts["by"]):
        return None
    return shared_date(_date(facts["made"]), _date(facts["changed"]))


def _date(stamp: str) -> str:
    found = _DATE.match(stamp)
    return "-".join(filter(None, found.groups())) if found else ""
