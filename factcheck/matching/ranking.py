"""The index' candidates in the order of how well they answer: `rank(index, query, hits, claims)`."""

import math
from collections.abc import Iterable, Mapping

from factcheck.matching.index import ClaimIndex, Hit
from factcheck.matching.relation import Candidate, Match, Relation, relate
from factcheck.matching.terms import Analysis

CANDIDATES = 40
"""Claims that the index proposes for each question; more cost time and found nothing more."""

_NEARLY_AS_GOOD = 0.1
"""How far below the best claim's score another one that says the same may lie."""


def rank(
    index: ClaimIndex, query: Analysis, hits: Iterable[Hit], claims: Mapping[int, Analysis]
) -> list[tuple[int, Match]]:
    """Ids and matches, best first; hits that are not among the claims are left out."""
    weights = weigh(index, [query, *claims.values()])
    matches = {
        hit.claim_id: relate(
            query, Candidate(claims[hit.claim_id], hit.around, hit.topics, hit.score), weights
        )
        for hit in hits
        if hit.claim_id in claims
    }
    best = max((match.score for match in matches.values()), default=0.0)
    ordered = sorted(matches, key=lambda number: (-matches[number].score, number))
    return [(number, _beside(matches[number], best)) for number in ordered]


def _beside(match: Match, best: float) -> Match:
    """Several claims of one article may look the same as a query: only those that answer it nearly as
    well as the best one are."""
    if match.relation is Relation.SAME and match.score < best - _NEARLY_AS_GOOD:
        return match.model_copy(update={"relation": Relation.RELATED})
    return match


def weigh(index: ClaimIndex, texts: Iterable[Analysis]) -> dict[str, float]:
    """How much each word says: the logarithm of how rare it is (inverse document frequency)."""
    terms = {term.key: term for side in texts for term in side.terms}
    names = {f"w:{key}" for key in terms}
    names |= {f"c:{number}" for term in terms.values() for number in term.concepts}
    total, counts = index.frequencies(names)
    found = {}
    for key, term in terms.items():
        seen = max([counts[f"w:{key}"], *(counts[f"c:{number}"] for number in term.concepts)])
        found[key] = math.log1p((total - seen + 0.5) / (seen + 0.5)) if seen < total else 0.1
    return found
