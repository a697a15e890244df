"""Claims by what they state: quantities and times in ranges, kept in step with what claims say."""

from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from claims import database
from claims.account import Account
from claims.claim import Claim
from claims.decision import DecisionDraft
from claims.quantity import Comparator, QuantityDraft
from claims.store import claims
from claims.store.filters import Filters
from claims.time import TimeDraft
from claims.verdict import Verdict
from claims.workflow import Action, Role
from factcheck import review
from tests import making


@pytest.fixture
def reviewer(session: Session) -> Account:
    return making.account(session, "rita", Role.REVIEWER)


@pytest.fixture
def claim(session: Session, reviewer: Account) -> Claim:
    """At least twelve members, founded in 2011."""
    made = making.proposal(session, making.article(session, reviewer), end=len(making.TEXT))
    change = review.ClaimEdit(
        quantities=(QuantityDraft(exact="zwölf", comparator=Comparator.GE, value=12, unit="Mitglieder"),),
        times=(TimeDraft(exact="2011", edtf="2011"),),
    )
    return review.edit(session, made.id or 0, change, by=reviewer, at=making.later(1))


def finds(session: Session, **filters: Any) -> bool:
    return bool(claims.page(session, Filters.model_validate(filters)))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"quantity_min": 20}, True),
        ({"quantity_max": 11}, False),
        ({"quantity_max": 12}, True),
        ({"unit": "mitglieder", "quantity_min": 3, "quantity_max": 30}, True),
        ({"unit": "EUR"}, False),
        ({"unit": "Mitglieder"}, True),
        ({"time_from": "2011-12"}, True),
        ({"time_from": "2012"}, False),
        ({"time_to": "2011-01-01"}, True),
        ({"time_to": "2010"}, False),
        ({"time_from": "2009-05", "time_to": "2020"}, True),
        ({"language": "de"}, True),
        ({"language": "en"}, False),
    ],
)
@pytest.mark.usefixtures("claim")
def test_a_claim_is_found_by_what_it_may_state(session: Session, wanted: dict[str, Any], found: bool) -> None:
    assert finds(session, **wanted) is found


def test_ranges_follow_what_the_claim_says(session: Session, claim: Claim, reviewer: Account) -> None:
    change = review.ClaimEdit(quantities=(QuantityDraft(exact="zwölf", value=9),), times=())
    review.edit(session, claim.id or 0, change, by=reviewer, at=making.later(2))
    assert finds(session, quantity_max=9)
    assert not finds(session, quantity_min=10)
    assert not finds(session, time_from="1900")
    review.undo(session, claim.id or 0, by=reviewer, at=making.later(3))
    assert finds(session, quantity_min=10, unit="Mitglieder", time_from="2011", time_to="2011")


def test_a_claim_is_found_by_when_it_was_decided(session: Session, claim: Claim, reviewer: Account) -> None:
    decision = DecisionDraft(verdict=Verdict.NOT_ENOUGH_EVIDENCE, rationale="Kein Register nennt sie.")
    review.move(session, claim.id or 0, Action.TAKE, by=reviewer, at=making.later(2))
    review.move(session, claim.id or 0, Action.SUBMIT, by=reviewer, at=making.later(60), decision=decision)
    spans = [(None, 59), (None, 60), (60, 60), (61, None)]
    told = [
        finds(
            session,
            decided_since=None if since is None else making.later(since),
            decided_until=None if until is None else making.later(until),
        )
        for since, until in spans
    ]
    assert told == [False, True, True, False]


def test_claims_of_an_older_desk_are_found_too(empty_database_url: str) -> None:
    engine = database.open_engine(empty_database_url)
    database.upgrade(engine)
    with database.writing(engine) as session:
        by = making.account(session, "rita", Role.REVIEWER)
        made = making.proposal(session, making.article(session, by), end=len(making.TEXT))
        change = review.ClaimEdit(
            quantities=(QuantityDraft(exact="zwölf", comparator=Comparator.GE, value=12),),
            times=(TimeDraft(exact="2011", edtf="2011/.."),),
        )
        review.edit(session, made.id or 0, change, by=by, at=making.START)
    before = _rows(engine)
    database.downgrade(engine, "0010")
    database.upgrade(engine)
    assert _rows(engine) == before
    assert [len(rows) for rows in before] == [1, 1]
    engine.dispose()


def _rows(engine: sa.Engine) -> list[list[tuple[Any, ...]]]:
    with engine.connect() as connection:
        return [
            [tuple(row) for row in connection.execute(sa.text(f"SELECT * FROM {table}"))]
            for table in ("claim_quantity", "claim_time")
        ]
