"""The log: all that happened to claims and articles, to be read on from the last event that was seen."""

from flask import Response

from api.auth import token_requires
from api.representation import represent_events
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.paging import Position, cut, position
from api.rest.parsing import parsed
from api.schemas.events import EventPage, EventQuery
from api.unit import db
from claims.store import articles, claims, readings
from claims.workflow import Role

blueprint = make_blueprint("events", "All that happened to claims and articles, in the order of the log")


@blueprint.get("/events", responses={200: EventPage})
@token_requires(Role.READER)
@parsed
def list_events(query: EventQuery) -> Response:
    """List events of claims and articles, oldest first.

    Whoever keeps the number of the last event asks on with `since` and misses nothing."""
    if query.claim is not None:
        claims.get(db(), query.claim)
    if query.article is not None:
        articles.get(db(), query.article)
    after = position(query.cursor, "id")
    found = readings.told_events(
        db(),
        max(query.since, after.id if after else 0),
        claim_id=query.claim,
        article_id=query.article,
        action=query.action,
        limit=query.limit + 1,
    )
    page, last = cut(found, query.limit)
    following = None if last is None else Position(order="id", id=last.seq).opaque
    return answer(EventPage(items=represent_events(db(), page), next=following))
