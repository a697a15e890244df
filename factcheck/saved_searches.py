"""Searches that the desk keeps under a name: a part of the queue, a feed, the scope of a report.

Whoever works here sees all of them; who saved one, and editors, can rename and delete it.
"""

import unicodedata
from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.errors import Conflict, InvalidInput, NotAllowed
from claims.saved_search import SavedSearch
from claims.store import claims, saved_searches
from claims.store.filters import Filters
from claims.workflow import Role, may

LONGEST = 80
"""Code points of a name."""
MOST = 100
"""Searches of one desk: they are a row of links that somebody reads."""
_WORK = {"state", "priority", "assignee_id", "unassigned", "dated", "lapsed", "quote_gone", "wished"}
"""What filters say of the desk's own work, and not of what claims are about."""


def filters_of(session: Session, search_id: int) -> Filters:
    """Which claims a saved search is after. Raises NotFound."""
    return Filters.model_validate(saved_searches.get(session, search_id).filters)


def claim_ids(session: Session, search_id: int) -> list[int]:
    """The numbers of all claims that a saved search lets through now, oldest first; without a state among its
    filters that is claims of every state, dismissed ones too. Raises NotFound."""
    return claims.ids(session, filters_of(session, search_id))


def subject(filters: Filters) -> Filters:
    """What the search is about, for readers outside: a claim in it stays in it while it is worked on, and
    nothing shows who has it, until when, or how urgently."""
    return filters.model_copy(update={name: Filters.model_fields[name].default for name in _WORK})


def save(session: Session, name: str, filters: Filters, *, by: Account, at: datetime) -> SavedSearch:
    """Keep a search under a name that no other has, in whatever case.

    Raises InvalidInput for a name or filters that say nothing, Conflict where the name is taken or there are
    too many.
    """
    known = saved_searches.every(session)
    if len(known) >= MOST:
        raise Conflict("The desk keeps %(most)s searches: delete one first.", most=MOST)
    if filters == Filters():
        raise InvalidInput("Narrow the claims first: a search without filters finds all of them.")
    return saved_searches.add(session, _free_name(name, known), filters, by=by.id or 0, at=at)


def rename(session: Session, search_id: int, name: str, *, by: Account) -> SavedSearch:
    """Raises NotFound, NotAllowed, and as `save`."""
    search = _own(session, search_id, by)
    others = [known for known in saved_searches.every(session) if known.id != search_id]
    saved_searches.rename(session, search, _free_name(name, others))
    return search


def delete(session: Session, search_id: int, *, by: Account) -> None:
    """Raises NotFound, NotAllowed."""
    saved_searches.delete(session, _own(session, search_id, by))


def is_changeable(search: SavedSearch, by: Account) -> bool:
    """Whether this account may rename and delete it."""
    return search.saved_by == by.id or may(by.role_set, Role.EDITOR)


def _own(session: Session, search_id: int, by: Account) -> SavedSearch:
    search = saved_searches.get(session, search_id)
    if not is_changeable(search, by):
        raise NotAllowed("Only who saved this search, or an editor, can change it.")
    return search


def _free_name(typed: str, known: list[SavedSearch]) -> str:
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not any(map(str.isalnum, name)) or not name.isprintable():
        raise InvalidInput("Name the search, with letters or digits.")
    if len(name) > LONGEST:
        raise InvalidInput("The name is too long: %(limit)s characters are enough.", limit=LONGEST)
    if name.casefold() in {search.name.casefold() for search in known}:
        raise Conflict("There is a saved search “%(name)s” already.", name=name)
    return name
