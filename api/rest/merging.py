"""Taking back what one did last; claims that say the same: merging them, taking a verdict over."""

from flask import Response

from api.auth import account, token_requires
from api.rest.answering import answer_claim
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.adopting import NewAdoption
from api.schemas.base import IfMatch
from api.schemas.claims import ClaimPath, DeskClaim
from api.schemas.merging import Merge
from api.unit import db, now, settings
from claims.store import claims
from claims.workflow import Role
from factcheck import review
from factcheck.kinship import refresh

blueprint = make_blueprint("merging", "Claims that say the same, and taking back what one did last")


@blueprint.post("/claims/<claim_id>/undo", responses={200: DeskClaim})
@token_requires(Role.REVIEWER)
@parsed
def undo_last(path: ClaimPath, header: IfMatch) -> Response:
    """Take back the last thing you did with a claim, while nobody built on it.

    409 where there is nothing to take back; publishing, correcting and withdrawing stay."""
    return answer_claim(review.undo(db(), path.claim_id, by=account(), at=now(), expect=header.version))


@blueprint.post("/claims/<claim_id>/merge", responses={200: DeskClaim})
@token_requires(Role.REVIEWER)
@parsed
def merge_claim(path: ClaimPath, header: IfMatch, body: Merge) -> Response:
    """Let another claim stand for this one, which leaves the work; nobody may have decided on either."""
    review.merge(
        db(),
        path.claim_id,
        body.into,
        by=account(),
        at=now(),
        expect=header.version,
        expect_into=body.into_version,
    )
    return answer_claim(claims.get(db(), path.claim_id))


@blueprint.post("/claims/<claim_id>/adopt", responses={200: DeskClaim})
@token_requires(Role.REVIEWER)
@parsed
def adopt_verdict(path: ClaimPath, header: IfMatch, body: NewAdoption) -> Response:
    """Take over the published verdict of another claim, with its evidence; somebody else approves it.

    It lapses when the other claim's verdict is corrected, withdrawn, lapses or is due to be checked again."""
    refresh(db(), settings().home, claims.get(db(), path.claim_id), now())
    claim = review.adopt(
        db(),
        path.claim_id,
        body.claim,
        body.wanted,
        by=account(),
        at=now(),
        zone=settings().time_zone,
        expect=header.version,
        blocking=settings().blocking,
    )
    return answer_claim(claim)


@blueprint.post("/claims/<claim_id>/unmerge", responses={200: DeskClaim})
@token_requires(Role.REVIEWER)
@parsed
def unmerge_claim(path: ClaimPath, header: IfMatch) -> Response:
    """Let a merged claim stand for itself again, where it was."""
    return answer_claim(review.unmerge(db(), path.claim_id, by=account(), at=now(), expect=header.version))
