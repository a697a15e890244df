"""Searches that the desk keeps under a name."""

from datetime import datetime

from sqlmodel import Session, col, select

from claims.errors import NotFound
from claims.saved_search import SavedSearch
from claims.store.filters import Filters


def add(session: Session, name: str, filters: Filters, *, by: int, at: datetime) -> SavedSearch:
    kept = filters.model_dump(mode="json", exclude_defaults=True)
    search = SavedSearch.model_validate({"name": name, "filters": kept, "saved_by": by, "saved_at": at})
    session.add(search)
    session.flush()
    return search


def get(session: Session, search_id: int) -> SavedSearch:
    """Raises NotFound."""
    search = session.get(SavedSearch, search_id)
    if search is None:
        raise NotFound("There is no saved search number %(id)s.", id=search_id)
    return search


_EVERY = select(SavedSearch).order_by(col(SavedSearch.id))


def every(session: Session) -> list[SavedSearch]:
    """All of them, the oldest first."""
    return list(session.exec(_EVERY))


def rename(session: Session, search: SavedSearch, name: str) -> None:
    search.name = name
    session.add(search)
    session.flush()


def delete(session: Session, search: SavedSearch) -> None:
    session.delete(search)
    session.flush()
