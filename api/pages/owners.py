"""Who owns which outlet: sources of one owner do not count as independent."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from api.auth import account, requires
from api.errors import say, status_of
from api.pages.telling import tell
from api.unit import db, now
from claims.errors import FactcheckError
from claims.store import accounts, owners
from claims.workflow import Role
from factcheck.owners import LONGEST, drop_owner, set_owner

blueprint = Blueprint("owners", __name__)


@blueprint.get("/owners")
@requires(Role.READER)
def index() -> str:
    return _page()


@blueprint.post("/owners")
@requires(Role.EDITOR)
def put() -> ResponseReturnValue:
    try:
        owner = set_owner(db(), _typed("outlet"), _typed("name"), by=account(), at=now())
    except FactcheckError as error:
        db().rollback()
        return _page(say(error)), status_of(error)
    tell(gettext("%(outlet)s belongs to %(owner)s.", outlet=owner.outlet, owner=owner.name))
    return redirect(url_for("owners.index"))


@blueprint.post("/owners/drop")
@requires(Role.EDITOR)
def drop() -> ResponseReturnValue:
    try:
        drop_owner(db(), _typed("outlet"), by=account(), at=now())
    except FactcheckError as error:
        db().rollback()
        return _page(say(error)), status_of(error)
    tell(gettext("%(outlet)s stands for itself again.", outlet=_typed("outlet")))
    return redirect(url_for("owners.index"))


def _typed(name: str) -> str:
    return request.form.get(name, "").replace("\0", "").strip()


def _page(error: str = "") -> str:
    return render_template(
        "owners.html",
        owners=owners.every(db()),
        names=accounts.names(db()),
        error=error,
        typed=request.form,
        longest=LONGEST,
    )
