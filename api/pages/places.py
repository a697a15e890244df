"""Choosing the place of a claim, where several of its article's newest text could be meant."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from api.auth import account, requires
from api.pages import claim_forms as forms
from api.pages.claim_trial import Done, attempt
from api.pages.presentation import ID
from api.unit import db, now
from claims.errors import InvalidInput
from claims.workflow import Role
from factcheck import review

blueprint = Blueprint("places", __name__)

NONE = "none"
"""What the form sends where none of the places is meant."""


@blueprint.post(f"/claims/<{ID}:claim_id>/place")
@requires(Role.REVIEWER)
def choose(claim_id: int) -> ResponseReturnValue:
    return attempt(claim_id, "place", lambda: _choose(claim_id, forms.typed("place")))


def _choose(claim_id: int, chosen: str) -> Done:
    seen = forms.seen_version()
    if chosen == NONE:
        review.refuse_places(db(), claim_id, by=account(), at=now(), expect=seen)
        return Done(str(gettext("None of them: the claim's words are no longer in the article.")))
    if not chosen.isdecimal() or len(chosen) > 18:
        raise InvalidInput("Choose one of the places, or none of them.")
    claim = review.choose_place(db(), claim_id, int(chosen), by=account(), at=now(), expect=seen)
    return Done(str(gettext("The claim has its place in version %(number)s.", number=claim.article_version)))
