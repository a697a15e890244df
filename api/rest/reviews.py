"""Published verdicts for other programs, asked for and answered as Google's Fact Check Tools API does."""

from flask import Response

from api.auth import reading_or_token
from api.publishing import publisher
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.reviews import ReviewedClaims, ReviewSearch, reviewed_claims
from api.unit import db, now, settings
from claims.workflow import Role
from factcheck.reviewing import find_reviews

blueprint = make_blueprint("reviews", "Published verdicts, in the shape of Google's Fact Check Tools API")


@blueprint.get("/claims:search", responses={200: ReviewedClaims})
@reading_or_token(Role.READER)
@parsed
def search_reviews(query: ReviewSearch) -> Response:
    """Find published verdicts that stand, the desk's and those of others that it took in.

    Takes no token where published claims are for anybody."""
    desk = publisher()
    return answer(reviewed_claims(find_reviews(db(), settings().home, query.wanted, desk, now())))
