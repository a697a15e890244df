"""A row by its number, with a statement made once for each table; SQLAlchemy's own is made anew each time."""

from functools import cache
from typing import Any, TypeVar

from sqlalchemy import bindparam
from sqlalchemy import inspect as mapper_of
from sqlalchemy.orm.attributes import instance_state
from sqlmodel import Session, SQLModel, select

Row = TypeVar("Row", bound=SQLModel)


def find_row(session: Session, table: type[Row], number: int) -> Row | None:
    """Like `session.get`: a row that the session holds already is not read again."""
    key = mapper_of(table).identity_key_from_primary_key((number,))
    found: Row | None = session.identity_map.get(key)
    if found is None or instance_state(found).expired:
        found = session.exec(_by_number(table), params={"number": number}).first()
    return found


@cache
def _by_number(table: type[Row]) -> Any:
    return select(table).where(mapper_of(table).primary_key[0] == bindparam("number"))
