"""What became of published verdicts as an Atom feed (RFC 4287): `write_feed(feed, publisher) -> bytes`.

Each turn of a claim (published, corrected, confirmed, withdrawn, lapsed) is an entry of its own with an id
that never changes, a tag: URI (RFC 4151), so that readers see a correction as news.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree
from sqlmodel import Session

from claims.reason import Language
from claims.store import published
from claims.store.filters import Filters
from claims.wording import label
from factcheck.published import Chapter, PublishedClaim, Turn, read_published
from factcheck.reviewing import Publisher

MOST = 40
"""Entries of a feed."""
_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write."""
_NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without an entry was updated: Atom asks for a time, and a changing one would look like news."""
_TURNS: dict[Turn, tuple[str, str]] = {
    Turn.FIRST: ("Veröffentlicht", "Published"),
    Turn.CORRECTION: ("Korrektur", "Correction"),
    Turn.CONFIRMATION: ("Bestätigt", "Confirmed"),
    Turn.WITHDRAWAL: ("Zurückgezogen", "Withdrawn"),
    Turn.LAPSE: ("Wird neu geprüft", "Being checked again"),
}
_TITLES: dict[Language, str] = {"de": "Entscheidungen und Korrekturen", "en": "Decisions and corrections"}


@dataclass(frozen=True)
class Feed:
    """The newest turns first. `path` is where the feed is, behind the desk's address; `about` narrows the
    title: a tag, an article or a saved search by its number."""

    path: str
    about: str
    language: Language
    entries: Sequence[tuple[PublishedClaim, Chapter]]

    @property
    def updated(self) -> datetime:
        return self.entries[0][1].at if self.entries else _NOTHING_YET


def read_feed(
    session: Session, *, path: str, language: Language, wanted: Filters | None = None, about: str = ""
) -> Feed:
    """The newest turns of the published claims that are wanted: of all, of an article, with a tag, or those
    of a saved search."""
    numbers = published.lately_turned(session, MOST, wanted or Filters())
    told = [read_published(session, number) for number in numbers]
    entries = [(claim, chapter) for claim in told for chapter in claim.history]
    entries.sort(key=lambda entry: (entry[1].at, entry[0].id), reverse=True)
    return Feed(path, about, language, entries[:MOST])


def write_feed(feed: Feed, publisher: Publisher) -> bytes:
    """The feed as Atom, in UTF-8: the same bytes for the same turns."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set(_LANG, feed.language)
    address = publisher.address + feed.path
    _add(root, "id", address)
    _add(root, "title", ": ".join(filter(None, (publisher.name, _TITLES[feed.language], feed.about))))
    _add(root, "updated", _time(feed.updated))
    _add(_add(root, "author"), "name", publisher.name)
    _add(root, "link", rel="self", type="application/atom+xml", href=address)
    _add(root, "link", rel="alternate", type="text/html", href=f"{publisher.address}/published")
    for claim, chapter in feed.entries:
        _add_entry(root, feed.language, publisher, claim, chapter)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written


def _add_entry(
    root: etree._Element, language: Language, publisher: Publisher, claim: PublishedClaim, chapter: Chapter
) -> None:
    entry = _add(root, "entry")
    page = f"{publisher.address}/c/{claim.id}"
    turn = _TURNS[chapter.turn][language == "en"]
    named = publisher.house.label if publisher.house else label
    stated = f"{turn}, {named(chapter.new.verdict, language)}" if chapter.new else turn
    _add(entry, "id", f"tag:{publisher.site},{chapter.at:%Y-%m-%d}:/c/{claim.id}/{chapter.at:%H%M%S%f}")
    _add(entry, "title", f"{stated}: {chapter.new.claim_text if chapter.new else claim.text}")
    _add(entry, "updated", _time(chapter.at))
    _add(entry, "link", rel="alternate", type="text/html", href=page)
    _add(entry, "link", rel="related", type="application/ld+json", href=f"{page}.jsonld")
    _add(entry, "category", term=chapter.turn.value)
    why = "\n\n".join(filter(None, (chapter.reason, chapter.new.rationale if chapter.new else "")))
    if why:
        _add(entry, "summary", why).set(_LANG, claim.language)


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    made.text = _UNFIT.sub("\ufffd", text) or None
    return made


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
