"""Searches that the desk keeps under a name."""

from flask import Response, url_for

from api.auth import account, token_requires
from api.publishing import feed_of
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.base import Person
from api.schemas.filters import ClaimFilters
from api.schemas.saved_searches import NewSearch, Searches, SearchPath, SearchRecord
from api.unit import db, now
from claims.saved_search import SavedSearch
from claims.store import accounts, saved_searches
from claims.store.filters import Filters
from claims.workflow import Role
from factcheck.saved_searches import delete, save

blueprint = make_blueprint("searches", "Searches that the desk keeps under a name")


@blueprint.get("/searches", responses={200: Searches})
@token_requires(Role.READER)
@parsed
def list_searches() -> Response:
    """List all saved searches; there are never many."""
    return _list()


@blueprint.post("/searches", responses={201: SearchRecord})
@token_requires(Role.READER)
@parsed
def save_search(body: NewSearch) -> Response:
    """Save a search under a name.

    409 where another search has that name, in whatever case, or the desk keeps too many."""
    made = save(db(), body.name, body.filters.filters, by=account(), at=now())
    address = url_for("rest_searches.get_search", search_id=made.id)
    return answer(_represent([made])[0], 201, location=address)


@blueprint.get("/searches/<search_id>", responses={200: SearchRecord})
@token_requires(Role.READER)
@parsed
def get_search(path: SearchPath) -> Response:
    """Get one saved search."""
    return answer(_represent([saved_searches.get(db(), path.search_id)])[0])


@blueprint.delete("/searches/<search_id>", responses={200: Searches})
@token_requires(Role.READER)
@parsed
def delete_search(path: SearchPath) -> Response:
    """Delete a saved search, one's own or, as an editor, any; the answer is those that are left."""
    delete(db(), path.search_id, by=account())
    return _list()


def _list() -> Response:
    return answer(Searches(items=_represent(saved_searches.every(db()))))


def _represent(found: list[SavedSearch]) -> tuple[SearchRecord, ...]:
    names = accounts.names(db(), {search.saved_by for search in found})
    return tuple(
        SearchRecord(
            id=search.id or 0,
            name=search.name,
            filters=ClaimFilters.of(Filters.model_validate(search.filters)),
            feed=feed_of(search),
            saved_by=Person(id=search.saved_by, name=names[search.saved_by]),
            saved_at=search.saved_at,
        )
        for search in found
    )
