"""The quantities of a text: amounts with their comparators, ranges, counted nouns and changes."""

from claims.quantity import Change, Comparator, Quantity
from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Token, glued, low
from factcheck.extraction.quantities.amounts import Amount, begins_amount, find_beginnings, read_amount
from factcheck.extraction.quantities.changes import find_change
from factcheck.extraction.quantities.comparators import Bound, bound_after, bound_before, bound_inside
from factcheck.extraction.quantities.exclusions import is_age, is_named_with, is_score, is_title
from factcheck.extraction.quantities.nouns import find_noun, find_whole
from factcheck.extraction.quantities.ranges import BETWEEN, read_second, share_scale

_PERIODS = frozenset(("day", "week", "month", "year", "decade", "h", "min", "s", "times"))
_LINKS = words("auf to oder or und and , sowie / zu")
_RESTATED = words("or oder , ( bzw beziehungsweise")
_TOPICS = words("über unter gegen nach ab over under above below past beyond around about")
"""Comparators that are a plain preposition before a small number word: über drei Gesetze beraten."""

_SMALLEST_BOUND = 10


class Reading:
    """One pass over the tokens of a text; `taken` marks those that say when."""

    def __init__(self, tokens: list[Token], text: str, language: Language, taken: bytearray) -> None:
        self._tokens = tokens
        self._text = text
        self._language = language
        self._taken = taken
        self._floor = 0
        self._next = 0
        self._found: list[Quantity] = []

    def find(self) -> list[Quantity]:
        """All quantities in order, not overlapping."""
        for at in find_beginnings(self._tokens, self._language):
            if at < self._next or self._taken[at]:
                continue
            amount = read_amount(self._tokens, at, self._language, self._text)
            if amount is not None and amount.start >= self._floor and not any(self._taken[at : amount.stop]):
                self._next = self._read(amount)
        return self._found

    def _read(self, amount: Amount) -> int:
        """Take up an amount, or the range that it begins; the index to go on from."""
        second = read_second(self._tokens, amount, self._language, self._text)
        if second is None or any(self._taken[second.start : second.stop]):
            return self._single(amount)
        hyphen = low(self._tokens, amount.stop) in ("-", "–", "—", "‑")
        unit, stop = self._unit(second)
        if hyphen and is_score(self._tokens, amount.numeral, second.numeral, unit is not None):
            return second.stop
        lower, upper = share_scale(amount, second), second.value
        if lower < 0 and upper < lower:
            lower, upper = upper, lower
        if lower >= upper:
            return self._single(amount)
        start = amount.start - (low(self._tokens, amount.start - 1) in (*BETWEEN, "von", "from"))
        bound = bound_before(self._tokens, start, self._language)
        if bound is not None and bound.comparator is Comparator.APPROX and self._is_free(bound, start):
            start = bound.edge
        unit = amount.unit if second.unit is None and amount.unit else unit
        return self._add(start, stop, Bound(Comparator.RANGE, False, start), lower, unit, upper)

    def _single(self, amount: Amount) -> int:
        bound = bound_before(self._tokens, amount.start, self._language)
        if bound is not None and not self._is_free(bound, amount.start):
            bound = None
        unit, stop = self._unit(amount)
        if self._is_article(amount, unit, bound):
            return amount.stop
        if unit is None and self._is_name(amount, bound):
            return amount.stop
        if bound is not None and self._is_topic(amount, unit, bound):
            bound = None
        after = bound_after(self._tokens, stop, self._language)
        if after is None and stop > amount.stop:
            after = bound_after(self._tokens, amount.stop, self._language)
        start = bound.edge if bound else amount.start
        bound = bound or bound_inside(self._tokens, amount.numeral.start, amount.numeral.stop) or after
        value, unit = self._shared(amount, unit, stop)
        if after is not None:
            stop = max(stop, after.edge)
        return self._add(start, stop, bound, value, unit, None, amount.change)

    def _is_free(self, bound: Bound, stop: int) -> bool:
        return bound.edge >= self._floor and not any(self._taken[bound.edge : stop])

    def _is_article(self, amount: Amount, unit: str | None, bound: Bound | None) -> bool:
        """Whether ein or one is a mere article here and no number."""
        if not amount.numeral.article:
            return False
        if amount.unit is not None:
            return bound is None and amount.unit in _PERIODS
        if bound is not None and low(self._tokens, bound.edge) in (
            *_TOPICS,
            "gut",
            "gute",
            "etwa",
            "an",
            "um",
            "bis",
        ):
            return True
        return bound is None and (self._language == "de" or unit is None)

    def _is_name(self, amount: Amount, bound: Bound | None) -> bool:
        numeral = amount.numeral
        if find_whole(self._tokens, amount.stop, self._language, self._text) is not None:
            return False
        if self._language == "en" and is_title(self._tokens, numeral):
            return True
        return bound is None and (is_named_with(self._tokens, numeral) or is_age(self._tokens, numeral))

    def _is_topic(self, amount: Amount, unit: str | None, bound: Bound) -> bool:
        small = amount.numeral.spelled and amount.numeral.value < _SMALLEST_BOUND and not amount.numeral.share
        return small and amount.unit is None and unit is not None and low(self._tokens, bound.edge) in _TOPICS

    def _unit(self, amount: Amount) -> tuple[str | None, int]:
        if amount.unit is not None:
            return amount.unit, amount.stop
        noun = find_noun(self._tokens, amount.stop, self._language, self._text, amount.numeral.value == 1)
        if noun is not None and not any(self._taken[amount.stop : noun.stop]):
            return noun.lemma, noun.stop
        return None, amount.stop

    def _shared(self, amount: Amount, unit: str | None, stop: int) -> tuple[float, str | None]:
        """Scale and unit that stand only once, behind the next number: von 80 auf 120 Millionen Euro."""
        if unit is not None:
            return amount.value, unit
        at = stop + 1
        if low(self._tokens, stop) not in _LINKS or at >= len(self._tokens) or self._taken[at]:
            return amount.value, find_whole(self._tokens, stop, self._language, self._text)
        at += low(self._tokens, at) in ("rund", "etwa", "fast", "knapp", "about", "nearly", "almost")
        if at >= len(self._tokens) or not begins_amount(self._tokens[at], self._language):
            return amount.value, None
        following = read_amount(self._tokens, at, self._language, self._text)
        if following is None or following.numeral.share or following.numeral.article:
            return amount.value, None
        comma = low(self._tokens, stop) == ","
        value = amount.value if comma else share_scale(amount, following)
        return value, self._unit(following)[0]

    def _add(
        self,
        first: int,
        stop: int,
        bound: Bound | None,
        value: float,
        unit: str | None,
        upper: float | None = None,
        change: Change | None = None,
    ) -> int:
        start, end = self._tokens[first].start, self._tokens[stop - 1].end
        quantity = Quantity(
            start=start,
            end=end,
            exact=self._text[start:end],
            comparator=bound.comparator if bound else Comparator.EQ,
            value=value,
            upper=upper,
            unit=unit,
            change=change or (self._change(first, stop, unit) if value >= 0 else None),
            near=bound.near if bound else False,
        )
        self._found.append(quantity)
        self._floor = stop
        return stop

    def _change(self, first: int, stop: int, unit: str | None) -> Change | None:
        """The change it measures; an amount restated in other terms (190 points, or 0.6%) keeps its own."""
        if low(self._tokens, first) == "+" and glued(self._tokens, first + 1):
            return Change.UP
        change = find_change(self._tokens, first, stop, unit, self._language)
        at = first - 1
        while low(self._tokens, at) in _RESTATED:
            at -= 1
        if change is None and self._found and 0 < first - 1 - at <= 2 and at == self._floor - 1:
            return self._found[-1].change
        return change
