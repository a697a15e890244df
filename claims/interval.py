"""Quantities and times as intervals: all values that the words allow."""

import math
from calendar import monthrange
from datetime import date
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
