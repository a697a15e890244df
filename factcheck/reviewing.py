"""The published verdicts that stand, as ClaimReview values: of one claim, and found by words.

`find_reviews` serves programs that ask in the manner of Google's Fact Check Tools API.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from sqlmodel import Session

from claims.claim import Claim
from claims.errors import NotFound
from claims.store import published
from factcheck.claimreview import Review
from factcheck.exports.claimreview import reviews
from factcheck.house import House
from factcheck.report import Scope, build
from factcheck.search import search

_ASKED = 120
"""Claims of the desk that are looked at for those published among them."""


@dataclass(frozen=True)
class Publisher:
    """The desk as readers know it; `address` is where its public pages are, without a slash at the end."""

    name: str
    address: str
    time_zone: str
    house: House | None = None

    @property
    def site(self) -> str:
        return site(self.address)


@dataclass(frozen=True)
class Wanted:
    """What is looked for. Without `query` it is everything, newest first; `language` is a BCP 47 code."""

    query: str = ""
    language: str = ""
    since: timedelta | None = None
    site: str = ""
    first: int = 0
    most: int = 10


@dataclass(frozen=True)
class FoundReviews:
    """A page of reviews; `next` is the place of the first one behind it, None where there is none."""

    reviews: tuple[Review, ...]
    next: int | None


def site(address: str) -> str:
    """The host's name without www, of an address with or without its scheme."""
    return (urlsplit(address if "//" in address else f"//{address}").hostname or "").removeprefix("www.")


def review_of(session: Session, claim_id: int, publisher: Publisher, at: datetime) -> Review:
    """The review of a claim. Raises NotFound where no published verdict on it stands."""
    found = published.find(session, claim_id)
    if found is None or not found[0].is_standing:
        raise NotFound("There is no published claim at this address.")
    return _review(session, found[0], publisher, at)


def find_reviews(
    session: Session, home: Path, wanted: Wanted, publisher: Publisher, at: datetime
) -> FoundReviews:
    """One page of reviews, best first, or newest first where no words are given. Raises InvalidInput for
    a query that cannot be asked, DeskBusy."""
    language = wanted.language.partition("-")[0].lower()
    if wanted.site and site(wanted.site) != publisher.site:
        return FoundReviews((), None)
    since = at - wanted.since if wanted.since is not None else None
    if wanted.query:
        asked = [found.claim.id for found in search(session, home, wanted.query, limit=_ASKED)]
        known = {claim.id: claim for claim in published.standing(session, language, since, ids=asked)}
        rows = [known[number] for number in asked if number in known]
    else:
        rows = published.standing(session, language, since, limit=wanted.first + wanted.most + 1)
    last = wanted.first + wanted.most
    return FoundReviews(
        tuple(_review(session, claim, publisher, at) for claim in rows[wanted.first : last]),
        last if len(rows) > last else None,
    )


def _without_article(review: Review, claim: Claim) -> Review:
    """An article without an address was perhaps never published: of it there is the claim alone."""
    spoken = claim.speaker_resolved or claim.speaker
    hidden = {"claimant": review.claimant if spoken else None, "claimed_on": None, "appearances": ()}
    return review.model_copy(update=hidden)


def _review(session: Session, claim: Claim, publisher: Publisher, at: datetime) -> Review:
    report = build(
        session,
        Scope(kind="claim", id=claim.id),
        language=claim.language,
        at=at,
        public=True,
        desk_name=publisher.name,
        time_zone=publisher.time_zone,
        address=publisher.address,
        house=publisher.house and publisher.house.told(claim.language),
    )
    [review] = reviews(report)
    return review if report.articles[0].url else _without_article(review, claim)
