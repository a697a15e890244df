"""Mail on its way: written down, taken up to be sent by one at a time, closed."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from claims.letter import Letter


def add(session: Session, account_id: int, at: datetime, ticket_id: int | None = None) -> Letter:
    """A mail to be sent as soon as may be."""
    fields = {"account_id": account_id, "ticket_id": ticket_id, "made_at": at, "try_at": at}
    letter = Letter.model_validate(fields)
    session.add(letter)
    session.flush()
    return letter


def take(session: Session, at: datetime, hold: timedelta, limit: int) -> list[Letter]:
    """The mails whose time has come, oldest first, held for whoever took them: nobody else gets them until
    the hold is over, which it is only where that one died."""
    statement = select(Letter).where(col(Letter.closed_at).is_(None), col(Letter.try_at) <= at)
    found = list(session.exec(statement.order_by(col(Letter.try_at), col(Letter.id)).limit(limit)))
    for letter in found:
        letter.try_at, letter.tries = at + hold, letter.tries + 1
        session.add(letter)
    return found


def get(session: Session, letter_id: int) -> Letter:
    return session.exec(select(Letter).where(Letter.id == letter_id)).one()


def failing(session: Session) -> list[Letter]:
    """The mails that could not be sent so far, oldest first."""
    statement = select(Letter).where(col(Letter.closed_at).is_(None), Letter.failure != "")
    return list(session.exec(statement.order_by(col(Letter.id))))


def waiting(session: Session) -> int:
    """How many mails are not sent yet."""
    return session.exec(select(func.count()).select_from(Letter).where(col(Letter.closed_at).is_(None))).one()
