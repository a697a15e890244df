"""Statements that are put again and again: compiled once for each database, and handed to the driver.

What SQLAlchemy would make of the values on their way in is made of them here too.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ClauseElement
from sqlmodel import col

from claims import driver

_Process = Callable[[Any], Any] | None


IDS = "ids"
"""The parameter of `is_listed`: numbers as a JSON array."""


class _Listed(sa.sql.functions.GenericFunction[int]):
    """The numbers of a JSON array."""

    inherit_cache = True


def is_listed(column: Any) -> sa.ColumnElement[bool]:
    """Whether a number is one of any many, which are one parameter: the statement stays the same."""
    return col(column).op("IN", return_type=sa.Boolean())(_Listed(sa.bindparam(IDS, type_=sa.Text())))


@compiles(_Listed, "sqlite")
def _list_sqlite(element: _Listed, compiler: SQLCompiler, **kw: Any) -> str:
    return f"(SELECT value FROM json_each({compiler.process(element.clauses, **kw)}))"


@compiles(_Listed, "postgresql")
def _list_postgresql(element: _Listed, compiler: SQLCompiler, **kw: Any) -> str:
    listed = compiler.process(element.clauses, **kw)
    return f"(SELECT CAST(value AS INTEGER) FROM json_array_elements_text(CAST({listed} AS JSON)))"


class Compiled:
    """A statement of SQLAlchemy Core, put with values for its parameters; an INSERT writes `columns`."""

    def __init__(self, statement: ClauseElement, columns: Iterable[str] | None = None) -> None:
        self._statement = statement
        self._columns = None if columns is None else list(columns)
        self._on = lru_cache(maxsize=8)(self._compile)
        self._of = lru_cache(maxsize=8)(self._readers)

    def put(self, connection: sa.Connection, values: Mapping[str, Any]) -> Any:
        """The driver's cursor after it; whoever reads from that gets what the driver gives."""
        written, bind = self._on(connection.dialect)
        return driver.execute(connection, written, bind(values))

    def one(self, connection: sa.Connection, values: Mapping[str, Any]) -> list[Any] | None:
        """The first row after a SELECT, of what SQLAlchemy would make of the driver's values."""
        cursor = self.put(connection, values)
        row = cursor.fetchone()
        if row is None:
            return None
        readers = self._of(connection.dialect, tuple(column[1] for column in cursor.description))
        return [read(value) if read else value for read, value in zip(readers, row, strict=True)]

    def put_all(self, connection: sa.Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Once for each of the rows."""
        written, bind = self._on(connection.dialect)
        driver.execute_many(connection, written, [bind(row) for row in rows])

    def _compile(self, dialect: sa.Dialect) -> tuple[str, Callable[[Mapping[str, Any]], Any]]:
        compiled = self._statement.compile(dialect=dialect, column_keys=self._columns)
        parts = [
            (name, compiled.params[name], bind.type.dialect_impl(dialect).bind_processor(dialect))
            for bind, name in compiled.bind_names.items()  # type: ignore[attr-defined]
        ]
        if not compiled.positional:  # type: ignore[attr-defined]
            return str(compiled), lambda values: dict(_bound(parts, values))
        by_name = {part[0]: part for part in parts}
        in_order = [by_name[name] for name in compiled.positiontup]  # type: ignore[attr-defined]
        return str(compiled), lambda values: [value for _, value in _bound(in_order, values)]

    def _readers(self, dialect: sa.Dialect, kinds: tuple[Any, ...]) -> list[_Process]:
        """What is made of a column's values, `kinds` being how the driver calls their types."""
        columns = self._statement.selected_columns  # type: ignore[attr-defined]
        return [
            column.type.dialect_impl(dialect).result_processor(dialect, kind)
            for column, kind in zip(columns, kinds, strict=True)
        ]


def _bound(parts: list[tuple[str, Any, _Process]], values: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    for name, usual, process in parts:
        value = values.get(name, usual)
        yield name, process(value) if process else value
