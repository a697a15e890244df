"""BibTeX and BibLaTeX: the works that the report cites.

Everything is escaped, so that no title can end its field or run a command: a brace counts for BibTeX even
after a backslash, so braces and backslashes are written as commands. Keys are plain ASCII.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from factcheck.exports.works import Name, Work, one_line, parts, works
from factcheck.report import Report

_ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&#_%"},
    }
)
_IN_ADDRESS = {sign: f"%{ord(sign):02X}" for sign in '{}\\"^`<>| '}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_Fields = Iterator[tuple[str, str]]

# CSL type -> (BibTeX, BibLaTeX); all others are misc
_TYPES: dict[str, tuple[str, str]] = {
    "article": ("misc", "online"),
    "article-journal": ("article", "article"),
    "article-magazine": ("article", "article"),
    "article-newspaper": ("article", "article"),
    "book": ("book", "book"),
    "chapter": ("incollection", "incollection"),
    "dataset": ("misc", "dataset"),
    "legal_case": ("misc", "jurisdiction"),
    "legislation": ("misc", "legislation"),
    "paper-conference": ("inproceedings", "inproceedings"),
    "patent": ("misc", "patent"),
    "post": ("misc", "online"),
    "post-weblog": ("misc", "online"),
    "report": ("techreport", "report"),
    "software": ("misc", "software"),
    "standard": ("misc", "standard"),
    "thesis": ("phdthesis", "thesis"),
    "webpage": ("misc", "online"),
}
_IN_SERIAL = ("article-journal", "article-magazine", "article-newspaper")
_IN_BOOK = ("chapter", "paper-conference")
# CSL variable -> field, which both have
_DETAILS = {
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "page": "pages",
    "edition": "edition",
    "publisher-place": "address",
    "collection-title": "series",
    "ISBN": "isbn",
    "ISSN": "issn",
    "chapter-number": "chapter",
}


def write(report: Report) -> bytes:
    return _entries(report, 0, _bibtex_dates)


def write_biblatex(report: Report) -> bytes:
    return _entries(report, 1, _biblatex_dates)


def escape(text: str) -> str:
    """The text as it reads, on one line, whatever LaTeX makes of its signs."""
    return one_line(text).translate(_ESCAPED)


def address(url: str) -> str:
    """The address with what would unbalance or end its field percent-encoded."""
    return "".join(_IN_ADDRESS.get(sign, sign) for sign in one_line(url))


def _entries(report: Report, which: int, dates: Callable[[Work], _Fields]) -> bytes:
    return "\n".join(_entry(work, which, dates) for work in works(report)).encode()


def _entry(work: Work, which: int, dates: Callable[[Work], _Fields]) -> str:
    kind = _TYPES.get(work.type, ("misc", "misc"))[which]
    fields = [*_said(work, which), *dates(work), *_more(work)]
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@{kind}{{{work.key},\n{lines}}}\n"


def _said(work: Work, which: int) -> _Fields:
    source = work.source
    yield "title", f"{{{escape(source.title)}}}"  # its capitals stay as they are
    yield "author", " and ".join(map(_name, work.names))
    container = escape(source.container)
    if work.type in _IN_SERIAL:
        yield ("journal", "journaltitle")[which], container or escape(source.publisher)
    elif work.type in _IN_BOOK:
        yield "booktitle", container
    elif container:
        yield ("howpublished", "organization")[which], container
    if work.type == "report":
        yield "institution", escape(source.publisher)
    elif work.type == "thesis":
        yield ("school", "institution")[which], escape(source.publisher)
    elif work.type not in _IN_SERIAL or container:
        yield "publisher", escape(source.publisher)
    if which and work.type in ("report", "thesis"):
        yield "type", escape(work.details.get("genre", work.type))


def _name(name: Name) -> str:
    """A person as `Family, Given`; an office in braces, so that it is not cut into a person."""
    return f"{escape(name.family)}, {escape(name.given)}" if name.given else f"{{{escape(name.family)}}}"


def _bibtex_dates(work: Work) -> _Fields:
    if work.source.issued:
        year, month, *_ = [*parts(work.source.issued), 0]
        yield "year", str(year)
        yield "month", _MONTHS[month - 1] if month else ""
    if work.source.url:
        yield "note", f"Accessed {_day(work.accessed)}"


def _biblatex_dates(work: Work) -> _Fields:
    yield "date", work.source.issued or ""
    if work.source.url:
        yield "urldate", _day(work.accessed)


def _day(day: date) -> str:
    return day.isoformat()


def _more(work: Work) -> _Fields:
    taken: set[str] = set()
    for variable, field in _DETAILS.items():
        if field not in taken and (value := work.details.get(variable)):
            taken.add(field)
            yield field, re.sub(r"(?<=\d)-(?=\d)", "--", escape(value)) if field == "pages" else escape(value)
    yield "url", address(work.source.url or "")
    yield "doi", address(work.source.doi or "")
    yield "language", escape(work.source.language or "")
