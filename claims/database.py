"""Engine, sessions and migrations, on SQLite and PostgreSQL.

SQLite runs in WAL with `synchronous=FULL`; a session for writing begins with BEGIN IMMEDIATE, since a
transaction that reads first and writes later fails with BUSY whatever the timeout.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from sqlmodel import Session

from claims.errors import DeskBusy, InvalidInput

BUSY_TIMEOUT_MS = 10_000
_UNIQUE_VIOLATION = "23505"
REVISION = "0001"
"""The newest migration; a test holds it to what stands in `migrations/versions`."""


def open_engine(url: str) -> sa.Engine:
    """The engine of a desk's database: `sqlite:///path` or `postgresql://…`."""
    parsed = sa.make_url(url)
    if parsed.drivername in ("postgresql", "postgres"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    engine = sa.create_engine(parsed, pool_pre_ping=parsed.get_backend_name() != "sqlite")
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


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
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


@contextmanager
def reading(engine: sa.Engine) -> Iterator[Session]:
    """A session that sees one state of the desk and changes nothing."""
    with _translated(), Session(engine, expire_on_commit=False) as session:
        yield session


@contextmanager
def writing(engine: sa.Engine) -> Iterator[Session]:
    """A session that commits when the block ends, and not at all when it raises.

    Raises DeskBusy where the database is locked or full, InvalidInput where it cannot hold a value.
    """
    with _translated(), Session(engine.execution_options(write=True), expire_on_commit=False) as session:
        yield session
        session.commit()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise DeskBusy(
            "The desk's database cannot be written just now (%(why)s); nothing was changed, try again.",
            why=str(error.orig),
        ) from error
    except DataError as error:
        raise InvalidInput("A value does not fit the database: %(why)s", why=str(error.orig)) from error
    except IntegrityError as error:
        if getattr(error.orig, "sqlstate", None) != _UNIQUE_VIOLATION:
            raise
        # on PostgreSQL two writers can both find that a thing is not there yet
        raise DeskBusy("Somebody stored the same at this moment; nothing was changed, try again.") from error


def upgrade(engine: sa.Engine, revision: str = "head") -> None:
    """Bring the schema to `revision`; several processes at once wait for each other."""
    from claims.migrations import runner  # Alembic is slow to import and hardly ever needed

    runner.upgrade(engine, revision)


def downgrade(engine: sa.Engine, revision: str) -> None:
    """Take the schema back to `revision` (`base` for an empty database)."""
    from claims.migrations import runner

    runner.downgrade(engine, revision)


def is_current(engine: sa.Engine) -> bool:
    """Whether the schema is the one this version of the program works with."""
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return False
        found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalars().all()
    return list(found) == [REVISION]
