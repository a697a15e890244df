"""ClaimReview JSON-LD: a schema.org DataFeed of the verdicts that were published and stand.

Numbers are given for the verdicts that have an order, from 1 (refuted) to 4 (supported); others have their
name alone. Each review's address is its page on the desk, which stays whatever is corrected.
"""

import json
from typing import Any

from claims.errors import InvalidInput
from claims.verdict import Verdict
from factcheck.claimreview import CONTEXT, Agent, Appearance, Rating, Review
from factcheck.claimreview import write as write_review
from factcheck.exports.wording import word
from factcheck.exports.works import names, one_line
from factcheck.report import Report, ReportedArticle, ReportedClaim, ReportedDecision

_RANKS = [verdict.rank for verdict in Verdict if verdict.rank is not None]


def write(report: Report) -> bytes:
    """Raises InvalidInput where the report does not know the desk's public address."""
    feed = {
        "@context": CONTEXT,
        "@type": "DataFeed",
        "name": report.desk_name,
        "dateModified": report.generated_at.isoformat(timespec="seconds"),
        "dataFeedElement": [_element(review) for review in reviews(report)],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=2) + "\n").encode()


def reviews(report: Report) -> list[Review]:
    """The published verdicts that stand, as reviews. Raises as `write`."""
    if not report.address:
        raise InvalidInput(
            "A ClaimReview needs the address of the desk's public pages: set FACTCHECK_PUBLIC_URL."
        )
    articles = {article.id: article for article in report.articles}
    standing = [(claim, _standing(claim)) for claim in report.claims]
    return [
        _review(report, articles[claim.article_id], claim, decision)
        for claim, decision in standing
        if decision
    ]


def _standing(claim: ReportedClaim) -> ReportedDecision | None:
    """The published decision that stands; an internal report may show a correction under way before it."""
    made = [decision for decision in (claim.decision, *claim.earlier) if decision is not None]
    return next((found for found in made if found.published is not None and found.ended_at is None), None)


def _element(review: Review) -> dict[str, Any]:
    return {
        "@type": "DataFeedItem",
        "url": review.url,
        "dateCreated": review.published,
        "dateModified": review.modified or review.published,
        "item": [write_review(review)],
    }


def _review(
    report: Report, article: ReportedArticle, claim: ReportedClaim, decision: ReportedDecision
) -> Review:
    published = [made.published.at for made in (*claim.earlier, decision) if made.published is not None]
    first, last = min(published), max(published)
    return Review(
        url=f"{report.address}/c/{claim.id}",
        claim=decision.claim_text,
        language=report.language,
        published=first.isoformat(timespec="seconds"),
        modified=last.isoformat(timespec="seconds") if last != first else None,
        author=Agent(kind="Organization", name=report.desk_name, url=report.address),
        claimant=_claimant(article, claim),
        claimed_on=article.published,
        appearances=(
            Appearance(
                url=article.url,
                title=one_line(article.title),
                publisher=one_line(article.publisher),
                published=article.published,
            ),
        ),
        rating=_rating(report, decision),
    )


def _claimant(article: ReportedArticle, claim: ReportedClaim) -> Agent | None:
    """Who is said to have said it, else who wrote or published the article."""
    speaker = claim.speaker_resolved or claim.speaker
    if speaker:
        return Agent(name=one_line(speaker))
    author = next(iter(names(article.author)), None)
    if author is not None:
        return Agent(name=f"{author.given} {author.family}".strip())
    publisher = one_line(article.publisher)
    return Agent(kind="Organization", name=publisher) if publisher else None


def _rating(report: Report, decision: ReportedDecision) -> Rating:
    rank = decision.verdict.rank
    return Rating(
        name=word(decision.verdict, report),
        value=rank,
        best=max(_RANKS) if rank is not None else None,
        worst=min(_RANKS) if rank is not None else None,
        explanation=decision.rationale,
    )
