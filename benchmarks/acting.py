"""One action of a reviewer with its event, beside a bare transaction that writes the same rows.

On SQLite the rows go through the driver of the standard library, on PostgreSQL through psycopg; both commit
as safely as the desk does.
"""

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from benchmarks.newsroom import make_desk
from benchmarks.timing import interleave
from claims import database
from claims.account import Account
from claims.canonical import spell
from claims.claim import Claim
from claims.event import Event, LogHead, new_salt
from claims.store import accounts, events
from claims.store import claims as stored
from claims.store.claims import Filters
from claims.workflow import Action, State
from factcheck import review

AT_MOST = 1.5
"""Times as long as writing the rows that an action may take."""
_CLAIMS = 2_000
_ACTIONS = 20
"""Actions in a turn."""


def run(rounds: int, url: str = "") -> list[str]:
    """The lines of the result; `url` is an empty database, a SQLite file made for this unless it is said."""
    with tempfile.TemporaryDirectory() as folder:
        engine = database.open_engine(url or f"sqlite:///{Path(folder) / 'desk.db'}")
        database.upgrade(engine)
        make_desk(engine, claims=_CLAIMS)
        lines = [
            _line(compare(engine, rounds), f"wanted: at most {AT_MOST}"),
            _line(compare(engine, rounds, time.process_time), "of the processor"),
        ]
        engine.dispose()
    return lines


def _line(took: dict[str, float], said: str) -> str:
    desk, bare = 1000 * took["desk"], 1000 * took["bare"]
    return (
        f"take and release a claim: {desk:.2f} ms, the same rows bare: {bare:.2f} ms, "
        f"ratio {desk / bare:.1f} ({said})"
    )


def compare(
    engine: sa.Engine, rounds: int, clock: Callable[[], float] = time.perf_counter
) -> dict[str, float]:
    """Seconds that one action takes on a made-up desk, by "desk", and writing its rows, by "bare". The desk
    is left as it was: bare events are not chained."""
    with database.reading(engine) as session:
        by = accounts.named(session, "bench-reviewer")
        [claim] = stored.page(session, Filters(state=(State.OPEN,)), limit=1)
        before, head = (
            claim.model_dump(include={"state", "assignee_id", "updated_at", "version"}),
            events.head(session),
        )
    bare, close = _bare(engine, claim, by)
    took = interleave({"desk": _desk(engine, claim.id or 0, by), "bare": bare}, 2 * rounds, clock, min)
    close()
    with engine.execution_options(write=True).begin() as connection:
        connection.execute(sa.delete(Event).where(col(Event.seq) > head.seq))
        connection.execute(sa.update(LogHead).values(seq=head.seq, hash=head.hash))
        connection.execute(sa.update(Claim).where(col(Claim.id) == claim.id).values(**before))
    return {name: seconds / _ACTIONS for name, seconds in took.items()}


def _desk(engine: sa.Engine, claim_id: int, by: Account) -> Callable[[], None]:
    def act() -> None:
        for number in range(_ACTIONS):
            action = Action.RELEASE if number % 2 else Action.TAKE
            with database.writing(engine) as session:
                review.move(session, claim_id, action, by=by, at=datetime.now(UTC))

    return act


def _bare(engine: sa.Engine, claim: Claim, by: Account) -> tuple[Callable[[], None], Callable[[], None]]:
    """Writing the rows of an action, and closing what it is written with."""
    own = database.open_engine(engine.url)  # a connection that does nothing else
    connection: Any = own.raw_connection()
    cursor = connection.cursor()
    sign = "?" if engine.dialect.name == "sqlite" else "%s"
    begin = "BEGIN IMMEDIATE" if engine.dialect.name == "sqlite" else "BEGIN"
    facts = {
        "from": "open",
        "held": {"assignee_id": None, "due": None, "priority": "normal"},
        "lapsed": False,
    }
    body = spell(facts | {"standing": None, "to": "in_check", "version": 3})

    def put(statement: str, *values: Any) -> None:
        cursor.execute(statement.replace("?", sign), values)

    def act() -> None:
        for number in range(_ACTIONS):
            action = "release" if number % 2 else "take"
            at = time.strftime("%Y-%m-%d %H:%M:%S.000000", time.gmtime())
            cursor.execute(begin)
            cursor.execute("SELECT seq, hash FROM log_head")
            seq, previous = cursor.fetchone()
            put(
                "UPDATE claim SET state = ?, assignee_id = ?, updated_at = ?, version = version + 1 "
                "WHERE id = ?",
                "open" if number % 2 else "in_check",
                None if number % 2 else by.id,
                at,
                claim.id,
            )
            put(
                "INSERT INTO event "
                "(seq, at, actor_id, action, article_id, claim_id, body, salt, previous, hash) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                *(seq + 1, at, by.id, action, claim.article_id, claim.id),
                *(body, new_salt(), previous, previous),
            )
            put("UPDATE log_head SET seq = ?, hash = ? WHERE id = 1", seq + 1, previous)
            cursor.execute("COMMIT")

    def close() -> None:
        connection.close()
        own.dispose()

    return act, close
