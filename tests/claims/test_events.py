from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from claims import database
from claims.errors import LogBroken
from claims.store import events
from claims.workflow import Role
from tests import making


@pytest.fixture
def log(session: Session) -> Session:
    """A log of five events, the third of them with a note."""
    by = making.account(session, "rita", Role.REVIEWER).id or 0
    for number in range(5):
        note = "Namen genannt" if number == 2 else ""
        events.append(session, "cite", by=by, at=making.later(number), body={"n": number}, note=note)
    return session


def _tamper(session: Session, statement: str) -> None:
    session.connection().execute(sa.text(statement))
    session.expire_all()


def test_an_untouched_log_verifies(log: Session) -> None:
    assert len(list(events.walk(log))) == 5
    assert events.last(log) == 5


@pytest.mark.parametrize(
    ("statement", "seq"),
    [
        ("UPDATE event SET action = 'retract' WHERE seq = 2", 2),
        ("UPDATE event SET body = '{\"n\": 9}' WHERE seq = 4", 4),
        ("UPDATE event SET note = 'anders' WHERE seq = 3", 3),
        ("UPDATE event SET note_digest = NULL WHERE seq = 3", 3),
        ("DELETE FROM event WHERE seq = 1", 1),
        ("DELETE FROM event WHERE seq = 3", 3),
        ("DELETE FROM event WHERE seq = 5", 4),
        ("UPDATE log_head SET seq = 4", 5),
    ],
)
def test_tampering_is_found_with_its_place(log: Session, statement: str, seq: int) -> None:
    _tamper(log, statement)
    with pytest.raises(LogBroken) as found:
        len(list(events.walk(log)))
    assert found.value.seq == seq


def test_two_events_that_changed_places_are_found(log: Session) -> None:
    for statement in (
        "UPDATE event SET seq = 99 WHERE seq = 2",
        "UPDATE event SET seq = 2 WHERE seq = 3",
        "UPDATE event SET seq = 3 WHERE seq = 99",
    ):
        _tamper(log, statement)
    with pytest.raises(LogBroken):
        len(list(events.walk(log)))


def test_an_erased_note_still_verifies(log: Session) -> None:
    _tamper(log, "UPDATE event SET note = NULL WHERE seq = 3")
    assert len(list(events.walk(log))) == 5


def test_the_log_is_read_on_from_the_last_event_seen(log: Session) -> None:
    assert [event.seq for event in events.since(log, 3)] == [4, 5]
    assert [event.seq for event in events.since(log, 0, limit=2)] == [1, 2]


def test_writers_at_once_make_one_chain(engine: sa.Engine) -> None:
    with database.writing(engine) as session:
        by = making.account(session, "rita", Role.REVIEWER).id or 0

    def write(number: int) -> None:
        with database.writing(engine) as session:
            events.append(session, "cite", by=by, at=making.later(number), body={"n": number})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(20)))
    with database.reading(engine) as session:
        assert len(list(events.walk(session))) == 20
