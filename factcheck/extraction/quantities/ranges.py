"""Two amounts that are the ends of one range, and those that only look like it."""

from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Token, glued, low, multiply
from factcheck.extraction.quantities.amounts import Amount, begins_amount, read_amount

BETWEEN = words("zwischen between")
_HYPHENS = frozenset("-–—‑")
_RANGED = words(
    """
    aged ages anywhere between cost costs estimated estimates last lasts lies priced prices range
    ranged ranges ranging take takes varied varies vary varying von worth zwischen
    """
)
_ALTERNATIVES = frozenset(("oder", "or", ","))
_LARGEST_SHARED = 1000
"""A bound from here on has its own scale: 500.000 bis 2 Millionen."""


def read_second(tokens: list[Token], first: Amount, language: Language, text: str) -> Amount | None:
    """The upper end of a range that begins with an amount, None where there is no range."""
    at = first.stop
    if low(tokens, at) == "-" and glued(tokens, at) and not glued(tokens, at + 1):
        at += 1
    join = low(tokens, at)
    if not _joins(tokens, first, join):
        return None
    begin, at = at, at + 1
    if join == "bis" and low(tokens, at) in ("zu", "maximal", "höchstens", "rund", "etwa"):
        at += 1
    while low(tokens, at) in ("$", "€", "£", "us", "minus", "−"):
        at += 1
    if at >= len(tokens) or not begins_amount(tokens[at], language):
        return None
    second = read_amount(tokens, at, language, text, second=True)
    if second is None or second.numeral.share != first.numeral.share or second.numeral.article:
        return None
    if join in _ALTERNATIVES and not _is_about(tokens, first, second, begin):
        return None
    return second if _is_one_measure(tokens, first, second, join) else None


def _is_about(tokens: list[Token], first: Amount, second: Amount, join: int) -> bool:
    """two or three weeks, zwei, drei Tage: neighbours, not a list and not a choice (5 or 10)."""
    one, two = first.numeral, second.numeral
    if first.unit is not None or one.start != first.start or one.scale != 1 or one.share:
        return False
    if two.value / two.scale - one.value != _roundness(one.value):
        return False
    comma = tokens[join].low == ","
    return not comma or (
        one.spelled and two.spelled and low(tokens, second.stop) not in (",", "und", "and", "oder", "or")
    )


def _roundness(value: float) -> int:
    """The step to the next number as round as this one: 2 to 3, 30 to 40, 500 to 600."""
    step = 1
    while value >= 10 * step and value % (10 * step) == 0:
        step *= 10
    return step


def _joins(tokens: list[Token], first: Amount, join: str) -> bool:
    before = low(tokens, first.start - 1)
    if join in _HYPHENS:
        return not first.numeral.spelled
    if join in ("und", "and"):
        return before in BETWEEN
    if join == "to" and before == "from":
        return any(low(tokens, first.start - 2 - step) in _RANGED for step in range(4))
    return join in ("bis", "to") or join in _ALTERNATIVES


def _is_one_measure(tokens: list[Token], first: Amount, second: Amount, join: str) -> bool:
    """rose 5% to 164 and rose by $3bn to $7bn go from a change to a level."""
    before_money = first.start < first.numeral.start
    if first.unit is None or (before_money and second.unit is None):
        return True
    if first.unit != second.unit:
        return False
    return join not in ("to", "bis") or low(tokens, first.start - 1) not in ("by", "um")


def share_scale(first: Amount, second: Amount) -> float:
    """The lower value with the scale of the upper where both share it: 80 und 120 Millionen."""
    scale, value = second.numeral.scale, first.value
    shared = first.numeral.scale == 1 and scale > 1 and first.stop == first.numeral.stop
    return multiply(value, scale) if shared and abs(first.numeral.value) < _LARGEST_SHARED else value
