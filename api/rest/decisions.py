"""Decisions: verdicts with what they rest on and who stands for them."""

from datetime import datetime

from flask import Response

from api.auth import token_requires
from api.claim_records import represent_decisions
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.paging import Position, cut, position
from api.rest.parsing import parsed
from api.schemas.claims import DecisionRecord
from api.schemas.decisions import DecisionPage, DecisionPath, DecisionQuery
from api.unit import db
from claims.store import claims, decisions, readings
from claims.store.readings import Columns
from claims.workflow import Role
from factcheck.past import claims_at

blueprint = make_blueprint("decisions", "Verdicts, what they rest on, and who stands for them")


@blueprint.get("/decisions", responses={200: DecisionPage})
@token_requires(Role.READER)
@parsed
def list_decisions(query: DecisionQuery) -> Response:
    """List decisions, newest first; with `as_of` those that were submitted by then, as they were signed."""
    if query.claim is not None:
        claims.get(db(), query.claim)
    after = position(query.cursor, "newest")
    found = readings.newest_decisions(
        db(),
        before=after.id if after else None,
        claim_id=query.claim,
        until=query.as_of,
        limit=query.limit + 1,
    )
    page, last = cut(found, query.limit)
    following = None if last is None else Position(order="newest", id=last["id"]).opaque
    shown = page if query.as_of is None else _as_signed(page, query.as_of)
    return answer(DecisionPage(items=represent_decisions(db(), shown), next=following))


@blueprint.get("/decisions/<decision_id>", responses={200: DecisionRecord})
@token_requires(Role.READER)
@parsed
def get_decision(path: DecisionPath) -> Response:
    """Get one decision."""
    found = decisions.get(db(), path.decision_id)
    return answer(represent_decisions(db(), [found.model_dump()])[0])


def _as_signed(page: list[Columns], at: datetime) -> list[Columns]:
    past = claims_at(db(), {row["claim_id"] for row in page}, at)
    signed = {decision.id: decision for one in past.values() for decision in one.decisions}
    return [signed[row["id"]].model_dump() for row in page if row["id"] in signed]
