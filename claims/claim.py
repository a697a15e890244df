"""A claim: one proposition that can be checked on its own, anchored to its exact words."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.assignment import Priority
from claims.columns import Ranked, UtcDateTime, choice
from claims.draft import RULES, ClaimDraft, Extraction, Kind, Modality, SentenceDraft, Slots
from claims.reason import Language
from claims.selector import Selector
from claims.verdict import Verdict
from claims.workflow import State

__all__ = [
    "RULES",
    "Claim",
    "ClaimDraft",
    "Extraction",
    "Kind",
    "Modality",
    "Origin",
    "SentenceDraft",
    "Slots",
]


class Origin(StrEnum):
    """Who put the claim forward."""

    MACHINE = "machine"
    PERSON = "person"


class Claim(SQLModel, table=True):
    """The claim as the desk works on it.

    `state` is changed by `factcheck.review` alone. `decision_id` is the decision under way or
    standing, `public_decision_id` the one that readers see; while a correction is under way the two
    differ. `version` grows with every change and guards against lost updates.

    `merged_into` is the claim that says the same and stands for this one. After the article was read
    again, `candidates` are the places of its newest version among which a person has to choose, and
    `edited_from` is how the claim's sentence read before its author changed it.
    """

    __table_args__ = (
        sa.Index("ix_claim_worth", "state", "priority", "worth", "id"),
        sa.Index("ix_claim_whose", "assignee_id", "state", "priority", "worth", "id"),
        sa.Index(
            "ix_claim_due",
            "state",
            "due",
            sa.text("priority DESC"),
            sa.text("worth DESC"),
            sa.text("id DESC"),
        ),
        sa.Index("ix_claim_tally", "state", "assignee_id", "lapsed", "due"),
        sa.Index(
            "ix_claim_lapsed",
            "state",
            "priority",
            "worth",
            "id",
            sqlite_where=sa.text("lapsed = 1"),
            postgresql_where=sa.text("lapsed"),
        ),
        sa.Index(
            "ix_claim_merged",
            "merged_into",
            sqlite_where=sa.text("merged_into IS NOT NULL"),
            postgresql_where=sa.text("merged_into IS NOT NULL"),
        ),
        sa.CheckConstraint('"end" > start', name="ck_claim_span"),
        sa.CheckConstraint("priority BETWEEN 0 AND 2", name="priority"),
    )

    id: int | None = Column(default=None, primary_key=True)
    article_id: int = Column(foreign_key="article.id", index=True)
    article_version: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    also_at: list[dict[str, int]] = Column(sa_type=sa.JSON)
    text: str
    language: Language = Column(sa_type=sa.Text)
    unresolved: list[str] = Column(sa_type=sa.JSON)
    proposers: list[str] = Column(sa_type=sa.JSON)
    kind: Kind = Column(sa_type=choice(Kind))
    modality: Modality = Column(sa_type=choice(Modality))
    quantities: list[dict[str, Any]] = Column(sa_type=sa.JSON)
    times: list[dict[str, Any]] = Column(sa_type=sa.JSON)
    speaker: str | None = None
    speaker_resolved: str | None = None
    speaker_unresolved: bool = False
    names: list[str] = Column(sa_type=sa.JSON)
    worth: float
    reasons: list[dict[str, Any]] = Column(sa_type=sa.JSON)
    origin: Origin = Column(sa_type=choice(Origin))
    state: State = Column(sa_type=choice(State))
    lapsed: bool = False
    vanished: bool = False
    merged_into: int | None = None
    candidates: list[dict[str, int]] = Column(default_factory=list, sa_type=sa.JSON)
    edited_from: str | None = None
    verdict: Verdict | None = Column(default=None, sa_type=choice(Verdict))
    assignee_id: int | None = Column(default=None, foreign_key="account.id")
    due: datetime | None = Column(default=None, sa_type=UtcDateTime)
    priority: Priority = Column(default=Priority.NORMAL, sa_type=Ranked(Priority))
    decision_id: int | None = None
    public_decision_id: int | None = None
    created_at: datetime = Column(sa_type=UtcDateTime)
    updated_at: datetime = Column(sa_type=UtcDateTime)
    version: int = 1

    @property
    def is_bound(self) -> bool:
        """Whether its words stand where it says in the article's newest text: they did not vanish, and
        nobody has to choose among several places."""
        return not self.vanished and not self.candidates

    @property
    def is_public(self) -> bool:
        """Whether a verdict on it was ever published."""
        return self.public_decision_id is not None

    @property
    def is_standing(self) -> bool:
        """Whether a published verdict stands."""
        return self.is_public and self.verdict is not None

    @property
    def selector(self) -> Selector:
        return Selector(
            start=self.start, end=self.end, exact=self.exact, prefix=self.prefix, suffix=self.suffix
        )
