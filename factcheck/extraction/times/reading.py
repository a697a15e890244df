"""From moments to records: the dates of ranges, open intervals and hours."""

from datetime import date

from claims.reason import Language
from claims.time import TimeExpression
from factcheck.extraction.numerals import Kind, Token
from factcheck.extraction.times.families import Grammar
from factcheck.extraction.times.moments import GRAMMARS, Moment, Scan
from factcheck.extraction.times.values import Value, resolve

_REACH = 25
"""How many tokens around an expression can show that its sentence speaks of the future."""


def date_moments(
    scanned: Scan, text: str, language: Language, published: date | None
) -> list[TimeExpression]:
    """The records of all moments of a text, in order."""
    grammar = GRAMMARS[language]
    found: list[TimeExpression] = []
    dated = ""
    dated_at = -1
    day: str | None = None
    day_at = 0
    tokens = scanned.tokens
    for moment in scanned.moments:
        tense = _tense(tokens, moment, grammar) if published is not None else 0
        edtf = _date(moment, published, tense)
        if moment.value.edtf is not None:
            dated, dated_at = moment.value.edtf, moment.first
        elif published is not None and dated_at >= _sentence(tokens, moment)[0]:
            edtf = _with_year(moment, dated) or edtf
        if moment.value.clock is not None:
            near = day is not None and day_at >= _sentence(tokens, moment)[0]
            edtf = f"{day}{moment.value.clock}" if near else None
        elif edtf is not None and len(edtf) == 10:
            day, day_at = edtf, moment.stop
        start, end = tokens[moment.first].start, tokens[moment.stop - 1].end
        found.append(TimeExpression(start=start, end=end, exact=text[start:end], edtf=edtf))
    return found


def _tense(tokens: list[Token], moment: Moment, grammar: Grammar) -> int:
    """1 where the sentence speaks of the future, -1 of the past, by the nearest word that tells."""
    first, last = _sentence(tokens, moment)
    nearest, tense = _REACH, 0
    for index in (*range(first, moment.first), *range(moment.stop, last)):
        word = tokens[index].low
        sign = 1 if word in grammar.future else -1 if _is_past(word, grammar) else 0
        if sign > tense or (sign and abs(index - moment.first) < nearest and tense != 1):
            nearest, tense = abs(index - moment.first), sign
    return tense


def _is_past(word: str, grammar: Grammar) -> bool:
    return word in grammar.past or bool(grammar.past_ending and word.endswith(grammar.past_ending))


def _sentence(tokens: list[Token], moment: Moment) -> tuple[int, int]:
    """The tokens around an expression up to the ends of its sentence."""
    first, last = moment.first, moment.stop
    while first > 0 and moment.first - first < _REACH and not _ends(tokens, first - 1):
        first -= 1
    while last < len(tokens) and last - moment.stop < _REACH and not _ends(tokens, last):
        last += 1
    return first, last


def _ends(tokens: list[Token], index: int) -> bool:
    """Whether a sign ends a sentence, as far as its neighbours tell."""
    if tokens[index].low not in (".", "?", "!"):
        return False
    before, after = (
        tokens[index - 1] if index else None,
        tokens[index + 1] if index + 1 < len(tokens) else None,
    )
    return after is None or (after.capital and (before is None or before.kind is not Kind.DIGITS))


def _with_year(moment: Moment, dated: str) -> str | None:
    """A later month or day of the year that the sentence has named: im Oktober 2021 und dann im November."""
    part = moment.value.part
    if part is None or moment.last is not None or len(dated) != 4 + len(part) or dated[4:] > part:
        return None
    return dated[:4] + part


def _date(moment: Moment, published: date | None, tense: int) -> str | None:
    if moment.last is not None:
        return _span(moment.value, moment.last, published, tense)
    edtf = resolve(moment.value, published, tense)
    if edtf is None or "/" in edtf or moment.bound not in ("since", "until"):
        return edtf
    return f"{edtf}/.." if moment.bound == "since" else f"../{edtf}"


def _span(first: Value, last: Value, published: date | None, tense: int) -> str | None:
    end = resolve(last, published, tense)
    if end is None or "/" in end:
        return None
    if first.part is not None:
        start: str | None = end[:4] + first.part
        if start is not None and start > end:
            start = f"{int(end[:4]) - 1:04d}{first.part}"
    else:
        start = resolve(first, published, tense)
    if start is None or "/" in start:
        return None
    return f"{start}/{end}"
