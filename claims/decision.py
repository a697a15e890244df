"""A decision: verdict, rationale, the evidence it rests on, and the people who stand for it."""

import json
from datetime import date, datetime
from typing import Annotated, Any

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime, choice
from claims.verdict import Point, Verdict


class DecisionDraft(BaseModel):
    """What a reviewer submits; `checklist` says why a point may stay open, `recheck_on` from which day of the
    desk's calendar on it is to be checked again."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    verdict: Verdict
    rationale: str = Field(min_length=1, max_length=10_000)
    checklist: dict[Point, Annotated[str, Field(min_length=1, max_length=1000)]] = Field(default_factory=dict)
    recheck_on: date | None = None


class Decision(SQLModel, table=True):
    """One submission. Approving and publishing add who and when; nothing else ever changes in it.

    `evidence_ids`, `claim_text` and `claim_words` (selector and slots) are what stood when it was
    submitted. `checklist` is why a point of the checklist may stay open, by point. `correction_reason` is
    set, and public, where the decision corrects one that was published (`corrects`). `adopts` is the decision
    on another claim that this one takes over. From `recheck_on` on, a day of the desk's calendar, the verdict
    is due to be looked at again.
    """

    __table_args__ = (
        sa.Index(
            "ix_decision_published",
            "published_at",
            "id",
            sqlite_where=sa.text("published_at IS NOT NULL"),
            postgresql_where=sa.text("published_at IS NOT NULL"),
        ),
    )

    id: int | None = Column(default=None, primary_key=True)
    claim_id: int = Column(foreign_key="claim.id", index=True)
    verdict: Verdict = Column(sa_type=choice(Verdict))
    rationale: str
    evidence_ids: list[int] = Column(sa_type=sa.JSON)
    claim_text: str
    claim_words: dict[str, Any] = Column(sa_type=sa.JSON)
    checklist: dict[str, str] = Column(default_factory=dict, sa_type=sa.JSON)
    corrects: int | None = Column(default=None, foreign_key="decision.id")
    correction_reason: str = ""
    adopts: int | None = Column(default=None, foreign_key="decision.id", index=True)
    recheck_on: date | None = Column(default=None, sa_type=sa.Date)
    submitted_by: int = Column(foreign_key="account.id")
    submitted_at: datetime = Column(sa_type=UtcDateTime, index=True)
    approved_by: int | None = Column(default=None, foreign_key="account.id")
    approved_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    published_by: int | None = Column(default=None, foreign_key="account.id")
    published_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Column(default=None, sa_type=UtcDateTime)

    @property
    def checklist_words(self) -> str:
        """The reasons of the checklist as one text, the same for the same reasons: what the log seals."""
        return checklist_words(self.checklist)


def checklist_words(checklist: dict[str, str]) -> str:
    """See `Decision.checklist_words`."""
    return json.dumps(checklist, sort_keys=True, ensure_ascii=False) if checklist else ""
