"""A claim held against a passage, slot by slot: `assess(claim, passage, languages) -> Assessment`.

The outcome is a proposal, never a verdict. Words that both have never support anything: what supports is
a slot that agrees in a statement of the same matter, and what contradicts is a slot that excludes it.
"""

from datetime import date
from typing import NamedTuple

from claims.claim import Modality
from claims.reason import Language, Reason
from factcheck.evidence.assessment import Assessment, Outcome, Result, Slot, SlotName
from factcheck.evidence.holders import find_rival, other_role
from factcheck.evidence.matter import Matter, find_matter, states
from factcheck.evidence.naming import Naming, compare_naming, name_slots
from factcheck.evidence.pairing import compare_quantities
from factcheck.evidence.periods import compare_times, same_extent
from factcheck.evidence.ranking import compare_ranks
from factcheck.evidence.statements import Passage, Statement, read_claim, read_passage
from factcheck.extraction.language import detect_language
from factcheck.matching.compare import align

Languages = tuple[Language, Language]
"""Of the claim and of the passage."""

LONGEST = 20_000
"""Code points of a claim or a passage; nobody quotes more."""

_SAME_MATTER = 0.6
"""The share of the claim's own words that a statement has to have to bear it out."""
_EXACTLY_THE_MATTER = 0.8
"""… and to contradict it."""
_TOLD = 0.5
"""The share of the statement's own words that the claim has to have for that."""


class _Compared(NamedTuple):
    """What one statement gives: its slots, how far it is on the matter, and the outcome."""

    slots: tuple[Slot, ...]
    likeness: float
    outcome: Outcome
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
        return Assessment(assessment=Outcome.UNDECIDED, reasons=(Reason(code="no_statement"),))
    best = _choose(found)
    reasons = tuple(dict.fromkeys(slot.reason.model_dump_json() for slot in best.slots))
    kept = tuple(Reason.model_validate_json(each) for each in reasons)
    return Assessment(assessment=best.outcome, slots=best.slots, reasons=(*kept, best.reason))


def _choose(found: list[_Compared]) -> _Compared:
    """The decided statement that is nearest to the matter; where two that are as near decide
    differently, nothing is decided."""
    order = sorted(
        found, key=lambda each: (each.outcome is not Outcome.UNDECIDED, each.likeness), reverse=True
    )
    best = order[0]
    against = [
        each
        for each in order
        if each.outcome not in (Outcome.UNDECIDED, best.outcome) and each.likeness >= best.likeness - 0.1
    ]
    if best.outcome is Outcome.UNDECIDED or not against:
        return best
    return best._replace(outcome=Outcome.UNDECIDED, reason=Reason(code="says_both"))


def _compare(claim: Statement, said: Statement, passage: Passage) -> _Compared:
    alignment = align(claim.analysis, said.analysis)
    naming = compare_naming(claim, said, passage, alignment)
    matter = find_matter(claim, said, passage, alignment)
    quantities = compare_quantities(claim, said)
    once = not quantities and not _measures(claim)
    rival = find_rival(claim, said, matter, naming)
    slots = [
        *quantities,
        *compare_times(claim, said, once=once),
        *name_slots(naming, contradicted=rival[0] if rival else None, rival=rival[1] if rival else None),
        *compare_ranks(claim, said),
        *_role(claim, said, matter, naming),
        *_polarity(claim, said, matter, quantities),
        *_modality(claim, said),
    ]
    outcome, reason = _decide(claim, said, matter, naming, slots)
    return _Compared(tuple(slots), matter.asked + matter.told, outcome, reason)


def _measures(claim: Statement) -> bool:
    """Whether the claim tells of a level or a change, which every period has anew."""
    return any(term.concepts & _changing() for term in claim.analysis.terms)


def _changing() -> frozenset[int]:
    from factcheck.matching import lexicon

    words = ("steigen", "sinken", "wachsen")
    return frozenset(number for word in words for number in lexicon.concepts(word, "de"))


def _role(claim: Statement, said: Statement, matter: Matter, naming: Naming) -> list[Slot]:
    roles = other_role(claim, said, matter, naming)
    if roles is None:
        return []
    ours, theirs = roles[0].form, roles[1].form
    reason = Reason(code="role_differs", values={"claim": ours, "passage": theirs})
    return [Slot(slot=SlotName.ROLE, claim=ours, passage=theirs, result=Result.CONTRADICTED, reason=reason)]


