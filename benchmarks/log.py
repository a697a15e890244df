"""A whole event log verified, beside reading its rows and taking a SHA-256 of each, which any proof costs;
the canonical JSON that each hash is over comes on top."""

import gc
import hashlib
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from benchmarks.timing import interleave
from claims import database
from claims.account import AccountDraft
from claims.event import Event, LogHead, chain, digest_note, new_salt
from claims.store import accounts
from factcheck import ledger

MILLION = 1_000_000
SECONDS = 10.0
"""What is wanted for a million events at most."""
_BATCH = 10_000
_BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
_BODIES: tuple[tuple[str, dict[str, object], str], ...] = (
    ("propose", {"start": 0, "end": 44, "version": 1}, ""),
    ("accept", {"from": "proposed", "to": "open", "version": 2}, ""),
    ("take", {"from": "open", "to": "in_check", "version": 3}, ""),
    ("cite", {"evidence": 7, "snapshot": 7, "stance": "supports", "version": 4}, "Aus dem Register."),
    ("release", {"from": "in_check", "to": "proposed", "version": 5}, ""),
)
"""What happens to a claim, over and over; at the end it is proposed again, as a claim without a row is."""


def run(events: int, rounds: int) -> list[str]:
    """The lines of the result, of a log on SQLite with so many events."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.db"
        engine = database.open_engine(f"sqlite:///{path}")
        database.upgrade(engine)
        fill(engine, events)
        gc.freeze()  # as the command does
        contenders: dict[str, Callable[[], object]] = {
            "verify": lambda: _verify(engine),
            "bare": lambda: _read(path),
        }
        seconds = interleave(contenders, rounds, time.process_time)
        engine.dispose()
    return [
        f"{events:,} events on SQLite, {rounds} rounds, processor time of one core",
        f"log verify              {events / seconds['verify']:>9,.0f} events/s, "
        f"{seconds['verify'] * MILLION / events:.1f} s a million (wanted: {SECONDS:.0f} s)",
        f"cursor and SHA-256 alone{events / seconds['bare']:>9,.0f} events/s  "
        f"log verify takes {seconds['verify'] / seconds['bare']:.1f} times as long",
    ]


def fill(engine: sa.Engine, count: int) -> None:
    """Write so many events into an empty log, as the desk does but many in one statement."""
    with database.writing(engine) as session:
        by = accounts.add(session, AccountDraft(name="rita"), None, _BEGUN).id
        number, previous, rows = 0, "0" * 64, []
        for number in range(1, count + 1):
            action, body, note = _BODIES[number % len(_BODIES)]
            salt = new_salt()
            event = Event(
                seq=number,
                at=_BEGUN + timedelta(seconds=number),
                actor_id=by or 0,
                action=action,
                article_id=number // 50 + 1,
                claim_id=number // 5 + 1,
                body=body,
                note=note or None,
                salt=salt,
                note_digest=digest_note(note, salt) if note else None,
                previous=previous,
                hash="",
            )
            event.hash = previous = chain(event)
            rows.append(event.model_dump())
            if len(rows) == _BATCH or number == count:
                session.connection().execute(sa.insert(Event), rows)
                rows = []
        session.connection().execute(sa.update(LogHead).values(seq=number, hash=previous))


def _verify(engine: sa.Engine) -> None:
    with database.reading(engine) as session:
        ledger.verify(session)


def _read(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for row in connection.execute("SELECT * FROM event ORDER BY seq"):
            hashlib.sha256(row[6].encode()).hexdigest()
