"""The moves of a claim as forms; who may make which stands in the workflow's table."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from api.auth import account, requires
from api.pages import claim_forms as forms
from api.pages.claim_trial import Done, Trial, attempt, show
from api.pages.presentation import ID
from api.pages.telling import Undo
from api.unit import db, now, settings
from claims.claim import Claim
from claims.workflow import MOVES, Action, Guard, Role, State
from factcheck import review

blueprint = Blueprint("claim_moves", __name__)

_NAMES = ",".join(found.action.value for found in MOVES if found.role is not None)
_DECIDING = {found.action for found in MOVES if Guard.VERDICT in found.guards}
_UNDONE_BY = {Action.TAKE: Action.RELEASE, Action.RELEASE: Action.TAKE}
_DONE = {
    Action.ACCEPT: lazy_gettext("Accepted: the claim is open."),
    Action.DISMISS: lazy_gettext("Dismissed: the claim will not be checked."),
    Action.TAKE: lazy_gettext("The claim is yours to check."),
    Action.RELEASE: lazy_gettext("Released: somebody else can take the claim."),
    Action.SUBMIT: lazy_gettext("Submitted: a second person approves it."),
    Action.VOTE: lazy_gettext("Your vote is in."),
    Action.SEND_BACK: lazy_gettext("Sent back to be checked again."),
    Action.APPROVE: lazy_gettext("Approved: it can be published."),
    Action.PUBLISH: lazy_gettext("Published: readers see the verdict."),
    Action.CHALLENGE: lazy_gettext("Challenged: an editor looks at it again."),
    Action.CONFIRM: lazy_gettext("Confirmed: the verdict stands."),
    Action.CORRECT: lazy_gettext("Correction submitted: until it is published the old verdict stands."),
    Action.WITHDRAW: lazy_gettext("Withdrawn: no verdict stands any more."),
}


@blueprint.post(f"/claims/<{ID}:claim_id>/<any({_NAMES}):action>")
@requires(Role.READER)
def move(claim_id: int, action: str) -> ResponseReturnValue:
    wanted = Action(action)
    if wanted is Action.WITHDRAW and forms.typed("reason") and not forms.typed("confirmed"):
        return show(claim_id, Trial(action, request.form, confirm=True))
    return attempt(claim_id, action, lambda: _move(claim_id, wanted))


def _move(claim_id: int, action: Action) -> Done:
    claim = review.move(
        db(),
        claim_id,
        action,
        by=account(),
        at=now(),
        expect=forms.seen_version(),
        reason=forms.typed("reason"),
        decision=forms.decision() if action in _DECIDING else None,
        blocking=settings().blocking,
    )
    return Done(_sentence(claim, action), undo=_undo(claim, action))


def _sentence(claim: Claim, action: Action) -> str:
    if action is Action.VOTE and claim.state is State.SUBMITTED:
        return str(gettext("Both votes say the same: submitted, somebody else approves it."))
    if action is Action.PUBLISH and claim.state is State.CORRECTED:
        return str(gettext("Published: readers see the correction."))
    return str(_DONE[action])


def _undo(claim: Claim, action: Action) -> Undo | None:
    if action not in _UNDONE_BY:
        return None
    path = url_for("claim_moves.move", claim_id=claim.id, action=_UNDONE_BY[action].value)
    return Undo(path, {"version": str(claim.version)})
