"""Who is asking, and whether they may: log-in for people, bearer tokens for programs.

Every view carries its permission in a decorator, `requires(role)`, `token_requires(role)` or
`public()`; a test walks the URL map and fails for a view without one.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from flask import Flask, Response, g, redirect, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user
from sqlmodel import Session

from api.limits import Quota, spend, spend_as_network
from api.unit import db, engine, now, settings, unit_of_work
from claims import database
from claims.account import Account, Login, Token
from claims.errors import DeskBusy, NotAllowed
from claims.scope import Scope
from claims.store import accounts, logins
from claims.workflow import Role, may

P = ParamSpec("P")
R = TypeVar("R")
View = Callable[P, R]

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_UNATTENDED = frozenset({"claim_presence.look"})
"""Endpoints that a script asks for by itself: nobody need be there, so they keep no log-in from ending."""
_NOTED_EVERY = timedelta(minutes=1)
"""How exactly it is kept when a log-in or a token was last used."""
_SECURING = frozenset({"second_factor", "session"})
"""Blueprints that are open to whoever has to set up a second factor before anything else."""


class Unauthenticated(NotAllowed):
    """Nobody is logged in, or the token is none of this desk's."""


class OutOfScope(NotAllowed):
    """The token is not meant for this."""


class Unsecured(NotAllowed):
    """The account's role takes a second factor, and it has none."""


class LoggedIn(UserMixin):  # type: ignore[misc] # flask-login has no types
    """Who is logged in, and the key that their cookie holds."""

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
    app.after_request(_note_use)


def login_digest() -> str:
    """The SHA-256 of this log-in's key, by which its row is known; empty for a program."""
    return logins.digest(current_user.key) if current_user.is_authenticated else ""


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


def token_requires(
    role: Role, *, write: bool | None = None, scope: Scope | None = None
) -> Callable[[View[P, R]], View[P, R]]:
    """A view for programs: the token's account must have `role`, and the token the scope, else the one that
    the method asks for: `read` for what is got, `write` for the rest."""

    def decorate(view: View[P, R]) -> View[P, R]:
        guarded = _guarded(role.value, write, lambda: _require_token(role, scope))(view)
        guarded.scope = scope  # type: ignore[attr-defined]
        return guarded

    return decorate


def reading_or_token(role: Role) -> Callable[[View[P, R]], View[P, R]]:
    """A view for programs: for anybody where the desk's published claims are, else, and for whoever shows a
    token, as `token_requires`."""
    return _guarded(role.value, None, lambda: _recognise_reader(role))


def public(*, write: bool | None = None) -> Callable[[View[P, R]], View[P, R]]:
    """A view for anybody."""
    return _guarded("public", write, _recognise)


def ask_to_log_in() -> Response:
    return cast(Response, redirect(url_for("session.log_in", next=request.full_path.rstrip("?"))))


def lacking(error: OutOfScope) -> str:
    """Which scope a program needs, as a challenge (RFC 6750)."""
    return f'Bearer error="insufficient_scope", scope="{error.values["scope"]}"'


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
    g.account = getattr(current_user, "account", None)  # asked once: each look at it costs


def _recognise_reader(role: Role) -> None:
    if settings().public_reading and "Authorization" not in request.headers:
        g.account = None
        spend_as_network()
    else:
        _require_token(role, Scope.READ)


def _require_login(*roles: Role) -> None:
    _recognise()
    if is_unsecured(account()) and request.blueprint not in _SECURING:
        raise Unsecured("Set up a second factor first: your role takes one.")
    _require(account(), *roles)


def is_unsecured(who: Account) -> bool:
    """Whether a role of the account takes a second factor that it lacks."""
    return who.totp_since is None and bool(who.role_set & settings().secured_roles)


def _require_token(role: Role, scope: Scope | None) -> None:
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    found = accounts.find_token(db(), secret.strip()) if scheme.lower() == "bearer" else None
    if found is None or found.revoked_at or (found.expires_at and found.expires_at <= now()):
        spend_as_network()
        raise Unauthenticated("A valid token is needed: Authorization: Bearer TOKEN.")
    g.account = _active(db(), found.account_id)
    spend(Quota.ACCOUNT, str(found.account_id))
    _remember_use(found)
    needed = scope or scope_of(request.method)
    if needed not in found.scopes:
        raise OutOfScope("The token lacks the scope %(scope)s.", scope=needed.value)
    _require(account(), role)


def scope_of(method: str) -> Scope:
    return Scope.READ if method in _SAFE else Scope.WRITE


def _require(who: Account, *roles: Role) -> None:
    if not any(may(who.role_set, role) for role in roles):
        raise NotAllowed("This takes the role %(role)s.", role=roles[0].value)


def _load(key: str) -> LoggedIn | None:
    found = logins.find_with_account(db(), key)
    if found is None:
        return None
    login, who = found
    if login.ended_at is not None or who.disabled_at is not None or _ended(login, now()):
        return None
    return LoggedIn(who, key)


def _active(opened: Session, account_id: int) -> Account | None:
    found = opened.get(Account, account_id)
    return found if found is not None and found.disabled_at is None else None


def _ended(login: Login, at: datetime) -> bool:
    """Whether the log-in is too old, or was left unused for too long; if not, it was used just now.

    When it was used stands in the cookie, and to sign one for each answer would cost as much as looking for
    the log-in: it is renewed when what it says is a minute old, or a twentieth of what may go by unused."""
    whole = timedelta(hours=settings().session_hours)
    idle = timedelta(minutes=settings().session_idle_minutes)
    unused = timedelta(seconds=at.timestamp() - session.get("seen", 0))
    if at - login.begun_at > whole or unused > idle:
        return True
    if request.endpoint not in _UNATTENDED:
        if unused > min(_NOTED_EVERY, idle / 20):
            session["seen"] = at.timestamp()
        _remember_use(login)
    return False


def _remember_use(used: Login | Token) -> None:
    last = used.seen_at if isinstance(used, Login) else used.used_at
    if last is None or now() - last > _NOTED_EVERY:
        g.used = used


def _note_use(response: Response) -> Response:
    """Keep when a log-in or a token was last used, once the answer is made: in a transaction of its own
    that does not wait for its turn. Where others write just now, a later request says the same."""
    used = g.pop("used", None)
    if used is None:
        return response
    with suppress(DeskBusy), database.writing(engine(), patience_ms=1) as written:
        kept = written.get(type(used), used.id)
        if isinstance(kept, Login):
            kept.seen_at = now()
        elif isinstance(kept, Token):
            kept.used_at = now()
    return response
