"""Ranks of a claim held against those of a statement: `compare_ranks(claim, said)`."""

from claims.reason import Reason
from factcheck.evidence.assessment import Result, Slot, SlotName
from factcheck.evidence.ranks import Rank
from factcheck.evidence.statements import Statement


def compare_ranks(claim: Statement, said: Statement) -> list[Slot]:
    """A slot for each rank of the claim."""
    return [_compare(rank, said) for rank in claim.ranks]


def _compare(rank: Rank, said: Statement) -> Slot:
    others = [other for other in said.ranks if _same_quality(rank, other)]
    for other in others:
        if (other.place, other.shared) == (rank.place, rank.shared):
            return _slot(rank, other, Result.CONSISTENT, "rank_agrees")
    if not others:
        return _slot(rank, None, Result.NOT_COMPARABLE, "no_rank")
    if rank.shared or others[0].shared:
        return _slot(rank, others[0], Result.NOT_COMPARABLE, "rank_open")
    return _slot(rank, others[0], Result.CONTRADICTED, "rank_differs")


def _same_quality(one: Rank, other: Rank) -> bool:
    if one.quality is None or other.quality is None:
        return one.quality is other.quality
    return one.quality == other.quality or bool(one.concepts & other.concepts)


def _slot(rank: Rank, other: Rank | None, result: Result, code: str) -> Slot:
    values = {"claim": rank.exact} if other is None else {"claim": rank.exact, "passage": other.exact}
    return Slot(
        slot=SlotName.RANK,
        claim=rank.exact,
        passage=other.exact if other else None,
        result=result,
        reason=Reason(code=code, values=values),
    )
