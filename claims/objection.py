"""What a reader outside said against a published verdict, through the public form."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime

READER_FORM = "reader-form"
"""The account that challenges for readers outside; nobody logs in with it."""


class ObjectionDraft(BaseModel):
    """The words become the reason of the challenge; the contact is for those who check."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    words: str = Field(min_length=1, max_length=4000)
    contact: str = Field(default="", max_length=300)


class Objection(SQLModel, table=True):
    """How the reader behind a challenge can be reached. It is no part of the log and can be emptied."""

    id: int | None = Column(default=None, primary_key=True)
    claim_id: int = Column(foreign_key="claim.id", index=True)
    event_seq: int
    contact: str
    made_at: datetime = Column(sa_type=UtcDateTime)
