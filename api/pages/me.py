"""One's own settings: language, e-mail, password, log-ins."""

from dataclasses import dataclass
from datetime import timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from pydantic import ValidationError

from api import entrance
from api.auth import account, login_digest, requires
from api.pages.password import complaint
from api.pages.presentation import ID
from api.pages.telling import tell
from api.unit import db, engine, now, settings
from claims import database
from claims.account import AccountDraft
from claims.store import accounts, logins
from claims.workflow import Role
from factcheck.passwords import hash_password, matches
from factcheck.tickets import set_password

blueprint = Blueprint("me", __name__)


@dataclass(frozen=True)
class Wrong:
    """What is wrong with what was typed, by field."""

    password: str = ""
    email: str = ""
    old: str = ""
    new: str = ""


@blueprint.get("/me")
@requires(Role.READER)
def show() -> str:
    return _page(Wrong())


@blueprint.post("/me")
@requires(Role.READER, write=False)
def change() -> ResponseReturnValue:
    """Language and mail. A new address takes the password, since with it one gets a new password."""
    email = request.form.get("email", "").strip()
    wrong = _wrong_address(email)
    if wrong is not None:
        return _page(wrong), 422
    cookie["language"] = "de" if request.form.get("language") == "de" else "en"
    fields = {"email": email, "language": cookie["language"], "wants_mail": "wants_mail" in request.form}
    with database.writing(engine()) as written:
        accounts.get(written, account().id or 0).sqlmodel_update(fields)
    tell(gettext("Your settings are saved."))
    return redirect(url_for("me.show"))


@blueprint.post("/me/password")
@requires(Role.READER, write=False)
def change_password() -> ResponseReturnValue:
    """Passwords are checked and hashed before the turn to write is taken, since that takes its time."""
    typed = {name: request.form.get(name, "") for name in ("old", "new", "again")}
    who = account()
    if not matches(who.password_hash or "", typed["old"]):
        return _page(Wrong(old=gettext("This is not your password."))), 422
    wrong = complaint(typed["new"], typed["again"])
    if wrong:
        return _page(Wrong(new=wrong)), 422
    hashed = hash_password(typed["new"])
    with database.writing(engine()) as written:
        set_password(written, accounts.get(written, who.id or 0), hashed, now(), but=login_digest())
    entrance.renew()
    tell(gettext("Your password is changed; all other log-ins ended."))
    return redirect(url_for("me.show"))


@blueprint.post("/me/logins")
@requires(Role.READER)
def end_others() -> ResponseReturnValue:
    logins.end_all(db(), account(), now(), but=login_digest())
    tell(gettext("All other log-ins ended."))
    return redirect(url_for("me.show"))


@blueprint.post(f"/me/logins/<{ID}:login_id>")
@requires(Role.READER)
def end_one(login_id: int) -> ResponseReturnValue:
    logins.end(db(), account().id or 0, login_id, now())
    tell(gettext("The log-in ended."))
    return redirect(url_for("me.show"))


def _wrong_address(email: str) -> Wrong | None:
    who = account()
    try:
        AccountDraft(name=who.name, email=email)
    except ValidationError:
        return Wrong(email=gettext("This is no e-mail address."))
    if email != who.email and not matches(who.password_hash or "", request.form.get("password", "")):
        return Wrong(password=gettext("A new address takes your password."))
    return None


def _page(wrong: Wrong) -> str:
    who = account()
    begun = now() - timedelta(hours=settings().session_hours)
    return render_template(
        "me.html",
        wrong=wrong,
        email=request.form.get("email", who.email),
        mail=bool(settings().smtp_host),
        logins=logins.of_account(db(), who.id or 0, begun),
        this=login_digest(),
    )
