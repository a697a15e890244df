"""Saving the queue's filters under a name, and renaming and deleting what was saved."""

from urllib.parse import parse_qsl

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from pydantic import ValidationError

from api.auth import account, requires
from api.errors import say
from api.pages.presentation import ID
from api.pages.queue_query import QueueQuery, read_query
from api.pages.telling import tell, warn
from api.unit import db, now
from claims.errors import Conflict, InvalidInput
from claims.workflow import Role
from factcheck.saved_searches import delete, rename, save

blueprint = Blueprint("saved_searches", __name__)


@blueprint.post("/searches")
@requires(Role.READER)
def add() -> ResponseReturnValue:
    query = _query()
    try:
        search = save(db(), _name(), query.kept(account(), now()), by=account(), at=now())
    except (Conflict, InvalidInput) as error:
        warn(say(error))
        return redirect(query.path())
    tell(gettext("The search is saved: everybody at the desk finds it here."))
    return redirect(url_for("queue.show", search=search.id))


@blueprint.post(f"/searches/<{ID}:search_id>/name")
@requires(Role.READER)
def change(search_id: int) -> ResponseReturnValue:
    try:
        rename(db(), search_id, _name(), by=account())
    except (Conflict, InvalidInput) as error:
        warn(say(error))
    else:
        tell(gettext("The search has a new name."))
    return redirect(url_for("queue.show", search=search_id))


@blueprint.post(f"/searches/<{ID}:search_id>/deletion")
@requires(Role.READER)
def remove(search_id: int) -> ResponseReturnValue:
    delete(db(), search_id, by=account())
    tell(gettext("The search is deleted."))
    return redirect(url_for("queue.show"))


def _name() -> str:
    return request.form.get("name", "").replace("\0", "")


def _query() -> QueueQuery:
    try:
        return read_query(dict(parse_qsl(request.form.get("queue", ""))))
    except (ValidationError, InvalidInput):
        return QueueQuery()
