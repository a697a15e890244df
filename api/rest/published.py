"""What readers know. Takes no token where the desk's published claims are for anybody."""

from dataclasses import asdict

from flask import Response

from api.auth import reading_or_token
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.paging import Position, cut, position
from api.rest.parsing import parsed
from api.schemas.base import Paging
from api.schemas.claims import ClaimPath
from api.schemas.published import PublishedPage, PublishedRecord, PublishedSummary, PublishedView
from api.unit import db
from claims.claim import Claim
from claims.decision import Decision
from claims.store import published
from claims.workflow import Role
from factcheck.published import public_state, read_published

blueprint = make_blueprint("published", "Published verdicts, as readers know them")


@blueprint.get("/published", responses={200: PublishedPage})
@reading_or_token(Role.READER)
@parsed
def list_published(query: Paging) -> Response:
    """List the claims with a verdict that was published, the latest first."""
    after = position(query.cursor, "newest")
    found = published.page(db(), after.id if after else None, query.limit + 1)
    page, last = cut(found, query.limit)
    following = None if last is None else Position(order="newest", id=last[1].id or 0).opaque
    return answer(PublishedPage(items=tuple(_summary(*each) for each in page), next=following))


@blueprint.get("/published/<claim_id>", responses={200: PublishedRecord})
@reading_or_token(Role.READER)
@parsed
def get_published(path: ClaimPath, query: PublishedView) -> Response:
    """Get what readers know of a claim; with `as_of` what they knew then, and nothing that came later.

    404 where nothing was published. Of a verdict that was withdrawn since, the grounds are not repeated."""
    found = read_published(db(), path.claim_id, query.as_of)
    return answer(PublishedRecord.model_validate(asdict(found)))


def _summary(claim: Claim, decided: Decision) -> PublishedSummary:
    return PublishedSummary(
        id=claim.id or 0,
        language=claim.language,
        text=decided.claim_text,
        state=public_state(claim, decided),
        verdict=claim.verdict,
        published_at=decided.published_at or decided.submitted_at,
    )
