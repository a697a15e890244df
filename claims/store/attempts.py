"""What became of each try to capture a source."""

from sqlmodel import Session, col, select

from claims.attempt import Attempt


def add(session: Session, attempt: Attempt) -> Attempt:
    session.add(attempt)
    session.flush()
    return attempt


def of_source(session: Session, source_id: int, limit: int = 50) -> list[Attempt]:
    """The tries at a source, the last one first."""
    statement = select(Attempt).where(Attempt.source_id == source_id)
    return list(session.exec(statement.order_by(col(Attempt.id).desc()).limit(limit)))
