"""Letting somebody in: name and password, then, where they have one, a one-time code.

Every try is counted before it is looked at, in the database, so that all processes of the desk together
look at no more than the allowance. Guessing at a name uses up what browsers that nobody knows have for it;
a browser in which the account logged in before has an allowance of its own (OWASP's device cookies), so
whoever guesses cannot keep the account's owner out of it.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from sqlalchemy import Engine

from claims import database
from claims.account import Account, Refusal
from claims.errors import TooOften
from claims.letter import Door
from claims.store import accounts, logins
from factcheck import second_factor
from factcheck.knocking import knock_at_all, network, region
from factcheck.passwords import hash_password, matches

REFUSALS_KEPT = timedelta(days=90)
_NOTED_EVERY = timedelta(hours=1)
# what an unknown name is checked against, so that it takes as long as a known one
_NOBODY = hash_password(secrets.token_urlsafe(16))


@dataclass(frozen=True)
class Visitor:
    """Somebody who wants to log in. `browsers` says by account which mark this browser has, where that
    account logged in with it before; `address` is a network address."""

    address: str | None
    browsers: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))


def enter(
    engine: Engine, name: str, password: str, visitor: Visitor, *, at: datetime, key: str
) -> Account | None:
    """The account whose name and password these are, None where they are not. Raises TooOften, and looks
    at nothing then. `key` is the desk's."""
    with database.reading(engine) as session:
        account = accounts.find(session, name)
    doors = _doors(name, account, visitor)
    _count(engine, doors, account, visitor, at, key)
    known = account.password_hash if account and not account.disabled_at else None
    if matches(known or _NOBODY, password) and known is not None:
        return account
    _note(engine, account, _why(account), visitor, at)
    return None


def enter_code(
    engine: Engine, account: Account, code: str, visitor: Visitor, *, at: datetime, keys: tuple[str, ...]
) -> bool:
    """Whether this is a code of the account that was not used before; it is used then. Raises TooOften.
    `keys` are the desk's, the one that is in use first."""
    said = f"{account.id} {visitor.browsers.get(account.id or 0, '')}"
    _count(engine, [(Door.CODE, said)], account, visitor, at, keys[0])
    with database.writing(engine) as session:
        held = accounts.get(session, account.id or 0)
        taken = second_factor.take(session, held, code, at=at, keys=keys)
    if not taken:
        _note(engine, account, Refusal.CODE, visitor, at)
    return taken


def _doors(name: str, account: Account | None, visitor: Visitor) -> list[tuple[Door, str]]:
    browser = visitor.browsers.get(account.id or 0) if account else None
    if browser is not None and account is not None:
        return [(Door.LOGIN_BROWSER, f"{account.id} {browser}")]
    return [(Door.LOGIN_NAME, name), (Door.LOGIN_NETWORK, network(visitor.address))]


def _count(
    engine: Engine,
    doors: list[tuple[Door, str]],
    account: Account | None,
    visitor: Visitor,
    at: datetime,
    key: str,
) -> None:
    try:
        knock_at_all(engine, doors, at=at, key=key)
    except TooOften:
        _note_flood(engine, account, visitor, at)
        raise


def _note_flood(engine: Engine, account: Account | None, visitor: Visitor, at: datetime) -> None:
    """Once an hour for an account, and never for a name that is nobody's: who floods the desk must not fill
    its database. It is looked up before the turn to write is taken too, as knocks are."""
    if account is None or account.id is None:
        return
    noted = (account.id, Refusal.TOO_OFTEN, at - _NOTED_EVERY)
    with database.reading(engine) as session:
        if logins.was_refused(session, *noted):
            return
    with database.writing(engine) as session:
        if not logins.was_refused(session, *noted):
            logins.note_refusal(session, account.id, Refusal.TOO_OFTEN, region(visitor.address), at)


def _note(engine: Engine, account: Account | None, why: Refusal, visitor: Visitor, at: datetime) -> None:
    with database.writing(engine) as session:
        logins.note_refusal(session, account.id if account else None, why, region(visitor.address), at)


def _why(account: Account | None) -> Refusal:
    if account is None:
        return Refusal.UNKNOWN
    return Refusal.DISABLED if account.disabled_at else Refusal.PASSWORD
