"""From moments to records: the dates of ranges, open intervals, hours, and of what the text tells from
another time of its own."""

from dataclasses import dataclass
from datetime import date

from claims.reason import Language
from claims.time import TimeExpression
from factcheck.extraction.numerals import Token
from factcheck.extraction.times.moments import GRAMMARS, Moment, Scan
from factcheck.extraction.times.tense import find_tense, sentence
from factcheck.extraction.times.values import Value, resolve

_WHOLE = frozenset("/T")
"""Intervals and hours are not marked as rough."""
_OPEN = ("since", "until", "after", "before")
_A_DAY = len("2019-10-03")
_A_YEAR = len("2019")
_PARTS_OF_YEAR = frozenset(("33", "34", "35", "36", "40", "41"))
_RECENT = 3
"""Years back to which figures are still held against those of the year before."""


@dataclass(slots=True)
class _Told:
    """What the text has named last: a time that is written out, any single time, a day; each with the
    token at which it stands."""

    dated: str = ""
    dated_at: int = -1
    anchor: str = ""
    anchor_at: int = -1
    day: str = ""
    day_at: int = -1
    year: int = 0
    year_at: int = -1


def date_moments(
    scanned: Scan, text: str, language: Language, published: date | None
) -> list[TimeExpression]:
    """The records of all moments of a text, in order."""
    grammar, tokens, told = GRAMMARS[language], scanned.tokens, _Told()
    found: list[TimeExpression] = []
    for index, moment in enumerate(scanned.moments):
        tense = find_tense(tokens, moment.first, moment.stop, grammar) if published is not None else 0
        if moment.value.clock is not None:
            edtf = _hour(scanned, index, told, published)
        else:
            edtf = _seen(moment, tokens, told, published, tense)
            if not _is_year_before(moment, tokens):
                _tell(told, moment, edtf)
        about = "~" if edtf is not None and _is_rough(moment, edtf) else ""
        start, end = tokens[moment.first].start, tokens[moment.stop - 1].end
        found.append(
            TimeExpression(
                start=start, end=end, exact=text[start:end], edtf=edtf and edtf + about, part=moment.within
            )
        )
    return found


def _is_rough(moment: Moment, edtf: str) -> bool:
    return moment.about and not _WHOLE.intersection(edtf)


def _hour(scanned: Scan, index: int, told: _Told, published: date | None) -> str | None:
    """An hour of the day that its sentence has named, or names right behind it."""
    moment, tokens = scanned.moments[index], scanned.tokens
    begin, _ = sentence(tokens, moment.first, moment.stop)
    if told.day and told.day_at >= begin:
        return f"{told.day}{moment.value.clock}"
    behind = scanned.moments[index + 1] if index + 1 < len(scanned.moments) else None
    if behind is None or behind.first > moment.stop + 1:
        return None
    day = _date(behind, published, 0, "")
    return f"{day}{moment.value.clock}" if day is not None and len(day) == _A_DAY else None


def _seen(moment: Moment, tokens: list[Token], told: _Told, published: date | None, tense: int) -> str | None:
    if published is None:
        return _date(moment, None, tense, "")
    begin, _ = sentence(tokens, moment.first, moment.stop)
    anchor = told.anchor if told.anchor_at >= begin else ""
    before = _year_before(moment, tokens, told, published, begin)
    edtf = before or _date(moment, published, tense, anchor)
    if moment.value.edtf is None and told.dated_at >= begin:
        return _with_year(moment, told.dated) or edtf
    return edtf


def _is_year_before(moment: Moment, tokens: list[Token]) -> bool:
    return tokens[moment.stop - 1].low.startswith("vorjahr") and moment.value.window is None


def _year_before(moment: Moment, tokens: list[Token], told: _Told, published: date, begin: int) -> str | None:
    """ "2025 waren es acht, im Vorjahr sechs": the year before the one that its sentence, or the sentence
    before, tells of, where that is one of the last; None where neither names one."""
    if not told.year or not _is_year_before(moment, tokens) or moment.value.relative is None:
        return None
    if begin:
        begin, _ = sentence(tokens, begin - 1, begin)
    told_of = told.year_at >= begin and published.year - _RECENT <= told.year <= published.year
    return f"{told.year - 1:04d}" if told_of else None


def _tell(told: _Told, moment: Moment, edtf: str | None) -> None:
    if moment.value.edtf is not None:
        told.dated, told.dated_at = moment.value.edtf, moment.first
    if edtf is None or "/" in edtf:
        return
    told.anchor, told.anchor_at = edtf, moment.first
    if edtf[:4].isdecimal() and (len(edtf) == _A_YEAR or edtf[5:] in _PARTS_OF_YEAR):
        told.year, told.year_at = int(edtf[:4]), moment.first
    if len(edtf) == _A_DAY:
        told.day, told.day_at = edtf, moment.stop


def _with_year(moment: Moment, dated: str) -> str | None:
    """A later month or day of the year that the sentence has named: im Oktober 2021 und dann im November."""
    part = moment.value.part
    if part is None or moment.last is not None or len(dated) != 4 + len(part) or dated[4:] > part:
        return None
    return dated[:4] + part


def _date(moment: Moment, published: date | None, tense: int, anchor: str) -> str | None:
    if moment.last is not None:
        return _span(moment.value, moment.last, published, tense)
    edtf = resolve(moment.value, published, tense, anchor)
    return edtf if edtf is None else _bounded(edtf, moment.bound)


def _bounded(edtf: str, bound: str) -> str:
    """since and until a time; of an interval since its beginning, until its end."""
    first, interval, last = edtf.partition("/")
    if bound not in (("since", "until") if interval else _OPEN) or ".." in (first, last):
        return edtf
    return f"{first}/.." if bound in ("since", "after") else f"../{last or first}"


def _span(first: Value, last: Value, published: date | None, tense: int) -> str | None:
    end = resolve(last, published, tense)
    if end is None or "/" in end or (first.part is not None and not end[:4].isdecimal()):
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
