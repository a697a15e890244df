"""The accounts of the desk, for whoever looks after them: added by invitation, given roles, kept out."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext
from pydantic import ValidationError

from api.auth import account, requires
from api.errors import say
from api.pages.frequent import language
from api.pages.presentation import ID
from api.pages.telling import tell, warn
from api.unit import db, now, settings
from claims.account import Account, AccountDraft
from claims.errors import Conflict, InvalidInput, NotAllowed
from claims.store import accounts, events, letters, logins, tickets
from claims.workflow import Role
from factcheck import history, staff
from factcheck.history import Told

blueprint = Blueprint("accounts", __name__)

_LATELY, _SHOWN = timedelta(days=1), 20

_WRONG = {
    "name": lazy_gettext("A name has lower-case letters, digits and . _ @ -."),
    "email": lazy_gettext("This is no e-mail address."),
    "display_name": lazy_gettext("This name is too long."),
}


@blueprint.get("/accounts")
@requires(Role.ADMIN)
def index() -> str:
    return _index({})


@blueprint.post("/accounts")
@requires(Role.ADMIN)
def add() -> ResponseReturnValue:
    try:
        draft = AccountDraft.model_validate({"name": request.form.get("name", ""), **_typed()})
        made, secret = staff.invite(db(), draft, by=account(), at=now(), settings=settings())
    except ValidationError as error:
        return _index(_faults(error)), 422
    except (Conflict, InvalidInput) as error:
        return _index({"name": say(error)}), 422
    return _linked(made, secret)


@blueprint.get(f"/accounts/<{ID}:account_id>")
@requires(Role.ADMIN)
def show(account_id: int) -> str:
    return _page(accounts.get(db(), account_id), {})


@blueprint.post(f"/accounts/<{ID}:account_id>")
@requires(Role.ADMIN)
def change(account_id: int) -> ResponseReturnValue:
    try:
        edit = staff.AccountEdit.model_validate(_typed())
        staff.change(db(), account_id, edit, by=account(), at=now())
    except ValidationError as error:
        return _page(accounts.get(db(), account_id), _faults(error)), 422
    except (InvalidInput, NotAllowed) as error:
        return _page(accounts.get(db(), account_id), {"roles": say(error)}), 422
    tell(gettext("The account is changed."))
    return redirect(url_for("accounts.show", account_id=account_id))


@blueprint.post(f"/accounts/<{ID}:account_id>/link")
@requires(Role.ADMIN)
def send_link(account_id: int) -> ResponseReturnValue:
    whose = accounts.get(db(), account_id)
    try:
        secret = staff.send_link(db(), whose, by=account(), at=now(), settings=settings())
    except InvalidInput as error:
        warn(say(error))
        return redirect(url_for("accounts.show", account_id=account_id))
    return _linked(whose, secret)


@blueprint.post(f"/accounts/<{ID}:account_id>/disable")
@requires(Role.ADMIN)
def disable(account_id: int) -> ResponseReturnValue:
    try:
        staff.disable(db(), account_id, by=account(), at=now())
        tell(gettext("The account is disabled; its log-ins ended."))
    except NotAllowed as error:
        warn(say(error))
    return redirect(url_for("accounts.show", account_id=account_id))


@blueprint.post(f"/accounts/<{ID}:account_id>/enable")
@requires(Role.ADMIN)
def enable(account_id: int) -> ResponseReturnValue:
    staff.enable(db(), account_id, by=account(), at=now())
    tell(gettext("The account is enabled again."))
    return redirect(url_for("accounts.show", account_id=account_id))


def _typed() -> dict[str, Any]:
    fields = {name: request.form.get(name, "").strip() for name in ("display_name", "email", "language")}
    return {**fields, "roles": request.form.getlist("roles")}


def _faults(error: ValidationError) -> dict[str, str]:
    fields = [str(fault["loc"][0]) if fault["loc"] else "" for fault in error.errors()]
    return {field: str(_WRONG.get(field, gettext("Choose one of those on offer."))) for field in fields}


def _linked(whose: Account, secret: str) -> ResponseReturnValue:
    """Mail is on its way; or the link is shown on the answer itself, once, since nobody keeps it."""
    if not secret:
        tell(gettext("A link is on its way to %(email)s.", email=whose.email))
        return redirect(url_for("accounts.show", account_id=whose.id))
    root = settings().public_url.rstrip("/") or request.url_root.rstrip("/")
    return _page(whose, {}, link=root + url_for("password.choose", secret=secret))


def _index(wrong: dict[str, str]) -> str:
    everyone = accounts.everyone(db())
    return render_template(
        "accounts.html",
        people=[each for each in everyone if each.roles],
        others=[each for each in everyone if not each.roles],
        open_until=tickets.invited(db(), now()),
        failing=letters.failing(db()),
        names=accounts.names(db()),
        refused=logins.count_refusals(db(), now() - _LATELY),
        strangers=logins.refusals(db(), None, _SHOWN),
        mail=bool(settings().smtp_host),
        wrong=wrong,
        typed=request.form,
        chosen=request.form.getlist("roles"),
    )


def _page(whose: Account, wrong: dict[str, str], link: str = "") -> str:
    typed = request.form if wrong else {}
    return render_template(
        "account.html",
        whose=whose,
        wrong=wrong,
        link=link,
        typed=typed,
        chosen=request.form.getlist("roles") if wrong else whose.roles,
        until=tickets.invited(db(), now()).get(whose.id or 0),
        failing=[letter for letter in letters.failing(db()) if letter.account_id == whose.id],
        mail=bool(settings().smtp_host),
        logins=logins.of_account(db(), whose.id or 0, now() - timedelta(hours=settings().session_hours)),
        tokens=accounts.tokens(db(), whose.id or 0),
        refusals=logins.refusals(db(), whose.id or 0, _SHOWN),
        history=_history(whose),
        now=now(),
    )


def _history(whose: Account) -> list[Told]:
    found = events.of_account(db(), whose.id or 0, staff.DEEDS, _SHOWN)
    names = accounts.names(db(), {event.actor_id for event in found})
    return [history.tell(event, names, language(), settings().time_zone) for event in found]
