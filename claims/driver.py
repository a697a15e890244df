"""The database's own driver, for what is put too often to go SQLAlchemy's way there and back.

That way takes several times what the driver does with a row. Its errors are raised here too; only its events
are not told.
"""

from typing import Any

import sqlalchemy as sa


def execute(connection: sa.Connection, statement: str, values: Any = ()) -> Any:
    """The cursor after a statement, written with its values as the driver takes them. Raises what SQLAlchemy
    would."""
    return _put(connection, "execute", statement, values)


def execute_many(connection: sa.Connection, statement: str, rows: list[Any]) -> None:
    """The same once for each of the rows."""
    _put(connection, "executemany", statement, rows).close()


def _put(connection: sa.Connection, how: str, statement: str, values: Any) -> Any:
    cursor = connection.connection.cursor()
    base = connection.dialect.loaded_dbapi.Error
    try:
        getattr(cursor, how)(statement, values)
    except base as error:
        cursor.close()
        dialect = connection.dialect
        raise sa.exc.DBAPIError.instance(statement, values, error, base, dialect=dialect) from error
    return cursor
