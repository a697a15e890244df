"""A review that somebody else published, taken in from a ClaimReview feed."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime, choice
from claims.reason import Language
from claims.verdict import Verdict


class ImportedReview(SQLModel, table=True):
    """One claim with the verdict of others.

    `key` is what makes two entries of feeds the same review; `digest` the SHA-256 of all that it says, so
    that a feed read again changes only what changed. `rating` is their verdict in their words, `verdict`
    the desk's own word for it where there is one. Days are as the feed has them (ISO 8601), `feed` is where
    it was read.
    """

    __tablename__ = "imported_review"

    id: int | None = Column(default=None, primary_key=True)
    key: str = Column(unique=True)
    digest: str
    feed: str
    url: str
    title: str
    publisher: str
    publisher_site: str = Column(index=True)
    text: str
    language: Language = Column(sa_type=sa.Text)
    claimant: str
    claimed_on: str | None = None
    reviewed_on: str | None = None
    rating: str
    rating_value: float | None = None
    rating_worst: float | None = None
    rating_best: float | None = None
    verdict: Verdict | None = Column(default=None, sa_type=choice(Verdict))
    appearances: list[str] = Column(sa_type=sa.JSON)
    imported_by: int = Column(foreign_key="account.id")
    imported_at: datetime = Column(sa_type=UtcDateTime)
