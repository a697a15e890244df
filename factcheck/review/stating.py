"""Quantities and times as a person states them: found in the claim's words, and kept when its span moves."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlmodel import Session

from claims.claim import Claim, ClaimDraft
from claims.errors import InvalidInput, QuoteAmbiguous, QuoteNotFound
from claims.quantity import Quantity, QuantityDraft
from claims.selector import Place, Words
from claims.store import events
from claims.time import TimeDraft, TimeExpression
from factcheck.evidence.quotes import find_quote

STATED = ("quantities", "times")
"""The slots that a person states by the claim's own words."""

Slot = TypeVar("Slot", Quantity, TimeExpression)


def quantities_of(claim: Claim, drafts: Iterable[QuantityDraft]) -> list[Quantity]:
    """The quantities at their places. Raises InvalidInput where the claim does not have their words."""
    return _placed(Quantity, claim, drafts)


def times_of(claim: Claim, drafts: Iterable[TimeDraft]) -> list[TimeExpression]:
    """The times at their places. Raises InvalidInput where the claim does not have their words."""
    return _placed(TimeExpression, claim, drafts)


def are_stated(session: Session, claim_id: int) -> bool:
    """Whether a person ever stated the claim's quantities or times."""
    return any("typed" in event.body for event in events.of_claim(session, claim_id))


def keep_stated(claim: Claim, was: ClaimDraft, now: ClaimDraft) -> ClaimDraft:
    """`now` with what a person stated otherwise than the machine, which read the claim as `was`.

    What was stated stays where its words are inside the span, and nothing is read anew from words on which
    the person spoke, be it to state something else or nothing.
    """
    held_quantities = [Quantity.model_validate(each) for each in claim.quantities]
    held_times = [TimeExpression.model_validate(each) for each in claim.times]
    return now.model_copy(
        update={
            "quantities": _kept(held_quantities, was.quantities, now.quantities, now),
            "times": _kept(held_times, was.times, now.times, now),
        }
    )


def _placed(kind: type[Slot], claim: Claim, drafts: Iterable[QuantityDraft | TimeDraft]) -> list[Slot]:
    found = [
        kind.model_validate({**draft.model_dump(exclude={"start"}), **_find(claim, draft).model_dump()})
        for draft in drafts
    ]
    return sorted(found, key=lambda slot: (slot.start, slot.end))


def _find(claim: Claim, draft: QuantityDraft | TimeDraft) -> Words:
    within = None if draft.start is None else draft.start - claim.start
    try:
        place = find_quote(claim.exact, draft.exact, within)
    except QuoteNotFound as error:
        raise InvalidInput(
            "These words do not stand in the claim: “%(words)s”. Copy them from it.", words=draft.exact
        ) from error
    except QuoteAmbiguous as error:
        raise InvalidInput(
            "“%(words)s” stands in the claim %(count)s times: give some more of its words.",
            words=draft.exact,
            count=len(error.places),
        ) from error
    return Words(start=place.start, end=place.end, exact=place.exact).shifted(claim.start)


def _kept(held: Sequence[Slot], was: Sequence[Slot], now: Sequence[Slot], span: Place) -> tuple[Slot, ...]:
    stated: list[Slot] = [slot for slot in held if slot not in was]
    spoken_on = [*stated, *(slot for slot in was if slot not in held)]
    fresh: list[Slot] = [slot for slot in now if not any(_meet(slot, other) for other in spoken_on)]
    inside: list[Slot] = [slot for slot in stated if span.start <= slot.start and slot.end <= span.end]
    return tuple(sorted(fresh + inside, key=_start))


def _meet(one: Place, other: Place) -> bool:
    return one.start < other.end and other.start < one.end


def _start(place: Place) -> int:
    return place.start
