"""What an expression of time says before the day of publication is known, and its EDTF."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from claims.time import Part
from factcheck.extraction.times.feasts import DAYS

FRIDAY = 4
_MONTHS_APART = 12
_WEEK = 7


class Relative(NamedTuple):
    """A time seen from the day of publication: `offset` units away.

    `unit` is day, week, weekend, month, quarter, year, decade, century, weekday (`detail` 0 for Monday),
    day of week (the same in the week that is `offset` weeks away), named (`detail` is the part of a year
    such as -10-03; with `offset` None the year is the likely one) or feast (`detail` is its name).
    `anchored` where it is seen from another time of the text: a year earlier.
    """

    unit: str
    offset: int | None = 0
    detail: str = ""
    anchored: bool = False


class Window(NamedTuple):
    """The length of a period that ends with a time: the 12 months to June."""

    months: int = 0
    weeks: int = 0


class Value(NamedTuple):
    """`edtf` where the words date themselves, `part` where only the year is missing (-10-03, -22),
    `relative` where they count from the publication; all None where they only say that there is a time.
    `bound` is "since" or "until" where the words themselves open an interval.
    `clock` is an hour of a day, T20:00, that a date beside it completes.
    `within` is the part of it that is meant, `about` says that it is meant roughly, `window` makes it
    the end of a period.
    """

    edtf: str | None = None
    part: str | None = None
    relative: Relative | None = None
    clock: str | None = None
    bound: str = ""
    within: Part | None = None
    about: bool = False
    window: Window | None = None


UNDATED = Value()


def resolve(value: Value, published: date | None, tense: int = 0, anchor: str = "") -> str | None:
    """The EDTF of a value; `tense` is 1 where the sentence speaks of what will be, -1 of what was;
    `anchor` is the time that the words before it have named."""
    edtf = value.edtf
    if edtf is None and published is not None:
        try:
            edtf = _seen_from(value, published, tense, anchor)
        except (ValueError, OverflowError):
            edtf = None
    return _period(edtf, value.window) if edtf is not None and value.window is not None else edtf


def valid_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _seen_from(value: Value, published: date, tense: int, anchor: str) -> str | None:
    if value.part is not None:
        return _likely_year(value.part, published, tense)
    relative = value.relative
    if relative is None:
        return None
    if relative.anchored:
        return _shifted(anchor, relative.unit, relative.offset or 0)
    if value.within is Part.LATE and relative.offset == 0 and tense < 0:
        return None  # the end of the year that has been told of, not of the one that runs
    return _resolve_relative(relative, published, tense)


def _resolve_relative(relative: Relative, published: date, tense: int) -> str | None:
    unit, offset, detail, _ = relative
    if unit == "named":
        return _named(detail, published, offset, tense)
    if unit == "weekday":
        return _weekday(int(detail), published, offset, tense)
    if unit == "feast":
        return _feast(detail, published, offset, tense)
    return _counted(unit, published, offset or 0, detail, tense)


def _counted(unit: str, published: date, offset: int, detail: str, tense: int) -> str | None:
    if unit == "day":
        return (published + timedelta(days=offset)).isoformat()
    if unit in ("week", "weekend", "day of week"):
        return _of_week(unit, published, offset, detail, tense)
    if unit == "month":
        return _month(published.year, published.month, offset)
    if unit == "quarter":
        quarters = published.year * 4 + (published.month - 1) // 3 + offset
        return _year(quarters // 4) + f"-{33 + quarters % 4}"
    if unit == "decade":
        back = (published.year // 10 - int(detail)) % 10 if detail else -offset
        return _year(published.year // 10 - back, 3) + "X"
    if unit == "century":
        return _year(published.year // 100 + offset, 2) + "XX"
    return _year(published.year + offset) + detail if unit == "year" else None


def _of_week(unit: str, published: date, offset: int, detail: str, tense: int) -> str:
    if unit == "weekend" and not offset and tense <= 0 and published.weekday() < FRIDAY:
        offset = -1
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=offset)
    if unit == "day of week":
        return (monday + timedelta(days=int(detail))).isoformat()
    first = monday if unit == "week" else monday + timedelta(days=5)
    return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _month(year: int, month: int, offset: int) -> str:
    months = year * _MONTHS_APART + month - 1 + offset
    return _year(months // _MONTHS_APART) + f"-{months % _MONTHS_APART + 1:02d}"


def _year(year: int, width: int = 4) -> str:
    if not 0 < year < 10**width:
        raise ValueError(f"{year} is no year of {width} digits")
    return f"{year:0{width}d}"


def _weekday(day: int, published: date, offset: int | None, tense: int) -> str:
    ahead = (day - published.weekday()) % _WEEK
    if offset is None:
        days = ahead if tense > 0 else ahead - _WEEK if ahead else 0
    elif offset == 0:
        days = day - published.weekday()
    else:
        days = (ahead or _WEEK) if offset > 0 else ahead - _WEEK
    return (published + timedelta(days=days)).isoformat()


def _shifted(anchor: str, unit: str, offset: int) -> str | None:
    """A time so many units from another, no more precise than the unit nor than the other."""
    parts = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?:-\d\d)?", anchor)
    if parts is None:
        return None
    year, month, day = parts.groups()
    if unit == "year":
        return _year(int(year) + offset)
    if unit == "month" and month:
        return _month(int(year), int(month), offset)
    if unit == "day" and day:
        return (date.fromisoformat(anchor) + timedelta(days=offset)).isoformat()
    return None


def _period(end: str, window: Window) -> str | None:
    """The period that ends with a month or a day: as precise as its end."""
    try:
        if len(end) == len("2019-03") and end[5:7] <= "12":
            months = int(end[:4]) * _MONTHS_APART + int(end[5:7]) - window.months
            start = _year(months // _MONTHS_APART) + f"-{months % _MONTHS_APART + 1:02d}"
            return f"{start}/{end}" if window.months else None
        day = date.fromisoformat(end) + timedelta(days=1)
        begin = _months_before(day, window.months) - timedelta(weeks=window.weeks)
    except (ValueError, OverflowError):
        return None
    return f"{begin.isoformat()}/{end}"


def _months_before(day: date, count: int) -> date:
    year, month = divmod(day.year * _MONTHS_APART + day.month - 1 - count, _MONTHS_APART)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_SEASON_MONTHS = {21: 4, 22: 7, 23: 10, 24: 13, 33: 2, 34: 5, 35: 8, 36: 11, 40: 4, 41: 10}


def _middle(part: str, year: int) -> date:
    """A day in the middle of a part of a year, to measure how far off it is."""
    month = int(part[1:3])
    month = _SEASON_MONTHS.get(month, month)
    day = int(part[4:6]) if len(part) > 3 else 15
    return date(year + (month > _MONTHS_APART), (month - 1) % _MONTHS_APART + 1, day)


_AGAINST = {1: 2.5, 0: 1.2, -1: 5.0}
"""How much nearer a date has to be to be meant against the tense; without a tense the past is likelier."""


def _likely_year(part: str, published: date, tense: int) -> str | None:
    """The year that puts a yearless date nearest to the publication, on the side the tense says."""
    year = _nearest_year(lambda year: _middle(part, year), 0 if len(part) > 3 else 45, published, tense)
    return None if year is None else _year(year) + part


def _nearest_year(day_in: Callable[[int], date], slack: int, published: date, tense: int) -> int | None:
    """The year in which a day is likely meant; `slack` is how many days off still count as now."""
    best: tuple[float, int] | None = None
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            distance = (day_in(year) - published).days
        except ValueError:
            continue
        against = distance < -slack if tense > 0 else distance > slack
        cost = abs(distance) * (_AGAINST[tense] if against else 1)
        best = min(best, (cost, year)) if best else (cost, year)
    return best[1] if best else None


def _named(part: str, published: date, offset: int | None, tense: int) -> str | None:
    """last May, next summer: the one before or after the publication."""
    if offset is None:
        return _likely_year(part, published, tense)
    year = published.year
    if offset < 0 and _middle(part, year) >= published.replace(day=min(published.day, 28)):
        year -= 1
    elif offset > 0 and _middle(part, year) <= published:
        year += 1
    return _year(year) + part


def _feast(name: str, published: date, offset: int | None, tense: int) -> str | None:
    """At Easter, last Christmas."""
    if offset is None:
        year = _nearest_year(DAYS[name], 0, published, tense)
        return None if year is None else DAYS[name](year).isoformat()
    day = DAYS[name](published.year)
    if offset < 0 and day >= published:
        day = DAYS[name](published.year - 1)
    elif offset > 0 and day <= published:
        day = DAYS[name](published.year + 1)
    return day.isoformat()
