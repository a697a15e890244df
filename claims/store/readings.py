"""Columns without rows of the ORM, for what is only read: a claim in a few small statements."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, select

from claims.claim import Claim
from claims.decision import Decision
from claims.errors import NotFound
from claims.event import Event
from claims.store.compiled import Compiled
from claims.tag import ClaimTag

Columns = Mapping[str, Any]
"""A row by the names of its columns, with the values that the ORM would give."""


def _table(model: type[SQLModel]) -> sa.Table:
    found: sa.Table = model.__table__  # type: ignore[attr-defined]
    return found


_OF_ARTICLES = ("ingest", "reread")
_CLAIM = sa.select(_table(Claim))
_DECISION = sa.select(_table(Decision))
_TAG = sa.select(col(ClaimTag.claim_id), col(ClaimTag.tag)).order_by(col(ClaimTag.key))
_ONE_CLAIM = Compiled(_CLAIM.where(_table(Claim).c.id == sa.bindparam("id")))
_COLUMNS = [column.name for column in _table(Claim).columns]
_CLAIMS = _CLAIM.where(_table(Claim).c.id.in_(sa.bindparam("ids", expanding=True)))
_DECISIONS = _DECISION.where(_table(Decision).c.id.in_(sa.bindparam("ids", expanding=True)))
_TAGS = _TAG.where(col(ClaimTag.claim_id).in_(sa.bindparam("ids", expanding=True)))


def claim(session: Session, claim_id: int) -> Columns:
    """Raises NotFound."""
    found = claim_on(session.connection(), claim_id)
    if found is None:
        raise NotFound("There is no claim number %(id)s.", id=claim_id)
    return found


def claim_on(connection: sa.Connection, claim_id: int) -> Columns | None:
    """The claim with that number. It is what programs ask for most."""
    row = _ONE_CLAIM.one(connection, {"id": claim_id})
    return None if row is None else dict(zip(_COLUMNS, row, strict=True))


def claims(session: Session, ids: Sequence[int]) -> list[Columns]:
    """The claims with these ids, in their order; those that do not exist are left out."""
    rows = {row["id"]: row for row in _many(session, _CLAIMS, ids)}
    return [rows[number] for number in ids if number in rows]


def decisions(session: Session, ids: Collection[int]) -> Sequence[Columns]:
    """The decisions with these ids."""
    return _many(session, _DECISIONS, ids)


def newest_decisions(
    session: Session, *, before: int | None, claim_id: int | None, until: datetime | None, limit: int
) -> list[Columns]:
    """Decisions, newest first, from below number `before` on: on a claim, submitted until a moment."""
    table = _table(Decision).c
    statement = _DECISION.order_by(table.id.desc()).limit(limit)
    if before is not None:
        statement = statement.where(table.id < before)
    if claim_id is not None:
        statement = statement.where(table.claim_id == claim_id)
    if until is not None:
        statement = statement.where(table.submitted_at <= until)
    return _rows(session, statement)


def told_events(
    session: Session, since: int, *, claim_id: int | None, article_id: int | None, action: str, limit: int
) -> list[Event]:
    """The events of claims, and those by which articles were read, after number `since`, oldest first."""
    told = sa.or_(col(Event.claim_id).is_not(None), col(Event.action).in_(_OF_ARTICLES))
    statement = select(Event).where(col(Event.seq) > since, told)
    if claim_id is not None:
        statement = statement.where(Event.claim_id == claim_id)
    if article_id is not None:
        statement = statement.where(Event.article_id == article_id)
    if action:
        statement = statement.where(Event.action == action)
    return list(session.exec(statement.order_by(col(Event.seq)).limit(limit)))


def tag_counts(session: Session, after: str, limit: int) -> list[Columns]:
    """Tags (`key`, `tag`) and how many `claims` have each, from behind key `after` on."""
    key = col(ClaimTag.key)
    statement = (
        sa.select(key, sa.func.min(col(ClaimTag.tag)).label("tag"), sa.func.count().label("claims"))
        .where(key > after)
        .group_by(key)
        .order_by(key)
        .limit(limit)
    )
    return _rows(session, statement)


def tags(session: Session, claim_ids: Iterable[int]) -> dict[int, list[str]]:
    """The tags of each of these claims that has some, in alphabetical order."""
    found: dict[int, list[str]] = {}
    for row in _many(session, _TAGS, list(claim_ids)):
        found.setdefault(row["claim_id"], []).append(row["tag"])
    return found


def _many(session: Session, statement: sa.Executable, ids: Collection[int]) -> Sequence[Columns]:
    return _rows(session, statement, {"ids": list(ids)}) if ids else ()


def _rows(session: Session, statement: sa.Executable, values: dict[str, Any] | None = None) -> list[Columns]:
    return [cast(Columns, row) for row in session.connection().execute(statement, values).mappings()]
