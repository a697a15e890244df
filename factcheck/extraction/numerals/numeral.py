"""What reading a number gives."""

from decimal import Decimal
from typing import NamedTuple


class Numeral(NamedTuple):
    """The number that tokens[start:stop] say.

    `spelled` when it stands in words only, `share` when it is a part of a whole (two thirds), `scale`
    the million or thousand that was multiplied with, `article` when it is no more than ein or one and
    may be a mere article, `plain` when it is an unbroken row of digits (which may be a year, too).
    """

    value: float
    start: int
    stop: int
    spelled: bool = False
    share: bool = False
    scale: float = 1
    article: bool = False
    plain: bool = False


def multiply(value: float, factor: float) -> float:
    """The product as it would be written down: 8.2 times 1e9 is 8200000000, not 8199999999.999999."""
    return float(Decimal(repr(value)) * Decimal(repr(factor)))
