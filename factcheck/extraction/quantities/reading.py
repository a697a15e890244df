"""The quantities of a text: amounts with their comparators, ranges, counted nouns and changes."""

from claims.quantity import Change, ChangeKind, Comparator, Quantity
from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Token, glued, low
from factcheck.extraction.quantities.amounts import Amount, begins_amount, find_beginnings, read_amount
from factcheck.extraction.quantities.changes import Movement, find_level, find_movement
from factcheck.extraction.quantities.comparators import Bound, bound_after, bound_before, bound_inside, turned
from factcheck.extraction.quantities.dimensions import dimension
from factcheck.extraction.quantities.exclusion_words import DISPUTING, HOW_LONG, LASTING
from factcheck.extraction.quantities.exclusions import (
    is_age,
    is_any,
    is_club,
    is_named_with,
    is_person,
    is_postal,
    is_score,
    is_title,
)
from factcheck.extraction.quantities.nouns import find_noun, find_whole
from factcheck.extraction.quantities.ranges import BETWEEN, read_second, share_scale

_PERIODS = frozenset(("day", "week", "month", "year", "decade", "h", "min", "s", "times"))
_LINKS = words("auf to oder or und and , sowie / zu gegen mal x × by")
_BETWEEN = words(
    """
    rund etwa fast knapp über unter mehr weniger mindestens höchstens maximal bis gut
    about nearly almost over under more fewer less roughly around
    """
)
"""What may stand before the second of two numbers that share a unit: von 60 auf unter 50 Prozent."""
_RESTATED = words("or oder , ( bzw beziehungsweise")
_TOPICS = words("über unter gegen nach ab over under above below past beyond around about")
"""Comparators that are a plain preposition before a small number word: über drei Gesetze beraten."""

_GOVERNING = words(
    """
    verfügt verfügen verfügte verfügten verfüge berät beraten beriet berieten entscheidet entscheiden
    entschied diskutiert diskutieren diskutierte diskutierten debattiert debattieren debattierte debattierten
    spricht sprechen sprach sprachen streitet streiten stritt stritten verhandelt verhandeln verhandelte
    verhandelten berichtet berichten berichtete berichteten gebietet herrscht herrschte

    talk talks talked talking ask asked concerned worried know knew questions information complaints
    complained complain speak spoke think thought heard
    """
)
"""Words that take their object with über or about, so that it bounds no number: verfügt über 200 Panzer."""
_SMALLEST_BOUND = 10
_WIDEST_GAP = 6
_FILLERS = words("in im am of on at the last sich")


