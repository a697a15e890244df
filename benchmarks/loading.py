"""Rows by the thousand into a desk's tables, past the ORM: `load(connection, Claim, rows)`.

Values go through the columns' own types, so that the desk reads back what it would have written itself.
SQLite takes them by executemany, PostgreSQL by COPY.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel

_EMPTY: dict[type, str] = {list: "[]", dict: "{}"}
_Bind = Callable[[Any], Any] | None


def load(connection: sa.Connection, model: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows, each with all the columns that the first one has."""
    if not rows:
        return
    table: sa.Table = model.__table__  # type: ignore[attr-defined]
    names = list(rows[0])
    binds = [_bind(table.c[name], connection.dialect) for name in names]
    values = [
        [bind(row[name]) if bind else row[name] for name, bind in zip(names, binds, strict=True)]
        for row in rows
    ]
    columns = ", ".join(f'"{name}"' for name in names)
    cursor = connection.connection.cursor()
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(names))
        cursor.executemany(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', values)
    else:
        with cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copying:
            for line in values:
                copying.write_row(line)
    cursor.close()


def _bind(column: sa.Column[Any], dialect: sa.Dialect) -> _Bind:
    if isinstance(column.type, sa.JSON):
        return _dump
    return column.type.dialect_impl(dialect).bind_processor(dialect)


def _dump(value: Any) -> str:
    return json.dumps(value) if value else _EMPTY[type(value)]


def count_on(connection: sa.Connection, models: Sequence[type[SQLModel]]) -> None:
    """Let PostgreSQL go on counting after the numbers that were loaded; SQLite does so by itself."""
    if connection.dialect.name == "sqlite":
        return
    for model in models:
        name = model.__table__.name  # type: ignore[attr-defined]
        last = f'(SELECT COALESCE(MAX(id), 1) FROM "{name}")'
        connection.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), {last})")
