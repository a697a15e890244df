"""A log whose parts are walked by several processes is found broken where one process finds it broken."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import col, select

from claims import database
from claims.errors import LogBroken
from claims.event import Event, LogHead
from factcheck import ledger
from factcheck.examples import seed
from tests import making

pytestmark = pytest.mark.long
_BORDER = 60


@pytest.fixture
def desk(engine: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """The example desk, its log in two parts: to event 60, and from there on."""
    with database.writing(engine) as session:
        seed(session, making.START + timedelta(days=3))
        session.flush()
        last = session.exec(select(LogHead.seq)).one()
    assert 2 * _BORDER <= last < 2 * (_BORDER + 10)
    monkeypatch.setattr(ledger, "BATCH", 10)
    monkeypatch.setattr(ledger, "LONG", 100)
    return engine


@contextmanager
def _tampered(engine: sa.Engine, *statements: str) -> Iterator[None]:
    """As long as the block runs these are done, for all to see."""
    with engine.connect() as connection:
        rows = [dict(row) for row in connection.execute(sa.select(Event)).mappings()]
        heads = [dict(row) for row in connection.execute(sa.select(LogHead)).mappings()]
    with engine.execution_options(write=True).begin() as connection:
        for statement in statements:
            assert connection.execute(sa.text(statement)).rowcount > 0
    yield
    with engine.execution_options(write=True).begin() as connection:
        for table, kept in ((Event, rows), (LogHead, heads)):
            connection.execute(sa.delete(table))
            connection.execute(sa.insert(table), kept)


def _said(engine: sa.Engine, processes: int, expect: str = "") -> tuple[int, str]:
    """The number of the event that is found broken, 0 for none, and what is said of it or of the log."""
    with database.reading(engine) as session:
        try:
            return 0, str(ledger.verify(session, expect, processes=processes))
        except LogBroken as error:
            return error.seq, str(error)


def _flip(seq: int, what: str) -> tuple[str, ...]:
    return (f"UPDATE event SET {what} WHERE seq = {seq}",)


_ONE = f"'{'1' * 64}'"
_TAMPERED: dict[str, tuple[int, tuple[str, ...]]] = {
    "the hash of the last event of a part": (_BORDER, _flip(_BORDER, f"hash = {_ONE}")),
    "the body of the last event of a part": (_BORDER, _flip(_BORDER, 'body = \'{"to":"published"}\'')),
    "the last event of a part and what follows it": (
        _BORDER,
        (*_flip(_BORDER, f"hash = {_ONE}"), *_flip(_BORDER + 1, f"previous = {_ONE}")),
    ),
    "what the first event of a part follows": (_BORDER + 1, _flip(_BORDER + 1, f"previous = {_ONE}")),
    "the action of the first event of a part": (_BORDER + 1, _flip(_BORDER + 1, "action = 'x'")),
    "both parts": (5, (*_flip(5, "action = 'x'"), *_flip(_BORDER + 5, "action = 'x'"))),
    "the last event of a part gone": (_BORDER, (f"DELETE FROM event WHERE seq = {_BORDER}",)),
    "the first event of a part gone": (_BORDER + 1, (f"DELETE FROM event WHERE seq = {_BORDER + 1}",)),
    "cut off at the border": (_BORDER, (f"DELETE FROM event WHERE seq > {_BORDER}",)),
    "cut off within the first part": (_BORDER - 5, (f"DELETE FROM event WHERE seq > {_BORDER - 5}",)),
    "two events that changed places over the border": (
        _BORDER,
        (
            f"UPDATE event SET seq = -1 WHERE seq = {_BORDER}",
            f"UPDATE event SET seq = {_BORDER} WHERE seq = {_BORDER + 1}",
            f"UPDATE event SET seq = {_BORDER + 1} WHERE seq = -1",
        ),
    ),
}


def test_what_is_changed_at_a_border_is_found_as_by_one_process(desk: sa.Engine) -> None:
    whole = _said(desk, 1)
    assert whole[0] == 0
    assert _said(desk, 2) == whole
    for name, (seq, statements) in _TAMPERED.items():
        with _tampered(desk, *statements):
            said = _said(desk, 2)
            assert said == _said(desk, 1), name
            assert said[0] == seq, name
    assert _said(desk, 2) == whole


def test_a_row_that_an_event_of_the_first_part_speaks_of_is_checked_by_its_process(desk: sa.Engine) -> None:
    with database.reading(desk) as session:
        submitted = session.exec(
            select(Event).where(Event.action == "submit").order_by(col(Event.seq))
        ).first()
    assert submitted is not None
    assert submitted.seq <= _BORDER
    with desk.execution_options(write=True).begin() as connection:
        connection.execute(
            sa.text("UPDATE decision SET rationale = 'x' WHERE id = :id"), {"id": submitted.body["decision"]}
        )
    said = _said(desk, 2)
    assert said == _said(desk, 1)
    assert said[0] == submitted.seq


def test_a_head_noted_down_is_looked_for_in_all_parts(desk: sa.Engine) -> None:
    for seq in (_BORDER - 1, _BORDER, _BORDER + 1):
        said = _said(desk, 2, f"{seq}:{'0' * 64}")
        assert said == (seq, f"Event {seq} is not the one that was noted down.")
