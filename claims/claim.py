"""A claim: one proposition that can be checked on its own, anchored to its exact words."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Self

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field, model_validator
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.assignment import Priority
from claims.columns import Ranked, UtcDateTime, choice
from claims.quantity import Quantity
from claims.reason import Language, Reason
from claims.selector import Place, Selector
from claims.time import TimeExpression
from claims.verdict import Verdict
from claims.workflow import State


class Kind(StrEnum):
    """What the claim's point is, which says how it is checked."""

    QUANTITY = "quantity"
    COMPARISON = "comparison"
    CHANGE = "change"
    EVENT = "event"
    ROLE = "role"
    QUOTE = "quote"
    CAUSE = "cause"
    OTHER = "other"


class Modality(StrEnum):
    """How the article holds the claim: as its own assertion, as somebody's statement, as what
    somebody intends or forecasts, or as what is said not to be so."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PLANNED = "planned"
    PREDICTED = "predicted"
    DENIED = "denied"


class Slots(BaseModel):
    """What a claim states in comparable form. Offsets are those of the article's text.

    `speaker` is the name as the sentence has it, `speaker_resolved` the full name where the article
    gives it; `speaker_unresolved` says that it is attributed to somebody whom the article does not
    plainly name.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind = Kind.OTHER
    modality: Modality = Modality.ASSERTED
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    speaker: str | None = None
    speaker_resolved: str | None = None
    speaker_unresolved: bool = False
    names: tuple[str, ...] = ()


RULES = "rules"
"""The proposer that needs no model: the grammar of `factcheck.extraction`."""


class ClaimDraft(Selector, Slots):
    """A proposal, or what a person entered: a claim before it has a row.

    `unresolved` are the words of `text` that stand for somebody or something the article does not
    plainly name. `proposers` are who put it forward: `rules`, a language model by its name; nobody
    where a person did.
    """

    text: str = Field(min_length=1)
    unresolved: tuple[str, ...] = ()
    proposers: tuple[str, ...] = (RULES,)
    worth: float = Field(default=0.5, ge=0, le=1)
    reasons: tuple[Reason, ...] = ()
    also_at: tuple[Place, ...] = ()


class SentenceDraft(Place):
    """What became of one sentence: `claims` are indexes into the extraction's claims, and where
    there are none `why_none` says why."""

    claims: tuple[int, ...] = ()
    why_none: Reason | None = None

    @model_validator(mode="after")
    def _answered(self) -> Self:
        if bool(self.claims) == (self.why_none is not None):
            raise ValueError("a sentence has claims, or a reason why not")
        return self


class Extraction(BaseModel):
    """All that was found in one text, in the order of the text."""

    model_config = ConfigDict(frozen=True)

    language: Language
    claims: tuple[ClaimDraft, ...]
    sentences: tuple[SentenceDraft, ...]


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
