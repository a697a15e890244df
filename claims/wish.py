"""A wish: somebody asked the desk to check something, and is told what came of it."""

from datetime import datetime

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime
from claims.reason import Language

LONGEST = 2_000
"""Code points of what is to be checked: a paragraph. A longer text is an article, which reviewers take in."""


class WishDraft(BaseModel):
    """What is to be checked, as it was typed, and a note for those who check."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    words: str = Field(min_length=1, max_length=LONGEST)
    language: Language | None = None
    note: str = Field(default="", max_length=1000)


class Wish(SQLModel, table=True):
    """That an account asked for a claim to be checked. `words` is the question as it was typed."""

    __table_args__ = (sa.UniqueConstraint("claim_id", "account_id"),)

    id: int | None = Column(default=None, primary_key=True)
    claim_id: int = Column(foreign_key="claim.id")
    account_id: int = Column(foreign_key="account.id", index=True)
    words: str
    made_at: datetime = Column(sa_type=UtcDateTime)
