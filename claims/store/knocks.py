"""Knocks at public doors, counted by keyed digests."""

from datetime import datetime

from sqlmodel import Session, col, delete, func, select

from claims.letter import Door, Knock


def add(session: Session, door: Door, mark: str, at: datetime) -> None:
    session.add(Knock.model_validate({"door": door, "mark": mark, "at": at}))


def count(session: Session, door: Door, mark: str, since: datetime) -> int:
    """How often somebody with this mark knocked at this door after `since`."""
    statement = select(func.count()).select_from(Knock)
    return session.exec(statement.where(Knock.door == door, Knock.mark == mark, col(Knock.at) > since)).one()


def waiting(session: Session, door: Door) -> list[Knock]:
    """The knocks at this door that nobody answered yet, oldest first."""
    statement = select(Knock).where(Knock.door == door, col(Knock.answered_at).is_(None))
    return list(session.exec(statement.order_by(col(Knock.id))))


def forget(session: Session, before: datetime) -> None:
    """Remove what is too old to count."""
    session.exec(delete(Knock).where(col(Knock.at) < before))
