"""The database's own driver, for what is put too often to go SQLAlchemy's way there and back.

That way takes several times what the driver does with a row. Its errors are raised here too; only its events
are not told.
"""

from typing import Any

import sqlalchemy as sa


def execute(connection: sa.Connection, statement: str, values: Any = ()) -> Any:
    """The cursor after a statement, written with its values as the driver takes them; a transaction is begun
    where none is. Raises what SQLAlchemy would."""
    if not connection.in_transaction():
        connection.begin()
    return _put(connection, "execute", statement, values)


def execute_many(connection: sa.Connection, statement: str, rows: list[Any]) -> None:
    """The same once for each of the rows, of which there are some."""
    if len(rows) == 1:  # PostgreSQL's driver goes to lengths for several
        execute(connection, statement, rows[0]).close()
        return
    if not connection.in_transaction():
        connection.begin()
    _put(connection, "executemany", statement, rows).close()


def begin(connection: sa.Connection, statement: str) -> None:
    """What a transaction begins with, on its connection."""
    _put(connection, "execute", statement, ()).close()


def _put(connection: sa.Connection, how: str, statement: str, values: Any) -> Any:
    cursor = connection.connection.cursor()
    try:
        getattr(cursor, how)(statement, values)
    except Exception as error:
        cursor.close()
        dialect = connection.dialect
        base = dialect.loaded_dbapi.Error
        if not isinstance(error, base):
            raise
        raise sa.exc.DBAPIError.instance(statement, values, error, base, dialect=dialect) from error
    return cursor
