"""Processes that are killed while they write, and while they migrate."""

import os
import random
import signal
import time

import pytest
import sqlalchemy as sa

from claims import database
from tests.torture import KILLS, writers

pytestmark = pytest.mark.long
_AT_ONCE = 2


def test_no_decision_that_somebody_was_told_of_is_lost_when_processes_are_killed(
    engine: sa.Engine, database_url: str
) -> None:
    article_id = writers.prepare(engine)
    engine.dispose()  # no connection is shared with those that are forked
    chance, heard = random.Random(7), []
    rounds = -(-KILLS // _AT_ONCE)
    for _ in range(rounds):
        with writers.working(database_url, article_id, _AT_ONCE) as working:
            for writer in working:
                writer.wait()
            time.sleep(chance.uniform(0.0, 0.3))
        heard += [number for writer in working for number in writer.heard]
        with database.reading(engine) as session:
            assert database.is_current(engine)
            found = set(session.connection().execute(sa.text("SELECT id FROM decision")).scalars())
            assert set(heard) <= found
        engine.dispose()
    with database.reading(engine) as session:
        kept = writers.check(session, heard)
    kills = rounds * _AT_ONCE
    print(f"\n{kills} kills, {len(heard)} decisions acknowledged, {kept} kept ({engine.dialect.name})")
    assert kept >= len(heard) >= kills


def test_a_desk_whose_migration_was_killed_is_migrated_by_the_next_start(
    engine: sa.Engine, database_url: str
) -> None:
    article_id = writers.prepare(engine)
    engine.dispose()
    with writers.working(database_url, article_id, 2) as working:
        working[0].wait()
        time.sleep(2)
    chance = random.Random(11)
    for _ in range(max(4, KILLS // 10)):
        database.downgrade(engine, "0003")
        before = _rows(engine)
        engine.dispose()
        pid = os.fork()
        if not pid:
            try:
                database.upgrade(database.open_engine(database_url))
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0.0, 0.5))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        database.upgrade(engine)
        assert database.is_current(engine)
        after = _rows(engine)
        for table, rows in before.items():
            names = list(rows[0])
            assert [{name: row[name] for name in names} for row in after[table]] == rows
    with database.reading(engine) as session:
        writers.check(session, [])


def test_migrations_down_and_up_keep_a_desk_s_work(engine: sa.Engine, database_url: str) -> None:
    article_id = writers.prepare(engine)
    engine.dispose()
    with writers.working(database_url, article_id, 2) as working:
        working[0].wait()
        time.sleep(2)
    for revision in ("0009", "0007", "0005", "0003", "0001"):
        database.downgrade(engine, revision)
        before = _rows(engine)
        assert before["decision"]
        database.upgrade(engine)
        after = _rows(engine)
        for table, rows in before.items():
            names = list(rows[0])
            assert [{name: row[name] for name in names} for row in after[table]] == rows
    with database.reading(engine) as session:
        assert writers.check(session, []) == len(after["decision"])


def _rows(engine: sa.Engine) -> dict[str, list[dict[str, object]]]:
    """All rows of the tables that a decision needs, as the schema of now has them."""
    with engine.connect() as connection:
        found = {
            table: [
                dict(row)
                for row in connection.execute(sa.text(f"SELECT * FROM {table} ORDER BY {key}")).mappings()
            ]
            for table, key in _TABLES.items()
        }
    return {table: rows for table, rows in found.items() if rows}


_TABLES = dict.fromkeys(("account", "article", "article_version", "claim", "source", "snapshot"), "id") | {
    **dict.fromkeys(("evidence", "decision"), "id"),
    **{"event": "seq", "log_head": "id"},
}
