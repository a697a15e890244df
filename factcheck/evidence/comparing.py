"""A claim held against a passage, slot by slot: `assess(claim, passage, languages) -> Assessment`.

The outcome is a proposal, never a verdict. Words that both have never support anything: what supports is
a slot that agrees in a statement of the same matter, and what contradicts is a slot that excludes it.
"""

from datetime import date
from typing import NamedTuple

from claims.claim import Modality
from claims.reason import Language, Reason
from factcheck.evidence.assessment import Assessment, Consistency, Result, Slot, SlotName
from factcheck.evidence.deciding import Compared, decide
from factcheck.evidence.happening import compare_happening
from factcheck.evidence.holders import find_rival, other_role
from factcheck.evidence.matter import Matter, find_matter
from factcheck.evidence.naming import Naming, compare_naming, name_slots
from factcheck.evidence.pairing import compare_quantities
from factcheck.evidence.periods import compare_times
from factcheck.evidence.ranking import compare_ranks
from factcheck.evidence.statements import Passage, Statement, read_claim, read_passage
from factcheck.extraction.language import detect_language
from factcheck.matching.compare import align

Languages = tuple[Language, Language]
"""Of the claim and of the passage."""

LONGEST = 20_000
"""Code points of a claim or a passage; nobody quotes more."""


class _Compared(NamedTuple):
    """What one statement gives: its slots, how far it is on the matter, and the outcome."""

    slots: tuple[Slot, ...]
    likeness: float
    outcome: Consistency
    reason: Reason


def assess(
    claim: str,
    passage: str,
    languages: Languages | None = None,
    published: date | None = None,
    passage_published: date | None = None,
) -> Assessment:
    """What `passage` says to `claim`. Days of publication date "last year" on either side. Pure.

    Raises LanguageUnknown for a text whose language is not given and neither German nor English.
    """
    ours, theirs = languages or (detect_language(claim), detect_language(passage))
    return compare(read_claim(claim, ours, published), read_passage(passage, theirs, passage_published))


def compare(claim: Statement, passage: Passage) -> Assessment:
    """The assessment of what was read; reading takes far longer than this."""
    found = [_compare(claim, said, passage) for said in passage.statements]
    if not found:
        return Assessment(assessment=Consistency.UNDECIDED, reasons=(Reason(code="no_statement"),))
    best = _choose(found)
    codes = [slot.reason.code for slot in best.slots]
    reasons: list[Reason] = []
    for slot in best.slots:
        if codes.count(slot.reason.code) == 1 or slot.reason not in reasons:
            reasons.append(slot.reason)
    return Assessment(assessment=best.outcome, slots=best.slots, reasons=(*reasons, best.reason))


def _choose(found: list[_Compared]) -> _Compared:
    """The decided statement that is nearest to the matter; where two that are as near decide
    differently, nothing is decided."""
    order = sorted(
        found, key=lambda each: (each.outcome is not Consistency.UNDECIDED, each.likeness), reverse=True
    )
    best = order[0]
    against = [
        each
        for each in order
        if each.outcome not in (Consistency.UNDECIDED, best.outcome) and each.likeness >= best.likeness - 0.1
    ]
    if best.outcome is Consistency.UNDECIDED or not against:
        return best
    return best._replace(outcome=Consistency.UNDECIDED, reason=Reason(code="says_both"))


def _open(found: _Compared) -> int:
    return sum(slot.result is Result.NOT_COMPARABLE for slot in found.slots)


def _compare(claim: Statement, said: Statement, passage: Passage) -> _Compared:
    alignment = align(claim.analysis, said.analysis)
    naming = compare_naming(claim, said, passage, alignment)
    matter = find_matter(claim, said, passage, alignment)
    quantities = compare_quantities(claim, said)
    once = claim.cues.once and not (quantities or claim.unread or claim.cues.trend)
    happening = compare_happening(claim, said, matter)
    turned = any(slot.slot is SlotName.DIRECTION for slot in quantities)
    rival = find_rival(claim, said, matter, naming)
    slots = [
        *quantities,
        *compare_times(claim, said, once=once),
        *name_slots(naming, contradicted=rival[0] if rival else None, rival=rival[1] if rival else None),
        *compare_ranks(claim, said),
        *_role(claim, said, matter, naming),
        *(() if turned else happening.slots),
        *_modality(claim, said),
    ]
    compared = Compared(matter, naming, tuple(slots), happening.none_of)
    outcome, reason = decide(claim, said, compared)
    return _Compared(tuple(slots), matter.asked + matter.told, outcome, reason)


def _role(claim: Statement, said: Statement, matter: Matter, naming: Naming) -> list[Slot]:
    roles = other_role(claim, said, matter, naming)
    if roles is None:
        return []
    ours, theirs = roles[0].form, roles[1].form
    reason = Reason(code="role_differs", values={"claim": ours, "passage": theirs})
    return [Slot(slot=SlotName.ROLE, claim=ours, passage=theirs, result=Result.CONTRADICTED, reason=reason)]


_OPEN = frozenset({Modality.PLANNED, Modality.PREDICTED})


def _modality(claim: Statement, said: Statement) -> list[Slot]:
    """What is planned or told is not done, nor what was done planned."""
    ours = claim.modality if claim.modality in _OPEN else None
    theirs = said.modality if said.modality in _OPEN else None
    if ours is theirs and claim.hearsay == said.hearsay:
        return []
    code = "only_told" if ours is theirs else f"only_{theirs}" if theirs else "claim_open"
    reason = Reason(code=code)
    return [
        Slot(
            slot=SlotName.MODALITY,
            claim=claim.modality.value,
            passage=said.modality.value,
            result=Result.NOT_COMPARABLE,
            reason=reason,
        )
    ]