def _polarity(claim: Statement, said: Statement, matter: Matter, quantities: list[Slot]) -> list[Slot]:
    """A denial and an opposite word each turn a statement round; two turns say the same."""
    if any(slot.slot is SlotName.DIRECTION for slot in quantities):
        return []
    denied = claim.modality is Modality.DENIED, said.modality is Modality.DENIED
    turned = (denied[0] != denied[1]) != (matter.opposed is not None)
    if matter.opposed is not None:
        ours, theirs = matter.opposed[0].form, matter.opposed[1].form
        name, code = SlotName.DIRECTION, "opposite" if turned else "same_by_denial"
    elif any(denied):
        ours, theirs = claim.analysis.text, said.analysis.text
        name, code = (
            SlotName.NEGATION,
            f"denied_{'passage' if denied[1] else 'claim'}" if turned else "both_deny",
        )
    else:
        return _same_event(claim, matter)
    result = Result.CONTRADICTED if turned else Result.CONSISTENT
    reason = Reason(code=code, values={"claim": ours, "passage": theirs})
    return [Slot(slot=name, claim=ours, passage=theirs, result=result, reason=reason)]


def _same_event(claim: Statement, matter: Matter) -> list[Slot]:
    """The verb that both have: what happened in the claim happened in the passage."""
    for term in claim.analysis.terms:
        if term.verb and term not in matter.unanswered:
            reason = Reason(code="same_event", values={"claim": term.form})
            return [
                Slot(
                    slot=SlotName.DIRECTION,
                    claim=term.form,
                    passage=term.form,
                    result=Result.CONSISTENT,
                    reason=reason,
                )
            ]
    return []


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


def _decide(
    claim: Statement, said: Statement, matter: Matter, naming: Naming, slots: list[Slot]
) -> tuple[Outcome, Reason]:
    results = {slot.result for slot in slots}
    if Result.NOT_COMPARABLE in results:
        return Outcome.UNDECIDED, Reason(code="slot_open")
    if Result.CONTRADICTED in results:
        return _contradicts(claim, said, matter, naming, slots)
    if Result.CONSISTENT not in results or not _bears_out(claim, matter, naming, slots):
        return Outcome.UNDECIDED, Reason(code="other_matter")
    return Outcome.CONSISTENT, Reason(code="all_agree")


def _bears_out(claim: Statement, matter: Matter, naming: Naming, slots: list[Slot]) -> bool:
    """Whether what agrees agrees in the claim's matter; where no figure agrees, more words have to."""
    figures = any(slot.slot is SlotName.QUANTITY for slot in slots)
    persons = any(entity.person for entity in naming.found) and any(e.person for e in naming.strange)
    if claim.unread or persons:
        return False
    return matter.asked >= (_SAME_MATTER if figures else _EXACTLY_THE_MATTER) and (
        figures or not states(matter.unanswered)
    )


def _contradicts(
    claim: Statement, said: Statement, matter: Matter, naming: Naming, slots: list[Slot]
) -> tuple[Outcome, Reason]:
    """A slot excludes the claim only where everything else is the same matter."""
    same = matter.asked >= _EXACTLY_THE_MATTER and matter.told >= _TOLD
    other_event = states(matter.unanswered) and states(matter.extra)
    counted = any(slot.slot is SlotName.QUANTITY and slot.result is Result.CONTRADICTED for slot in slots)
    narrower = counted and (not same_extent(claim, said) or _narrows(said, matter, naming))
    timed = any(slot.slot is SlotName.TIME and slot.result is Result.CONTRADICTED for slot in slots)
    if timed and matter.unanswered:
        same = False
    if not same or other_event or narrower:
        return Outcome.UNDECIDED, Reason(code="other_matter")
    return Outcome.CONTRADICTED, Reason(code="slot_excludes")


def _narrows(said: Statement, matter: Matter, naming: Naming) -> bool:
    """Whether the statement's figure is of a part, or of something else: words before it say of what."""
    first = min((quantity.start for quantity in said.analysis.quantities), default=0)
    return any(e.located for e in naming.strange) or any(term.start < first for term in matter.extra)
