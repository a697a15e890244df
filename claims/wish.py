"""A wish: somebody asked the desk to check something, and is told what came of it."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime


class Wish(SQLModel, table=True):
    """That an account asked for a claim to be checked. `words` is the question as it was typed."""

    __table_args__ = (sa.UniqueConstraint("claim_id", "account_id"),)

    id: int | None = Column(default=None, primary_key=True)
    claim_id: int = Column(foreign_key="claim.id")
    account_id: int = Column(foreign_key="account.id", index=True)
    words: str
    made_at: datetime = Column(sa_type=UtcDateTime)
