"""Reports of what the extraction missed."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, select

from claims.errors import NotFound
from claims.miss import Miss, MissDraft

_BATCH = 100


def add(
    session: Session, draft: MissDraft, *, by: int, at: datetime, program: str, answer: dict[str, Any]
) -> Miss:
    fields = {"program": program, "answer": answer, "reported_by": by, "reported_at": at}
    miss = Miss.model_validate({**draft.model_dump(), **fields})
    session.add(miss)
    session.flush()
    return miss


def get(session: Session, miss_id: int) -> Miss:
    """Raises NotFound."""
    miss = session.get(Miss, miss_id)
    if miss is None:
        raise NotFound("There is no report number %(id)s.", id=miss_id)
    return miss


def page(
    session: Session, before: int | None = None, limit: int = 50, *, done: bool | None = None
) -> list[Miss]:
    """Reports, newest first, from below id `before` on: those done, those not done, or both."""
    statement = select(Miss).order_by(col(Miss.id).desc()).limit(limit)
    if before is not None:
        statement = statement.where(col(Miss.id) < before)
    if done is not None:
        statement = statement.where(col(Miss.done_at).is_not(None) if done else col(Miss.done_at).is_(None))
    return list(session.exec(statement))


def count(session: Session, *, done: bool) -> int:
    since = col(Miss.done_at)
    statement = select(func.count()).select_from(Miss)
    return session.exec(statement.where(since.is_not(None) if done else since.is_(None))).one()


def walk(session: Session) -> Iterator[Miss]:
    """All reports, newest first."""
    before: int | None = None
    while batch := page(session, before, _BATCH):
        yield from batch
        before = batch[-1].id
