"""Find expressions of time in tokens; their dates may still need the day of publication."""

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Kind, Token, glued, low, tokenize
from factcheck.extraction.times.english import ENGLISH
from factcheck.extraction.times.families import Family, Grammar
from factcheck.extraction.times.german import GERMAN
from factcheck.extraction.times.lists import earlier_days, earlier_hours
from factcheck.extraction.times.values import Value
from factcheck.extraction.times.years import is_year

GRAMMARS: dict[Language, Grammar] = {"de": GERMAN, "en": ENGLISH}
_HYPHENS = frozenset("-‑–")
_PAPERS = words("bild welt zeit kurier times telegraph mirror express mail herald post independent")
_LISTS = words("und and oder or sowie , &")
_ARTICLES = words("der die das des dem den the this dieses diesem")
_PREPOSITIONS = words("im in am an vom zum zu zur um gegen beim auf für on at during of for over within")
_LEADING = _ARTICLES | _PREPOSITIONS
_PARTS = words("anfang mitte ende beginn monat")
_ONWARDS = ("an", "onwards", "onward")


class Moment(NamedTuple):
    """tokens[first:stop] say when. `last` is the end of a range that begins with `value`; `bound` is
    "since" or "until" for an interval that is open on one side."""

    first: int
    stop: int
    value: Value
    last: Value | None = None
    bound: str = ""


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
    cores = _find_cores(tokens, text, language, grammar)
    opened: list[Moment] = []
    for core in cores:
        opened.append(_open(tokens, core, opened[-1].stop if opened else 0, grammar))
    opened = _share_years(tokens, opened)
    return _join(tokens, opened, grammar)


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
    if _hangs_on(tokens, at):
        return None
    for one in families:
        match = one.pattern.match(text, tokens[at].start)
        value = one.read(match) if match is not None else None
        if match is not None and value is not None:
            stop = max(at + 1, bisect_left(ends, match.end()) + 1)
            return None if _is_name(tokens, at, stop, value) else Moment(at, stop, value, bound=value.bound)
    return None


def _hangs_on(tokens: list[Token], at: int) -> bool:
    """Whether a sign binds the word to another one before it (Herz-Jesu-Sonntag, $2019)."""
    if not glued(tokens, at):
        return False
    before = low(tokens, at - 1)
    if tokens[at].kind is Kind.DIGITS and before in ("$", "€", "£", ",", ".", "#"):
        return True
    held = before in _HYPHENS and glued(tokens, at - 1) and at > 1 and tokens[at - 2].kind is not Kind.SIGN
    return (
        held
        and tokens[at].kind is not Kind.DIGITS
        and tokens[at - 2].low not in ("mid", "early", "late", "to")
    )


def _is_name(tokens: list[Token], at: int, stop: int, value: Value) -> bool:
    """Winter-Biathlon, Bild am Sonntag, August Meier: a word of the calendar in a name."""
    if value.edtf is not None or tokens[at].kind is Kind.DIGITS or value.clock:
        return False
    after = low(tokens, stop)
    if (
        after in _HYPHENS
        and glued(tokens, stop)
        and glued(tokens, stop + 1)
        and tokens[stop + 1].kind is Kind.WORD
    ):
        return low(tokens, stop + 1) != "to"
    if value.relative is not None and value.relative.unit == "weekday":
        return (low(tokens, at - 1) in ("am", "on") and low(tokens, at - 2) in _PAPERS) or after in _PAPERS
    bare_month = value.part is not None and len(value.part) == 3 and value.part < "-13" and stop == at + 1
    if bare_month and at and tokens[at - 1].kind is Kind.WORD and tokens[at - 1].capital:
        return low(tokens, at - 1) not in _PARTS and not _begins(tokens, at - 1)
    followed = stop < len(tokens) and tokens[stop].kind is Kind.WORD and tokens[stop].capital
    return bare_month and followed and (at == 0 or tokens[at - 1].capital or tokens[at - 1].kind is Kind.SIGN)


def _begins(tokens: list[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].kind is Kind.SIGN


def _read_year(tokens: list[Token], at: int, language: Language) -> Moment | None:
    if not is_year(tokens, at, language):
        return None
    return Moment(at, at + 1, Value(edtf=tokens[at].low))


def _open(tokens: list[Token], core: Moment, floor: int, grammar: Grammar) -> Moment:
    """Take in the words before an expression that belong to it: seit Ende, bis zum Jahr, early."""
    first, role = core.first, ""
    while first > floor and not role and (word := low(tokens, first - 1)) in grammar.openers:
        if tokens[first - 1].kind is Kind.SIGN and not glued(tokens, first):
            break
        if word in _LEADING and low(tokens, first) in _PREPOSITIONS:
            break
        first, role = first - 1, grammar.openers[word]
    if low(tokens, core.stop) in _ONWARDS and low(tokens, first) in ("von", "vom", "from"):
        return core._replace(first=first, stop=core.stop + 1, bound="since")
    return core._replace(first=first, bound=role or core.bound)


def _share_years(tokens: list[Token], moments: list[Moment]) -> list[Moment]:
    """Give the first of two the year that stands once: im März und April 2020, in May and June 2019."""
    shared = list(moments)
    for index in range(len(moments) - 2, -1, -1):
        left, right = moments[index], shared[index + 1]
        written = right.value.edtf
        linked = right.first == left.stop + 1 and low(tokens, left.stop) in _LISTS
        if (
            linked
            and left.value.part is not None
            and written is not None
            and len(written) == 4 + len(left.value.part)
        ):
            shared[index] = left._replace(value=Value(edtf=written[:4] + left.value.part))
    return shared


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
    if (
        tokens[between].kind is Kind.SIGN
        and not glued(tokens, between)
        and not _is_alike(left.value, right.value)
    ):
        return None
    return Moment(left.first, right.stop, left.value, right.value)


def _is_alike(left: Value, right: Value) -> bool:
    """Whether two values name their times in the same way, as the ends of a range do."""
    return [len(part or "") for part in (left.edtf, left.part)] == [
        len(part or "") for part in (right.edtf, right.part)
    ]
