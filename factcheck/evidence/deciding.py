"""What the slots of one statement come to: `decide(claim, said, compared) -> (outcome, reason)`.

Words that both have never support anything. What supports is a slot that agrees where the statement is on
the claim's matter, and what contradicts is a slot that excludes it where it is on exactly that matter.
"""

from typing import NamedTuple

from claims.quantity import Comparator
from claims.reason import Reason
from factcheck.evidence.assessment import Consistency, Result, Slot, SlotName
from factcheck.evidence.matter import Matter, states
from factcheck.evidence.naming import Naming
from factcheck.evidence.periods import same_extent
from factcheck.evidence.statements import Statement
from factcheck.matching.terms import Term

_FIGURE_AGREES = 0.33
"""The share of the claim's own words that a statement has to have where a figure agrees."""
_OTHER_VERB = 0.5
"""… where the claim says what happened and the statement has no such verb."""
_NO_FIGURE = 0.8
"""… where none does."""
_EXACTLY = 0.66
"""The share of them that are no verbs, to contradict it."""
_TOLD = 0.5
"""The share of the statement's own words that the claim has to have where it tells of another event."""
_LONGEST_ADVERB = 4
"""Letters beyond which an English word that is no verb names a thing."""
_TURNED = 0.5
"""… where a name or a figure is the same and only what happened is the opposite."""


class Compared(NamedTuple):
    """What was found of one statement before it is decided."""

    matter: Matter
    naming: Naming
    slots: tuple[Slot, ...]
    none_of: bool


def decide(claim: Statement, said: Statement, found: Compared) -> tuple[Consistency, Reason]:
    """The outcome of one statement and why."""
    results = {slot.result for slot in found.slots}
    if Result.NOT_COMPARABLE in results:
        return Consistency.UNDECIDED, Reason(code="slot_open")
    if Result.CONTRADICTED in results:
        if _is_exactly_the_matter(claim, said, found):
            return Consistency.CONTRADICTED, Reason(code="slot_excludes")
    elif Result.CONSISTENT in results and _bears_out(claim, said, found):
        return Consistency.CONSISTENT, Reason(code="all_agree")
    return Consistency.UNDECIDED, Reason(code="other_matter")


def _bears_out(claim: Statement, said: Statement, found: Compared) -> bool:
    """Whether what agrees agrees in the claim's matter; where no figure agrees, more words have to."""
    matter, naming = found.matter, found.naming
    persons = any(each.person for each in naming.found) and any(each.person for each in naming.strange)
    if claim.unread or persons:
        return False
    if not _has(found, SlotName.QUANTITY, Result.CONSISTENT):
        if any(slot.reason.code == "same_trend" for slot in found.slots):
            return matter.things >= _EXACTLY
        return matter.asked >= _NO_FIGURE and not states(matter.unanswered)
    if _changes(claim) and (claim.cues.trend is None or claim.cues.trend is not said.cues.trend):
        return matter.asked >= _NO_FIGURE
    anchored = bool(naming.found) or matter.things > 0 or _states_any(claim, matter)
    other_verb = states(matter.unanswered) or not _states_any(claim, matter)
    if states(matter.extra) and other_verb and _is_one_figure(claim, said):
        return matter.asked >= _EXACTLY and matter.told > _TOLD
    named = bool(naming.found) and not states(matter.extra)
    needed = _OTHER_VERB if states(matter.unanswered) else _FIGURE_AGREES
    return anchored and (named or matter.asked >= needed)


def _changes(claim: Statement) -> bool:
    """Whether a figure of the claim is the size or the end of a change."""
    return any(
        quantity.unit == "percentage_point" or quantity.direction for quantity in claim.analysis.quantities
    )


def _has(found: Compared, name: SlotName, result: Result) -> bool:
    return any(slot.slot is name and slot.result is result for slot in found.slots)


def _is_exactly_the_matter(claim: Statement, said: Statement, found: Compared) -> bool:
    """A slot excludes the claim only where everything else is the same."""
    matter = found.matter
    if _has(found, SlotName.ROLE, Result.CONTRADICTED):
        return True
    if _has(found, SlotName.TIME, Result.CONTRADICTED) and matter.unanswered:
        return False
    if _other_things(claim, said, matter) or _several_differ(found):
        return False
    if found.none_of:
        return matter.things >= _EXACTLY
    if _has(found, SlotName.QUANTITY, Result.CONTRADICTED) and (
        not same_extent(claim, said) or _narrows(said, found)
    ):
        return False
    if _has(found, SlotName.NEGATION, Result.CONTRADICTED) and not _states_any(claim, matter):
        return not states(matter.extra) and matter.asked >= _NO_FIGURE
    other_event = states(matter.extra) and (states(matter.unanswered) or not _states_any(claim, matter))
    turned = _has(found, SlotName.DIRECTION, Result.CONTRADICTED)
    needed = _TURNED if turned and (found.naming.found or claim.analysis.quantities) else _EXACTLY
    return matter.things >= needed and (turned or not other_event)


def _is_one_figure(claim: Statement, said: Statement) -> bool:
    """Whether both have one and the same plain figure, which may be of two things: 300 were honoured, 300
    there are. What is "about 300" here and 296 there was worded of one."""
    figures = {quantity.value for quantity in said.analysis.quantities}
    return all(
        quantity.comparator is Comparator.EQ and quantity.value in figures
        for quantity in claim.analysis.quantities
    )


def _other_things(claim: Statement, said: Statement, matter: Matter) -> bool:
    """Whether one language has other things on either side: fees for nurseries and for graveyards."""
    if claim.analysis.language != said.analysis.language:
        return False
    return any(map(_is_thing, matter.unanswered)) and any(map(_is_thing, matter.extra))


def _is_thing(term: Term) -> bool:
    return not term.verb and (term.form[:1].isupper() or len(term.form) > _LONGEST_ADVERB)


def _several_differ(found: Compared) -> bool:
    """Another name and another figure or direction: that is another matter."""
    differing = {slot.slot for slot in found.slots if slot.result is Result.CONTRADICTED}
    return len(differing) > 1 and bool(differing & {SlotName.NAME, SlotName.PLACE})


def _states_any(claim: Statement, matter: Matter) -> bool:
    """Whether a verb of the claim that tells of an event is answered."""
    return any(term.verb and term not in matter.unanswered for term in claim.analysis.terms)


def _narrows(said: Statement, found: Compared) -> bool:
    """Whether the statement's figure is of a part, or of something else: words before it say of what."""
    first = min((quantity.start for quantity in said.analysis.quantities), default=0)
    named = any(
        entity.located or (entity.start < first and not entity.person) for entity in found.naming.strange
    )
    return named or any(term.start < first for term in found.matter.extra)
