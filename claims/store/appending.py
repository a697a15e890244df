"""Writing the event log: each event is chained to the one before it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from claims.canonical import spell
from claims.claim import Claim
from claims.event import GENESIS, Event, LogHead, chain_hash, digest_note, new_salt, spell_moment
from claims.store.compiled import Compiled
from claims.trace import take_trace


class Head(NamedTuple):
    """An event by its number and hash; both stand for all that came before it too."""

    seq: int
    hash: str


BEGINNING = Head(0, GENESIS)

# in plain statements: an event never changes, so no session need watch it
_HEAD = Compiled(sa.select(col(LogHead.seq), col(LogHead.hash)).where(col(LogHead.id) == 1).with_for_update())
_WRITE = Compiled(sa.insert(Event).inline(), Event.model_fields)
_ADVANCE = Compiled(
    sa.update(LogHead)
    .where(col(LogHead.id) == 1)
    .values(seq=sa.bindparam("new_seq"), hash=sa.bindparam("new_hash"))
)
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Happening(NamedTuple):
    """What an event tells. `note` is kept beside it and can be erased; `sealed` are words kept in rows of
    their own. Of both the chain holds a digest with the event's salt."""

    action: str
    body: Mapping[str, Any]
    article_id: int | None = None
    claim_id: int | None = None
    note: str = ""
    sealed: Mapping[str, str] = _NOTHING


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
    sealed: Mapping[str, str] = _NOTHING,
) -> Head:
    """Write the next event (see `Happening`)."""
    told = Happening(action, body, article_id, claim_id, note, sealed)
    return append_all(session, [told], by=by, at=at)


def append_all(session: Session, told: Iterable[Happening], *, by: int, at: datetime) -> Head:
    """Write the next events, in their order; returns the last one's number and hash. Appenders queue for the
    head's row, so the chain never forks."""
    session.flush()  # what the events speak of is there before them
    connection = session.connection()
    last = Head(*_HEAD.put(connection, {}).fetchone())
    rows = []
    for each in told:
        rows.append(_follow(last, each, by, at))
        last = Head(rows[-1]["seq"], rows[-1]["hash"])
    if rows:
        _WRITE.put_all(connection, rows)
        _ADVANCE.put(connection, {"new_seq": last.seq, "new_hash": last.hash})
    return last


def _follow(last: Head, told: Happening, by: int, at: datetime) -> dict[str, Any]:
    """The row of the event after the last one."""
    seq, salt = last.seq + 1, new_salt()
    digests = {f"{name}_digest": digest_note(text, salt) for name, text in told.sealed.items()}
    body = spell({**told.body, **digests})
    digest = digest_note(told.note, salt) if told.note else None
    fields = (seq, spell_moment(at), by, told.action, told.article_id, told.claim_id)
    return {
        "seq": seq,
        "at": at,
        "actor_id": by,
        "action": told.action,
        "article_id": told.article_id,
        "claim_id": told.claim_id,
        "body": body,
        "note": told.note or None,
        "salt": salt,
        "note_digest": digest,
        "previous": last.hash,
        "hash": chain_hash(fields, body, digest, last.hash),
    }


def record(
    session: Session,
    claim: Claim,
    action: str,
    *,
    by: int,
    at: datetime,
    facts: dict[str, Any],
    note: str = "",
    sealed: Mapping[str, str] = _NOTHING,
) -> Head:
    """Write the next event, one of a claim, with the version that it brought the claim to and, in `was`, what
    its words and terms were before where `facts` do not say that already."""
    told = {**facts.get("before", {}), **facts.get("held", {})}
    was = {name: old for name, old in take_trace(claim).items() if name not in told or told[name] != old}
    return append(
        session,
        action,
        by=by,
        at=at,
        article_id=claim.article_id,
        claim_id=claim.id,
        body={**facts, "version": claim.version} | ({"was": was} if was else {}),
        note=note,
        sealed=sealed,
    )
