"""Taking sources in: what they said is kept as it was."""

import json
from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.source import Snapshot, SnapshotDraft, Source, SourceDraft
from claims.store import events
from claims.store import sources as store


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


def way(snapshot: Snapshot) -> str:
    """How a snapshot came in, in one spelling, for the digest that the history keeps of it."""
    names = ("requested_url", "final_url", "http_status", "headers", "redirects", "pages", "description")
    return json.dumps({name: getattr(snapshot, name) for name in names}, sort_keys=True)
