"""Pages of claims by keyset: each costs the same, wherever in the list it stands.

A page over several states is merged from one page of each: so every part of it reads a stretch of an index
that begins with the state and goes on in the page's order. With no index for that stretch to be had, as for
one article or tag, what the filter leaves is small and is sorted.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

import sqlalchemy as sa
from pydantic import AwareDatetime, BaseModel, ConfigDict
from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from claims.assignment import Priority
from claims.claim import Claim
from claims.columns import Ranked
from claims.store.filters import Filters, conditions
from claims.workflow import State

Order = Literal["worth", "due", "id"]
"""Most worthy first, newest first where they are equal, in the order of priority before that; by deadline,
those without one behind in the order of worth; oldest first."""

_WORTH = (col(Claim.priority), col(Claim.worth), col(Claim.id))
_BY_WORTH = tuple(column.desc() for column in _WORTH)
_BY_DUE = (col(Claim.due).asc().nulls_last(), *_BY_WORTH)


MOST_KEPT = 64
"""Statements of the last filters that are kept: making one takes several times what it takes to run it."""


class Cursor(BaseModel):
    """The last row of a page; the next one begins after it."""

    model_config = ConfigDict(frozen=True)

    worth: float
    id: int
    priority: Priority = Priority.NORMAL
    due: AwareDatetime | None = None


def after(claim: Claim) -> Cursor:
    """The cursor after a claim."""
    return Cursor(worth=claim.worth, id=claim.id or 0, priority=claim.priority, due=claim.due)


def page(
    session: Session,
    filters: Filters,
    *,
    order: Order = "id",
    after: Cursor | None = None,
    limit: int = 50,
) -> list[Claim]:
    """One page of claims: `limit` of them, from behind `after` on."""
    return list(session.exec(_statement(filters, order, after, limit)))


@lru_cache(MOST_KEPT)
def _statement(filters: Filters, order: Order, after: Cursor | None, limit: int) -> SelectOfScalar[Claim]:
    if order == "id":
        statement = select(Claim).where(*conditions(filters)).order_by(col(Claim.id)).limit(limit)
        return statement if after is None else statement.where(col(Claim.id) > after.id)
    stretches = [
        stretch
        for part in _parts(filters)
        for stretch in (_by_due(part, after) if order == "due" else [_by_worth(part, after)])
    ]
    by = _BY_DUE if order == "due" else _BY_WORTH
    ids = _merge([_ids(stretch, by, limit) for stretch in stretches])
    return select(Claim).where(col(Claim.id).in_(ids)).order_by(*by).limit(limit)


def _parts(filters: Filters) -> list[Filters]:
    """The same claims in parts: each has one state, unless an index leads to few claims of all states."""
    if filters.article_id is not None or filters.tag or filters.lapsed:
        return [filters]
    return [filters.model_copy(update={"state": (state,)}) for state in filters.state or tuple(State)]


def _by_worth(filters: Filters, after: Cursor | None) -> list[ColumnElement[bool]]:
    found = conditions(filters)
    if after is not None:
        # a row value: both databases look its place up in the index, which they would not for or and and
        found.append(sa.tuple_(*_WORTH) < sa.tuple_(*_values(after)))
    return found


def _by_due(filters: Filters, after: Cursor | None) -> list[list[ColumnElement[bool]]]:
    """Those with a deadline, then those without."""
    dated, undated = col(Claim.due).is_not(None), col(Claim.due).is_(None)
    if after is not None and after.due is None:
        return [[*_by_worth(filters, after), undated]]
    first = [*conditions(filters), dated]
    if after is not None:
        same = and_(col(Claim.due) == after.due, sa.tuple_(*_WORTH) < sa.tuple_(*_values(after)))
        first += [col(Claim.due) >= after.due, or_(col(Claim.due) > after.due, same)]
    return [first] if filters.dated else [first, [*conditions(filters), undated]]


def _values(after: Cursor) -> list[ColumnElement[Any]]:
    return [sa.literal(after.priority, Ranked(Priority)), sa.literal(after.worth), sa.literal(after.id)]


def _ids(
    wanted: list[ColumnElement[bool]], by: Sequence[ColumnElement[Any]], limit: int
) -> sa.Select[int | None]:
    return sa.select(col(Claim.id)).where(*wanted).order_by(*by).limit(limit)


def _merge(parts: list[sa.Select[int | None]]) -> Any:
    """The rows of all parts. Each is wrapped, since SQLite sorts no part of a union by itself."""
    wrapped = [sa.select(part.subquery()) for part in parts]
    return wrapped[0] if len(wrapped) == 1 else sa.union_all(*wrapped)
