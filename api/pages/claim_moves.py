"""The moves of a claim as forms; who may make which stands in the workflow's table."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from api.auth import account, requires
from api.pages import claim_forms as forms
from api.pages.claim_trial import Done, Trial, attempt, show
from api.pages.presentation import ID
from api.unit import db, now, settings
from claims.claim import Claim
from claims.store import claims
from claims.workflow import MOVES, Action, Guard, Role, State
from factcheck import review

blueprint = Blueprint("claim_moves", __name__)

_NAMES = ",".join(
    found.action.value for found in MOVES if found.role is not None and Guard.ADOPTABLE not in found.guards
)
_DECIDING = {found.action for found in MOVES if Guard.VERDICT in found.guards}
_ONWARD = (Action.ACCEPT, Action.DISMISS, Action.SUBMIT, Action.VOTE)
"""After these the claim waits for somebody else, or for nobody."""
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
    return attempt(claim_id, action, lambda: _move(claim_id, wanted), onward=wanted in _ONWARD)


def _move(claim_id: int, action: Action) -> Done:
    version, at = forms.seen_version(), now()
    if action is Action.TAKE and claims.lock(db(), claim_id, version).state is State.PROPOSED:
        # who takes a proposal accepts it with the same press
        version = review.move(db(), claim_id, Action.ACCEPT, by=account(), at=at, expect=version).version
    claim = review.move(
        db(),
        claim_id,
        action,
        by=account(),
        at=at,
        expect=version,
        reason=forms.typed("reason"),
        decision=forms.decision() if action in _DECIDING else None,
        blocking=settings().blocking,
    )
    return Done(_sentence(claim, action))


def _sentence(claim: Claim, action: Action) -> str:
    if action is Action.VOTE and claim.state is State.SUBMITTED:
        return str(gettext("Both votes say the same: submitted, somebody else approves it."))
    if action is Action.PUBLISH and claim.state is State.CORRECTED:
        return str(gettext("Published: readers see the correction."))
    return str(_DONE[action])
