"""The queue: claims by worth or deadline, filtered; proposals are accepted and dismissed right here, and open
claims taken."""

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext
from pydantic import ValidationError

from api.auth import account, requires
from api.errors import say
from api.pages import claim_forms as forms
from api.pages.claim_adopting import adopted
from api.pages.claim_kin import age, differing
from api.pages.claim_trial import Done, attempt
from api.pages.claim_way import offer_undo
from api.pages.presentation import ID, local
from api.pages.queue_list import open_queue
from api.pages.queue_query import QueueQuery, View, read_query
from api.pages.telling import Link, tell, warn
from api.unit import db, now
from claims.claim import Claim
from claims.errors import Conflict, InvalidInput, NotFound, StaleVersion
from claims.store import articles, saved_searches
from claims.workflow import Action, Role
from factcheck.review import Adoption, move
from factcheck.saved_searches import LONGEST

blueprint = Blueprint("queue", __name__)

_NAMES = {
    View.ALL: lazy_gettext("All open work"),
    View.MINE: lazy_gettext("Mine"),
    View.UNASSIGNED: lazy_gettext("Unassigned"),
    View.DUE: lazy_gettext("Due"),
    View.APPROVAL: lazy_gettext("Waiting for approval"),
    View.CHALLENGED: lazy_gettext("Challenged"),
    View.LAPSED: lazy_gettext("Lapsed"),
    View.RECHECK: lazy_gettext("Due to be checked again"),
}
_DONE = {
    Action.ACCEPT: lazy_gettext("Accepted: claim %(id)s is open."),
    Action.DISMISS: lazy_gettext("Dismissed: claim %(id)s."),
    Action.TAKE: lazy_gettext("Claim %(id)s is yours to check."),
    Action.ADOPT: lazy_gettext("Taken over for claim %(id)s: a second person approves it."),
}


@blueprint.get("/")
@requires(Role.READER)
def start() -> ResponseReturnValue:
    return redirect(url_for("queue.show"))


@blueprint.get("/queue")
@requires(Role.READER)
def show() -> ResponseReturnValue:
    queue = open_queue(db(), _query(), account(), now())
    known = articles.headings(db(), limit=100)
    words = {"names": _NAMES, "differing": differing, "age": age}
    return render_template("queue.html", queue=queue, articles=known, longest_name=LONGEST, **words)


@blueprint.post(f"/queue/<{ID}:claim_id>/accept")
@requires(Role.REVIEWER)
def accept(claim_id: int) -> ResponseReturnValue:
    return _move(claim_id, Action.ACCEPT)


@blueprint.post(f"/queue/<{ID}:claim_id>/dismiss")
@requires(Role.REVIEWER)
def dismiss(claim_id: int) -> ResponseReturnValue:
    return _move(claim_id, Action.DISMISS)


@blueprint.post(f"/queue/<{ID}:claim_id>/take")
@requires(Role.REVIEWER)
def take(claim_id: int) -> ResponseReturnValue:
    return _move(claim_id, Action.TAKE)


@blueprint.post(f"/queue/<{ID}:claim_id>/adopt/<{ID}:other_id>")
@requires(Role.REVIEWER)
def adopt_verdict(claim_id: int, other_id: int) -> ResponseReturnValue:
    return _try(claim_id, Action.ADOPT, lambda: adopted(claim_id, other_id, Adoption()))


def _query() -> QueueQuery:
    try:
        query = read_query(request.args)
        if query.search is not None:
            saved_searches.get(db(), query.search)
        return query
    except NotFound as error:
        warn(say(error))
        return QueueQuery()
    except (ValidationError, InvalidInput):
        warn(gettext("The queue does not know this filter; here is all that is to do."))
        return QueueQuery()


def _move(claim_id: int, action: Action) -> ResponseReturnValue:
    def act() -> Claim:
        version, reason = forms.seen_version(), forms.typed("reason")
        return move(db(), claim_id, action, by=account(), at=now(), expect=version, reason=reason)

    return _try(claim_id, action, act)


def _try(claim_id: int, action: Action, act: Callable[[], Claim]) -> ResponseReturnValue:
    try:
        moved = act()
    except (Conflict, InvalidInput) as error:
        if isinstance(error, StaleVersion) and forms.typed("reason"):
            return _keep(claim_id, action, error)
        _explain(claim_id, error)
    else:
        _tell(moved, action)
    return redirect(local(request.form.get("next")))


def _keep(claim_id: int, action: Action, error: StaleVersion) -> ResponseReturnValue:
    """What was typed is not lost: the claim's own page has it, beside what changed meanwhile."""

    def refuse() -> Done:
        raise error

    return attempt(claim_id, action.value, refuse)


def _tell(claim: Claim, action: Action) -> None:
    link = Link(url_for("claim.show", claim_id=claim.id), gettext("Open it"))
    back = local(request.form.get("next")).partition("#")[0] + f"#claim-{claim.id}"
    tell(str(_DONE[action]) % {"id": claim.id}, undo=offer_undo(claim, back), link=link)


def _explain(claim_id: int, error: Conflict | InvalidInput) -> None:
    link = Link(url_for("claim.show", claim_id=claim_id), gettext("See what changed"))
    warn(say(error), link=link if isinstance(error, StaleVersion) else None)
