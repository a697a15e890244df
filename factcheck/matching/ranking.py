"""The index' candidates in the order of how well they answer: `rank(index, query, hits, claims)`."""

from collections.abc import Container, Iterable, Mapping

from factcheck.matching.documents import wanted
from factcheck.matching.index import ClaimIndex, Hit, rarity
from factcheck.matching.relation import Candidate, Match, Relation, relate
from factcheck.matching.terms import Analysis
from factcheck.matching.weighing import seek, weigh_claim

CANDIDATES = 24
"""Claims that the index proposes for each question; more cost time and found nothing more."""

_NEARLY_AS_GOOD = 0.1
"""How far below the best claim's score another one that says the same may lie."""


def rank(
    index: ClaimIndex,
    query: Analysis,
    hits: Iterable[Hit],
    claims: Mapping[int, Analysis],
    beside: Container[int] = (),
) -> list[tuple[int, Match]]:
    """Ids and matches, best first; hits that are not among the claims are left out. `beside` are those of the
    article that the query is from."""
    weights = weigh(index, [query, *claims.values()])
    matches = {
        hit.claim_id: relate(
            query,
            Candidate(claims[hit.claim_id], hit.around, hit.topics, hit.score, hit.claim_id in beside),
            weights,
        )
        for hit in _weigh_anew(index, query, [hit for hit in hits if hit.claim_id in claims], claims)
    }
    best = max((match.score for match in matches.values()), default=0.0)
    ordered = sorted(matches, key=lambda number: (-matches[number].score, number))
    return [(number, _beside(matches[number], best)) for number in ordered]


def _weigh_anew(
    index: ClaimIndex, query: Analysis, hits: list[Hit], claims: Mapping[int, Analysis]
) -> list[Hit]:
    """The hits with the share of the best one's score, where each thing asked for counts once."""
    asked = wanted(query)
    total, counts = index.frequencies(name for each in asked for name, _ in each.alternatives)
    sought = seek(
        asked, {name: rarity(total, counts[name]) for each in asked for name, _ in each.alternatives}
    )
    found = [weigh_claim(sought, claims[hit.claim_id], hit.around, hit.topics) for hit in hits]
    best = max(found, default=0.0) or 1.0
    return [hit._replace(score=score / best) for hit, score in zip(hits, found, strict=True)]


def _beside(match: Match, best: float) -> Match:
    """Several claims of one article may look the same as a query: only those that answer it nearly as
    well as the best one are."""
    if match.relation is Relation.SAME and match.score < best - _NEARLY_AS_GOOD:
        return match._replace(relation=Relation.RELATED)
    return match


def weigh(index: ClaimIndex, texts: Iterable[Analysis]) -> dict[str, float]:
    """How much each word says, by how rare it is."""
    terms = {term.key: term.concepts for side in texts for term in side.terms}
    names = {key: [f"w:{key}", *(f"c:{number}" for number in concepts)] for key, concepts in terms.items()}
    total, counts = index.frequencies(name for several in names.values() for name in several)
    return {key: rarity(total, max([counts[name] for name in several])) for key, several in names.items()}
