"""Who is asking, and whether they may: log-in for people, bearer tokens for programs.

Every view carries its permission in a decorator, `requires(role)`, `token_requires(role)` or
`public()`; a test walks the URL map and fails for a view without one.
"""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from flask import Flask, Response, g, redirect, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlmodel import Session

from api.unit import db, engine, now, settings, unit_of_work
from claims import database
from claims.account import Account, Login
from claims.errors import NotAllowed
from claims.store import accounts
from claims.workflow import Role, may
from factcheck.passwords import hash_password, matches

P = ParamSpec("P")
R = TypeVar("R")
View = Callable[P, R]

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_UNATTENDED = frozenset({"claim_presence.look"})
"""Endpoints that a script asks for by itself: nobody need be there, so they keep no log-in from ending."""
# what an unknown name is checked against, so that it takes as long as a known one
_NOBODY = hash_password(secrets.token_urlsafe(16))


class Unauthenticated(NotAllowed):
    """Nobody is logged in, or the token is none of this desk's."""


class _LoggedIn(UserMixin):  # type: ignore[misc] # flask-login has no types
    def __init__(self, account: Account, key: str) -> None:
        self.account = account
        self.key = key

    def get_id(self) -> str:
        return self.key


def init_login(app: Flask) -> None:
    manager = LoginManager()
    manager.init_app(app, add_context_processor=False)  # error pages have no session to load a user in
    manager.session_protection = "basic"
    manager.user_loader(_load)


def log_in(name: str, password: str) -> Account | None:
    """The account, and a new session for it; None where name or password is wrong."""
    account = accounts.find(db(), name.strip().lower())
    known = account.password_hash if account and not account.disabled_at else None
    if not matches(known or _NOBODY, password) or account is None or known is None:
        return None
    key = secrets.token_urlsafe(32)
    with database.writing(engine()) as written:  # only now: nobody waits while a password is checked
        accounts.add_login(written, account, key, now())
    session.clear()
    session["seen"] = now().timestamp()
    login_user(_LoggedIn(account, key))
    g.account = account
    return account


def log_out() -> None:
    """End this log-in, wherever its cookie may have been copied to."""
    if current_user.is_authenticated:
        login = accounts.find_login(db(), current_user.key)
        if login is not None:
            login.ended_at = now()
            db().add(login)
    logout_user()
    session.clear()
    g.account = None


def login_digest() -> str:
    """The SHA-256 of this log-in's key, by which its row is known; empty for a program."""
    return accounts.token_digest(current_user.key) if current_user.is_authenticated else ""


def account() -> Account:
    """Who is asking. Raises Unauthenticated."""
    found = whoever()
    if found is None:
        raise Unauthenticated("Log in first.")
    return found


def whoever() -> Account | None:
    """Who is asking, or None for somebody who is not logged in."""
    return cast("Account | None", g.get("account"))


def sees_confidential() -> bool:
    """Whether who is asking may see sources that are confidential."""
    return may(account().role_set, Role.REVIEWER)


def requires(*roles: Role, write: bool | None = None) -> Callable[[View[P, R]], View[P, R]]:
    """A view for people: the logged-in account must have one of `roles`."""
    return _guarded("|".join(roles), write, lambda: _require_login(*roles))


def token_requires(role: Role, *, write: bool | None = None) -> Callable[[View[P, R]], View[P, R]]:
    """A view for programs: the token's account must have `role`."""
    return _guarded(role.value, write, lambda: _require_token(role))


def reading_or_token(role: Role) -> Callable[[View[P, R]], View[P, R]]:
    """A view for programs: for anybody where the desk's published claims are, else, and for whoever shows a
    token, as `token_requires`."""
    return _guarded(role.value, None, lambda: _recognise_reader(role))


def public(*, write: bool | None = None) -> Callable[[View[P, R]], View[P, R]]:
    """A view for anybody."""
    return _guarded("public", write, _recognise)


def ask_to_log_in() -> Response:
    return cast(Response, redirect(url_for("session.log_in", next=request.full_path.rstrip("?"))))


def _guarded(
    permission: str, write: bool | None, permit: Callable[[], None]
) -> Callable[[View[P, R]], View[P, R]]:
    """Permission is looked up, and the body taken in, before the work begins: nobody holds the database
    by sending slowly, or without a right to. It is looked up again after a body that took its time."""

    def decorate(view: View[P, R]) -> View[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            writes = request.method not in _SAFE if write is None else write
            with unit_of_work(write=False):
                permit()
                if not writes:
                    return view(*args, **kwargs)
            request.get_data()
            with unit_of_work(write=False):
                permit()
            with unit_of_work(write=True):
                return view(*args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def _recognise() -> None:
    g.account = current_user.account if current_user.is_authenticated else None


def _recognise_reader(role: Role) -> None:
    if settings().public_reading and "Authorization" not in request.headers:
        g.account = None
    else:
        _require_token(role)


def _require_login(*roles: Role) -> None:
    _recognise()
    _require(account(), *roles)


def _require_token(role: Role) -> None:
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    found = accounts.find_token(db(), secret.strip()) if scheme.lower() == "bearer" else None
    if found is None or found.revoked_at or (found.expires_at and found.expires_at <= now()):
        raise Unauthenticated("A valid token is needed: Authorization: Bearer TOKEN.")
    g.account = _active(db(), found.account_id)
    _require(account(), role)


def _require(who: Account, *roles: Role) -> None:
    if not any(may(who.role_set, role) for role in roles):
        raise NotAllowed("This takes the role %(role)s.", role=roles[0].value)


def _load(key: str) -> _LoggedIn | None:
    login = accounts.find_login(db(), key)
    if login is None or login.ended_at is not None or _ended(login, now()):
        return None
    found = _active(db(), login.account_id)
    return None if found is None else _LoggedIn(found, key)


def _active(opened: Session, account_id: int) -> Account | None:
    found = opened.get(Account, account_id)
    return found if found is not None and found.disabled_at is None else None


def _ended(login: Login, at: datetime) -> bool:
    """Whether the log-in is too old, or was left unused for too long; if not, it was used just now."""
    whole, idle = (
        timedelta(hours=settings().session_hours),
        timedelta(minutes=settings().session_idle_minutes),
    )
    if at - login.begun_at > whole or at.timestamp() - session.get("seen", 0) > idle.total_seconds():
        return True
    if request.endpoint not in _UNATTENDED:
        session["seen"] = at.timestamp()
    return False
