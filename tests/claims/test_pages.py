"""Pages of claims: each order, from the first page to the last, on both databases."""

from datetime import timedelta
from itertools import product

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from claims.assignment import Priority
from claims.claim import Claim
from claims.errors import InvalidInput
from claims.store import claims, tags
from claims.store.filters import Filters
from claims.store.pages import Order, after, page
from claims.tag import normalise
from claims.workflow import Role, State
from tests import making

_RANKS = list(Priority)


@pytest.fixture
def desk(session: Session) -> list[Claim]:
    """Claims of every priority, some equally worthy, with one of two deadlines or none, in several states."""
    by = making.account(session, "rita", Role.REVIEWER)
    article = making.article(session, by)
    made = []
    for worth, priority, hours in product((0.2, 0.7, 0.7), Priority, (None, 3, 5)):
        claim = making.proposal(session, article)
        claim.worth, claim.priority = worth, priority
        claim.due = None if hours is None else making.START + timedelta(hours=hours)
        claim.state = (State.PROPOSED, State.OPEN, State.PUBLISHED)[len(made) % 3]
        claim.assignee_id = by.id if len(made) % 4 == 0 else None
        claim.created_at = making.later(len(made))
        made.append(claim)
    session.flush()
    return made


def _by_worth(claim: Claim) -> tuple[float, ...]:
    return (-_RANKS.index(claim.priority), -claim.worth, -(claim.id or 0))


def _by_due(claim: Claim) -> tuple[float, ...]:
    return (claim.due.timestamp() if claim.due else float("inf"), *_by_worth(claim))


def _walk(session: Session, filters: Filters, order: Order, limit: int) -> list[int]:
    found: list[Claim] = []
    while part := page(session, filters, order=order, after=after(found[-1]) if found else None, limit=limit):
        found += part
    return [claim.id or 0 for claim in found]


@pytest.mark.parametrize("limit", [1, 4, 50])
@pytest.mark.parametrize("order", ["worth", "due"])
@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(state=(State.PROPOSED, State.OPEN)),
        Filters(state=(State.OPEN,), dated=True),
        Filters(unassigned=True),
        Filters(article_id=1),
    ],
)
def test_pages_have_every_claim_once_and_in_order(
    session: Session, desk: list[Claim], filters: Filters, order: Order, limit: int
) -> None:
    wanted = [
        claim
        for claim in desk
        if (not filters.state or claim.state in filters.state)
        and not (filters.dated and claim.due is None)
        and not (filters.unassigned and claim.assignee_id)
    ]
    expected = [claim.id for claim in sorted(wanted, key=_by_due if order == "due" else _by_worth)]
    assert _walk(session, filters, order, limit) == expected
    assert claims.count(session, filters) == len(expected)


def test_tallies_are_what_counting_one_by_one_gives(session: Session, desk: list[Claim]) -> None:
    within = Filters(state=(State.PROPOSED, State.OPEN))
    each = [
        Filters(),
        Filters(state=(State.OPEN,)),
        Filters(unassigned=True),
        Filters(dated=True),
        Filters(assignee_id=desk[0].assignee_id),
        Filters(priority=(Priority.HIGH,)),
        Filters(lapsed=True),
    ]
    open_work = [claim for claim in desk if claim.state in within.state]
    counted = claims.tallies(session, within, each)
    assert counted[0] == len(open_work)
    assert counted[2] == sum(claim.assignee_id is None for claim in open_work)
    assert counted[5] == sum(claim.priority is Priority.HIGH for claim in open_work)
    for number, one in zip(counted, each, strict=True):
        both = one.model_copy(update={"state": one.state or within.state})
        assert number == claims.count(session, both)


def test_age_bounds_when_a_claim_came_in(session: Session, desk: list[Claim]) -> None:
    filters = Filters(since=making.later(3), before=making.later(5))
    assert _walk(session, filters, "id", 50) == [desk[3].id, desk[4].id]


def test_a_tag_is_found_in_any_case(session: Session, desk: list[Claim]) -> None:
    tags.add(session, desk[1].id or 0, "Straße", by=1, at=making.START)
    assert _walk(session, Filters(tag="STRASSE"), "worth", 50) == [desk[1].id]
    assert _walk(session, Filters(tag="Straßen"), "worth", 50) == []
    assert tags.spelling(session, "strasse") == "Straße"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("filters", [Filters(), Filters(unassigned=True)])
@pytest.mark.parametrize("order", ["worth", "due"])
def test_each_page_reads_stretches_of_an_index_and_sorts_no_state(
    session: Session, desk: list[Claim], filters: Filters, order: Order
) -> None:
    asked = []
    connection = session.connection()
    sa.event.listen(
        connection, "before_cursor_execute", lambda _c, _cursor, *statement: asked.append(statement[:2])
    )
    page(session, filters, order=order, after=after(desk[10]), limit=5)
    [(statement, values)] = asked
    plan = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, values)
    steps = [row[3] for row in plan]
    assert any("ix_claim_" in step for step in steps)
    assert [step for step in steps if step.startswith("SCAN claim")] == []
    assert sum("TEMP B-TREE" in step for step in steps) == 1  # for the few rows of the page itself


@pytest.mark.parametrize("typed", ["", " ", "…", "x" * 41, "a,b", "a\u202eb"])
def test_what_is_no_tag_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput):
        normalise(typed)


@given(st.text(min_size=1, max_size=12))
def test_a_tag_that_is_kept_stays_as_it_is(typed: str) -> None:
    try:
        kept = normalise(typed)
    except InvalidInput:
        return
    assert normalise(kept) == kept


@pytest.mark.usefixtures("desk")
def test_the_database_holds_a_priority_to_its_range(session: Session) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        session.connection().execute(sa.text("UPDATE claim SET priority = 3 WHERE id = 1"))
