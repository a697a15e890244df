"""Invitations and new passwords: a link that lets somebody set their password, once and for a while.

The secret in the link is made of the ticket's number with the desk's key (HMAC-SHA256, RFC 2104), so that
whoever sends the mail can write the link again and again without the database ever holding more than its
SHA-256.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from claims.account import Account
from claims.errors import InvalidInput, NotFound
from claims.notice import Purpose, Ticket
from claims.objection import READER_FORM
from claims.store import accounts, logins, tickets

LASTS = {Purpose.INVITATION: timedelta(hours=48), Purpose.RESET: timedelta(hours=1)}


@dataclass(frozen=True)
class Admitted:
    """A ticket that can be used now, and whose password it sets."""

    ticket: Ticket
    account: Account


def issue(
    session: Session, account: Account, purpose: Purpose, *, by: Account | None, at: datetime, key: str
) -> Ticket:
    """A new ticket; earlier ones of the account are over. Raises InvalidInput for an account that is
    disabled, or that nobody logs in with."""
    if account.disabled_at is not None or account.name == READER_FORM:
        raise InvalidInput("%(name)s cannot log in.", name=account.name)
    _use_up(session, account, at)
    ticket = tickets.add(
        session, account.id or 0, purpose, by=by.id if by else None, at=at, until=at + LASTS[purpose]
    )
    tickets.seal(session, ticket, secret_of(ticket, key))
    return ticket


def secret_of(ticket: Ticket, key: str) -> str:
    """What the link to this ticket ends with: 256 bits as 43 letters, digits and signs."""
    said = f"factcheck ticket {ticket.id} {ticket.account_id} {ticket.purpose} {ticket.made_at.isoformat()}"
    made = hmac.new(key.encode(), said.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def recall_secret(ticket: Ticket, keys: tuple[str, ...]) -> str:
    """The secret of a ticket that was perhaps issued before the desk's key was changed; the key in use comes
    first."""
    made = [secret_of(ticket, key) for key in keys]
    return next((secret for secret in made if tickets.digest(secret) == ticket.sha256), made[0])


def admit(session: Session, secret: str, at: datetime) -> Admitted:
    """The ticket of this secret, which stays as it is. Raises NotFound where there is none that can be
    used now: used, over, or never issued."""
    ticket = tickets.find(session, secret)
    if ticket is None or not is_open(ticket, at):
        raise NotFound("This link does not work any more: it was used, or its time is over.")
    account = accounts.get(session, ticket.account_id)
    if account.disabled_at is not None:
        raise NotFound("This link does not work any more: it was used, or its time is over.")
    return Admitted(ticket, account)


def is_open(ticket: Ticket, at: datetime) -> bool:
    return ticket.used_at is None and at < ticket.expires_at


def redeem(session: Session, secret: str, password_hash: str, at: datetime) -> Account:
    """Set the password and use up the ticket. Raises NotFound, as `admit`."""
    account = admit(session, secret, at).account
    set_password(session, account, password_hash, at)
    return account


def set_password(
    session: Session, account: Account, password_hash: str, at: datetime, *, but: str = ""
) -> None:
    """A new password ends all log-ins of the account, except the one whose key has the SHA-256 `but`, and
    the tickets that could set another."""
    account.password_hash = password_hash
    session.add(account)
    logins.end_all(session, account, at, but=but)
    _use_up(session, account, at)


def _use_up(session: Session, account: Account, at: datetime) -> None:
    for ticket in tickets.open_of(session, account.id or 0, at):
        ticket.used_at = at
        session.add(ticket)
