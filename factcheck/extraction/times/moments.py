"""Find expressions of time in tokens; their dates may still need the day of publication."""

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from claims.reason import Language
from claims.time import Part
from factcheck.extraction.numerals import Kind, Token, glued, low, tokenize
from factcheck.extraction.times.english import ENGLISH
from factcheck.extraction.times.families import Family, Grammar
from factcheck.extraction.times.german import GERMAN
from factcheck.extraction.times.lists import earlier_days, earlier_hours, share_years
from factcheck.extraction.times.names import hangs_on, is_name
from factcheck.extraction.times.openers import open_to_the_left, runs_on
from factcheck.extraction.times.values import Value
from factcheck.extraction.times.years import is_year

GRAMMARS: dict[Language, Grammar] = {"de": GERMAN, "en": ENGLISH}
_A_DAY = len("2019-10-03")


class Moment(NamedTuple):
    """tokens[first:stop] say when. `last` is the end of a range that begins with `value`; `bound` is
    "since", "after", "until" or "before" for an interval that is open on one side; `within` is the part
    of it that is meant, `about` that it is meant roughly."""

    first: int
    stop: int
    value: Value
    last: Value | None = None
    bound: str = ""
    within: Part | None = None
    about: bool = False


class Scan(NamedTuple):
    """The tokens of a text and the expressions of time in them; shared, so not to be changed."""

    tokens: list[Token]
    moments: list[Moment]


@lru_cache(maxsize=8)
def scan(text: str, language: Language) -> Scan:
    """Cut a text and find its times, once for all who ask about it one after the other."""
    tokens = tokenize(text)
    return Scan(tokens, find_moments(tokens, text, language))


def find_moments(tokens: list[Token], text: str, language: Language) -> list[Moment]:
    """All expressions of time, in order and apart from each other."""
    grammar = GRAMMARS[language]
    opened: list[Moment] = []
    for core in _find_cores(tokens, text, language, grammar):
        floor = opened[-1].stop if opened else 0
        if core.first >= floor:
            opened.append(_open(tokens, core, floor, grammar))
    values = share_years(tokens, [(moment.first, moment.stop, moment.value) for moment in opened])
    shared = [moment._replace(value=value) for moment, value in zip(opened, values, strict=True)]
    return _join(tokens, shared, grammar)


def _find_cores(tokens: list[Token], text: str, language: Language, grammar: Grammar) -> list[Moment]:
    """The expressions without the words before them that belong to them."""
    digits, starts = Kind.DIGITS, grammar.starts
    beginnings = [at for at, token in enumerate(tokens) if token.kind is digits or token.low in starts]
    if not beginnings:
        return []
    ends = [token.end for token in tokens]
    cores: list[Moment] = []
    floor = 0
    for at in beginnings:
        if at < floor:
            continue
        families = grammar.digits if tokens[at].kind is digits else starts[tokens[at].low]
        core = _read_core(tokens, at, text, families, ends) or _read_year(tokens, at, language)
        if core is not None:
            cores += _listed_before(tokens, core, floor)
            cores.append(core)
            floor = core.stop
    return cores


def _listed_before(tokens: list[Token], core: Moment, floor: int) -> list[Moment]:
    """The days or hours of a list that end in this one."""
    days = earlier_days(tokens, core.first, core.value, floor)
    hours = earlier_hours(tokens, core.first, core.value, floor)
    return [Moment(at, at + 1 + (low(tokens, at + 1) == "."), value) for at, value in (*days, *hours)]


def _read_core(
    tokens: list[Token], at: int, text: str, families: tuple[Family, ...], ends: list[int]
) -> Moment | None:
    if hangs_on(tokens, at):
        return None
    for one in families:
        match = one.match(text, tokens[at].start)
        value = one.read(match) if match is not None else None
        if match is not None and value is not None:
            stop = max(at + 1, bisect_left(ends, match.end()) + 1)
            return None if is_name(tokens, at, stop, value) else Moment(at, stop, value, bound=value.bound)
    return None


def _read_year(tokens: list[Token], at: int, language: Language) -> Moment | None:
    if not is_year(tokens, at, language):
        return None
    return Moment(at, at + 1, Value(edtf=tokens[at].low))


def _open(tokens: list[Token], core: Moment, floor: int, grammar: Grammar) -> Moment:
    """Take in the words around an expression that belong to it: seit Ende, early, bis heute."""
    if _is_attribute(tokens, core, grammar):
        return core
    opening = open_to_the_left(tokens, core.first, floor, grammar)
    stop = runs_on(tokens, core.stop, opening, grammar)
    bound = "since" if stop != core.stop else opening.bound or core.bound
    within = opening.within or core.value.within
    about = (opening.about and core.value.clock is None) or core.value.about
    return core._replace(first=opening.first, stop=stop, bound=bound, within=within, about=about)


def _is_attribute(tokens: list[Token], core: Moment, grammar: Grammar) -> bool:
    """A year between an article and its noun dates the noun alone: seit der 2015 beschlossenen Reform."""
    return (
        core.stop == core.first + 1
        and tokens[core.first].kind is Kind.DIGITS
        and core.value.edtf is not None
        and low(tokens, core.first - 1) in grammar.attributing
        and core.stop < len(tokens)
        and tokens[core.stop].kind is Kind.WORD
    )


def _join(tokens: list[Token], moments: list[Moment], grammar: Grammar) -> list[Moment]:
    """Make one of the two ends of a range: von 2015 bis 2020, between March and May 2019."""
    joined: list[Moment] = []
    for moment in moments:
        if joined and (merged := _merge(tokens, joined[-1], moment, grammar)) is not None:
            joined[-1] = merged
        else:
            joined.append(moment)
    return joined


def _merge(tokens: list[Token], left: Moment, right: Moment, grammar: Grammar) -> Moment | None:
    if left.last is not None or left.value.clock or right.value.clock:
        return None
    between = left.stop
    opened = right.first == between and right.bound in ("until", "") and right.first < right.stop - 1
    if not opened and right.first != between + 1:
        return None
    join = grammar.joins.get(low(tokens, between))
    if join is None or (join == "and" and left.bound != "between"):
        return None
    if join == "night" and not _is_night(tokens, left):
        return None
    if tokens[between].kind is Kind.SIGN and not _is_range(tokens, between, left, right):
        return None
    return Moment(left.first, right.stop, left.value, right.value)


def _is_night(tokens: list[Token], left: Moment) -> bool:
    """in der Nacht vom 3. auf den 4. Mai, where `auf` is else what something is put off to."""
    return any("nacht" in low(tokens, at) for at in range(left.first - 2, left.stop))


def _is_range(tokens: list[Token], sign: int, left: Moment, right: Moment) -> bool:
    """Whether a dash or slash joins two ends; a slash between two days is a list (3./4. Mai)."""
    if tokens[sign].low == "/" and _is_day(left.value) and _is_day(right.value):
        return False
    return glued(tokens, sign) or _is_alike(left.value, right.value)


def _is_day(value: Value) -> bool:
    return len(value.edtf or "") == _A_DAY or len(value.part or "") == len("-10-03")


def _is_alike(left: Value, right: Value) -> bool:
    """Whether two values name their times in the same way, as the ends of a range do."""
    return [len(part or "") for part in (left.edtf, left.part)] == [
        len(part or "") for part in (right.edtf, right.part)
    ]
