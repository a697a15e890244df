"""Every kind of tampering with the log is found where it was done; a long log is verified in time."""

import gc
import random
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from benchmarks.log import fill
from claims import database
from claims.errors import LogBroken
from claims.store import events
from factcheck import ledger
from factcheck.examples import seed
from tests import making
from tests.torture import EVENTS

pytestmark = pytest.mark.long
SECONDS_A_MILLION = 10.0
_SLACK = 3
"""Test machines are shared and slow; the figure itself is printed."""
_FLIPS = {
    "at": "'2031-01-01 00:00:00.000000'",
    "actor_id": "CASE WHEN actor_id = 1 THEN 2 ELSE 1 END",
    "action": "action || 'x'",
    "article_id": "coalesce(article_id, 0) + 1",
    "claim_id": "coalesce(claim_id, 0) + 1",
    "body": '\'{"to": "published"}\'',
    "note_digest": f"'{'0' * 64}'",
    "previous": f"'{'1' * 64}'",
    "hash": f"'{'2' * 64}'",
}


@pytest.fixture
def desk(session: Session) -> Session:
    seed(session, making.START + timedelta(days=3))
    session.flush()
    return session


def _found_at(session: Session, *statements: str) -> int | None:
    """Where the log is said to be broken after these; they are taken back."""
    step = session.begin_nested()
    for statement in statements:
        session.connection().execute(sa.text(statement))
    try:
        ledger.verify(session)
    except LogBroken as error:
        return error.seq
    finally:
        step.rollback()
        session.expire_all()
    return None


def test_a_flipped_field_of_any_event_is_found_at_that_event(desk: Session) -> None:
    last = events.last(desk)
    for seq in range(1, last + 1):
        for name, value in _flips(seq, last):
            assert _found_at(desk, f"UPDATE event SET {name} = {value} WHERE seq = {seq}") == seq, name
    assert _found_at(desk) is None


def _flips(seq: int, last: int) -> Iterator[tuple[str, str]]:
    """All fields of the first and the last, and of every seventh; one of each other, in turn."""
    names = list(_FLIPS)
    chosen = names if seq in (1, last) or seq % 7 == 0 else [names[seq % len(names)]]
    yield from ((name, _FLIPS[name]) for name in chosen)


def test_a_deleted_swapped_or_cut_off_event_is_found_where_it_stood(desk: Session) -> None:
    last = events.last(desk)
    for seq in range(1, last):
        assert _found_at(desk, f"DELETE FROM event WHERE seq = {seq}") == seq
        swapped = [
            f"UPDATE event SET seq = -1 WHERE seq = {seq}",
            f"UPDATE event SET seq = {seq} WHERE seq = {seq + 1}",
            f"UPDATE event SET seq = {seq + 1} WHERE seq = -1",
        ]
        assert _found_at(desk, *swapped) == seq
        assert _found_at(desk, f"DELETE FROM event WHERE seq > {seq}") == seq
    middle = last // 2
    inserted = f"INSERT INTO event SELECT {last + 1}, {_REST} FROM event WHERE seq = {middle}"
    assert _found_at(desk, inserted) == last + 1


_REST = "at, actor_id, action, article_id, claim_id, body, note, salt, note_digest, previous, hash"


def test_a_log_cut_off_with_its_head_does_not_continue_what_was_noted_down(desk: Session) -> None:
    noted = ledger.verify(desk).head
    chance = random.Random(3)
    for seq in chance.sample(range(1, events.last(desk)), 10):
        step = desk.begin_nested()
        for statement in (
            f"DELETE FROM event WHERE seq > {seq}",
            f"UPDATE log_head SET seq = {seq}, hash = (SELECT hash FROM event WHERE seq = {seq})",
        ):
            desk.connection().execute(sa.text(statement))
        with pytest.raises(LogBroken, match="noted down"):
            ledger.verify(desk, noted)
        step.rollback()
        desk.expire_all()


def test_a_long_log_is_verified_in_time(engine: sa.Engine) -> None:
    fill(engine, EVENTS)
    gc.freeze()  # as the command does: what other tests left is looked through for garbage otherwise
    with database.reading(engine) as session:
        begun, used = time.perf_counter(), time.process_time()
        assert ledger.verify(session).events == EVENTS
        took, used = time.perf_counter() - begun, time.process_time() - used
    gc.unfreeze()
    print(
        f"\n{EVENTS:,} events in {took:.1f} s, {used:.1f} s of a core, {EVENTS / used:,.0f} a second of it "
        f"({engine.dialect.name})"
    )
    assert used * 1_000_000 / EVENTS < SECONDS_A_MILLION * _SLACK
