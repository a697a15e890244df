"""One claim: its words, its evidence, its verdict, and what can be done next."""

from flask import Blueprint

from api.auth import requires
from api.pages import claim_trial
from api.pages.claim_presence import note_looking
from api.pages.presentation import ID
from claims.workflow import Role

blueprint = Blueprint("claim", __name__)


@blueprint.get(f"/claims/<{ID}:claim_id>")
@requires(Role.READER)
def show(claim_id: int) -> str:
    shown = claim_trial.show(claim_id)
    note_looking(claim_id)
    return shown
