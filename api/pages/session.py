"""Logging in, with a one-time code where there is a second factor, logging out, and the language the desk
speaks to its reader."""

from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from api import auth, entrance
from api.auth import public
from api.errors import say
from api.pages.presentation import local
from api.unit import db
from claims.account import Account
from claims.errors import TooOften

blueprint = Blueprint("session", __name__)


@blueprint.get("/login")
@public()
def ask_log_in() -> ResponseReturnValue:
    return _form("", "")


@blueprint.post("/login")
@public(write=False)
def log_in() -> ResponseReturnValue:
    name, spoken = request.form.get("name", ""), session.get("language")
    try:
        found = entrance.log_in(name, request.form.get("password", ""))
    except TooOften as error:
        return _form(name, say(error)), HTTPStatus.TOO_MANY_REQUESTS
    if found is None:
        return _form(name, gettext("Name or password is wrong.")), HTTPStatus.UNAUTHORIZED
    if spoken is not None:
        session["language"] = spoken
    target = local(request.form.get("next"))
    return redirect(url_for("session.ask_code", next=target) if found.totp_since else target)


@blueprint.get("/login/code")
@public()
def ask_code() -> ResponseReturnValue:
    return _code_form("") if entrance.awaited() else redirect("/login")


@blueprint.post("/login/code")
@public(write=False)
def give_code() -> ResponseReturnValue:
    awaited = entrance.awaited()
    if awaited is None:
        return _form("", gettext("That took too long: log in again.")), HTTPStatus.UNAUTHORIZED
    try:
        taken = entrance.give_code(awaited, request.form.get("code", "")[:100])
    except TooOften as error:
        return _code_form(say(error)), HTTPStatus.TOO_MANY_REQUESTS
    if not taken:
        return _code_form(gettext("This code is wrong, or was used before.")), HTTPStatus.UNAUTHORIZED
    return redirect(local(request.form.get("next")))


@blueprint.post("/logout")
@public()
def log_out() -> ResponseReturnValue:
    entrance.log_out()
    return redirect("/login")


@blueprint.post("/language")
@public()
def choose_language() -> ResponseReturnValue:
    chosen = "de" if request.form.get("language") == "de" else "en"
    _remember(chosen, auth.whoever())
    return redirect(local(request.form.get("next")))


def _remember(chosen: str, account: Account | None) -> None:
    session["language"] = chosen
    if account is not None:
        account.language = "de" if chosen == "de" else "en"
        db().add(account)


def _form(name: str, error: str) -> str:
    target = local(request.values.get("next"))
    return render_template("login.html", name=name, error=error, next=target)


def _code_form(error: str) -> str:
    target = local(request.values.get("next"))
    return render_template("login_code.html", error=error, next=target)
