"""A desk moved to another database: every row, compared with the one it was copied from, and the chain.

All of it is one transaction of the new database: it holds the whole desk afterwards, or nothing new.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from claims import database
from claims.errors import Conflict, FactcheckError, InvalidInput
from claims.migrations import runner
from factcheck import ledger
from factcheck.keeping.tables import clear_seeds, count, is_empty, tables

Tell = Callable[[str], None]
"""Takes one sentence about how far it is."""

_BATCH, _HEAVY_BATCH = 1000, 10
"""Rows held at a time; fewer where each may have megabytes."""
_STEP = 100_000
"""Rows after which something is said."""


def copy(source: sa.Engine, target: sa.Engine, tell: Tell, *, aside: str = "") -> ledger.Verified:
    """Copy the desk as it is at this moment, while others go on working on it.

    Where `aside` is set, a PostgreSQL desk that is in the target is kept, in a schema of that name. Raises
    InvalidInput where the source is no desk of this version, Conflict where the target is not empty,
    FactcheckError where a row did not arrive as it was, LogBroken where the log does not verify.
    """
    if _is_missing(source) or not database.is_current(source):
        raise InvalidInput("That is no desk of this version: factcheck db upgrade brings one up to date.")
    with database.reading(source) as old, database.writing(target) as new:
        if aside:
            _set_aside(new, aside)
        runner.upgrade_on(new.connection(), "head")
        if not is_empty(new):
            raise Conflict("The desk that it would be copied to is not empty.")
        clear_seeds(new)
        for table in tables():
            _copy_rows(old, new, table, tell)
        for table in tables():
            _compare_rows(old, new, table)
        if target.dialect.name == "postgresql":
            _set_sequences(new)
        tell("Every row is as it was. Verifying the log …")
        found = ledger.verify(new)
        if ledger.verify(old) != found:
            raise FactcheckError("The log that was copied is not the one that it was copied from.")
        return found


def _is_missing(engine: sa.Engine) -> bool:
    """SQLite would make an empty database where there is none."""
    return engine.dialect.name == "sqlite" and not Path(str(engine.url.database)).is_file()


def _set_aside(session: Session, name: str) -> None:
    """The new desk gets the schema's place; the old one stays, under another name."""
    connection = session.connection()
    current = connection.execute(sa.text("SELECT current_schema()")).scalar_one()
    quote = connection.dialect.identifier_preparer.quote_identifier
    connection.execute(sa.text(f"ALTER SCHEMA {quote(current)} RENAME TO {quote(name)}"))
    connection.execute(sa.text(f"CREATE SCHEMA {quote(current)}"))


def _copy_rows(old: Session, new: Session, table: sa.Table, tell: Tell) -> None:
    total, done = count(old, table), 0
    rows = _rows(old, table)
    while batch := list(islice(rows, _batch(table))):
        new.connection().execute(sa.insert(table), [dict(row) for row in batch])
        done += len(batch)
        if done % _STEP == 0:
            tell(f"{table.name}: {done:,} of {total:,} rows")
    if total:
        tell(f"{table.name}: {done:,} rows")


def _compare_rows(old: Session, new: Session, table: sa.Table) -> None:
    if count(old, table) != count(new, table):
        raise FactcheckError("Not every row of %(table)s arrived.", table=table.name)
    for before, after in zip(_rows(old, table), _rows(new, table), strict=True):
        if before != after:
            key = ", ".join(str(before[column.name]) for column in table.primary_key)
            raise FactcheckError(
                "Row %(key)s of %(table)s did not arrive as it was.", key=key, table=table.name
            )


def _rows(session: Session, table: sa.Table) -> Iterator[sa.RowMapping]:
    """In the order of their keys, which is the same on every database."""
    by = [
        sa.collate(column, "C") if _is_text(column) and _is_postgresql(session) else column
        for column in table.primary_key
    ]
    statement = sa.select(table).order_by(*by)
    found = session.connection().execute(statement, execution_options={"yield_per": _batch(table)})
    yield from found.mappings()


def _batch(table: sa.Table) -> int:
    heavy = any(isinstance(column.type, sa.LargeBinary) for column in table.columns)
    return _HEAVY_BATCH if heavy else _BATCH


def _is_text(column: sa.Column[Any]) -> bool:
    return isinstance(column.type, sa.String)


def _is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"


def _set_sequences(session: Session) -> None:
    """The next row that is made gets the number after the last that was copied."""
    for table in tables():
        column = table.autoincrement_column
        if column is not None:
            last = session.connection().execute(sa.select(sa.func.max(column))).scalar_one()
            values = {
                "table": f'"{table.name}"',
                "column": column.name,
                "last": last or 1,
                "used": last is not None,
            }
            session.connection().execute(
                sa.text("SELECT setval(pg_get_serial_sequence(:table, :column), :last, :used)"), values
            )
