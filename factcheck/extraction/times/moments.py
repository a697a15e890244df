"""Find expressions of time in tokens; their dates may still need the day of publication."""

from bisect import bisect_left
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction.numerals import Kind, Token, glued, low
from factcheck.extraction.times.english import ENGLISH
from factcheck.extraction.times.families import Family, Grammar
from factcheck.extraction.times.german import GERMAN
from factcheck.extraction.times.values import Value
from factcheck.extraction.times.years import is_year

GRAMMARS: dict[Language, Grammar] = {"de": GERMAN, "en": ENGLISH}


class Moment(NamedTuple):
    """tokens[first:stop] say when. `last` is the end of a range that begins with `value`; `bound` is
    "since" or "until" for an interval that is open on one side."""

    first: int
    stop: int
    value: Value
    last: Value | None = None
    bound: str = ""


def find_moments(tokens: list[Token], text: str, language: Language) -> list[Moment]:
    """All expressions of time, in order and apart from each other."""
    grammar = GRAMMARS[language]
    ends: list[int] = []
    cores: list[Moment] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        families: tuple[Family, ...] | None = None
        if token.kind is Kind.DIGITS:
            families = grammar.digits
        elif token.kind is not Kind.SIGN:
            families = grammar.starts.get(token.low)
        if families is not None:
            if not ends:
                ends = [each.end for each in tokens]
            core = _read_core(tokens, at, text, families, ends) or _read_year(tokens, at, language)
            if core is not None:
                cores.append(core)
                at = core.stop
                continue
        at += 1
    return _join(
        tokens,
        [_open(tokens, core, cores[k - 1].stop if k else 0, grammar) for k, core in enumerate(cores)],
        grammar,
    )


def _read_core(
    tokens: list[Token], at: int, text: str, families: tuple[Family, ...], ends: list[int]
) -> Moment | None:
    start = tokens[at].start
    if (
        at
        and tokens[at].kind is Kind.DIGITS
        and glued(tokens, at)
        and tokens[at - 1].low in ("$", "€", "£", ",", ".")
    ):
        return None
    for one in families:
        match = one.pattern.match(text, start)
        if match is None:
            continue
        value = one.read(match)
        if value is not None:
            return Moment(at, max(at + 1, bisect_left(ends, match.end()) + 1), value)
    return None


def _read_year(tokens: list[Token], at: int, language: Language) -> Moment | None:
    if not is_year(tokens, at, language):
        return None
    return Moment(at, at + 1, Value(edtf=tokens[at].low))


def _open(tokens: list[Token], core: Moment, floor: int, grammar: Grammar) -> Moment:
    """Take in the words before an expression that belong to it: seit Ende, bis zum Jahr, early."""
    first, bound = core.first, ""
    while first > floor and (role := grammar.openers.get(low(tokens, first - 1))) is not None:
        if role == "" and tokens[first - 1].kind is Kind.SIGN and not glued(tokens, first):
            break
        first -= 1
        if role:
            bound = role
            break
    return core._replace(first=first, bound=bound)


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
    if (
        right.bound in ("until", "") and right.first == between and low(tokens, between) in grammar.joins
    ) or right.first == between + 1:
        between_word = low(tokens, between)
    else:
        return None
    join = grammar.joins.get(between_word)
    if join is None or (join == "and" and left.bound != "between"):
        return None
    return Moment(left.first, right.stop, left.value, right.value)
