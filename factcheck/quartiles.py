"""The middle of some values and how far they lie apart. Pure."""

import statistics
from collections.abc import Sequence
from typing import NamedTuple


class Quartiles(NamedTuple):
    """A quarter of the `number` values is at most `low`, half at most `median`, three quarters at most
    `high`."""

    low: float
    median: float
    high: float
    number: int


def quartiles(values: Sequence[float]) -> Quartiles | None:
    """None for no values. Between two values it is interpolated, with the least and the greatest as the ends
    (Hyndman and Fan (1996), "Sample Quantiles in Statistical Packages", definition 7)."""
    if not values:
        return None
    if len(values) == 1:
        return Quartiles(values[0], values[0], values[0], 1)
    low, median, high = statistics.quantiles(values, n=4, method="inclusive")
    return Quartiles(low, median, high, len(values))
