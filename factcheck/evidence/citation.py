"""What a page says of itself -> the fields of a CSL item. Pure.

Read in this order: the tags that scholarly search engines ask for (`citation_*`), JSON-LD of schema.org,
Open Graph and `article:*`, Dublin Core, the plain tags of HTML; what they leave open is filled by what the
reader of the file found.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html
from pydantic import TypeAdapter, ValidationError

from claims.source import SourceDraft
from claims.time import CalendarDate
from factcheck.evidence.primary import class_of
from factcheck.reading.confining import apart
from factcheck.reading.document import Document

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"'<>]+")
_DATE = TypeAdapter(CalendarDate)
_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_LONGEST_JSON = 200_000
_DEEPEST = 6
_TYPES = {
    "newsarticle": "article-newspaper",
    "reportagenewsarticle": "article-newspaper",
    "scholarlyarticle": "article-journal",
    "blogposting": "post-weblog",
    "report": "report",
    "book": "book",
    "dataset": "dataset",
    "legislation": "legislation",
}
_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("citation_title", "ld:headline", "og:title", "dc.title", "dcterms.title", "ld:name"),
    "author": ("citation_author", "ld:author", "article:author", "dc.creator", "dcterms.creator", "author"),
    "publisher": (
        "citation_publisher",
        "ld:publisher",
        "og:site_name",
        "dc.publisher",
        "dcterms.publisher",
        "publisher",
    ),
    "issued": (
        "citation_publication_date",
        "citation_date",
        "ld:datepublished",
        "article:published_time",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
        "date",
    ),
    "language": ("citation_language", "ld:inlanguage", "dc.language", "lang", "og:locale"),
    "doi": ("citation_doi", "dc.identifier", "ld:doi", "prism.doi", "doi"),
    "container": ("citation_journal_title", "citation_conference_title", "prism.publicationname"),
    "volume": ("citation_volume", "prism.volume"),
    "issue": ("citation_issue", "prism.number"),
    "page": ("citation_firstpage", "prism.startingpage"),
    "last": ("citation_lastpage", "prism.endingpage"),
}

_SECONDS = 5
"""How long a server computes over what a page says of itself."""


def describe(content: bytes, document: Document, url: str | None, name: str = "") -> SourceDraft:
    """The source as its file and its address tell of it; the class is that of a well-known source."""
    is_page = document.media_type in ("text/html", "application/xhtml+xml")
    said = apart(_SECONDS, name, _said, content) if is_page else {}
    found = {field: _first(said, names) for field, names in _FIELDS.items()}
    publisher = _line(found["publisher"] or document.publisher, 500)
    return SourceDraft(
        type=_type(said, found, document),
        title=_line(found["title"] or document.title, 1000) or url or name or "?",
        author=_line(_authors(said) or document.author, 1000),
        publisher=publisher,
        issued=_issued(found["issued"]) or document.published,
        url=url,
        language=_language(found["language"] or document.language),
        doi=_doi(found["doi"], url),
        container=_line(found["container"], 500),
        details=_details(found),
        source_class=class_of(url, publisher),
    )


def _said(content: bytes) -> dict[str, list[str]]:
    """What the tags say, by their names in small letters; nothing where the page is no HTML."""
    try:
        page = html.document_fromstring(content, parser=html.HTMLParser(encoding=_encoding(content)))
    except (etree.LxmlError, ValueError):
        return {}
    said: dict[str, list[str]] = {}
    for tag in page.iter("meta"):
        name = tag.get("name") or tag.get("property") or tag.get("itemprop") or ""
        _add(said, name.lower(), tag.get("content") or "")
    _add(said, "lang", page.get("lang") or "")
    for script in page.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            for name, value in _linked(script.text or ""):
                _add(said, name, value)
    return said


def _encoding(content: bytes) -> str | None:
    """UTF-8 where it is that, else what the page says: most pages that say nothing are UTF-8."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _add(said: dict[str, list[str]], name: str, value: str) -> None:
    if name and value.strip():
        said.setdefault(name, []).append(value)


def _linked(text: str) -> Iterator[tuple[str, str]]:
    """The facts of the first work in JSON-LD."""
    if len(text) > _LONGEST_JSON:
        return
    try:
        work = next(_works(json.loads(text), 0), None)
    except (ValueError, RecursionError):
        return
    if work is None:
        return
    yield "ld:type", _named(work.get("@type"))
    for key in ("headline", "name", "datePublished", "inLanguage", "publisher", "doi"):
        yield f"ld:{key.lower()}", _named(work.get(key))
    authors = work.get("author")
    for author in authors if isinstance(authors, list) else [authors]:
        yield "ld:author", _named(author)


def _works(found: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(found, list):
        for each in found:
            yield from _works(each, depth + 1)
    elif isinstance(found, dict):
        if found.get("headline") or _named(found.get("@type")).lower() in _TYPES:
            yield found
        yield from _works(found.get("@graph"), depth + 1)


def _named(value: Any) -> str:
    """The name of a thing of JSON-LD, however it is written."""
    if isinstance(value, list):
        return _named(value[0]) if value else ""
    if isinstance(value, dict):
        return _named(value.get("name"))
    return value if isinstance(value, str) else ""


def _first(said: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((said[name][0] for name in names if name in said), "")


def _authors(said: dict[str, list[str]]) -> str:
    """All authors of the first kind of tag that names any; an address of a profile is no name."""
    for name in _FIELDS["author"]:
        people = [_line(each, 200) for each in said.get(name, ()) if "://" not in each]
        if people:
            return "; ".join(dict.fromkeys(people))
    return ""


def _type(said: dict[str, list[str]], found: dict[str, str], document: Document) -> str:
    if "citation_journal_title" in said:
        return "article-journal"
    if "citation_conference_title" in said:
        return "paper-conference"
    named = _first(said, ("ld:type",)).lower()
    if named in _TYPES:
        return _TYPES[named]
    if found["doi"]:
        return "article"
    return "webpage" if document.media_type.startswith(("text/html", "application/xhtml")) else "document"


def _issued(written: str) -> str | None:
    """The day, month or year that a date begins with, where the calendar has it."""
    match = _DAY.match(written.strip())
    if match is None:
        return None
    parts = [part.zfill(2) for part in match.groups() if part]
    for length in range(len(parts), 0, -1):
        try:
            return str(_DATE.validate_python("-".join(parts[:length])))
        except ValidationError:
            continue
    return None


def _language(written: str) -> str | None:
    tag = written.strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) and len(tag) <= 35 else None


def _doi(written: str, url: str | None) -> str | None:
    """The DOI that the page names, else the one in its address."""
    match = _DOI.search(written) or (_DOI.search(url) if url and "doi" in url.lower() else None)
    return match[0].rstrip(".,;)").split("?")[0].split("#")[0].lower()[:300] if match else None


def _details(found: dict[str, str]) -> dict[str, str]:
    pages = "–".join(filter(None, (_line(found["page"], 40), _line(found["last"], 40))))
    details = {"volume": _line(found["volume"], 40), "issue": _line(found["issue"], 40), "page": pages}
    return {name: value for name, value in details.items() if value}


def _line(text: str, longest: int) -> str:
    return " ".join(text.encode("utf-8", "ignore").decode().replace("\0", "").split())[:longest]
