"""Capturing: from an address or a file to a source and its snapshot, and a row for every try.

The network is asked before the database is written to: nobody waits for a slow server.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import format_datetime

from sqlmodel import Session

from claims.account import Account
from claims.attempt import Attempt, Outcome
from claims.errors import InvalidInput, UnreadableDocument
from claims.source import Capture, Snapshot, SnapshotDraft, Source, SourceDraft
from claims.store import attempts
from claims.store import sources as store
from factcheck.evidence.archive import archived_on, is_archive, read_archive
from factcheck.evidence.citation import describe
from factcheck.evidence.fetching import Fetched, Fetcher, Limits, Unfetched
from factcheck.evidence.media import media_type_of
from factcheck.reading import read_document
from factcheck.reading.confining import apart
from factcheck.reading.document import Document
from factcheck.settings import Settings
from factcheck.sources import add_source, capture

_ARCHIVE_SECONDS = 20
"""How long a server computes over a web archive."""


@dataclass(frozen=True)
class Taken:
    """A source as it tells of itself, and what it says; nothing of it is stored."""

    source: SourceDraft
    snapshot: SnapshotDraft


@dataclass(frozen=True)
class Tried:
    """What became of going to an address; `taken` is there where it was captured."""

    url: str
    outcome: Outcome
    status: int | None = None
    reason: str = ""
    taken: Taken | None = None


@dataclass(frozen=True)
class Kept:
    """A try as it was written down, with what came of it."""

    attempt: Attempt
    source: Source | None
    snapshot: Snapshot | None


def fetcher_of(settings: Settings) -> Fetcher:
    """How the settings have pages fetched. Without a setting the desk gives its name, in ASCII."""
    named = settings.desk_name.encode("ascii", "ignore").decode()
    agent = settings.user_agent or f"Mozilla/5.0 (compatible; factcheck; {' '.join(named.split())})"
    return Fetcher(agent, settings.intranet, Limits(size=settings.max_upload_bytes))


def go(fetcher: Fetcher, url: str) -> Tried:
    """Fetch a page and read it. Raises nothing: whatever happens is an outcome."""
    found = fetcher.fetch(url)
    if isinstance(found, Unfetched):
        return Tried(url, found.outcome, found.status, found.reason)
    status = found.hops[-1].status
    try:
        return Tried(url, Outcome.CAPTURED, status, taken=_page(found))
    except UnreadableDocument:
        media = media_type_of(found.content).partition("/")[0]
        return Tried(url, Outcome.NO_TEXT, status, media)


def _page(found: Fetched) -> Taken:
    document = read_document(found.content, name=found.url.partition("?")[0], media_type=found.media_type)
    draft = SnapshotDraft(
        content=found.content,
        media_type=document.media_type,
        text=document.text,
        pages=document.pages,
        capture=Capture.FETCHED,
        requested_url=found.requested,
        final_url=found.url,
        http_status=found.hops[-1].status,
        headers=found.hops[-1].headers,
        redirects=tuple(
            {"url": hop.url, "status": hop.status, "headers": [list(pair) for pair in hop.headers]}
            for hop in found.hops[:-1]
        ),
    )
    return Taken(describe(found.content, document, found.requested), draft)


def open_file(content: bytes, name: str, url: str | None = None, description: str = "") -> Taken:
    """A source in a file: a document, a picture or a recording with what a person writes down of it, or
    a web archive of which `url` says the page. Raises UnreadableDocument, InvalidInput."""
    if is_archive(content, name):
        return _out_of_archive(content, name, url)
    media_type = media_type_of(content)
    if media_type:
        return _written_down(content, media_type, name, url, description)
    document = read_document(content, name=name)
    draft = SnapshotDraft(
        content=content,
        media_type=document.media_type,
        text=document.text,
        pages=document.pages,
        capture=Capture.UPLOADED,
    )
    return Taken(describe(content, document, url, name), draft)


def _out_of_archive(content: bytes, name: str, url: str | None) -> Taken:
    found = apart(_ARCHIVE_SECONDS, name, read_archive, content, name, url)
    document = read_document(found.content, name=found.url.partition("?")[0], media_type=found.media_type)
    at = archived_on(found.at)
    # when an archive captured a page is told as archives tell it (RFC 7089)
    dated = (("Memento-Datetime", format_datetime(at, usegmt=True)),) if at else ()
    draft = SnapshotDraft(
        content=found.content,
        media_type=document.media_type,
        text=document.text,
        pages=document.pages,
        capture=Capture.ARCHIVED,
        requested_url=found.url,
        final_url=found.url,
        http_status=found.status,
        headers=(*found.headers, *dated),
    )
    return Taken(describe(found.content, document, found.url), draft)


def _written_down(content: bytes, media_type: str, name: str, url: str | None, description: str) -> Taken:
    said = description.replace("\r\n", "\n").strip()
    if not said:
        raise InvalidInput(
            "%(name)s is a picture or a recording: write down what it shows or says.", name=name or "The file"
        )
    document = Document(text=said, media_type=media_type)
    kind = "graphic" if media_type.startswith("image/") else "broadcast"
    source = describe(content, document, url, name).model_copy(update={"type": kind})
    draft = SnapshotDraft(
        content=content, media_type=media_type, text=said, description=said, capture=Capture.UPLOADED
    )
    return Taken(source, draft)


def keep(session: Session, tried: Tried, *, by: Account, at: datetime, confidential: bool = False) -> Kept:
    """Write a try down, and what it brought: a new source, or one more snapshot of the one that the desk
    has of this address."""
    known = store.by_url(session, tried.url)
    if known is not None and not confidential:
        return keep_again(session, known, tried, by=by, at=at)
    if tried.taken is None:
        return Kept(_note(session, tried, None, None, by, at), None, None)
    draft = tried.taken.source.model_copy(update={"confidential": confidential})
    source, snapshot = add_source(session, draft, tried.taken.snapshot, by=by, at=at)
    return Kept(_note(session, tried, source, snapshot, by, at), source, snapshot)


def keep_again(session: Session, source: Source, tried: Tried, *, by: Account, at: datetime) -> Kept:
    """Write a try at a known source down: one more snapshot, unless it says what the last one said."""
    if tried.taken is None:
        return Kept(_note(session, tried, source, None, by, at), source, None)
    last = _last(session, source, tried.taken.snapshot.text)
    if last is not None:
        same = replace(tried, outcome=Outcome.UNCHANGED)
        return Kept(_note(session, same, source, last, by, at), source, last)
    snapshot = capture(session, source, tried.taken.snapshot, by=by, at=at)
    return Kept(_note(session, tried, source, snapshot, by, at), source, snapshot)


def keep_file(
    session: Session, draft: SourceDraft, snapshot: SnapshotDraft, *, by: Account, at: datetime
) -> tuple[Source, Snapshot]:
    """What a file brought: a new source, or one more snapshot of the one that the desk has of its address,
    unless that said the same last."""
    known = store.by_url(session, draft.url) if draft.url and not draft.confidential else None
    if known is None:
        return add_source(session, draft, snapshot, by=by, at=at)
    last = _last(session, known, snapshot.text)
    return known, last or capture(session, known, snapshot, by=by, at=at)


def _last(session: Session, source: Source, text: str) -> Snapshot | None:
    """The last snapshot where it says this."""
    last = store.last_snapshot(session, source.id or 0)
    return last if last is not None and last.text == text else None


def _note(
    session: Session,
    tried: Tried,
    source: Source | None,
    snapshot: Snapshot | None,
    by: Account,
    at: datetime,
) -> Attempt:
    attempt = Attempt(
        source_id=source.id if source else None,
        url=tried.url[:2000],
        outcome=tried.outcome,
        http_status=tried.status,
        detail={"reason": tried.reason} if tried.reason else {},
        snapshot_id=snapshot.id if snapshot else None,
        tried_by=by.id or 0,
        tried_at=at,
    )
    return attempts.add(session, attempt)
