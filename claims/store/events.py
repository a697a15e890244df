"""The event log: append (see `appending`), read on, walk and check."""

import json
import sys
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from pydantic_core import from_json
from sqlmodel import Session, col, select

from claims.canonical import spell
from claims.errors import LogBroken
from claims.event import Event, Fields, LogHead, chain_hash, digest_note
from claims.store.appending import BEGINNING as BEGINNING
from claims.store.appending import Happening as Happening
from claims.store.appending import Head as Head
from claims.store.appending import append as append
from claims.store.appending import append_all as append_all
from claims.store.appending import record as record
from claims.store.compiled import Compiled
from claims.store.once import once

_HEAD = Compiled(sa.select(col(LogHead.seq), col(LogHead.hash)).where(col(LogHead.id) == 1))
"""Read as it comes from the driver: every question asks for it."""

_BATCH = 1000
_FETCHED = 5000
"""Rows that are fetched at a time where the whole log is read."""


class Entry(NamedTuple):
    """An event as it is read in a walk over the whole log; `at` is written in ISO 8601, in UTC."""

    seq: int
    at: str
    actor_id: int
    action: str
    article_id: int | None
    claim_id: int | None
    body: dict[str, Any]
    note: str | None
    salt: str
    hash: str


_OF_CLAIM = select(Event).where(Event.claim_id == sa.bindparam("claim_id")).order_by(col(Event.seq))
_OF_CLAIMS = (
    select(Event)
    .where(
        col(Event.claim_id).in_(sa.bindparam("ids", expanding=True)), Event.action == sa.bindparam("action")
    )
    .order_by(col(Event.seq))
)
_OF_ARTICLE = (
    select(Event)
    .where(Event.article_id == sa.bindparam("article_id"), Event.action == sa.bindparam("action"))
    .order_by(col(Event.seq))
)


@once
def of_claim(session: Session, claim_id: int) -> list[Event]:
    """The claim's history, oldest first."""
    return list(session.exec(_OF_CLAIM, params={"claim_id": claim_id}))


def of_article(session: Session, article_id: int, action: str) -> list[Event]:
    """The events of one kind in an article's history, oldest first."""
    return list(session.exec(_OF_ARTICLE, params={"article_id": article_id, "action": action}))


def of_claims(session: Session, claim_ids: list[int], action: str) -> list[Event]:
    """The events of one kind in the history of these claims, oldest first."""
    return list(session.exec(_OF_CLAIMS, params={"ids": claim_ids, "action": action}))


def of_account(session: Session, account_id: int, actions: Collection[str], limit: int) -> list[Event]:
    """The events of these kinds that are about an account, the newest first."""
    statement = select(Event).where(
        col(Event.claim_id).is_(None),
        col(Event.article_id).is_(None),
        col(Event.action).in_(actions),
        col(Event.body)["account"].as_integer() == account_id,
    )
    return list(session.exec(statement.order_by(col(Event.seq).desc()).limit(limit)))


def since(session: Session, seq: int, limit: int = _BATCH) -> list[Event]:
    """The events after number `seq`, oldest first."""
    return list(session.exec(select(Event).where(Event.seq > seq).order_by(col(Event.seq)).limit(limit)))


def numbered(session: Session, numbers: Collection[int]) -> dict[int, Event]:
    """The events with these numbers, by number."""
    found = session.exec(select(Event).where(col(Event.seq).in_(numbers))) if numbers else ()
    return {event.seq: event for event in found}


def last(session: Session) -> int:
    """The number of the last event, 0 where there is none."""
    return session.exec(select(LogHead.seq).where(LogHead.id == 1)).one()


def head(session: Session) -> Head:
    """The last event, as the log's head has it."""
    return Head(*_HEAD.put(session.connection(), {}).fetchone())


def walk(session: Session, after: Head = BEGINNING, upto: int | None = None) -> Iterator[Entry]:
    """All events after that one, to the last, each checked against the one before it; with `upto` as many as
    there should be to the one of that number, and no look at the log's head.

    Raises LogBroken at the first event whose number, predecessor, hash or note does not fit, where `after`
    is not in the log, or where the log ends before its head.
    """
    previous, seq = after.hash, after.seq
    if after != BEGINNING and hash_of(session, after.seq) != after.hash:
        raise LogBroken("Event %(seq)s is not the one that was noted down.", after.seq)
    for row in _rows(session.connection(), after.seq, upto):
        seq += 1
        entry = _checked(row, seq, previous)
        previous = entry.hash
        yield entry
    end = head(session)
    if upto is None and end != (seq, previous):
        raise LogBroken("The log ends at event %(seq)s, but its head is event %(head)s.", seq, head=end.seq)


