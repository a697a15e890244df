"""Engine, sessions and migrations, on SQLite and PostgreSQL.

One writer at a time on both: a session for writing begins, with its first statement, by BEGIN IMMEDIATE
on SQLite (a transaction that reads first and writes later fails with BUSY whatever the timeout) and by
an advisory lock on PostgreSQL. Every write ends in the one event log anyway, and nobody has to think of
deadlocks, lost updates or two rows for one thing. Sessions for reading see one state from beginning to
end. SQLite runs in WAL with `synchronous=FULL`.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import sqlalchemy as sa
from pydantic_core import from_json
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DataError,
    OperationalError,
)
from sqlmodel import Session

from claims import driver, pooling
from claims.errors import DeskBroken, DeskBusy, InvalidInput

BUSY_TIMEOUT_MS = 10_000
_PATIENCE = "factcheck.patience"
"""What a connection of SQLite waits for, in milliseconds."""
_ENGINES = "factcheck.engines"
"""The engine with other options, made once for each."""
REVISION = "0011"
"""The newest migration; a test holds it to what stands in `migrations/versions`."""


def open_engine(url: str | sa.URL) -> sa.Engine:
    """The engine of a desk's database: `sqlite:///path` or `postgresql://…`, where `?prepare_threshold=none`
    has no statement kept prepared on the server. Raises InvalidInput."""
    parsed = _parse(url)
    unprepared = parsed.query.get("prepare_threshold") == "none"
    engine = sa.create_engine(
        parsed,
        json_deserializer=_read_json,
        execution_options={_ENGINES: {}},
        connect_args={"prepare_threshold": None} if unprepared else {},
    )
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    else:
        sa.event.listen(engine, "connect", _prepare_postgresql)
        sa.event.listen(engine, "begin", _begin_postgresql)
        sa.event.listen(engine, "rollback", _end_reading)
        pooling.watch(engine)
    return engine


def _read_json(text: str | bytes) -> Any:
    """A claim has eight such columns, and the quick reader takes a third of the time; it refuses half a
    surrogate pair, which Python writes."""
    try:
        return from_json(text)
    except ValueError:
        return json.loads(text)


def _parse(url: str | sa.URL) -> sa.URL:
    try:
        parsed = sa.make_url(url)
    except ArgumentError:
        parsed = None
    if parsed is None or parsed.get_backend_name() not in ("sqlite", "postgresql", "postgres"):
        raise InvalidInput(
            "FACTCHECK_DATABASE_URL is no address of a database: sqlite:///PATH or postgresql://USER@HOST/NAME."
        )
    return parsed if parsed.get_backend_name() == "sqlite" else parsed.set(drivername="postgresql+psycopg")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver would begin transactions of its own
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    options = connection.get_execution_options()
    if options.get("write", False):
        patience = options.get("patience_ms", BUSY_TIMEOUT_MS)
        if connection.info.setdefault(_PATIENCE, BUSY_TIMEOUT_MS) != patience:
            driver.begin(connection, f"PRAGMA busy_timeout={patience}")
            connection.info[_PATIENCE] = patience
        driver.begin(connection, "BEGIN IMMEDIATE")
    else:
        driver.begin(connection, "BEGIN")


def _prepare_postgresql(connection: Any, _record: object) -> None:
    connection.autocommit = True  # the driver would go to the server to begin transactions of its own


_READING = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_QUEUE = "SELECT pg_advisory_xact_lock(hashtext('factcheck writer'))"


def _begin_postgresql(connection: sa.Connection) -> None:
    options = connection.get_execution_options()
    if "isolation_level" in options:
        return  # without transactions
    driven: Any = connection.connection.dbapi_connection
    if not driven.autocommit:
        driven.autocommit = True  # SQLAlchemy changed it for somebody who wanted none
    if options.get("write", False):
        patience = options.get("patience_ms", BUSY_TIMEOUT_MS)
        # all on one way to the server
        driver.begin(connection, f"BEGIN; SET LOCAL lock_timeout = {patience}; {_QUEUE}")
    else:
        driver.begin(connection, _READING if options.get("read", False) else "BEGIN")


def _end_reading(connection: sa.Connection) -> None:
    """Where nothing was written, committing is the same as rolling back, after which the driver would forget
    the statements that it has the server keep prepared."""
    if not connection.get_execution_options().get("read", False):
        return
    driven: Any = connection.connection.dbapi_connection
    with suppress(connection.dialect.loaded_dbapi.Error):  # rolling back follows, and says what is wrong
        if driven.info.transaction_status.name == "INTRANS":
            driven.commit()


@contextmanager
def reading(engine: sa.Engine) -> Iterator[Session]:
    """A session that sees one state of the desk and changes nothing."""
    with _translated(), Session(read_only(engine), expire_on_commit=False) as session:
        yield session


def read_only(engine: sa.Engine) -> sa.Engine:
    """The engine, for connections that see one state of the desk and change nothing."""
    return _with(engine, "read", None)


@contextmanager
def writing(engine: sa.Engine, *, patience_ms: int | None = None) -> Iterator[Session]:
    """A session that commits when the block ends, and not at all when it raises.

    It waits for other writers up to `patience_ms`, else as long as is usual. Raises DeskBusy where the
    database is locked or full, InvalidInput where it cannot hold a value.
    """
    with _translated(), Session(_with(engine, "write", patience_ms), expire_on_commit=False) as session:
        yield session
        session.commit()


def _with(engine: sa.Engine, purpose: str, patience_ms: int | None) -> sa.Engine:
    """The engine for this purpose, `read` or `write`."""
    made: dict[tuple[str, int | None], sa.Engine] = engine.get_execution_options()[_ENGINES]
    found = made.get((purpose, patience_ms))
    if found is None:
        patience = {} if patience_ms is None else {"patience_ms": patience_ms}
        found = made[purpose, patience_ms] = engine.execution_options(**{purpose: True}, **patience)
    return found


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise DeskBusy(
            "The desk's database cannot be used just now (%(why)s); nothing was changed, try again.",
            why=" ".join(str(error.orig).split()),
        ) from error
    except DataError as error:
        raise InvalidInput("A value does not fit the database: %(why)s", why=str(error.orig)) from error
    except DatabaseError as error:
        if not any(said in str(error.orig) for said in ("not a database", "malformed")):
            raise
        raise DeskBroken("The desk's database file is no database, or broken.") from error


def upgrade(engine: sa.Engine, revision: str = "head") -> None:
    """Bring the schema to `revision`; several processes at once wait for each other."""
    from claims.migrations import runner  # Alembic is slow to import and hardly ever needed

    with _translated():
        runner.upgrade(engine, revision)


def downgrade(engine: sa.Engine, revision: str) -> None:
    """Take the schema back to `revision` (`base` for an empty database)."""
    from claims.migrations import runner

    runner.downgrade(engine, revision)


def is_current(engine: sa.Engine) -> bool:
    """Whether the schema is the one this version of the program works with."""
    with _translated(), engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return False
        found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalars().all()
    return list(found) == [REVISION]
