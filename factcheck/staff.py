"""Who works on the desk: invited, given roles, let in again, kept out."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Session

from claims.account import Account, AccountDraft
from claims.address import MAIL_ADDRESS
from claims.errors import InvalidInput, NotAllowed
from claims.notice import Purpose
from claims.objection import READER_FORM
from claims.reason import Language
from claims.store import accounts, events, letters, logins
from claims.workflow import Role
from factcheck import second_factor
from factcheck.settings import Settings
from factcheck.tickets import issue, secret_of

DEEDS = ("invite", "set_roles", "edit_account", "disable_account", "enable_account", "reset_second_factor")
"""What the history says of accounts, each with who did it."""


class AccountEdit(BaseModel):
    """What an admin sets on an account, as a whole."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    display_name: str = Field(default="", max_length=200)
    email: str = Field(default="", max_length=254, pattern=rf"^({MAIL_ADDRESS})?$")
    language: Language
    roles: frozenset[Role]


def invite(
    session: Session, draft: AccountDraft, *, by: Account | None, at: datetime, settings: Settings
) -> tuple[Account, str]:
    """A new account without a password, and what `send_link` returns. Raises Conflict, InvalidInput."""
    if draft.name == READER_FORM:
        raise InvalidInput("%(name)s cannot log in.", name=draft.name)
    if not draft.roles:
        raise InvalidInput("Give the account a role: without one it can do nothing.")
    account = accounts.add(session, draft, None, at)
    _record(session, "invite", account, by, at, roles=account.roles)
    return account, send_link(session, account, by=by, at=at, settings=settings)


def send_link(
    session: Session, account: Account, *, by: Account | None, at: datetime, settings: Settings
) -> str:
    """A link with which somebody sets their password: an invitation for who has none yet.

    It goes out by e-mail, and the answer is empty; where the desk sends no mail, or has no address, the
    answer is the secret of the link, to be shown once. Raises InvalidInput for who cannot log in.
    """
    purpose = Purpose.RESET if account.password_hash else Purpose.INVITATION
    ticket = issue(session, account, purpose, by=by, at=at, key=settings.secret())
    if settings.smtp_host and account.email:
        letters.add(session, account.id or 0, at, ticket.id)
        return ""
    return secret_of(ticket, settings.secret())


def change(session: Session, account_id: int, edit: AccountEdit, *, by: Account, at: datetime) -> Account:
    """Set what an account is called, where it gets mail, and its roles; with other roles its log-ins end.
    Raises NotFound, InvalidInput, and NotAllowed for one's own roles: nobody gives themselves a right."""
    account = _changeable(session, account_id)
    if account.id == by.id and account.role_set != edit.roles:
        raise NotAllowed("Somebody else has to change your roles.")
    if not edit.roles:
        raise InvalidInput("Give the account a role: without one it can do nothing.")
    if account.role_set != edit.roles:
        set_roles(session, account, edit.roles, by=by, at=at)
    terms = edit.model_dump(exclude={"roles"})
    fields = sorted(name for name, value in terms.items() if getattr(account, name) != value)
    account.sqlmodel_update(terms)
    session.add(account)
    if fields:
        _record(session, "edit_account", account, by, at, fields=fields)
    return account


def set_roles(
    session: Session, account: Account, roles: frozenset[Role], *, by: Account, at: datetime
) -> None:
    """Give an account these roles in place of those it has; whoever is logged in with it logs in anew."""
    account.roles = sorted(roles)
    session.add(account)
    logins.end_all(session, account, at)
    _record(session, "set_roles", account, by, at, roles=account.roles)


def reset_second_factor(session: Session, account: Account, *, by: Account, at: datetime) -> None:
    """Take the second factor from somebody who lost it: their log-ins end, and the history says who did
    it. Raises InvalidInput where there is none, NotAllowed for one's own."""
    if account.id == by.id:
        raise NotAllowed("Somebody else has to reset your second factor.")
    if account.totp_secret is None:
        raise InvalidInput("%(name)s has no second factor.", name=account.name)
    second_factor.remove(session, account, at)
    logins.end_all(session, account, at)
    _record(session, "reset_second_factor", account, by, at)


def disable(session: Session, account_id: int, *, by: Account, at: datetime) -> Account:
    """Keep somebody out: log-ins end, tokens stop working, their work stays. Raises NotFound, NotAllowed."""
    account = _changeable(session, account_id)
    if account.id == by.id:
        raise NotAllowed("Somebody else has to disable your account.")
    if account.disabled_at is None:
        account.disabled_at = at
        _record(session, "disable_account", account, by, at)
    logins.end_all(session, account, at)
    session.add(account)
    return account


def enable(session: Session, account_id: int, *, by: Account, at: datetime) -> Account:
    """Let somebody in again. Raises NotFound."""
    account = _changeable(session, account_id)
    if account.disabled_at is not None:
        account.disabled_at = None
        _record(session, "enable_account", account, by, at)
    session.add(account)
    return account


def _record(
    session: Session, action: str, account: Account, by: Account | None, at: datetime, **facts: list[str]
) -> None:
    """Note in the history who changed whose account, and what of it: never a name or an address, which may
    have to be erased. What nobody at the desk did is no event."""
    if by is not None:
        events.append(session, action, by=by.id or 0, at=at, body={"account": account.id, **facts})


def _changeable(session: Session, account_id: int) -> Account:
    account = accounts.get(session, account_id)
    if account.name == READER_FORM:
        raise NotAllowed("%(name)s belongs to the desk itself.", name=account.name)
    return account
