"""The tags of the desk."""

from flask import Response

from api.auth import token_requires
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.paging import Position, cut, position
from api.rest.parsing import parsed
from api.schemas.base import Paging
from api.schemas.tags import TagPage, TagRecord
from api.unit import db
from claims.store import readings
from claims.workflow import Role

blueprint = make_blueprint("tags", "What claims are filed under")


@blueprint.get("/tags", responses={200: TagPage})
@token_requires(Role.READER)
@parsed
def list_tags(query: Paging) -> Response:
    """List tags with how many claims have them, in alphabetical order; `/claims?tag=` has the claims."""
    after = position(query.cursor, "key")
    found = readings.tag_counts(db(), after.key if after else "", query.limit + 1)
    page, last = cut(found, query.limit)
    items = tuple(TagRecord(tag=row["tag"], claims=row["claims"]) for row in page)
    following = None if last is None else Position(order="key", key=last["key"]).opaque
    return answer(TagPage(items=items, next=following))
