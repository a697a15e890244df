"""Logging in and out: the session that begins and ends, the state between password and code, and the cookie
by which a browser is known again.

Between the password and the code the cookie says whose code is awaited and since when, and nothing else: no
view takes that for a log-in. The browser's own cookie gives no right, it only keeps guessing elsewhere from
shutting its owner out; it is bound to the account and made anew at each log-in.
"""

import secrets
from datetime import timedelta
from hashlib import sha256

from flask import Response, after_this_request, g, request, session
from flask_login import current_user, login_user, logout_user
from itsdangerous import BadSignature, URLSafeTimedSerializer

from api.auth import LoggedIn
from api.unit import db, engine, now, settings
from claims import database
from claims.account import Account
from claims.store import logins
from factcheck.entering import Visitor, enter, enter_code
from factcheck.knocking import region

_HALF = "half"
_HALF_LASTS = timedelta(minutes=10)
_KNOWN_FOR = timedelta(days=180)
_PEOPLE_A_BROWSER = 5
_FAMILIES = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux")


def log_in(name: str, password: str) -> Account | None:
    """Who gave this name and password, None where they are wrong. They are logged in then, or, where they
    have a second factor, `awaited`. Raises TooOften."""
    found = enter(engine(), name.strip().lower(), password, _visitor(), at=now(), key=settings().secret())
    if found is not None and found.totp_since is None:
        begin(found)
    elif found is not None:
        session.clear()
        session[_HALF] = [found.id, now().timestamp(), _version_of(found)]
    return found


def awaited() -> Account | None:
    """Whose code is awaited in this browser: they gave their password a moment ago."""
    number, since, version = session.get(_HALF) or (None, 0, "")
    if number is None or now().timestamp() - since > _HALF_LASTS.total_seconds():
        return None
    found = db().get(Account, number)
    if found is None or found.disabled_at is not None or _version_of(found) != version:
        return None
    return found


def give_code(account: Account, code: str) -> bool:
    """Log in who is awaited if this is their code. Raises TooOften."""
    taken = enter_code(engine(), account, code, _visitor(), at=now(), keys=settings().secrets())
    if taken:
        begin(account)
    return taken


def begin(account: Account) -> None:
    """A new session with a new key, whatever there was before."""
    key = secrets.token_urlsafe(32)
    with database.writing(engine()) as written:  # only now: nobody waits while a password is checked
        logins.add(written, account, key, now(), browser=family(), network=region(request.remote_addr))
    _take_on(account, key)
    recognise_from_now_on(account)


def renew() -> None:
    """The same log-in with a new key: whoever has a copy of the cookie is out."""
    key = secrets.token_urlsafe(32)
    with database.writing(engine()) as written:
        login = logins.find(written, current_user.key)
        if login is not None:
            login.sha256 = logins.digest(key)
            written.add(login)
    _take_on(current_user.account, key)


def log_out() -> None:
    """End this log-in, wherever its cookie may have been copied to."""
    if current_user.is_authenticated:
        login = logins.find(db(), current_user.key)
        if login is not None:
            login.ended_at = now()
            db().add(login)
    logout_user()
    session.clear()
    g.account = None


def recognise_from_now_on(account: Account) -> None:
    """Have the answer tell the browser how it is known to this account."""
    others = [pair for pair in _known().items() if pair[0] != account.id][: _PEOPLE_A_BROWSER - 1]
    said = _signer().dumps([(account.id, secrets.token_urlsafe(16)), *others])
    lasts, secure = int(_KNOWN_FOR.total_seconds()), settings().secure_cookies

    @after_this_request
    def set_cookie(response: Response) -> Response:
        response.set_cookie(
            _cookie(), said, max_age=lasts, path="/", secure=secure, httponly=True, samesite="Strict"
        )
        return response


def family() -> str:
    """The browser and its system as its owner calls them: Firefox, Linux; empty for what is neither."""
    agent = request.user_agent.string
    browser = next((name for mark, name in _FAMILIES if f"{mark}/" in agent), "")
    system = next((name for name in _SYSTEMS if name in agent), "")
    return ", ".join(filter(None, (browser, system)))


def _take_on(account: Account, key: str) -> None:
    spoken = session.get("language")
    session.clear()
    session["seen"] = now().timestamp()
    if spoken is not None:
        session["language"] = spoken
    login_user(LoggedIn(account, key))
    g.account = account


def _version_of(account: Account) -> str:
    """Another password, and what was said with the old one is void."""
    return sha256((account.password_hash or "").encode()).hexdigest()[:16]


def _visitor() -> Visitor:
    return Visitor(request.remote_addr, _known())


def _known() -> dict[int, str]:
    """By account, which mark this browser has."""
    try:
        said = _signer().loads(request.cookies.get(_cookie(), ""), max_age=int(_KNOWN_FOR.total_seconds()))
    except BadSignature:
        return {}
    return dict(said)


def _signer() -> URLSafeTimedSerializer:
    newest_last = list(reversed(settings().secrets()))
    options = {"key_derivation": "hmac", "digest_method": sha256}
    return URLSafeTimedSerializer(newest_last, salt="factcheck browser", signer_kwargs=options)


def _cookie() -> str:
    return "__Host-browser" if settings().secure_cookies else "browser"
