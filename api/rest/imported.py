"""Reviews that others published: what `factcheck import` took in."""

from flask import Response

from api.auth import token_requires
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.paging import Position, cut, position
from api.rest.parsing import parsed
from api.schemas.imported import ImportedPage, ImportedQuery, ImportedRecord
from api.unit import db
from claims.imported import ImportedReview
from claims.store import imported
from claims.workflow import Role

blueprint = make_blueprint("imported", "Reviews that others published, taken in from their feeds")


@blueprint.get("/imported", responses={200: ImportedPage})
@token_requires(Role.READER)
@parsed
def list_imported(query: ImportedQuery) -> Response:
    """List reviews that others published, in the order in which they were taken in.

    They are found by `/check` and `/claims:search`, and are no claims of the desk."""
    after = position(query.cursor, "id")
    found = imported.page(
        db(), after=after.id if after else 0, limit=query.limit + 1, site=query.publisher.lower()
    )
    page, last = cut(found, query.limit)
    following = None if last is None else Position(order="id", id=last.id or 0).opaque
    return answer(ImportedPage(items=tuple(map(_record, page)), next=following))


def _record(row: ImportedReview) -> ImportedRecord:
    return ImportedRecord.model_validate(
        {**row.model_dump(), "claim_id": -(row.id or 0), "site": row.publisher_site}
    )
