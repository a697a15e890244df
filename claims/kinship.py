"""Which claims say the same: what the desk found when an article came in, kept for its pages."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime


class Kinship(SQLModel, table=True):
    """That claim `claim_id` says what the older `other_id` says. `differences` are Reasons as JSON, none
    where it says the same. State and verdict are those of the claims and are not repeated here."""

    claim_id: int = Column(primary_key=True, foreign_key="claim.id")
    other_id: int = Column(primary_key=True, foreign_key="claim.id", index=True)
    score: float
    differences: list[dict[str, Any]] = Column(sa_type=sa.JSON)
    found_at: datetime = Column(sa_type=UtcDateTime)
