"""One's own tokens: keys for programs that act in one's name."""

from datetime import timedelta
from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from api.auth import account, requires
from api.pages.presentation import ID
from api.pages.telling import tell
from api.unit import db, engine, now
from claims import database
from claims.scope import Scope, scopes_up_to
from claims.store import accounts
from claims.workflow import Role
from factcheck.passwords import matches, new_token

blueprint = Blueprint("me_tokens", __name__)

_LASTS_DAYS = (30, 90, 365)


@blueprint.get("/me/tokens")
@requires(Role.READER)
def show() -> str:
    return _page()


@blueprint.post("/me/tokens")
@requires(Role.READER, write=False)
def make() -> ResponseReturnValue:
    """A token outlives the log-in it was made in, so it takes the password. It is shown on the answer to
    this alone, since nobody keeps it."""
    if not matches(account().password_hash or "", request.form.get("password", "")):
        return _page(wrong=gettext("This is not your password.")), HTTPStatus.UNPROCESSABLE_ENTITY
    secret, at = new_token(), now()
    with database.writing(engine()) as written:
        accounts.add_token(
            written,
            account(),
            request.form.get("label", "").strip()[:100],
            secret,
            at,
            at + _asked(),
            _scopes(),
        )
    return _page(secret=secret)


@blueprint.post(f"/me/tokens/<{ID}:token_id>")
@requires(Role.READER)
def revoke(token_id: int) -> ResponseReturnValue:
    accounts.revoke_token(db(), token_id, now(), of=account().id)
    tell(gettext("The token is revoked."))
    return redirect(url_for("me_tokens.show"))


def _asked() -> timedelta:
    days = request.form.get("days", type=int)
    return timedelta(days=days if days in _LASTS_DAYS else _LASTS_DAYS[0])


def _scopes() -> tuple[Scope, ...]:
    return scopes_up_to(Scope.WRITE if request.form.get("scope") == Scope.WRITE else Scope.READ)


def _page(secret: str = "", wrong: str = "") -> str:
    with database.reading(engine()) as fresh:  # what was made a moment ago is on the page
        tokens = accounts.tokens(fresh, account().id)
    return render_template(
        "me_tokens.html",
        tokens=tokens,
        secret=secret,
        wrong=wrong,
        days=_LASTS_DAYS,
        now=now(),
        typed=request.form,
    )
