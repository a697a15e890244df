"""A search that somebody keeps under a name, for its feed, its reports and the queue."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime


class SavedSearch(SQLModel, table=True):
    """`filters` is a `claims.store.filters.Filters` as JSON; whoever works at the desk sees all searches, and
    whoever saved one can change it."""

    __tablename__ = "saved_search"
    __table_args__ = (sa.UniqueConstraint("name"),)

    id: int | None = Column(default=None, primary_key=True)
    name: str
    filters: dict[str, Any] = Column(sa_type=sa.JSON)
    saved_by: int = Column(foreign_key="account.id")
    saved_at: datetime = Column(sa_type=UtcDateTime)
