"""What two intervals of quantities or times have to do with each other."""

import math
from enum import Enum

from claims.interval import TOLERANCE, Days, Interval, days, interval
from claims.quantity import Comparator, Quantity

__all__ = [
    "TOLERANCE",
    "Days",
    "Fit",
    "Interval",
    "apart",
    "days",
    "disjoint",
    "fit",
    "interval",
    "same_weekday",
]


class Fit(Enum):
    """How what is asked fits what is claimed."""

    EQUAL = "equal"
    OVERLAPS = "overlaps"
    DISJOINT = "disjoint"


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
