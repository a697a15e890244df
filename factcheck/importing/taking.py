"""Taking a feed in: `import_feed(engine, entries, …) -> Imported`, and forgetting a publisher's reviews.

Each batch is a transaction of its own with one event in the history, which names the rows it touched: the
search index reads on from there. A feed that is read again changes only what it says otherwise by now.
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import islice

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict
from sqlmodel import Session

from claims.account import Account
from claims.database import writing
from claims.errors import NotFound
from claims.store import events, imported
from claims.store.imported import FORGET, IMPORT
from factcheck.desk import actor
from factcheck.importing.feed import Broken
from factcheck.importing.reading import ReviewDraft

BATCH = 1000
"""Entries of a feed that are stored together."""

Progress = Callable[[int], None]
"""Called with the number of entries that were read."""


class Imported(BaseModel):
    """What became of a feed's entries: new, said otherwise by now, the same as before, left out."""

    model_config = ConfigDict(frozen=True)

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    broken: tuple[Broken, ...] = ()


def import_feed(
    engine: sa.Engine,
    entries: Iterable[ReviewDraft | Broken],
    *,
    feed: str,
    by: str,
    at: datetime,
    progress: Progress | None = None,
) -> Imported:
    """Store what the entries say. `feed` is where they were read, `by` the name of the account that acts.

    Raises what reading raises; the batches before stay. Raises DeskBusy, NotAllowed.
    """
    added = changed = unchanged = seen = 0
    broken: list[Broken] = []
    reading = iter(entries)
    while batch := list(islice(reading, BATCH)):
        broken += [entry for entry in batch if isinstance(entry, Broken)]
        # what a feed says twice holds as it is said last
        drafts = {entry.key: entry for entry in batch if isinstance(entry, ReviewDraft)}
        with writing(engine) as session:
            new, other = _store(session, drafts, feed, actor(session, by, at), at)
        added, changed = added + new, changed + other
        unchanged += len(drafts) - new - other
        seen += len(batch)
        if progress:
            progress(seen)
    return Imported(added=added, changed=changed, unchanged=unchanged, broken=tuple(broken))


def _store(
    session: Session, drafts: dict[str, ReviewDraft], feed: str, by: Account, at: datetime
) -> tuple[int, int]:
    """How many of the batch are new, and how many say something else than before."""
    known = imported.digests(session, drafts)
    came = {"feed": feed, "imported_by": by.id, "imported_at": at}
    rows = {
        key: {**draft.model_dump(), "key": key, "digest": draft.digest, **came}
        for key, draft in drafts.items()
    }
    new = imported.add(session, [row for key, row in rows.items() if key not in known])
    other = {
        known[key][0]: row for key, row in rows.items() if key in known and known[key][1] != row["digest"]
    }
    was = dict(known.values())
    imported.change(session, other)
    if new or other:
        same = {key for key, (_, digest) in known.items() if digest == rows[key]["digest"]}
        told = sorted(row["digest"] for key, row in rows.items() if key not in same)
        facts = {
            "feed": feed,
            "first": new[0] if new else None,
            "added": len(new),
            "changed": sorted(other),
            "was": [was[number] for number in sorted(other)],
            "sha256": hashlib.sha256("\n".join(told).encode()).hexdigest(),
        }
        events.append(session, IMPORT, by=by.id or 0, at=at, body=facts)
    return len(new), len(other)


def forget(engine: sa.Engine, site: str, *, by: str, at: datetime) -> int:
    """Take away all that one publisher's site said; returns how much. Raises NotFound."""
    gone = 0
    while True:
        with writing(engine) as session:
            going = imported.of_site(session, site, BATCH)
            if not going:
                break
            who = actor(session, by, at)
            imported.forget(session, going)
            facts = {"site": site, "gone": list(going), "was": list(going.values())}
            events.append(session, FORGET, by=who.id or 0, at=at, body=facts)
        gone += len(going)
    if not gone:
        raise NotFound("No review of %(site)s was taken in.", site=site)
    return gone
