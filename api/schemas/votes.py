"""Blind double review: where two people decide, their votes, and how far they agree."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from api.schemas.base import Entry, Id, Person, QueryId, Record, Text
from claims.verdict import Verdict


class NewBlindReview(Entry):
    """The article whose claims are decided by two people, or the tag."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"article_id": 1}, {"tag": "budget 2027"}]})

    article_id: Id | None = None
    tag: Annotated[Text, Field(max_length=200)] = ""

    @model_validator(mode="after")
    def _of_one_thing(self) -> Self:
        if (self.article_id is None) == (not self.tag.strip()):
            raise ValueError("name an article or a tag, one of the two")
        return self


class BlindReviewRecord(Record):
    """A blind review; `ended_at` is null while it runs. A tag stands in the form that all its spellings
    share."""

    id: int
    article_id: int | None
    tag: str | None
    begun_by: Person
    begun_at: datetime
    ended_by: Person | None
    ended_at: datetime | None


class BlindReviews(Record):
    """The blind reviews that run, oldest first."""

    items: tuple[BlindReviewRecord, ...]


class BlindReviewPath(Entry):
    """Which blind review."""

    review_id: QueryId


class VoteRecord(Record):
    """A vote. `decision` is the decision that came of it, `void_at` when it ceased to count; it waits
    while both are null."""

    id: int
    verdict: Verdict
    rationale: str
    evidence_ids: tuple[int, ...]
    by: Person
    cast_at: datetime
    void_at: datetime | None
    decision: int | None


class Votes(Record):
    """`blind` says whether two people decide on the claim. `items` are the votes that the caller may know
    of: its own, those behind decisions, and two that differ where it may decide between them.
    `waiting` counts those that wait, for editors, and for all who check when two differ; 0 for others."""

    blind: bool
    waiting: int
    items: tuple[VoteRecord, ...]


class Figure(Record):
    """A figure over so many decisions. `value` is null where it is not defined; `why` says why then."""

    value: float | None
    items: int
    why: str | None


class AgreementRecord(Record):
    """What is measured of some votes: the share of decisions with the same verdict (0 to 1), Cohen's
    kappa, null where more than two people voted, and Krippendorff's alpha at both levels (at most 1)."""

    observed: Figure
    kappa: Figure | None
    alpha: Figure
    alpha_ordinal: Figure


class PairAgreement(AgreementRecord):
    """What is measured of two people."""

    first: Person
    second: Person


class ArticleAgreement(AgreementRecord):
    """What is measured of one article's claims."""

    article_id: int


class MonthAgreement(AgreementRecord):
    """What is measured of a month, `2026-11`."""

    month: str


class DeskAgreement(Record):
    """How far people agree who voted without seeing each other's votes. `few`: below so many decisions a
    figure says little."""

    few: int
    everybody: AgreementRecord
    pairs: tuple[PairAgreement, ...]
    articles: tuple[ArticleAgreement, ...]
    months: tuple[MonthAgreement, ...]
