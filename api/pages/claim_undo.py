"""Taking back what one did last, and letting one claim stand for another that says the same."""

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from api.auth import account, requires
from api.pages import claim_forms as forms
from api.pages.claim_trial import Done, attempt
from api.pages.presentation import ID, local
from api.unit import db, now
from claims.errors import InvalidInput
from claims.workflow import Role
from factcheck import review

blueprint = Blueprint("claim_undo", __name__)


@blueprint.post(f"/claims/<{ID}:claim_id>/undo")
@requires(Role.REVIEWER)
def undo(claim_id: int) -> ResponseReturnValue:
    answer = attempt(claim_id, "undo", lambda: _undo(claim_id))
    back = request.form.get("next")
    return redirect(local(back)) if back and not isinstance(answer, tuple) else answer


@blueprint.post(f"/claims/<{ID}:claim_id>/merge")
@requires(Role.REVIEWER)
def merge(claim_id: int) -> ResponseReturnValue:
    return attempt(claim_id, "merge", lambda: _merge(claim_id), onward=True)


@blueprint.post(f"/claims/<{ID}:claim_id>/unmerge")
@requires(Role.REVIEWER)
def unmerge(claim_id: int) -> ResponseReturnValue:
    return attempt(claim_id, "unmerge", lambda: _unmerge(claim_id))


def _undo(claim_id: int) -> Done:
    review.undo(db(), claim_id, by=account(), at=now(), expect=forms.seen_version())
    return Done(gettext("Undone: claim %(id)s is as it was before.", id=claim_id))


def _merge(claim_id: int) -> Done:
    version, into, seen = forms.seen_version(), forms.chosen("into"), forms.chosen("into_version")
    if into is None:
        raise InvalidInput("Say into which claim this one is to be merged.")
    review.merge(db(), claim_id, into, by=account(), at=now(), expect=version, expect_into=seen)
    return Done(gettext("Merged: claim %(id)s stands for this one too.", id=into))


def _unmerge(claim_id: int) -> Done:
    review.unmerge(db(), claim_id, by=account(), at=now(), expect=forms.seen_version())
    return Done(gettext("Separated: the claim is where it was."))
