"""What a claim's page tells of those that say the same: merged ones, and ones to merge it into."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from claims.article import Article
from claims.claim import Claim
from claims.store import articles, claims, sources
from factcheck.review import is_mergeable


@dataclass(frozen=True)
class Other:
    """A claim for which the one on the page stands; `evidence` counts what was cited for it before."""

    claim: Claim
    article: Article
    evidence: int


@dataclass(frozen=True)
class Merged:
    """`into` is the claim that stands for the one on the page; `targets` are versions, by number, of those
    among its look-alikes that it can be merged into."""

    into: Claim | None
    others: list[Other]
    targets: dict[int, int]


def merged(session: Session, claim: Claim, alike: Iterable[int]) -> Merged:
    """`alike` are the numbers of the claims that say the same, or nearly."""
    found = claims.merged(session, claim.id or 0)
    within = articles.many(session, {other.article_id for other in found})
    cited = [
        evidence.claim_id
        for evidence, source in sources.cited(session, [o.id or 0 for o in found])
        if not source.confidential
    ]
    return Merged(
        into=claims.get(session, claim.merged_into) if claim.merged_into else None,
        others=[Other(other, within[other.article_id], cited.count(other.id or 0)) for other in found],
        targets=_targets(session, alike) if is_mergeable(claim) and not found else {},
    )


def _targets(session: Session, alike: Iterable[int]) -> dict[int, int]:
    rows = claims.many(session, alike)
    return {number: row.version for number, row in rows.items() if is_mergeable(row)}
