"""Statements that are put again and again: compiled once for each database, and handed to the driver.

What SQLAlchemy would make of the values on their way in is made of them here too.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from typing import Any
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ClauseElement
from sqlmodel import col

from claims import driver

_Process = Callable[[Any], Any] | None
_Part = tuple[str, Any, _Process]
"""A parameter, its value where none is given, and what is made of a value on its way in."""


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
        self._read: WeakKeyDictionary[sa.Dialect, list[_Process]] = WeakKeyDictionary()

    def put(self, connection: sa.Connection, values: Mapping[str, Any]) -> Any:
        """The driver's cursor after it; whoever reads from that gets what the driver gives."""
        written, bind = self._on(connection.dialect)
        return driver.execute(connection, written, bind(values))

    def one(self, connection: sa.Connection, values: Mapping[str, Any]) -> list[Any] | None:
        """The first row after a SELECT, of what SQLAlchemy would make of the driver's values."""
        cursor = self.put(connection, values)
        row = cursor.fetchone()
        processes = self._read.get(connection.dialect) or self._learn(connection.dialect, cursor)
        cursor.close()
        if row is None:
            return None
        return [process(value) if process else value for process, value in zip(processes, row, strict=True)]

    def put_all(self, connection: sa.Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Once for each of the rows."""
        written, bind = self._on(connection.dialect)
        driver.execute_many(connection, written, [bind(row) for row in rows])

    def _compile(self, dialect: sa.Dialect) -> tuple[str, Callable[[Mapping[str, Any]], Any]]:
        compiled = self._statement.compile(dialect=dialect, column_keys=self._columns)
        parts = {
            name: (name, compiled.params[name], bind.type.dialect_impl(dialect).bind_processor(dialect))
            for bind, name in compiled.bind_names.items()  # type: ignore[attr-defined]
        }
        if not compiled.positional:  # type: ignore[attr-defined]
            return str(compiled), partial(_bind_by_name, list(parts.values()))
        in_order = [parts[name] for name in compiled.positiontup]  # type: ignore[attr-defined]
        return str(compiled), partial(_bind_in_order, in_order)

    def _learn(self, dialect: sa.Dialect, cursor: Any) -> list[_Process]:
        """The driver says of which kinds its values are; PostgreSQL's needs as long for that as for a row."""
        columns = self._statement.selected_columns  # type: ignore[attr-defined]
        self._read[dialect] = [
            column.type.dialect_impl(dialect).result_processor(dialect, described[1])
            for column, described in zip(columns, cursor.description, strict=True)
        ]
        return self._read[dialect]


def _bind_by_name(parts: list[_Part], values: Mapping[str, Any]) -> dict[str, Any]:
    given = values.get
    return {name: bind(given(name, usual)) if bind else given(name, usual) for name, usual, bind in parts}


def _bind_in_order(parts: list[_Part], values: Mapping[str, Any]) -> list[Any]:
    given = values.get
    return [bind(given(name, usual)) if bind else given(name, usual) for name, usual, bind in parts]
