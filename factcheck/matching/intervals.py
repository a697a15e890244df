"""Quantities and times as intervals, and what two of them have to do with each other."""

import math
from calendar import monthrange
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from claims.quantity import Comparator, Quantity

TOLERANCE = 0.1
"""How far `about` and `nearly` reach, as a share of the value."""


class Interval(NamedTuple):
    """From `low` to `high`; an open end does not belong to it."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False


class Fit(Enum):
    """How what is asked fits what is claimed."""

    EQUAL = "equal"
    OVERLAPS = "overlaps"
    DISJOINT = "disjoint"


def interval(quantity: Quantity) -> Interval:
    """All values that the quantity's words allow."""
    value, spread = quantity.value, abs(quantity.value) * TOLERANCE
    match quantity.comparator:
        case Comparator.GE | Comparator.GT:
            return Interval(value, math.inf, quantity.comparator is Comparator.GT, True)
        case Comparator.LT if quantity.near:
            return Interval(value - spread, value, False, True)
        case Comparator.LE | Comparator.LT:
            return Interval(-math.inf, value, True, quantity.comparator is Comparator.LT)
        case Comparator.APPROX:
            return Interval(value - spread, value + spread)
        case _:
            return Interval(value, value if quantity.upper is None else quantity.upper)


def disjoint(one: Interval, other: Interval) -> bool:
    """Whether no value lies in both."""
    first, second = sorted((one, other), key=lambda each: (each.low, each.low_open))
    if first.high < second.low:
        return True
    return first.high == second.low and (first.high_open or second.low_open)


def fit(asked: Quantity, claimed: Quantity) -> Fit:
    """EQUAL where both say the same; a value that is meant roughly equals one within its reach."""
    one, other = interval(asked), interval(claimed)
    if disjoint(one, other):
        return Fit.DISJOINT
    rough = {Comparator.APPROX} & {asked.comparator, claimed.comparator} or asked.near or claimed.near
    bounded = all(map(math.isfinite, (*one[:2], *other[:2])))
    close = all(math.isclose(a, b, rel_tol=1e-6) or a == b for a, b in zip(one[:2], other[:2], strict=True))
    return Fit.EQUAL if (rough and bounded) or close else Fit.OVERLAPS


class Days(NamedTuple):
    """A span of days as proleptic ordinals, both ends included."""

    first: float
    last: float


_PARTS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)} | {
    **{33 + number: (3 * number + 1, 3 * number + 3) for number in range(4)},
    **{40 + number: (6 * number + 1, 6 * number + 6) for number in range(2)},
}
"""EDTF's seasons, quarters and half-years: first and last month. Winter is told by its December."""


@lru_cache(maxsize=4096)
def days(edtf: str) -> Days:
    """The days that an EDTF date or interval may mean."""
    if "/" in edtf:
        start, end = edtf.split("/")
        first = -math.inf if start in ("", "..") else _span(start).first
        return Days(first, math.inf if end in ("", "..") else _span(end).last)
    return _widened(_span(edtf)) if edtf.endswith("~") else _span(edtf)


_AROUND_A_DAY = 3


def _widened(span: Days) -> Days:
    """About a month is as long again on each side, about a day is three days."""
    reach = max(span.last - span.first, _AROUND_A_DAY)
    return Days(span.first - reach, span.last + reach)


def _span(value: str) -> Days:
    plain = value.split("T")[0].rstrip("~?%")
    before = plain.startswith("-")
    parts = plain.lstrip("-").split("-")
    if before:
        return Days(-math.inf, 0)
    years = int(parts[0].replace("X", "0")), int(parts[0].replace("X", "9"))
    if len(parts) == 1:
        return Days(_day(years[0], 1, 1), _day(years[1], 12, 31))
    first, last = _PARTS.get(int(parts[1]), (int(parts[1]), int(parts[1])))
    if len(parts) == 3:
        day = _day(years[0], first, int(parts[2]))
        return Days(day, day)
    return Days(_day(years[0], first, 1), _day(years[0], last, 31))


def _day(year: int, month: int, day: int) -> float:
    year, month = min(max(year, 1), 9999), min(max(month, 1), 12)
    return date(year, month, min(max(day, 1), monthrange(year, month)[1])).toordinal()


def apart(one: Days, other: Days) -> bool:
    """Whether the two say different times: no day lies in both, or both run on without end, but from
    (or until) different ones."""
    if one.last < other.first or other.last < one.first:
        return True
    if math.isinf(one.first) and math.isinf(other.first):
        return one.last != other.last
    return math.isinf(one.last) and math.isinf(other.last) and one.first != other.first


def same_weekday(one: Days, other: Days) -> bool:
    """Whether both are single days that a weekday's name may mean alike: "on Friday" said twice."""
    single = one.first == one.last and other.first == other.last
    return single and abs(one.first - other.first) in (7, 14)
