"""Setting a password with a link, and asking for one: for those who are invited or have forgotten theirs."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from api import entrance
from api.auth import public
from api.pages.telling import tell
from api.unit import db, engine, now, settings
from claims import database
from claims.errors import NotFound
from claims.letter import Door
from factcheck.knocking import knock, network
from factcheck.passwords import hash_password
from factcheck.tickets import admit, redeem

blueprint = Blueprint("password", __name__)

_SHORTEST, _LONGEST = 12, 1000


@blueprint.get("/forgotten")
@public()
def forget() -> str:
    return render_template("forgotten.html", mail=bool(settings().smtp_host), done=False)


@blueprint.post("/forgotten")
@public(write=True)
def ask() -> str:
    """Note that somebody asked, and nothing else: whether there is such an account is looked up where the
    mail is sent, so neither the answer nor the time it takes tells."""
    if settings().smtp_host:
        said, key = request.form.get("said", "").strip().lower()[:254], settings().secret()
        knock(db(), Door.RESET_ADDRESS, network(request.remote_addr), at=now(), key=key)
        knock(db(), Door.RESET_NAME, said, at=now(), key=key)
    return render_template("forgotten.html", mail=bool(settings().smtp_host), done=True)


@blueprint.get("/password/<secret>")
@public()
def choose(secret: str) -> ResponseReturnValue:
    """The form; looking at it uses nothing up, since programs that check mail follow links too."""
    return _form(secret, "")


@blueprint.post("/password/<secret>")
@public(write=False)
def set_new(secret: str) -> ResponseReturnValue:
    typed = request.form.get("new", "")
    wrong = complaint(typed, request.form.get("again", ""))
    if wrong:
        body, status = _form(secret, wrong)
        return body, 422 if status == 200 else status
    hashed = hash_password(typed)
    try:
        with database.writing(engine()) as written:
            account = redeem(written, secret, hashed, now())
    except NotFound:
        return _over()
    entrance.recognise_from_now_on(account)  # whoever guesses at the name shall not keep its owner out
    tell(gettext("Your password is set: log in with it."))
    return redirect(url_for("session.ask_log_in"))


def complaint(new: str, again: str) -> str:
    """What is wrong with a new password that was typed twice; empty if nothing is."""
    if new != again:
        return str(gettext("The two are not the same."))
    if not _SHORTEST <= len(new) <= _LONGEST:
        return str(gettext("A password has at least 12 characters."))
    return ""


def _form(secret: str, wrong: str) -> tuple[str, int]:
    try:
        admitted = admit(db(), secret, now())
    except NotFound:
        return _over()
    return render_template("password.html", account_of=admitted.account, secret=secret, wrong=wrong), 200


def _over() -> tuple[str, int]:
    return render_template("password_over.html", mail=bool(settings().smtp_host)), 404
