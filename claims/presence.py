"""Who is looking at a claim right now. It says nothing about the claim: no event, no version, soon gone."""

from datetime import datetime, timedelta

from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime

LASTS = timedelta(minutes=1)
"""How long somebody counts as looking after the last sign of it."""


class Presence(SQLModel, table=True):
    """The last sign that an account looked at a claim."""

    claim_id: int = Column(primary_key=True, foreign_key="claim.id")
    account_id: int = Column(primary_key=True, foreign_key="account.id")
    at: datetime = Column(sa_type=UtcDateTime, index=True)
