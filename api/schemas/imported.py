"""Reviews that others published, as they were taken in."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.schemas.base import Entry, Page, Paging, Record, Text
from claims.reason import Language
from claims.verdict import Verdict


class ImportedRecord(Record):
    """One review of others. `rating` is theirs, `verdict` the desk's word for it, null where it has none;
    days are ISO 8601. `claim_id` is the number by which answers to `/check` name it, `feed` where it was
    read."""

    claim_id: int
    text: str
    language: Language
    claimant: str
    claimed_on: str | None
    publisher: str
    site: str
    url: str
    title: str
    reviewed_on: str | None
    rating: str
    rating_value: float | None
    rating_worst: float | None
    rating_best: float | None
    verdict: Verdict | None
    appearances: tuple[str, ...]
    feed: str
    imported_at: datetime


class ImportedPage(Page[ImportedRecord]):
    """One page of reviews of others, in the order in which they came."""


class ImportedQuery(Paging, Entry):
    """Which reviews of others are wanted."""

    publisher: Annotated[Text, Field(max_length=300)] = Field(
        default="", description="The site of a publisher: its host's name."
    )
