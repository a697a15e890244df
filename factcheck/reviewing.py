"""The published verdicts that stand, as ClaimReview values: of one claim, and found by words.

`find_reviews` serves programs that ask in the manner of Google's Fact Check Tools API.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import Session

from claims.address import site
from claims.claim import Claim
from claims.errors import NotFound
from claims.imported import ImportedReview
from claims.store import imported, published
from factcheck.claimreview import Agent, Rating, Review
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

    @property
    def short_language(self) -> str:
        """Without its region."""
        return self.language.partition("-")[0].lower()


@dataclass(frozen=True)
class FoundReviews:
    """A page of reviews; `next` is the place of the first one behind it, None where there is none."""

    reviews: tuple[Review, ...]
    next: int | None


def review_of(session: Session, claim_id: int, publisher: Publisher, at: datetime) -> Review:
    """The review of a claim. Raises NotFound where no published verdict on it stands."""
    found = published.find(session, claim_id)
    if found is None or not found[0].is_standing:
        raise NotFound("There is no published claim at this address.")
    return _review(session, found[0], publisher, at)


def find_reviews(
    session: Session, home: Path, wanted: Wanted, publisher: Publisher, at: datetime
) -> FoundReviews:
    """One page of reviews, best first, or newest first where no words are given: the desk's and those that
    others published, each with its own publisher. Raises InvalidInput for a query that cannot be asked,
    DeskBusy."""
    since = at - wanted.since if wanted.since is not None else None
    last = wanted.first + wanted.most
    if wanted.query:
        rows = _asked(session, home, wanted, publisher, since)
    elif site(wanted.site) == publisher.site:
        rows = list(published.standing(session, wanted.short_language, since, limit=last + 1))
    else:
        rows = list(
            imported.newest(session, site(wanted.site), wanted.short_language, _day(since), limit=last + 1)
        )
    return FoundReviews(
        tuple(
            _review(session, row, publisher, at) if isinstance(row, Claim) else _review_of_others(row)
            for row in rows[wanted.first : last]
        ),
        last if len(rows) > last else None,
    )


def _asked(
    session: Session, home: Path, wanted: Wanted, publisher: Publisher, since: datetime | None
) -> list[Claim | ImportedReview]:
    """What answers the words, best first."""
    found = search(session, home, wanted.query, limit=_ASKED, others=True)
    asked = [each.claim.id for each in found]
    known: dict[int, Claim | ImportedReview] = {}
    if not wanted.site or site(wanted.site) == publisher.site:
        own = [number for number in asked if number > 0]
        known |= {
            claim.id or 0: claim
            for claim in published.standing(session, wanted.short_language, since, ids=own)
        }
    for number, row in imported.many(session, [-number for number in asked if number < 0]).items():
        if _is_wanted(row, wanted, _day(since)):
            known[-number] = row
    return [known[number] for number in asked if number in known]


def _is_wanted(row: ImportedReview, wanted: Wanted, since: str) -> bool:
    return (
        (not wanted.site or row.publisher_site == site(wanted.site))
        and wanted.short_language in ("", row.language)
        and (not since or (row.reviewed_on or "") >= since)
    )


def _day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment is not None else ""


def _review_of_others(row: ImportedReview) -> Review:
    return Review(
        url=row.url,
        title=row.title,
        claim=row.text,
        language=row.language,
        published=row.reviewed_on,
        author=Agent(kind="Organization", name=row.publisher, url=f"https://{row.publisher_site}"),
        claimant=Agent(name=row.claimant) if row.claimant else None,
        claimed_on=row.claimed_on,
        rating=Rating(name=row.rating),
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
        house=publisher.house.told(claim.language) if publisher.house else None,
    )
    [review] = reviews(report)
    return review if report.articles[0].url else _without_article(review, claim)
