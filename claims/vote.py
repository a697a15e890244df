"""Blind double review: two people decide on a claim without seeing each other's vote."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime, choice
from claims.verdict import Verdict


class BlindReview(SQLModel, table=True):
    """That the claims of an article, or those with a tag, take two votes, from `begun_at` to `ended_at`."""

    __tablename__ = "blind_review"
    __table_args__ = (sa.CheckConstraint("(article_id IS NULL) <> (tag_key IS NULL)", name="of_one_thing"),)

    id: int | None = Column(default=None, primary_key=True)
    article_id: int | None = Column(default=None, foreign_key="article.id", index=True)
    tag_key: str | None = Column(default=None, index=True)
    begun_by: int = Column(foreign_key="account.id")
    begun_at: datetime = Column(sa_type=UtcDateTime)
    ended_by: int | None = Column(default=None, foreign_key="account.id")
    ended_at: datetime | None = Column(default=None, sa_type=UtcDateTime)


class Vote(SQLModel, table=True):
    """What one of the two says. It is never changed: `decision_id` is the decision that came of it,
    `void_at` when the words or the evidence it was cast on had changed, or it was taken back. A vote with
    neither is one that still waits."""

    __table_args__ = (
        sa.Index(
            "ix_vote_waiting",
            "claim_id",
            "account_id",
            unique=True,
            sqlite_where=sa.text("decision_id IS NULL AND void_at IS NULL"),
            postgresql_where=sa.text("decision_id IS NULL AND void_at IS NULL"),
        ),
    )

    id: int | None = Column(default=None, primary_key=True)
    claim_id: int = Column(foreign_key="claim.id", index=True)
    account_id: int = Column(foreign_key="account.id", index=True)
    verdict: Verdict = Column(sa_type=choice(Verdict))
    rationale: str
    evidence_ids: list[int] = Column(sa_type=sa.JSON)
    claim_text: str
    claim_words: dict[str, Any] = Column(sa_type=sa.JSON)
    cast_at: datetime = Column(sa_type=UtcDateTime)
    void_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    decision_id: int | None = Column(default=None, foreign_key="decision.id")
