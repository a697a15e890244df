"""Logging in and out, and the language the desk speaks to its reader."""

from flask import Blueprint, redirect, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from api import auth
from api.auth import public
from api.pages.presentation import local
from api.unit import db
from claims.account import Account

blueprint = Blueprint("session", __name__)


@blueprint.get("/login")
@public()
def ask_log_in() -> ResponseReturnValue:
    return _form("", "")


@blueprint.post("/login")
@public(write=False)
def log_in() -> ResponseReturnValue:
    name, spoken = request.form.get("name", ""), session.get("language")
    found = auth.log_in(name, request.form.get("password", ""))
    if found is None:
        return _refuse(name)
    if spoken is not None:
        session["language"] = spoken
    return redirect(local(request.form.get("next")))


@blueprint.post("/logout")
@public()
def log_out() -> ResponseReturnValue:
    auth.log_out()
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


def _refuse(name: str) -> ResponseReturnValue:
    return _form(name, gettext("Name or password is wrong.")), 401


def _form(name: str, error: str) -> str:
    target = local(request.values.get("next"))
    return render_template("login.html", name=name, error=error, next=target)
