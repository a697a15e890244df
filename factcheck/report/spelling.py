"""JSON made by the database, the same on SQLite and PostgreSQL: for rows that are only handed on."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

from claims.columns import UtcDateTime


class _Spelled(GenericFunction[str]):
    """A column as JSON."""

    type = sa.Text()
    inherit_cache = True


class _Filled(GenericFunction[str]):
    """A template, each %s of which is filled by the next argument."""

    type = sa.Text()
    inherit_cache = True


class _Encoded(GenericFunction[bytes]):
    """A text in UTF-8."""

    type = sa.LargeBinary()
    inherit_cache = True


def encoded(text: sa.ColumnElement[str]) -> sa.ColumnElement[bytes]:
    """A text in UTF-8, as files have it: the driver makes no characters of it that would be unmade."""
    return _Encoded(text)


def members(told: dict[str, Any]) -> sa.ColumnElement[str]:
    """What stands between the braces of a JSON object, `"name":value,` each: columns, or JSON as it is."""
    return _fill("".join(f'"{name}":{{}},' for name in told), told)


def nested(told: dict[str, Any]) -> sa.ColumnElement[str]:
    """The same as an object, to be a member itself."""
    named = ",".join(f'"{name}":{{}}' for name in told)
    return _fill(f"{{{{{named}}}}}", told)


def _fill(template: str, told: dict[str, Any]) -> sa.ColumnElement[str]:
    said = [part if isinstance(part, str) else '"%s"' if _is_code(part) else "%s" for part in told.values()]
    columns = [
        part if _is_code(part) else spelled(part) for part in told.values() if not isinstance(part, str)
    ]
    return _Filled(sa.literal(template.format(*said), sa.Text()), *columns)


def _is_code(part: Any) -> bool:
    """Whether it is one of a few words in which nothing has to be escaped."""
    return isinstance(getattr(part, "type", None), sa.Enum) and not part.nullable


def spelled(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """A column as JSON text: texts and enums quoted, moments in UTC with microseconds where they have some,
    JSON and integers as they are, `null` for NULL."""
    return column if isinstance(column, _Filled) else _Spelled(column)


@compiles(_Spelled, "sqlite")
def _spell_sqlite(element: _Spelled, compiler: SQLCompiler, **kw: Any) -> str:
    (column,) = element.clauses
    return _spell(column, compiler.process(column, **kw), words="json_quote({})", time="{}", day="{}")


@compiles(_Spelled, "postgresql")
def _spell_postgresql(element: _Spelled, compiler: SQLCompiler, **kw: Any) -> str:
    (column,) = element.clauses
    return _spell(
        column,
        compiler.process(column, **kw),
        words="coalesce(to_json(CAST({} AS TEXT))::text, 'null')",
        time="to_char({}, 'YYYY-MM-DD HH24:MI:SS.US')",
        day="to_char({}, 'YYYY-MM-DD')",
    )


def _spell(column: sa.ColumnElement[Any], said: str, *, words: str, time: str, day: str) -> str:
    kind = column.type
    if isinstance(kind, sa.JSON):
        return said
    if isinstance(kind, sa.Boolean):
        return f"CASE WHEN {said} THEN 'true' ELSE 'false' END"
    if isinstance(kind, sa.Integer):
        return said
    if isinstance(kind, UtcDateTime):
        moment = f"replace(replace({time.format(said)}, ' ', 'T'), '.000000', '')"
        return f"coalesce('\"' || {moment} || 'Z\"', 'null')"
    if isinstance(kind, sa.Date):
        return f"coalesce('\"' || {day.format(said)} || '\"', 'null')"
    return words.format(said)


@compiles(_Encoded, "sqlite")
def _encode_sqlite(element: _Encoded, compiler: SQLCompiler, **kw: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **kw)} AS BLOB)"


@compiles(_Encoded, "postgresql")
def _encode_postgresql(element: _Encoded, compiler: SQLCompiler, **kw: Any) -> str:
    return f"convert_to({compiler.process(element.clauses, **kw)}, 'UTF8')"


@compiles(_Filled, "sqlite")
def _fill_sqlite(element: _Filled, compiler: SQLCompiler, **kw: Any) -> str:
    return f"printf({compiler.process(element.clauses, **kw)})"


@compiles(_Filled, "postgresql")
def _fill_postgresql(element: _Filled, compiler: SQLCompiler, **kw: Any) -> str:
    return f"format({compiler.process(element.clauses, **kw)})"
