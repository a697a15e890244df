"""All tables of a desk, in the order in which their rows can be written."""

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

import claims.tables  # noqa: F401 # all tables are known then
from claims.event import LogHead
from claims.notice import NoticeMark
from claims.store import events

_SEEDS = (LogHead.__tablename__, NoticeMark.__tablename__)
"""Tables in which a new database has its one row already."""


def tables() -> list[sa.Table]:
    """A table stands behind those that its rows point to."""
    return SQLModel.metadata.sorted_tables


def count(session: Session, table: sa.Table) -> int:
    """How many rows it has."""
    return session.connection().execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def is_empty(session: Session) -> bool:
    """Whether nothing ever happened on the desk, and nobody is known there."""
    return events.last(session) == 0 and not any(
        count(session, table) for table in tables() if table.name not in _SEEDS
    )


def clear_seeds(session: Session) -> None:
    """Make room for the rows of another desk in an empty one."""
    for table in tables():
        if table.name in _SEEDS:
            session.connection().execute(sa.delete(table))
