import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from claims import database
from claims.errors import LogBroken
from claims.event import GENESIS, Event, chain
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


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET body = '7' WHERE seq = 2",
        "UPDATE event SET body = '{' WHERE seq = 2",
        "UPDATE event SET at = 'gestern' WHERE seq = 2",
        "UPDATE event SET at = 17 WHERE seq = 2",
        "UPDATE event SET action = x'00ff' WHERE seq = 2",
        "UPDATE event SET actor_id = 'rita' WHERE seq = 2",
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_of_another_kind_than_the_desk_writes_was_changed(log: Session, statement: str) -> None:
    """SQLite holds anything in any column."""
    _tamper(log, "PRAGMA defer_foreign_keys = ON")
    _tamper(log, statement)
    with pytest.raises(LogBroken) as found:
        len(list(events.walk(log)))
    assert found.value.seq == 2


def test_a_walk_begins_after_an_event_that_was_noted_down(log: Session) -> None:
    noted = next(entry for entry in events.walk(log) if entry.seq == 3)
    assert [entry.seq for entry in events.walk(log, events.Head(3, noted.hash))] == [4, 5]
    with pytest.raises(LogBroken, match="noted down"):
        list(events.walk(log, events.Head(3, "0" * 64)))


times = st.datetimes(min_value=datetime(1970, 1, 1), timezones=st.just(UTC))
bodies = st.dictionaries(st.text(), st.recursive(st.none() | st.integers() | st.text(), st.lists), max_size=4)


@given(at=times, action=st.text(), article=st.none() | st.integers(), note=st.none() | st.text(), body=bodies)
def test_a_hash_is_over_canonical_json(
    at: datetime, action: str, article: int | None, note: str | None, body: dict[str, object]
) -> None:
    event = Event(
        **{"seq": 7, "at": at, "actor_id": 1, "action": action, "article_id": article, "claim_id": 3},
        **{"body": body, "note_digest": note, "previous": GENESIS, "salt": "", "hash": ""},
    )
    fields = {"seq": 7, "at": at.isoformat(timespec="microseconds"), "actor": 1, "action": action}
    fields |= {"article": article, "claim": 3, "body": body, "note": note, "previous": GENESIS}
    canonical = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert chain(event) == hashlib.sha256(canonical.encode("utf-8", "strict")).hexdigest()


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
