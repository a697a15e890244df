"""Taking sources in: what they said is kept as it was."""

import json
import re
import zlib
from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Session

from claims.account import Account
from claims.address import WebAddress
from claims.errors import InvalidInput, StaleVersion
from claims.source import Snapshot, SnapshotDraft, Source, SourceClass, SourceDraft
from claims.store import events
from claims.store import sources as store
from claims.time import CalendarDate


class SourceEdit(BaseModel):
    """New values for fields of a source; what is not set stays, None empties it where it may be empty."""

    model_config = ConfigDict(frozen=True)

    type: str | None = Field(default=None, pattern=r"^[a-z][a-z_-]{1,39}$")
    title: str = Field(default="", min_length=1, max_length=1000)
    author: str | None = Field(default=None, max_length=1000)
    publisher: str | None = Field(default=None, max_length=500)
    container: str | None = Field(default=None, max_length=500)
    issued: CalendarDate | None = None
    url: WebAddress | None = None
    doi: str | None = Field(default=None, max_length=300, pattern=r"^10\.\d{4,9}/\S+$")
    language: str | None = Field(default=None, max_length=35)
    source_class: SourceClass | None = None
    class_reason: str | None = Field(default=None, max_length=500)


FIELDS = tuple(SourceEdit.model_fields)
_NEVER_NULL = {"author": "", "publisher": "", "container": "", "class_reason": ""}
_KEPT_IF_EMPTY = ("type", "source_class")
_ARCHIVE = re.compile(r"https?://\S{1,1990}")


def add_source(
    session: Session, draft: SourceDraft, snapshot: SnapshotDraft, *, by: Account, at: datetime
) -> tuple[Source, Snapshot]:
    """A new source with its first snapshot."""
    source = store.add(session, draft, at)
    return source, capture(session, source, snapshot, by=by, at=at)


def capture(session: Session, source: Source, draft: SnapshotDraft, *, by: Account, at: datetime) -> Snapshot:
    """One more snapshot of a source; earlier ones stay."""
    snapshot = store.add_snapshot(session, source, draft, by.id or 0, at)
    events.append(
        session,
        "capture",
        by=by.id or 0,
        at=at,
        body={"source": source.id, "snapshot": snapshot.id, "sha256": snapshot.sha256},
        sealed={"text": snapshot.text, "way": way(snapshot)},
    )
    return snapshot


WAY = ("requested_url", "final_url", "http_status", "headers", "redirects", "pages", "description")
"""What a snapshot's row says of how it came in."""


def way(snapshot: Snapshot) -> str:
    """How a snapshot came in, in one spelling, for the digest that the history keeps of it."""
    return json.dumps({name: getattr(snapshot, name) for name in WAY}, sort_keys=True)


def revision(source: Source) -> int:
    """A number that is another when a field is another: what an edit was made looking at."""
    said = json.dumps([str(getattr(source, name)) for name in FIELDS])
    return zlib.crc32(said.encode()) + 1


def edit_source(
    session: Session, source: Source, change: SourceEdit, *, by: Account, at: datetime, expect: int
) -> Source:
    """Correct what is said of a source; its snapshots stay. Raises StaleVersion."""
    if revision(source) != expect:
        raise StaleVersion("Somebody else changed this source meanwhile: look again.", revision(source))
    wanted = {name: getattr(change, name) for name in change.model_fields_set}
    new = {
        name: _NEVER_NULL.get(name) if value is None else value
        for name, value in wanted.items()
        if value is not None or name not in _KEPT_IF_EMPTY
    }
    changed = [name for name, value in new.items() if getattr(source, name) != value]
    for name in changed:
        setattr(source, name, new[name])
    session.add(source)
    if changed:
        # only which: what a confidential source is called stays outside of the chain
        body = {"source": source.id, "fields": changed}
        events.append(session, "edit_source", by=by.id or 0, at=at, body=body)
    return source


def set_archive(session: Session, snapshot: Snapshot, url: str, *, by: Account, at: datetime) -> None:
    """Say where a public archive (Memento) has what a snapshot has; empty for nowhere. Raises
    InvalidInput."""
    if url and not _ARCHIVE.fullmatch(url):
        raise InvalidInput("“%(url)s” is no web address: one begins with http:// or https://.", url=url)
    snapshot.archive_url = url or None
    session.add(snapshot)
    body = {"snapshot": snapshot.id}
    events.append(session, "archive_address", by=by.id or 0, at=at, body=body)