def hash_of(session: Session, seq: int) -> str | None:
    """What is stored as the hash of that event, None where there is none."""
    return session.exec(select(Event.hash).where(Event.seq == seq)).one_or_none()


_READ = Compiled(
    sa.select(
        *(col(column) for column in (Event.seq, Event.actor_id, Event.action, Event.article_id)),
        *(col(Event.claim_id), col(Event.at), sa.cast(col(Event.body), sa.Text), col(Event.note)),
        *(col(Event.salt), col(Event.note_digest), col(Event.previous), col(Event.hash)),
    )
    .where(col(Event.seq) > sa.bindparam("after"))
    .order_by(col(Event.seq))
    .limit(sa.bindparam("most"))
)


def _rows(connection: sa.Connection, after: int, upto: int | None) -> Iterator[tuple[Any, ...]]:
    """The rows as the driver has them: what SQLAlchemy would make of times and JSON takes longer than all
    the rest. Asked for part by part: PostgreSQL's driver would hold all of the log."""
    left = sys.maxsize if upto is None else upto - after
    while rows := _READ.put(connection, {"after": after, "most": min(left, _FETCHED)}).fetchall():
        yield from rows
        after, left = rows[-1][0], left - len(rows)


def _checked(row: tuple[Any, ...], seq: int, previous: str) -> Entry:
    found, actor, action, article, claim, at, body, note, salt, digest, before, own = row
    if found != seq:
        raise LogBroken("Event %(seq)s is missing.", seq)
    if before != previous:
        raise LogBroken("Event %(seq)s does not follow the one before it.", seq)
    try:
        # SQLite hands it out as text, PostgreSQL's driver has read it
        said = at.isoformat(timespec="microseconds") if isinstance(at, datetime) else f"{at[:10]}T{at[11:]}"
    except TypeError:
        said = ""
    said = f"{said}+00:00"
    facts = _facts((seq, said, actor, action, article, claim), body, digest, previous, own)
    if facts is None:
        raise LogBroken("Event %(seq)s was changed after it was written.", seq)
    if note is not None and digest != digest_note(note, salt):
        raise LogBroken("The note of event %(seq)s was changed after it was written.", seq)
    return Entry(seq, said, actor, action, article, claim, facts, note, salt, own)


def _facts(
    fields: Fields, body: str, note_digest: str | None, previous: str, own: str
) -> dict[str, Any] | None:
    """The body, where the event's own hash is over it and the rest; None where it is not."""
    try:
        if '": ' not in body and own == chain_hash(fields, body, note_digest, previous):
            return _read(body)
    except (TypeError, ValueError):
        return None  # of another kind than what is written here
    return _reread(fields, body, note_digest, previous, own)


def _reread(
    fields: Fields, body: str, note_digest: str | None, previous: str, own: str
) -> dict[str, Any] | None:
    """The same where the body lies in another spelling than the one that is hashed, as earlier versions
    stored it; by the quick reader, then by that of whoever wrote it."""
    for read in (from_json, json.loads):
        try:
            facts: dict[str, Any] = read(body)
            if own == chain_hash(fields, spell(facts), note_digest, previous):
                return facts
        except (TypeError, ValueError):
            continue
    return None


def _read(body: str) -> dict[str, Any]:
    """The quick reader takes a third of the time; it refuses half a surrogate pair."""
    try:
        facts: dict[str, Any] = from_json(body)
    except ValueError:
        facts = json.loads(body)
    return facts


def hashes(session: Session) -> Iterator[str]:
    """The hashes of all events in their order. Raises LogBroken where one is missing."""
    rows = session.exec(
        select(Event.seq, Event.hash).order_by(col(Event.seq)).execution_options(yield_per=_BATCH)
    )
    for expected, (seq, found) in enumerate(rows, start=1):
        if seq != expected:
            raise LogBroken("Event %(seq)s is missing.", expected)
        yield found


def all_of_claims(session: Session, claim_ids: Collection[int]) -> list[Event]:
    """The histories of these claims in one, oldest first."""
    statement = select(Event).where(col(Event.claim_id).in_(claim_ids)).order_by(col(Event.seq))
    return list(session.exec(statement))


def captures(session: Session, snapshot_ids: Collection[int]) -> list[Event]:
    """The events by which these snapshots came in, oldest first."""
    statement = select(Event).where(
        Event.action == "capture", col(Event.body)["snapshot"].as_integer().in_(snapshot_ids)
    )
    return list(session.exec(statement.order_by(col(Event.seq))))
