"""What a machine proposed, and what a person answered. Stored apart from what the desk works on."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime, choice


class Answer(StrEnum):
    ACCEPTED = "accepted"
    EDITED = "edited"
    DISMISSED = "dismissed"


class Proposal(SQLModel, table=True):
    """A claim as the machine drafted it (a ClaimDraft as JSON), never changed."""

    id: int | None = Column(default=None, primary_key=True)
    claim_id: int = Column(foreign_key="claim.id", index=True)
    draft: dict[str, Any] = Column(sa_type=sa.JSON)
    proposed_at: datetime = Column(sa_type=UtcDateTime)


class Ruling(SQLModel, table=True):
    """A person's answer to a proposal."""

    id: int | None = Column(default=None, primary_key=True)
    proposal_id: int = Column(foreign_key="proposal.id", index=True)
    answer: Answer = Column(sa_type=choice(Answer))
    ruled_by: int = Column(foreign_key="account.id")
    ruled_at: datetime = Column(sa_type=UtcDateTime)
