"""What time alone brings about, by the timer and beside the server."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from claims.database import reading, writing
from claims.errors import LogBroken
from claims.notice import Notice, Occasion
from claims.store import claims, decisions
from factcheck import ledger, review
from factcheck.review import Adoption
from factcheck.upkeep import Kept, keep_up
from tests import making
from tests.factcheck.test_kinship import FIRST, SAME, Office


@pytest.fixture
def office(engine: Engine, tmp_path: Path) -> Office:
    return Office(engine, tmp_path)


def test_what_is_due_takes_along_what_rests_on_it_once_and_people_are_told(office: Office) -> None:
    first = office.claim(office.take_in(FIRST))
    office.publish(first)
    same = office.claim(office.take_in(SAME, match=False))
    number, other = same.id or 0, first.id or 0
    assert keep_up(office.engine, office.settings, making.later(5)) == Kept([], 1)
    with writing(office.engine) as session:
        by = office.by(session)
        review.adopt(session, number, other, Adoption(), by=by, at=making.later(6), zone="Europe/Berlin")
        decisions.get(session, first_decision(office)).recheck_on = date(2026, 11, 24)
    assert keep_up(office.engine, office.settings, making.later(7)) == Kept([number], 0)
    assert keep_up(office.engine, office.settings, making.later(8)) == Kept([], 0)
    with reading(office.engine) as session:
        assert claims.get(session, number).lapsed
        assert claims.get(session, other).is_standing
        told = session.exec(select(Notice).where(Notice.occasion == Occasion.LAPSED)).all()
        assert [(notice.account_id, notice.claim_id) for notice in told] == [(by.id, number)]


def first_decision(office: Office) -> int:
    with reading(office.engine) as session:
        return claims.get(session, 1).public_decision_id or 0


def test_a_day_that_was_changed_behind_the_logs_back_is_found(office: Office) -> None:
    office.publish(office.claim(office.take_in(FIRST)))
    with writing(office.engine) as session:
        decisions.get(session, first_decision(office)).recheck_on = date(2026, 11, 24)
    with reading(office.engine) as session, pytest.raises(LogBroken):
        ledger.verify(session)
