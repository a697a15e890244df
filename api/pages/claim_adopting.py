"""Taking over the verdict of a checked claim that says the same."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from api.auth import account, requires
from api.pages import claim_forms as forms
from api.pages.claim_trial import Done, attempt
from api.pages.presentation import ID
from api.unit import db, now, settings
from claims.claim import Claim
from claims.store import claims
from claims.workflow import Role
from factcheck import review
from factcheck.kinship import refresh

blueprint = Blueprint("claim_adopting", __name__)


@blueprint.post(f"/claims/<{ID}:claim_id>/adopt/<{ID}:other_id>")
@requires(Role.REVIEWER)
def adopt(claim_id: int, other_id: int) -> ResponseReturnValue:
    return attempt(claim_id, f"adopt-{other_id}", lambda: _adopt(claim_id, other_id), onward=True)


def _adopt(claim_id: int, other_id: int) -> Done:
    adopted(claim_id, other_id, forms.adoption())
    return Done(gettext("Taken over from claim %(id)s: a second person approves it.", id=other_id))


def adopted(claim_id: int, other_id: int, wanted: review.Adoption) -> Claim:
    """The claim with the verdict of the other one, as the form asks for it."""
    version = forms.seen_version()
    # what the two have in common may have changed since an article came in
    refresh(db(), settings().home, claims.get(db(), claim_id), now())
    return review.adopt(
        db(),
        claim_id,
        other_id,
        wanted,
        by=account(),
        at=now(),
        zone=settings().time_zone,
        expect=version,
        blocking=settings().blocking,
    )
