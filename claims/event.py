"""The append-only, hash-chained history.

Each event's hash covers its fields and the hash before it (SHA-256 over canonical JSON: sorted keys,
no white space, UTF-8). Words that may have to be erased on lawful request stand in `note`, outside
the hash; inside is only their digest with a salt, so an erased note still verifies.
"""

import hashlib
import secrets
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.canonical import CanonicalJson, quote, spell
from claims.columns import UtcDateTime

GENESIS = "0" * 64

Fields = tuple[int, str, int, str, int | None, int | None]
"""Number, time (ISO 8601 in UTC, with microseconds), actor, action, article and claim of an event."""


class Event(SQLModel, table=True):
    """One entry. `action` is a move of the workflow, or add, revise, edit, cite, retract, split, …"""

    seq: int = Column(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Column(sa_type=UtcDateTime)
    actor_id: int = Column(foreign_key="account.id")
    action: str
    article_id: int | None = Column(default=None, index=True)
    claim_id: int | None = Column(default=None, index=True)
    body: dict[str, Any] = Column(sa_type=CanonicalJson)
    note: str | None = None
    salt: str
    note_digest: str | None = None
    previous: str
    hash: str


class LogHead(SQLModel, table=True):
    """The last event's number and hash: shows a cut-off end, and appenders queue for its row."""

    __tablename__ = "log_head"

    id: int = Column(primary_key=True)
    seq: int
    hash: str


def digest_note(note: str, salt: str) -> str:
    """SHA-256 of salt and note, in hex."""
    return hashlib.sha256(f"{salt}{note}".encode()).hexdigest()


def new_salt() -> str:
    return secrets.token_hex(16)


def spell_moment(at: datetime) -> str:
    """A moment as the fields have it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def chain(event: Event) -> str:
    """The hash that belongs to the event's fields, in hex."""
    return chain_hash(
        (
            event.seq,
            spell_moment(event.at),
            event.actor_id,
            event.action,
            event.article_id,
            event.claim_id,
        ),
        spell(event.body),
        event.note_digest,
        event.previous,
    )


def chain_hash(fields: Fields, body: str, note_digest: str | None, previous: str) -> str:
    """The hash over the fields and the rest, the body as `spell` has it. The canonical JSON is put together
    by hand, which is twice as fast for a whole log; no two events come out the same, whatever text stands
    for a body. Raises ValueError where a number is none."""
    seq, at, actor, action, article, claim = fields
    canonical = (
        f'{{"action":{quote(action)},"actor":{actor:d},'
        f'"article":{"null" if article is None else f"{article:d}"},"at":{quote(at)},"body":{body},'
        f'"claim":{"null" if claim is None else f"{claim:d}"},'
        f'"note":{"null" if note_digest is None else quote(note_digest)},'
        f'"previous":{quote(previous)},"seq":{seq}}}'
    )
    return hashlib.sha256(canonical.encode()).hexdigest()
