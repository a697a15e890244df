"""One's own second factor: set up with an authenticator, given new recovery codes, removed."""

from dataclasses import dataclass
from http import HTTPStatus

import segno
from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from markupsafe import Markup
from sqlmodel import Session

from api import entrance
from api.auth import account, is_unsecured, login_digest, requires
from api.errors import say
from api.pages.telling import tell
from api.unit import db, engine, now, settings
from claims import database
from claims.account import Account
from claims.errors import InvalidInput, NotAllowed
from claims.store import accounts, logins
from claims.workflow import Role
from factcheck import second_factor
from factcheck.passwords import matches

blueprint = Blueprint("second_factor", __name__)


@dataclass(frozen=True)
class Wrong:
    """What is wrong with what was typed, by field."""

    password: str = ""
    code: str = ""


@blueprint.get("/me/second-factor")
@requires(Role.READER)
def show() -> str:
    return _page(account())


@blueprint.post("/me/second-factor")
@requires(Role.READER, write=False)
def prepare() -> ResponseReturnValue:
    """Begin anew with a secret that counts once its first code was given."""
    wrong = _wrong_password()
    if wrong is not None:
        return _page(account(), wrong), HTTPStatus.UNPROCESSABLE_ENTITY
    with database.writing(engine()) as written:
        second_factor.prepare(written, _own(written), keys=settings().secrets())
    return redirect(url_for("second_factor.show"))


@blueprint.post("/me/second-factor/confirm")
@requires(Role.READER, write=False)
def confirm() -> ResponseReturnValue:
    """A first code; other log-ins, which knew of no second factor, end."""
    code, at = request.form.get("code", "")[:100], now()
    try:
        with database.writing(engine()) as written:
            own = _own(written)
            codes = second_factor.confirm(written, own, code, at=at, keys=settings().secrets())
            logins.end_all(written, own, at, but=login_digest())
    except InvalidInput as error:
        return _page(account(), Wrong(code=say(error))), HTTPStatus.UNPROCESSABLE_ENTITY
    entrance.renew()
    return _page(own, codes=codes)


@blueprint.post("/me/second-factor/codes")
@requires(Role.READER, write=False)
def renew_codes() -> ResponseReturnValue:
    wrong = _wrong_password()
    if wrong is not None:
        return _page(account(), wrong), HTTPStatus.UNPROCESSABLE_ENTITY
    with database.writing(engine()) as written:
        codes = second_factor.renew_recovery_codes(written, _own(written), now())
    return _page(account(), codes=codes)


@blueprint.post("/me/second-factor/remove")
@requires(Role.READER, write=False)
def remove() -> ResponseReturnValue:
    if account().role_set & settings().secured_roles:
        raise NotAllowed("Your role takes a second factor.")
    wrong = _wrong_password()
    if wrong is not None:
        return _page(account(), wrong), HTTPStatus.UNPROCESSABLE_ENTITY
    with database.writing(engine()) as written:
        second_factor.remove(written, _own(written), now())
    tell(gettext("The second factor is removed: your password alone logs you in."))
    return redirect(url_for("me.show"))


def _own(session: Session) -> Account:
    return accounts.get(session, account().id or 0)


def _wrong_password() -> Wrong | None:
    if matches(account().password_hash or "", request.form.get("password", "")):
        return None
    return Wrong(password=gettext("This is not your password."))


def _page(whose: Account, wrong: Wrong | None = None, codes: list[str] | None = None) -> str:
    """`codes` are shown on this answer alone, since nobody keeps them."""
    waiting = whose.totp_secret is not None and whose.totp_since is None
    keys = settings().secrets()
    return render_template(
        "second_factor.html",
        whose=whose,
        wrong=wrong or Wrong(),
        codes=codes,
        needed=is_unsecured(whose),
        kept=bool(whose.role_set & settings().secured_roles),
        left=logins.count_recovery_codes(db(), whose.id or 0),
        drawn=_draw(second_factor.address(whose, settings().desk_name, keys)) if waiting else None,
        secret=second_factor.secret_in_words(whose, keys) if waiting else "",
    )


def _draw(address: str) -> Markup:
    """A QR code as SVG, without styles and scripts, so that the page's policy holds."""
    drawn = segno.make(address, error="m", micro=False)
    return Markup(drawn.svg_inline(scale=5, border=4, dark="#000", light="#fff", title="QR code"))
