"""Lists of the past: which claims were such as is wanted at a time."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session, col, select

from claims import tag
from claims.bounds import LATEST, ordinal, quantity_rows, time_rows
from claims.claim import Claim
from claims.errors import InvalidInput
from claims.interval import days
from claims.store.filters import Filters
from factcheck.past import PastClaim, claims_at

_BATCH = 200
_BATCHES = 5
"""How many claims are looked at for one page: no question, however rare what it asks for, takes longer."""


def past_page(
    session: Session, filters: Filters, at: datetime, *, after: int = 0, limit: int = 50
) -> tuple[list[PastClaim], int | None]:
    """Claims that the filters let through as they were, oldest first, from behind claim number `after` on.

    Returns with them the number to go on behind, None at the end: where few claims are such, a page may have
    fewer than `limit`, or none. Raises InvalidInput for filters that nothing is kept of.
    """
    if filters.quote_gone or filters.wished or filters.inside:
        raise InvalidInput("What was asked for, and which quotes were gone, cannot be listed as of a time.")
    found: list[PastClaim] = []
    for _ in range(_BATCHES):
        ids = _arrived(session, filters, at, after)
        past = claims_at(session, ids, at)
        for number in ids:
            after = number
            if number in past and _lets_through(filters, past[number]):
                found.append(past[number])
                if len(found) == limit:
                    return found, after
        if len(ids) < _BATCH:
            return found, None
    return found, after


def _arrived(session: Session, filters: Filters, at: datetime, after: int) -> list[int]:
    """The next numbers, by what never changes in a claim."""
    statement = select(col(Claim.id)).where(col(Claim.id) > after, col(Claim.created_at) <= at)
    if filters.article_id is not None:
        statement = statement.where(Claim.article_id == filters.article_id)
    if filters.language is not None:
        statement = statement.where(Claim.language == filters.language)
    found = session.exec(statement.order_by(col(Claim.id)).limit(_BATCH))
    return [number for number in found if number is not None]


def _lets_through(filters: Filters, past: PastClaim) -> bool:
    return all(fits(filters, past) for fits in _CHECKS)


def _is_member(filters: Filters, past: PastClaim) -> bool:
    claim = past.claim
    listed = (
        (claim.state, filters.state),
        (claim.verdict, filters.verdict),
        (claim.kind, filters.kind),
        (claim.priority, filters.priority),
    )
    tagged = not filters.tag or tag.key(filters.tag) in map(tag.key, past.tags)
    return tagged and all(not wanted or value in wanted for value, wanted in listed)


def _is_in_hand(filters: Filters, past: PastClaim) -> bool:
    claim = past.claim
    return (
        filters.assignee_id in (None, claim.assignee_id)
        and not (filters.unassigned and claim.assignee_id is not None)
        and not (filters.dated and claim.due is None)
        and filters.lapsed in (None, claim.lapsed)
        and claim.worth >= filters.min_worth
    )


def _says(filters: Filters, past: PastClaim) -> bool:
    claim = past.claim
    speakers = f"{claim.speaker or ''}\n{claim.speaker_resolved or ''}".casefold()
    words = f"{claim.text}\n{claim.exact}".casefold()
    return filters.speaker.casefold() in speakers and filters.words.casefold() in words


def _states_quantity(filters: Filters, past: PastClaim) -> bool:
    if not filters.unit and filters.quantity_min is None and filters.quantity_max is None:
        return True
    return any(
        (not filters.unit or row["unit"] == filters.unit.lower())
        and (filters.quantity_min is None or row["high"] >= filters.quantity_min)
        and (filters.quantity_max is None or row["low"] <= filters.quantity_max)
        for row in quantity_rows(0, past.claim.quantities)
    )


def _states_time(filters: Filters, past: PastClaim) -> bool:
    if filters.time_from is None and filters.time_to is None:
        return True
    first = 0 if filters.time_from is None else ordinal(days(filters.time_from).first)
    last = LATEST if filters.time_to is None else ordinal(days(filters.time_to).last)
    return any(row["first"] <= last and row["last"] >= first for row in time_rows(0, past.claim.times))


def _came_within(filters: Filters, past: PastClaim) -> bool:
    arrived = past.claim.created_at
    decided = [decision.submitted_at for decision in past.decisions]
    since, until = filters.decided_since, filters.decided_until
    bounded = since is not None or until is not None
    return (
        (filters.since is None or arrived >= filters.since)
        and (filters.before is None or arrived < filters.before)
        and (
            not bounded
            or any((since is None or at >= since) and (until is None or at <= until) for at in decided)
        )
    )


_CHECKS: tuple[Callable[[Filters, PastClaim], bool], ...] = (
    _is_member,
    _is_in_hand,
    _says,
    _states_quantity,
    _states_time,
    _came_within,
)
