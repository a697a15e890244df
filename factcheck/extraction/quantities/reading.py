"""The quantities of a text: amounts with their comparators, ranges, counted nouns and changes."""

from claims.quantity import Comparator, Quantity
from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Token, glued, low
from factcheck.extraction.quantities.amounts import Amount, begins_amount, read_amount
from factcheck.extraction.quantities.changes import find_change
from factcheck.extraction.quantities.comparators import bound_after, bound_before
from factcheck.extraction.quantities.exclusions import is_named_with, is_score
from factcheck.extraction.quantities.nouns import find_noun

_BETWEEN = frozenset(("zwischen", "between"))
_HYPHENS = frozenset(("-", "–", "—", "‑"))
_RANGED = words(
    """
    range ranges ranging ranged vary varies varying varied aged ages anywhere von between costs cost
    priced prices lasts last
    """
)


class Reading:
    """One pass over the tokens of a text; `taken` marks those that say when."""

    def __init__(self, tokens: list[Token], text: str, language: Language, taken: bytearray) -> None:
        self._tokens = tokens
        self._text = text
        self._language = language
        self._taken = taken
        self._floor = 0

    def find(self) -> list[Quantity]:
        """All quantities in order, not overlapping."""
        found: list[Quantity] = []
        at = 0
        while at < len(self._tokens):
            if not self._taken[at] and begins_amount(self._tokens[at], self._language):
                amount = read_amount(self._tokens, at, self._language, self._text)
                if amount is not None and not any(self._taken[amount.start : amount.stop]):
                    quantity, at_next = self._read(amount)
                    if quantity is not None:
                        found.append(quantity)
                        self._floor = at_next
                    at = max(at + 1, at_next)
                    continue
            at += 1
        return found

    def _read(self, amount: Amount) -> tuple[Quantity | None, int]:
        second = self._second(amount)
        if second is not None:
            if is_score(
                self._tokens,
                amount.numeral,
                second.numeral,
                bool(second.unit or amount.unit) or bool(self._noun(second)),
            ):
                return None, second.stop
            return self._range(amount, second)
        return self._single(amount)

    def _second(self, amount: Amount) -> Amount | None:
        """The upper end of a range that begins with an amount."""
        word = low(self._tokens, amount.stop)
        between = low(self._tokens, amount.start - 1) in _BETWEEN
        at = amount.stop + 1
        if word in _HYPHENS:
            if amount.numeral.spelled:
                return None
        elif not (word in ("bis", "to") or (between and word in ("und", "and"))):
            return None
        if word == "to" and low(self._tokens, amount.start - 1) == "from" and not self._is_ranged(amount):
            return None
        while low(self._tokens, at) in ("$", "€", "£", "us"):
            at += 1
        if at >= len(self._tokens) or self._taken[at] or not begins_amount(self._tokens[at], self._language):
            return None
        second = read_amount(self._tokens, at, self._language, self._text)
        if second is None or second.numeral.share != amount.numeral.share or second.numeral.article:
            return None
        return second

    def _is_ranged(self, amount: Amount) -> bool:
        return any(low(self._tokens, amount.start - 2 - k) in _RANGED for k in range(4))

    def _range(self, first: Amount, second: Amount) -> tuple[Quantity | None, int]:
        value = first.value
        scale = second.numeral.scale
        if (
            first.numeral.scale == 1
            and scale > 1
            and first.numeral.value < 1000
            and value * scale <= second.value
        ):
            value *= scale
        if value >= second.value:
            return self._single(first)
        unit, stop = self._unit(second)
        unit = first.unit if first.unit and not second.unit else unit
        start = first.start
        if low(self._tokens, start - 1) in (*_BETWEEN, "von", "from"):
            start -= 1
        bound = bound_before(self._tokens, start, self._language)
        if bound is not None and bound.comparator is Comparator.APPROX and bound.edge >= self._floor:
            start = bound.edge
        return self._quantity(start, stop, Comparator.RANGE, value, unit, upper=second.value), stop

    def _single(self, amount: Amount) -> tuple[Quantity | None, int]:
        bound = bound_before(self._tokens, amount.start, self._language)
        if bound is not None and (bound.edge < self._floor or any(self._taken[bound.edge : amount.start])):
            bound = None
        unit, stop = self._unit(amount)
        if amount.numeral.article and not self._counts(amount, unit, bound is not None):
            return None, amount.stop
        if unit is None and bound is None and is_named_with(self._tokens, amount.numeral):
            return None, amount.stop
        after = bound_after(self._tokens, stop, self._language)
        if after is None and stop > amount.stop:
            after = bound_after(self._tokens, amount.stop, self._language)
        comparator, near, start = Comparator.EQ, False, amount.start
        if bound is not None:
            comparator, near, start = bound
        elif after is not None:
            comparator = after.comparator
        if after is not None:
            stop = max(stop, after.edge)
        return self._quantity(start, stop, comparator, amount.value, unit, near=near), stop

    def _counts(self, amount: Amount, unit: str | None, bounded: bool) -> bool:
        """Whether ein or one is a number here and no mere article."""
        if amount.unit is not None:
            return bounded or amount.unit not in (
                "day",
                "week",
                "month",
                "year",
                "h",
                "min",
                "s",
                "times",
                "point",
            )
        return bounded or (self._language == "en" and unit is not None)

    def _noun(self, amount: Amount) -> str | None:
        found = find_noun(self._tokens, amount.stop, self._language)
        return found.lemma if found else None

    def _unit(self, amount: Amount) -> tuple[str | None, int]:
        if amount.unit is not None:
            return amount.unit, amount.stop
        noun = find_noun(self._tokens, amount.stop, self._language, amount.numeral.value == 1)
        if noun is not None and not any(self._taken[amount.stop : noun.stop]):
            return noun.lemma, noun.stop
        return None, amount.stop

    def _quantity(
        self,
        first: int,
        stop: int,
        comparator: Comparator,
        value: float,
        unit: str | None,
        upper: float | None = None,
        near: bool = False,
    ) -> Quantity:
        start, end = self._tokens[first].start, self._tokens[stop - 1].end
        change = (
            find_change(self._tokens, first, stop, self._language) if unit != "share" or value < 1 else None
        )
        if change is None and low(self._tokens, first) == "+" and glued(self._tokens, first + 1):
            change = None
        return Quantity(
            start=start, end=end, exact=self._text[start:end], comparator=comparator, value=value, upper=upper, unit=unit,
            change=change if value >= 0 else None, near=near,
        )  # fmt: skip
