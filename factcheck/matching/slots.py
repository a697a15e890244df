"""Quantities and times of a query held against those of a claim: `compare_slots(query, claim)`."""

import re
from typing import NamedTuple

from claims.quantity import Change, Comparator, Quantity
from claims.reason import Reason
from factcheck.matching import lexicon
from factcheck.matching.intervals import Fit, apart, days, fit, same_weekday
from factcheck.matching.terms import Analysis
from factcheck.matching.words import lemma


class Comparison(NamedTuple):
    """What came of all slots: how many were asked, how many agree, which differ, which are missing."""

    asked: int
    agreed: float
    differences: tuple[Reason, ...]
    missing: tuple[Reason, ...]
    reasons: tuple[Reason, ...]


class _Outcome(NamedTuple):
    agreed: float
    difference: Reason | None = None
    missing: Reason | None = None
    reason: Reason | None = None


_MEASURES = frozenset({"percent", "percentage_point", "share"})
_CODE = re.compile(r"[A-Z]{3}|[a-zA-Zµ°]{1,3}(?:[/²³]\w*)?|kWh|MWh|GWh|TWh")
_ROUGHLY = 0.5
"""What a slot is worth that neither agrees nor contradicts."""


def compare_slots(query: Analysis, claim: Analysis) -> Comparison:
    """Every slot of the query against the claim's."""
    outcomes = [_quantity(asked, query, claim) for asked in query.quantities]
    outcomes += [_time(asked, claim.times) for asked in query.times]
    outcomes += [_time(asked, claim.relative) for asked in query.relative if claim.relative]
    return Comparison(
        asked=len(outcomes),
        agreed=sum(outcome.agreed for outcome in outcomes),
        differences=tuple(outcome.difference for outcome in outcomes if outcome.difference),
        missing=tuple(outcome.missing for outcome in outcomes if outcome.missing),
        reasons=tuple(outcome.reason for outcome in outcomes if outcome.reason),
    )


def _quantity(asked: Quantity, query: Analysis, claim: Analysis) -> _Outcome:
    rivals = [other for other in claim.quantities if comparable(asked, query, other, claim)]
    fits = [_fit(asked, other) for other in rivals]
    if Fit.EQUAL in fits:
        return _Outcome(1.0, reason=Reason(code="shared_figure", values={"words": asked.exact}))
    near = next((other for other, met in zip(rivals, fits, strict=True) if met is Fit.OVERLAPS), None)
    free = (other for other in rivals if not _asked_for(other, asked, query, claim))
    other = near or next(free, None)
    if other is not None:
        values = {"asked": asked.exact, "claimed": other.exact}
        return _Outcome(_ROUGHLY if near else 0.0, difference=Reason(code="quantity", values=values))
    return _Outcome(0.0, missing=Reason(code="missing_figure", values={"asked": asked.exact}))


def _fit(asked: Quantity, claimed: Quantity) -> Fit:
    if {_direction(asked), _direction(claimed)} == {Change.UP, Change.DOWN}:
        return Fit.DISJOINT
    return fit(_unsigned(asked), _unsigned(claimed))


def _direction(quantity: Quantity) -> Change | None:
    return Change.DOWN if quantity.value < 0 else quantity.direction or quantity.change


def _unsigned(quantity: Quantity) -> Quantity:
    if quantity.value >= 0 or quantity.comparator is Comparator.RANGE:
        return quantity
    return quantity.model_copy(update={"value": -quantity.value})


def _asked_for(other: Quantity, asked: Quantity, query: Analysis, claim: Analysis) -> bool:
    """Whether another figure of the query is this one."""
    return any(
        each is not asked and comparable(each, query, other, claim) and _fit(each, other) is Fit.EQUAL
        for each in query.quantities
    )


def comparable(asked: Quantity, query: Analysis, claimed: Quantity, claim: Analysis) -> bool:
    """Whether the two count or measure the same kind of thing: equal units, or things that may be the
    same (a count of people is compared with a count of staff, not with one of dollars)."""
    ours, theirs = asked.unit, claimed.unit
    if ours == theirs:
        return True
    if ours is None or theirs is None:
        return not (_is_measure(ours) or _is_measure(theirs)) or asked.value == claimed.value
    if _is_measure(ours) or _is_measure(theirs):
        return ours.casefold() == theirs.casefold() or _same_thing(ours, query, theirs, claim)
    if _same_thing(ours, query, theirs, claim):
        return True
    return fit(asked, claimed) is Fit.EQUAL or _only_counts(query, claim)


def _is_measure(unit: str | None) -> bool:
    return unit is not None and (unit in _MEASURES or _CODE.fullmatch(unit) is not None)


def _same_thing(ours: str, query: Analysis, theirs: str, claim: Analysis) -> bool:
    first, second = lemma(ours, query.language), lemma(theirs, claim.language)
    if first == second:
        return True
    return bool(lexicon.concepts(first, query.language) & lexicon.concepts(second, claim.language))


def _only_counts(query: Analysis, claim: Analysis) -> bool:
    """One count on each side: they are taken to count the same."""
    return all(sum(not _is_measure(each.unit) for each in side.quantities) == 1 for side in (query, claim))


def _time(asked: tuple[str, str], claimed: tuple[tuple[str, str], ...]) -> _Outcome:
    words, edtf = asked
    if not claimed:
        return _Outcome(0.0, missing=Reason(code="missing_time", values={"asked": words}))
    for _, other in claimed:
        ours, theirs = days(edtf), days(other)
        if not apart(ours, theirs) or same_weekday(ours, theirs):
            return _Outcome(1.0, reason=Reason(code="shared_time", values={"words": words}))
    values = {"asked": words, "claimed": claimed[0][0]}
    return _Outcome(0.0, difference=Reason(code="time", values=values))
