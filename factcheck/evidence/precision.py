"""How exactly a quantity is meant: `reach(quantity) -> Reach`, in the unit of its dimension.

Words are as exact as they are written: "1.2 billion" stands for anything that rounds to it, "about" for
somewhat more, "a third" for thirty-odd percent.
"""

import math
import re
from typing import NamedTuple

from claims.quantity import Comparator, Quantity
from factcheck.evidence.measures import Measure, measure
from factcheck.matching.intervals import TOLERANCE, Interval, disjoint, interval


class Reach(NamedTuple):
    """What a quantity means for certain, and what it may mean at most."""

    close: Interval
    wide: Interval


_ROUNDED = 0.025
"""A round number may stand for what lies so far off; a share of the value."""
_STRETCHED = 0.05
"""… and at most for what lies so far off: between the two nothing is decided."""
_WORDY_SHARE = 2.0, 4.0
"""Percent by which "a third", "half", "every fourth" may be off."""
_BOUND = 0.05
"""How far beyond "more than 500" a value may lie to be what is meant by it."""

_LITTLE_MORE = re.compile(
    r"(?:gut|knapp über|etwas (?:mehr als|über)|just (?:over|above)|a little over|slightly (?:more|over))",
    re.IGNORECASE,
)
"""Words that bound from below and say that it is not much more."""

_LAST_ZEROS = re.compile(r"\d[.,](\d*?0+)(?!\d|[.,]\d)")


def reach(quantity: Quantity) -> Reach:
    """The values that the words stand for, in the unit of the dimension."""
    kind = measure(quantity.unit) or Measure("count")
    close, wide = _spread(quantity)
    if quantity.near:
        low, high = interval(quantity)[:2]
        return Reach(_scaled(Interval(low, high), kind), _scaled(Interval(low - close, high + close), kind))
    if quantity.comparator in (Comparator.EQ, Comparator.RANGE, Comparator.APPROX):
        upper = quantity.value if quantity.upper is None else quantity.upper
        return Reach(
            _scaled(Interval(quantity.value - close, upper + close, False, close > 0), kind),
            _scaled(Interval(quantity.value - wide, upper + wide, False, wide > 0), kind),
        )
    bounded = interval(quantity)
    if quantity.comparator is Comparator.GT and _LITTLE_MORE.match(quantity.exact):
        bounded = bounded._replace(high=quantity.value * (1 + 2 * TOLERANCE))
    return Reach(_scaled(bounded, kind), _scaled(bounded, kind))


def _spread(quantity: Quantity) -> tuple[float, float]:
    size = abs(quantity.value)
    if quantity.unit == "share":
        return _WORDY_SHARE[0] / 100, _WORDY_SHARE[1] / 100
    half = _last_place(quantity) / 2
    if quantity.comparator is Comparator.APPROX:
        return max(min(half, size * TOLERANCE), size * _ROUNDED), size * TOLERANCE
    return min(half, size * _ROUNDED), min(half, size * _STRETCHED)


def _last_place(quantity: Quantity) -> float:
    """What one more of the last digit that counts would add: 1e8 for 1.2 billion, 0.1 for 5.0."""
    size = abs(quantity.value)
    if not size:
        return 0.0
    digits = f"{size:.10e}"
    mantissa, exponent = digits.split("e")
    shown = len(mantissa.replace(".", "").rstrip("0")) - 1
    written = _LAST_ZEROS.search(quantity.exact)
    if written and len(written[1]) < 3:
        shown += len(written[1]) - len(written[1].rstrip("0"))
    return float(10.0 ** (int(exponent) - shown))


def _scaled(span: Interval, kind: Measure) -> Interval:
    low, high = (bound * kind.factor + kind.offset for bound in span[:2])
    return Interval(low, high, span.low_open, span.high_open)


def agree(claimed: Reach, said: Reach) -> bool | None:
    """Whether what is said is what is claimed: True, False, None where the words leave it open."""
    if disjoint(claimed.wide, said.wide):
        return False
    if disjoint(claimed.close, said.close):
        return None
    return True if _bears(claimed.close, said.close) else None


def _bears(claimed: Interval, said: Interval) -> bool:
    """Whether an answer without a bound says enough: "more than 500" bears out 510, not 800."""
    if math.isinf(said.high) and not math.isinf(claimed.high):
        return claimed.low <= said.low * (1 + _BOUND)
    if math.isinf(said.low) and not math.isinf(claimed.low):
        return claimed.high >= said.high * (1 - _BOUND)
    if math.isinf(said.high) and math.isinf(claimed.high):
        return said.low >= claimed.low * (1 - _BOUND)
    if math.isinf(said.low) and math.isinf(claimed.low):
        return said.high <= claimed.high * (1 + _BOUND)
    return True
