"""Whether the passage says that what the claim says happened, or the opposite: `compare_happening`.

A denial, an opposite word and "against" instead of "for" each turn a statement round; two turns say the
same: "did not grant" and "rejected".
"""

from typing import NamedTuple

from claims.claim import Modality
from claims.reason import Reason
from factcheck.evidence.assessment import Result, Slot, SlotName
from factcheck.evidence.matter import Matter
from factcheck.evidence.statements import Statement


class Happening(NamedTuple):
    """The slot, if there is one, and the noun that one side says there is none of."""

    slots: tuple[Slot, ...]
    none_of: bool = False


def compare_happening(claim: Statement, said: Statement, matter: Matter) -> Happening:
    """Whether both say that it happened."""
    ours, theirs = _denies(claim, said), _denies(said, claim)
    if matter.opposed is not None:
        # "dementierte" against "confirmed" is one turn, not a denial and an opposite
        ours, theirs = ours and bool(claim.analysis.negations), theirs and bool(said.analysis.negations)
    turns = [ours != theirs, matter.opposed is not None, _takes_other_side(claim, said)]
    turned = sum(turns) % 2 == 1
    trends = claim.cues.trend, said.cues.trend
    if not any(turns) and None not in trends:
        turned = trends[0] is not trends[1]
        code = "other_trend" if turned else "same_trend"
        return Happening(
            (_slot(SlotName.DIRECTION, code, claim.cues.trend_words, said.cues.trend_words, turned=turned),)
        )
    if turns[1] or turns[2]:
        words = (
            tuple(term.form for term in matter.opposed)
            if matter.opposed
            else (claim.cues.side_words, said.cues.side_words)
        )
        code = "opposite" if turned else "same_by_denial"
        return Happening((_slot(SlotName.DIRECTION, code, words[0], words[1], turned=turned),))
    if ours or theirs:
        code = f"denied_{'passage' if theirs else 'claim'}" if turned else "both_deny"
        slot = _slot(SlotName.NEGATION, code, claim.analysis.text, said.analysis.text, turned=turned)
        return Happening(
            (slot,), none_of=turned and _is_none_of(claim if ours else said, said if ours else claim)
        )
    return Happening(tuple(_same_event(claim, said, matter)))


def _denies(side: Statement, other: Statement) -> bool:
    """By a negation, or by a word of lack where the other side has a negation instead."""
    if side.modality is Modality.DENIED:
        return True
    return other.modality is Modality.DENIED and side.cues.lacks and not other.cues.lacks


def _is_none_of(denying: Statement, other: Statement) -> bool:
    """Whether one side says there is none of what the other side tells of."""
    if other.cues.lacks:
        return False
    there, words = other.analysis, denying.analysis.terms
    return any(
        words[at].key in there.places
        or any(number in there.concept_places for number in words[at].concepts)
        or any(denying.kin[at] & groups for groups in other.kin)
        or any(part in there.places or part in there.part_places for part in words[at].parts)
        for at in denying.cues.none_of
    )


def _takes_other_side(claim: Statement, said: Statement) -> bool:
    sides = (claim.cues.against, said.cues.against)
    return None not in sides and sides[0] != sides[1]


def _same_event(claim: Statement, said: Statement, matter: Matter) -> list[Slot]:
    """The verb that both have: what happened in the claim happened in the passage."""
    for term, kin in zip(claim.analysis.terms, claim.kin, strict=True):
        if term.verb and term not in matter.unanswered:
            theirs = (
                other.form
                for other, others_kin in zip(said.analysis.terms, said.kin, strict=True)
                if other.key == term.key or {*other.concepts} & {*term.concepts} or kin & others_kin
            )
            words = next(theirs, term.form)
            return [_slot(SlotName.DIRECTION, "same_event", term.form, words, turned=False)]
    return []


def _slot(name: SlotName, code: str, claim: str, passage: str, *, turned: bool) -> Slot:
    return Slot(
        slot=name,
        claim=claim,
        passage=passage,
        result=Result.CONTRADICTED if turned else Result.CONSISTENT,
        reason=Reason(code=code, values={"claim": claim, "passage": passage}),
    )
