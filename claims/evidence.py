"""Evidence: a verbatim quote from a snapshot and how it stands to the claim."""

from datetime import datetime

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime, choice
from claims.verdict import Stance


class EvidenceDraft(BaseModel):
    """`start` says which occurrence of the quote is meant where there is more than one."""

    model_config = ConfigDict(frozen=True)

    snapshot_id: int
    quote: str = Field(min_length=1, max_length=5000)
    stance: Stance
    note: str = Field(default="", max_length=5000)
    start: int | None = Field(default=None, ge=0)


class Evidence(SQLModel, table=True):
    """A quote at its place in a snapshot. Set aside (`retracted_at`) it stays readable, since an
    earlier decision may rest on it.

    `transcribed` says that a person wrote the words down from a picture or a recording. `gone_at` is when
    the live page was first seen without the words; the snapshot stands."""

    __table_args__ = (sa.CheckConstraint('"end" > start', name="ck_evidence_span"),)

    id: int | None = Column(default=None, primary_key=True)
    claim_id: int = Column(foreign_key="claim.id", index=True)
    snapshot_id: int = Column(foreign_key="snapshot.id", index=True)
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    stance: Stance = Column(sa_type=choice(Stance))
    note: str
    added_by: int = Column(foreign_key="account.id")
    added_at: datetime = Column(sa_type=UtcDateTime)
    retracted_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    transcribed: bool = False
    gone_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
