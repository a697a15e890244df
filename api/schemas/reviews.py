"""Published verdicts in the shape of Google's Fact Check Tools API (v1alpha1, claims:search).

https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims/search
"""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from api.schemas.base import Entry, Text
from claims.address import site
from factcheck.claimreview import Review
from factcheck.reviewing import FoundReviews, Wanted
from factcheck.search import LONGEST

_Digits = Annotated[str, Field(pattern=r"^[0-9]{1,5}$")]


class ReviewSearch(Entry):
    """What is looked for: `query`, `reviewPublisherSiteFilter` with a publisher's site (this desk's, or that
    of others whose reviews it took in), or both."""

    query: Annotated[Text, Field(max_length=LONGEST)] = ""
    language: str = Field(default="", alias="languageCode", pattern=r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*)?$")
    site: Annotated[Text, Field(max_length=300)] = Field(default="", alias="reviewPublisherSiteFilter")
    max_age: _Digits | None = Field(default=None, alias="maxAgeDays", description="Days since the review.")
    page_size: str = Field(
        default="10", alias="pageSize", pattern="^([1-9]|[1-4][0-9]|50)$", description="1 to 50."
    )
    page_token: str = Field(
        default="0",
        alias="pageToken",
        pattern="^[0-9]{1,5}$",
        description="`nextPageToken` of the page before.",
    )

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.query.strip() or self.site):
            raise ValueError("give a query or reviewPublisherSiteFilter")
        return self

    @property
    def wanted(self) -> Wanted:
        return Wanted(
            query=self.query.strip(),
            language=self.language,
            since=timedelta(days=int(self.max_age)) if self.max_age else None,
            site=self.site,
            first=int(self.page_token),
            most=int(self.page_size),
        )


class _Said(BaseModel):
    """What is not known is left out."""

    model_config = ConfigDict(frozen=True, serialize_by_alias=True, validate_by_name=True)


def _optional(alias: str) -> str:
    """A text that is left out where it is empty."""
    found: str = Field(default="", alias=alias, exclude_if=lambda said: not said)
    return found


class ReviewPublisher(_Said):
    """Who reviewed."""

    name: str
    site: str


class ReviewRecord(_Said):
    """One review; `textualRating` is the verdict in the words of its publisher, this desk's in the claim's
    language."""

    publisher: ReviewPublisher
    url: str
    title: str
    review_date: str = _optional("reviewDate")
    textual_rating: str = Field(alias="textualRating")
    language: str = Field(alias="languageCode")


class ReviewedClaim(_Said):
    """One claim with its review."""

    text: str
    claimant: str = _optional("claimant")
    claim_date: str = _optional("claimDate")
    reviews: tuple[ReviewRecord, ...] = Field(alias="claimReview")


class ReviewedClaims(_Said):
    """One page; without `nextPageToken` it is the last."""

    claims: tuple[ReviewedClaim, ...]
    next_page_token: str = _optional("nextPageToken")


def reviewed_claims(found: FoundReviews) -> ReviewedClaims:
    """The page as it is sent."""
    return ReviewedClaims(
        claims=tuple(_reviewed(review) for review in found.reviews),
        next_page_token="" if found.next is None else str(found.next),
    )


def _reviewed(review: Review) -> ReviewedClaim:
    return ReviewedClaim(
        text=review.claim,
        claimant=review.claimant.name if review.claimant else "",
        claim_date=_day(review.claimed_on or ""),
        reviews=(
            ReviewRecord(
                publisher=ReviewPublisher(name=review.author.name, site=site(review.author.url or "")),
                url=review.url,
                title=review.title or review.claim,
                review_date=_time(review.modified or review.published or ""),
                textual_rating=review.rating.name,
                language=review.language or "",
            ),
        ),
    )


def _time(said: str) -> str:
    if len(said) <= 10:
        return _day(said)
    return datetime.fromisoformat(said).astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _day(said: str) -> str:
    """Midnight of a day; nothing for a date that is less precise."""
    return f"{date.fromisoformat(said)}T00:00:00Z" if len(said) == 10 else ""
