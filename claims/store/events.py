"""The event log: append, read on, walk and check."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlmodel import Session, col, select

from claims.claim import Claim
from claims.errors import LogBroken
from claims.event import GENESIS, Event, LogHead, chain, digest_note, new_salt

_BATCH = 1000


def append(
    session: Session,
    action: str,
    *,
    by: int,
    at: datetime,
    body: dict[str, Any],
    article_id: int | None = None,
    claim_id: int | None = None,
    note: str = "",
    sealed: Mapping[str, str] = MappingProxyType({}),
) -> Event:
    """Write the next event. Appenders queue for the head's row, so the chain never forks.

    `note` is kept beside the event and can be erased; `sealed` are words kept in rows of their own.
    Of both the chain holds a digest with the event's salt.
    """
    head = session.exec(select(LogHead).where(LogHead.id == 1).with_for_update()).one()
    salt = new_salt()
    event = Event.model_validate(
        {
            "seq": head.seq + 1,
            "at": at,
            "actor_id": by,
            "action": action,
            "article_id": article_id,
            "claim_id": claim_id,
            "body": body | {f"{name}_digest": digest_note(text, salt) for name, text in sealed.items()},
            "note": note or None,
            "salt": salt,
            "note_digest": digest_note(note, salt) if note else None,
            "previous": head.hash,
            "hash": "",
        }
    )
    event.hash = chain(event)
    head.seq, head.hash = event.seq, event.hash
    session.add_all([event, head])
    session.flush()
    return event


def record(
    session: Session,
    claim: Claim,
    action: str,
    *,
    by: int,
    at: datetime,
    facts: dict[str, Any],
    note: str = "",
    sealed: Mapping[str, str] = MappingProxyType({}),
) -> Event:
    """Write the next event, one of a claim, with the version that it brought the claim to."""
    return append(
        session,
        action,
        by=by,
        at=at,
        article_id=claim.article_id,
        claim_id=claim.id,
        body={**facts, "version": claim.version},
        note=note,
        sealed=sealed,
    )


def of_claim(session: Session, claim_id: int) -> list[Event]:
    """The claim's history, oldest first."""
    return list(session.exec(select(Event).where(Event.claim_id == claim_id).order_by(col(Event.seq))))


def of_article(session: Session, article_id: int, action: str) -> list[Event]:
    """The events of one kind in an article's history, oldest first."""
    statement = select(Event).where(Event.article_id == article_id, Event.action == action)
    return list(session.exec(statement.order_by(col(Event.seq))))


def of_claims(session: Session, claim_ids: list[int], action: str) -> list[Event]:
    """The events of one kind in the history of these claims, oldest first."""
    statement = select(Event).where(col(Event.claim_id).in_(claim_ids), Event.action == action)
    return list(session.exec(statement.order_by(col(Event.seq))))


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


def walk(session: Session) -> Iterator[Event]:
    """All events from the first to the last, each checked against the one before it.

    Raises LogBroken at the first event whose number, predecessor, hash or note does not fit, or
    where the log ends before its head.
    """
    previous, seq = GENESIS, 0
    while batch := since(session, seq):
        for event in batch:
            seq += 1
            _check(event, seq, previous)
            previous = event.hash
            yield event
        session.expunge_all()
    head = session.exec(select(LogHead).where(LogHead.id == 1)).one()
    if (head.seq, head.hash) != (seq, previous):
        raise LogBroken("The log ends at event %(seq)s, but its head is event %(head)s.", seq, head=head.seq)


def _check(event: Event, seq: int, previous: str) -> None:
    if event.seq != seq:
        raise LogBroken("Event %(seq)s is missing.", seq)
    if event.previous != previous:
        raise LogBroken("Event %(seq)s does not follow the one before it.", seq)
    if event.hash != chain(event):
        raise LogBroken("Event %(seq)s was changed after it was written.", seq)
    if event.note is not None and event.note_digest != digest_note(event.note, event.salt):
        raise LogBroken("The note of event %(seq)s was changed after it was written.", seq)


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
