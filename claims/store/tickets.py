"""Tickets with which somebody sets a password."""

import hashlib
from datetime import datetime

from sqlmodel import Session, col, select

from claims.notice import Purpose, Ticket


def digest(secret: str) -> str:
    """SHA-256 in hex. The secret is long and cannot be guessed, so it takes no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def add(
    session: Session, account_id: int, purpose: Purpose, *, by: int | None, at: datetime, until: datetime
) -> Ticket:
    """A ticket without its secret, which is made of its number; see `seal`."""
    made = {"made_by": by, "made_at": at, "expires_at": until}
    # unique until the secret's digest takes its place, within the same transaction
    fields = {"account_id": account_id, "purpose": purpose, "sha256": f"-{account_id}-{at.isoformat()}"}
    ticket = Ticket.model_validate({**fields, **made})
    session.add(ticket)
    session.flush()
    return ticket


def seal(session: Session, ticket: Ticket, secret: str) -> None:
    """Keep the digest of the ticket's secret."""
    ticket.sha256 = digest(secret)
    session.add(ticket)
    session.flush()


def find(session: Session, secret: str) -> Ticket | None:
    return session.exec(select(Ticket).where(Ticket.sha256 == digest(secret))).one_or_none()


def get(session: Session, ticket_id: int) -> Ticket:
    return session.exec(select(Ticket).where(Ticket.id == ticket_id)).one()


def open_of(session: Session, account_id: int, at: datetime) -> list[Ticket]:
    """The tickets of an account that can still be used."""
    statement = select(Ticket).where(
        Ticket.account_id == account_id, col(Ticket.used_at).is_(None), col(Ticket.expires_at) > at
    )
    return list(session.exec(statement.order_by(col(Ticket.id))))


def invited(session: Session, at: datetime) -> dict[int, datetime]:
    """Until when each account that has a ticket to use can use it."""
    statement = select(Ticket).where(col(Ticket.used_at).is_(None), col(Ticket.expires_at) > at)
    return {ticket.account_id: ticket.expires_at for ticket in session.exec(statement)}
