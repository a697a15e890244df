"""Made-up desks of several sizes, on SQLite and on PostgreSQL, made where there are none yet."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import sqlalchemy as sa
from psycopg import sql

from benchmarks.newsroom import make_desk
from claims import database
from tests.services.postgresql import Server

ADDRESS = "FACTCHECK_BENCH_POSTGRES"
"""Names a server that may be filled, as postgresql://user:password@host:port, else one is started."""


@dataclass(frozen=True)
class Desk:
    """A desk with so many claims; `home` is its data folder, `database` the kind of what it is kept in."""

    database: str
    claims: int
    home: Path
    engine: sa.Engine

    @property
    def clock(self) -> Callable[[], float]:
        """For what waits for no disk: with SQLite all is done in this process, whose own time is not cut into
        by other work on the machine."""
        return time.process_time if self.database == "sqlite" else time.perf_counter


@contextmanager
def opened(sizes: Sequence[int], kinds: Sequence[str], kept: Path | None) -> Iterator[Iterator[Desk]]:
    """Desks of these sizes, one after the other. With `kept` they stay in that folder, and those on a server
    of one's own in databases named after their size; else all are thrown away."""
    with ExitStack() as stack:
        folder = kept or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = _server(stack) if "postgresql" in kinds else ""
        yield _each(sizes, kinds, folder, server)


def _server(stack: ExitStack) -> str:
    return os.environ.get(ADDRESS, "") or stack.enter_context(Server(durable=True)).url("")


def _each(sizes: Sequence[int], kinds: Sequence[str], folder: Path, server: str) -> Iterator[Desk]:
    for claims in sizes:
        for kind in kinds:
            home = folder / f"{kind}-{claims}"
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            url = f"sqlite:///{home / 'desk.sqlite3'}" if kind == "sqlite" else _database(server, claims)
            engine = database.open_engine(url)
            try:
                database.upgrade(engine)
                _fill(engine, claims)
                yield Desk(kind, claims, home, engine)
            finally:
                engine.dispose()


def _database(server: str, claims: int) -> str:
    """The address of the database for this size, made where it is not there."""
    name = f"factcheck_bench_{claims}"
    with psycopg.connect(f"{server.rstrip('/')}/postgres", autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return f"{server.rstrip('/')}/{name}"


def _fill(engine: sa.Engine, claims: int) -> None:
    """Nothing where the desk is filled already."""
    with engine.connect() as connection:
        if connection.exec_driver_sql("SELECT 1 FROM claim LIMIT 1").first() is not None:
            return
    make_desk(engine, claims=claims)
    if engine.dialect.name == "postgresql":  # its server would do so by itself, some minutes later
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")