class Reading:
    """One pass over the tokens of a text; `taken` marks those that say when."""

    def __init__(self, tokens: list[Token], text: str, language: Language, taken: bytearray) -> None:
        self._tokens = tokens
        self._text = text
        self._language = language
        self._taken = taken
        self._floor = 0
        self._next = 0
        self._started = False
        self._found: list[Quantity] = []

    def find(self) -> list[Quantity]:
        """All quantities in order, not overlapping."""
        for at in find_beginnings(self._tokens, self._language):
            if at < self._next or self._taken[at]:
                continue
            amount = read_amount(self._tokens, at, self._language, self._text)
            if amount is not None and amount.start >= self._floor and 1 not in self._taken[at : amount.stop]:
                self._next = self._read(amount)
        return self._found

    def _read(self, amount: Amount) -> int:
        """Take up an amount, or the range that it begins; the index to go on from."""
        second = read_second(self._tokens, amount, self._language, self._text)
        if second is None or 1 in self._taken[second.start : second.stop]:
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
        if self._is_postal(amount, bound) or self._is_person(amount, bound):
            return stop
        if bound is not None and self._is_topic(amount, unit, bound):
            bound = None
        after = bound_after(self._tokens, stop, self._language)
        if after is None and stop > amount.stop:
            after = bound_after(self._tokens, amount.stop, self._language)
        if after is not None and unit is None:
            unit, behind = self._noun(after.edge, amount.numeral.value)
            after = after._replace(edge=behind)
        start = bound.edge if bound else amount.start
        bound = turned(self._tokens, bound) if bound else None
        bound = bound or bound_inside(self._tokens, amount.numeral.start, amount.numeral.stop) or after
        bound = bound or self._converted(amount)
        value, unit = self._shared(amount, unit, stop)
        if after is not None:
            stop = max(stop, after.edge)
        return self._add(start, stop, bound, value, unit, None, amount.change)

    def _converted(self, amount: Amount) -> Bound | None:
        """The bound of the figure that this one gives in another unit: over 7 million crowns (US$1m)."""
        if (
            not self._found
            or self._floor != amount.start - 1
            or low(self._tokens, self._floor) not in ("(", "/")
        ):
            return None
        before = self._found[-1]
        kind = dimension(before.unit)
        if kind is None or kind != dimension(amount.unit) or before.unit == amount.unit:
            return None
        bounded = before.comparator not in (Comparator.EQ, Comparator.RANGE)
        return Bound(before.comparator, before.near, amount.start) if bounded else None

    def _is_free(self, bound: Bound, stop: int) -> bool:
        return bound.edge >= self._floor and 1 not in self._taken[bound.edge : stop]

    def _is_article(self, amount: Amount, unit: str | None, bound: Bound | None) -> bool:
        """Whether ein or one is a mere article here and no number."""
        if not amount.numeral.article:
            return False
        if amount.unit is not None:
            if glued(self._tokens, amount.numeral.stop):
                return False
            return bound is None and (amount.unit in _PERIODS or is_any(self._tokens, amount.stop))
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
        if self._language == "de" and is_club(self._tokens, numeral, self._text):
            return True
        return bound is None and (is_named_with(self._tokens, numeral) or is_age(self._tokens, numeral))

    def _is_postal(self, amount: Amount, bound: Bound | None) -> bool:
        german = self._language == "de" and bound is None and amount.unit is None
        return german and is_postal(self._tokens, amount.numeral, self._text)

    def _is_person(self, amount: Amount, bound: Bound | None) -> bool:
        aged = amount.unit == "year" and bound is None
        return aged and is_person(self._tokens, amount.stop, self._language, self._text)

    def _is_topic(self, amount: Amount, unit: str | None, bound: Bound) -> bool:
        word = low(self._tokens, bound.edge)
        if bound.edge == amount.start - 1 and word in ("über", "about") and unit is not None:
            governed = low(self._tokens, bound.edge - 1) in _GOVERNING
            if governed:
                return True
        if bound.edge == amount.start - 1 and word == "over" and self._is_no_bound(amount, bound.edge):
            return True
        small = (
            amount.numeral.spelled
            and amount.numeral.scale == 1
            and amount.numeral.value < _SMALLEST_BOUND
            and not amount.numeral.share
        )
        return small and amount.unit is None and unit is not None and low(self._tokens, bound.edge) in _TOPICS

    def _is_no_bound(self, amount: Amount, over: int) -> bool:
        """ "(lose £9m) over three years" says how long, "quits over £4m bill" what about."""
        before = low(self._tokens, over - 1)
        lasting = amount.unit in LASTING and before not in HOW_LONG
        return lasting or before in DISPUTING

    def _unit(self, amount: Amount) -> tuple[str | None, int]:
        if amount.unit is not None:
            return amount.unit, amount.stop
        return self._noun(amount.stop, amount.numeral.value)

    def _noun(self, at: int, value: float) -> tuple[str | None, int]:
        noun = find_noun(self._tokens, at, self._language, self._text, value == 1)
        if noun is not None and 1 not in self._taken[at : noun.stop]:
            return noun.lemma, noun.stop
        return None, at

    def _shared(self, amount: Amount, unit: str | None, stop: int) -> tuple[float, str | None]:
        """Scale and unit that stand only once, behind the next number: von 80 auf 120 Millionen Euro."""
        if unit is not None:
            return amount.value, unit
        at = stop + 1
        if low(self._tokens, stop) not in _LINKS or at >= len(self._tokens) or self._taken[at]:
            return amount.value, find_whole(self._tokens, stop, self._language, self._text)
        at += low(self._tokens, at) in _BETWEEN
        at += low(self._tokens, at) in ("als", "than")
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
        moved = Movement(change, ChangeKind.BY) if change else self._moved(first, stop, value, unit)
        quantity = Quantity(
            start=start,
            end=end,
            exact=self._text[start:end],
            comparator=bound.comparator if bound else Comparator.EQ,
            value=value,
            upper=upper,
            unit=unit,
            change=moved.size if moved else None,
            change_kind=moved.kind if moved else None,
            direction=moved.direction if moved else None,
            near=bound.near if bound else False,
        )
        self._found.append(quantity)
        self._started = low(self._tokens, first - 1) in ("from", "von")
        self._floor = stop
        return stop

    def _moved(self, first: int, stop: int, value: float, unit: str | None) -> Movement | None:
        """The change it belongs to: by its own words, or by those of the figure before it."""
        own = find_movement(self._tokens, first, stop, unit, self._language) if value >= 0 else None
        level = find_level(self._tokens, first, self._language)
        if level is not None and self._found and self._is_next(level):
            return self._continued(self._tokens[level].low, value, unit) or own
        return own or self._restated(first)

    def _is_next(self, level: int) -> bool:
        """Whether to or from follows the figure before it, or a time in between: 3 im Mai auf 5."""
        gap = range(self._floor, level)
        return len(gap) <= _WIDEST_GAP and all(self._taken[k] or self._tokens[k].low in _FILLERS for k in gap)

    def _continued(self, preposition: str, value: float, unit: str | None) -> Movement | None:
        """rose 5% to 60, von 3 auf 5, rose to 5 from 3: what one figure says of the next."""
        before = self._found[-1]
        if preposition in ("from", "von"):
            return Movement(before.direction, ChangeKind.FROM) if before.direction else None
        if not self._started or (before.unit != unit and before.unit is not None and unit is not None):
            return Movement(before.direction, ChangeKind.TO) if before.direction else None
        if before.value == value or before.upper is not None:
            return None
        way = before.direction or (Change.UP if before.value < value else Change.DOWN)
        self._found[-1] = before.model_copy(
            update={"change": None, "change_kind": ChangeKind.FROM, "direction": way}
        )
        return Movement(way, ChangeKind.TO)

    def _restated(self, first: int) -> Movement | None:
        """An amount told again in other terms keeps its change: 190 points, or 0.6%."""
        at = first - 1
        while low(self._tokens, at) in _RESTATED:
            at -= 1
        if not self._found or not 0 < first - 1 - at <= 2 or at != self._floor - 1:
            return None
        before = self._found[-1]
        return Movement(before.direction, before.change_kind or ChangeKind.BY) if before.direction else None
