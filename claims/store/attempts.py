"""What became of each try to capture a source."""

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from claims.attempt import Attempt


def add(session: Session, attempt: Attempt) -> Attempt:
    session.add(attempt)
    session.flush()
    return attempt


_OF_SOURCE = (
    select(Attempt)
    .where(Attempt.source_id == bindparam("source_id"))
    .order_by(col(Attempt.id).desc())
    .limit(bindparam("limit"))
)


def of_source(session: Session, source_id: int, limit: int = 50) -> list[Attempt]:
    """The tries at a source, the last one first."""
    return list(session.exec(_OF_SOURCE, params={"source_id": source_id, "limit": limit}))
