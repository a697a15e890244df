"""Claims: found, read, added, edited, split and moved."""

from datetime import datetime

from flask import Response

from api.auth import account, token_requires
from api.claim_records import read_claim, represent_claims, represent_past
from api.representation import represent_events
from api.rest.answering import answer, answer_claim, answer_reading
from api.rest.blueprint import make_blueprint
from api.rest.paging import Position, claim_position, cut, position
from api.rest.parsing import parsed
from api.schemas.base import IfMatch
from api.schemas.claims import (
    ClaimPage,
    ClaimPatch,
    ClaimPath,
    ClaimQuery,
    ClaimView,
    DeskClaim,
    History,
    Move,
    NewClaim,
    PlaceChoice,
    Split,
    SplitClaims,
)
from api.unit import db, now, settings
from claims.errors import InvalidInput, NotFound
from claims.store import claims, events
from claims.workflow import Role
from factcheck import review
from factcheck.past import PastClaim, claim_at
from factcheck.recalling import past_page

blueprint = make_blueprint("claims", "Propositions that can be checked, anchored to their exact words")


@blueprint.get("/claims", responses={200: ClaimPage})
@token_requires(Role.READER)
@parsed
def list_claims(query: ClaimQuery) -> Response:
    """List claims, by filters; with `as_of` those that were such then."""
    if query.as_of is not None:
        return _list_past(query, query.as_of)
    after = position(query.cursor, query.order)
    found = claims.page(
        db(),
        query.filters,
        order=query.order,
        after=after.cursor if after else None,
        limit=query.limit + 1,
    )
    page, last = cut(found, query.limit)
    told = ClaimPage(items=represent_claims(db(), page), next=claim_position(query.order, last))
    return answer(told, fields=query.wanted)


def _list_past(query: ClaimQuery, at: datetime) -> Response:
    if query.order != "id":
        raise InvalidInput("As of a time in the past, claims come in the order of their ids.")
    after = position(query.cursor, "id")
    page, last = past_page(db(), query.filters, at, after=after.id if after else 0, limit=query.limit)
    following = None if last is None else Position(order="id", id=last).opaque
    return answer(ClaimPage(items=represent_past(db(), page), next=following), fields=query.wanted)


@blueprint.post("/claims", responses={201: DeskClaim})
@token_requires(Role.REVIEWER)
@parsed
def add_claim(body: NewClaim) -> Response:
    """Add a claim that a person found; it is open at once."""
    claim = review.add_claim(
        db(), body.article_id, body.start, body.end, by=account(), at=now(), text=body.text
    )
    return answer_claim(claim, 201)


@blueprint.get("/claims/<claim_id>", responses={200: DeskClaim})
@token_requires(Role.READER)
@parsed
def get_claim(path: ClaimPath, query: ClaimView) -> Response:
    """Get one claim; its ETag is its version. With If-None-Match, 304 while it has not changed.

    With `as_of` it is what it was then: 404 where it had not come in."""
    if query.as_of is None:
        return answer_reading(read_claim(db(), path.claim_id), query.wanted)
    past = recalled(path.claim_id, query.as_of)
    return answer_reading(represent_past(db(), [past])[0], query.wanted)


@blueprint.patch("/claims/<claim_id>", responses={200: DeskClaim})
@token_requires(Role.REVIEWER)
@parsed
def edit_claim(path: ClaimPath, header: IfMatch, body: ClaimPatch) -> Response:
    """Change what a claim says before it is submitted; editing a proposal accepts it."""
    change = review.ClaimEdit.model_validate(body.model_dump())
    claim = review.edit(db(), path.claim_id, change, by=account(), at=now(), expect=header.version)
    return answer_claim(claim)


@blueprint.post("/claims/<claim_id>/split", responses={201: SplitClaims})
@token_requires(Role.REVIEWER)
@parsed
def split_claim(path: ClaimPath, header: IfMatch, body: Split) -> Response:
    """Make two claims out of one."""
    first, second = (body.first.start, body.first.end), (body.second.start, body.second.end)
    both = review.split(db(), path.claim_id, first, second, by=account(), at=now(), expect=header.version)
    kept, added = represent_claims(db(), list(both))
    return answer(SplitClaims(items=(kept, added)), 201)


@blueprint.put("/claims/<claim_id>/place", responses={200: DeskClaim})
@token_requires(Role.REVIEWER)
@parsed
def choose_place(path: ClaimPath, header: IfMatch, body: PlaceChoice) -> Response:
    """Choose one of a claim's candidates, or say that none is meant.

    409 where the claim has none: only an article that was read again makes some."""
    by, at, seen = account(), now(), header.version
    if body.start is None:
        return answer_claim(review.refuse_places(db(), path.claim_id, by=by, at=at, expect=seen))
    return answer_claim(review.choose_place(db(), path.claim_id, body.start, by=by, at=at, expect=seen))


@blueprint.post("/claims/<claim_id>/moves", responses={200: DeskClaim})
@token_requires(Role.READER)
@parsed
def move_claim(path: ClaimPath, header: IfMatch, body: Move) -> Response:
    """Take a claim further in the work.

    Which action is possible from which state, by which role and with what is in the workflow's table;
    approving and publishing take somebody other than who submitted."""
    claim = review.move(
        db(),
        path.claim_id,
        body.action,
        by=account(),
        at=now(),
        expect=header.version,
        reason=body.reason,
        decision=body.decision,
        blocking=settings().blocking,
    )
    return answer_claim(claim)


@blueprint.get("/claims/<claim_id>/history", responses={200: History})
@token_requires(Role.READER)
@parsed
def get_history(path: ClaimPath) -> Response:
    """List all that happened to a claim, oldest first. `/events` has it page by page."""
    claim = claims.get(db(), path.claim_id)
    return answer(History(items=represent_events(db(), events.of_claim(db(), claim.id or 0))))


def recalled(claim_id: int, at: datetime) -> PastClaim:
    """The claim as it was. Raises NotFound where there was none."""
    past = claim_at(db(), claim_id, at)
    if past is None:
        raise NotFound("There was no claim number %(id)s then.", id=claim_id)
    return past
