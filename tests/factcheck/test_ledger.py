from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from claims.errors import InvalidInput, LogBroken
from claims.store import events
from factcheck import ledger
from factcheck.examples import seed
from tests import making


@pytest.fixture
def desk(session: Session) -> Session:
    """A desk on which every kind of event has happened."""
    seed(session, making.START + timedelta(days=3))
    return session


def _tamper(session: Session, statement: str) -> None:
    assert session.connection().execute(sa.text(statement)).rowcount > 0
    session.expire_all()


def test_a_desk_that_nobody_touched_verifies(desk: Session) -> None:
    found = ledger.verify(desk)
    assert found.events == events.last(desk) > 50
    assert ledger.verify(desk, found.head) == found


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decision SET rationale = 'Anders.' WHERE id = 2",
        "UPDATE decision SET verdict = 'refuted' WHERE verdict = 'supported' AND id = 1",
        "UPDATE decision SET evidence_ids = '[]' WHERE id = 1",
        "UPDATE article_version SET text = 'Anderer Text.' WHERE id = 1",
        "UPDATE snapshot SET text = 'Andere Worte.' WHERE id = 1",
        "UPDATE claim SET state = 'published' WHERE state = 'submitted'",
    ],
)
def test_rows_that_are_not_what_their_event_says_are_found(desk: Session, statement: str) -> None:
    _tamper(desk, statement)
    with pytest.raises(LogBroken) as found:
        ledger.verify(desk)
    assert found.value.seq > 0


def test_a_log_that_was_cut_off_does_not_reach_the_head_that_was_noted(desk: Session) -> None:
    head = ledger.verify(desk).head
    last = events.last(desk)
    kept = events.since(desk, last - 2)[0]
    _tamper(desk, f"DELETE FROM event WHERE seq = {last}")
    _tamper(desk, f"UPDATE log_head SET seq = {kept.seq}, hash = '{kept.hash}'")
    with pytest.raises(LogBroken, match="noted down"):
        ledger.verify(desk, head)


def test_a_log_that_was_written_anew_is_not_the_one_that_was_noted(desk: Session) -> None:
    with pytest.raises(LogBroken, match="noted down"):
        ledger.verify(desk, f"3:{'0' * 64}")


@pytest.mark.parametrize("expect", ["7", "x:y", f"-1:{'0' * 64}"])
def test_what_is_no_head_says_how_one_is_written(desk: Session, expect: str) -> None:
    with pytest.raises(InvalidInput, match="NUMBER:HASH"):
        ledger.verify(desk, expect)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decision SET rationale = 'Anders.' WHERE id = (SELECT max(id) FROM decision)",
        "UPDATE event SET action = 'accept' WHERE seq = (SELECT max(seq) FROM event)",
    ],
)
def test_from_a_noted_head_on_only_what_came_since_is_read(desk: Session, statement: str) -> None:
    middle = events.since(desk, events.last(desk) // 2)[0]
    noted = f"{middle.seq}:{middle.hash}"
    whole, rest = ledger.verify(desk), ledger.verify(desk, start=noted)
    assert rest == ledger.Verified(whole.events - middle.seq, whole.head)
    _tamper(desk, statement)
    with pytest.raises(LogBroken):
        ledger.verify(desk, start=noted)


def test_what_was_noted_down_has_to_be_there_to_begin_from(desk: Session) -> None:
    with pytest.raises(LogBroken, match="noted down"):
        ledger.verify(desk, start=f"3:{'0' * 64}")
    with pytest.raises(LogBroken, match="noted down"):
        ledger.verify(desk, start=f"99999:{'0' * 64}")
