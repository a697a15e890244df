"""What all processes of a desk share beside its work: who does a task just now, and how much was used up."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime


class Lease(SQLModel, table=True):
    """One task that only one process does at a time: `holder` has it until `until`, then whoever comes."""

    task: str = Column(primary_key=True)
    holder: str
    until: datetime = Column(sa_type=UtcDateTime)


class Allowance(SQLModel, table=True):
    """How many requests somebody (`mark`: a keyed digest of an account or a network) took up of what is
    allowed within the time that began at `window`, in seconds since 1970."""

    mark: str = Column(primary_key=True)
    window: int = Column(primary_key=True, sa_type=sa.BigInteger)
    taken: int
