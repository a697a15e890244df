"""What an expression of time says before the day of publication is known, and its EDTF."""

from datetime import date, timedelta
from typing import NamedTuple

FRIDAY = 4
_MONTHS_APART = 12


class Relative(NamedTuple):
    """A time seen from the day of publication: `offset` units away.

    `unit` is day, week, weekend, month, quarter, year, decade, century, weekday (`detail` 0 for Monday)
    or named (`detail` is the part of a year such as -10-03; with `offset` None the year is the likely one).
    """

    unit: str
    offset: int | None = 0
    detail: str = ""
    about: bool = False


class Value(NamedTuple):
    """`edtf` where the words date themselves, `part` where only the year is missing (-10-03, -22),
    `relative` where they count from the publication; all None where they only say that there is a time.
    `bound` is "since" or "until" where the words themselves open an interval.
    `clock` is an hour of a day, T20:00, that a date beside it completes.
    """

    edtf: str | None = None
    part: str | None = None
    relative: Relative | None = None
    clock: str | None = None
    bound: str = ""


UNDATED = Value()


def resolve(value: Value, published: date | None, tense: int = 0) -> str | None:
    """The EDTF of a value; `tense` is 1 where the sentence speaks of what
    will be, -1 of what was."""
    if value.edtf is not None or published is None:
        return value.edtf
    try:
        if value.part is not None:
            return _likely_year(value.part, published, tense)
        return _resolve_relative(value.relative, published, tense) if value.relative else None
    except (ValueError, OverflowError):
        return None


def valid_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _resolve_relative(relative: Relative, published: date, tense: int) -> str | None:
    unit, offset, detail, about = relative
    if unit == "named":
        text = _named(detail, published, offset, tense)
    elif unit == "weekday":
        text = _weekday(int(detail), published, offset, tense)
    else:
        text = _counted(unit, published, offset or 0, detail, tense)
    return f"{text}~" if about and text and "/" not in text else text


def _counted(unit: str, published: date, offset: int, detail: str, tense: int) -> str | None:
    if unit == "day":
        return (published + timedelta(days=offset)).isoformat()
    if unit == "weekend" and not offset and tense <= 0 and published.weekday() < FRIDAY:
        offset = -1
    if unit in ("week", "weekend"):
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=offset)
        first = monday if unit == "week" else monday + timedelta(days=5)
        return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "month":
        months = published.year * _MONTHS_APART + published.month - 1 + offset
        return _year(months // _MONTHS_APART) + f"-{months % _MONTHS_APART + 1:02d}"
    if unit == "quarter":
        quarters = published.year * 4 + (published.month - 1) // 3 + offset
        return _year(quarters // 4) + f"-{33 + quarters % 4}"
    if unit == "decade":
        back = (published.year // 10 - int(detail)) % 10 if detail else -offset
        return _year(published.year // 10 - back, 3) + "X"
    if unit == "century":
        return _year(published.year // 100 + offset, 2) + "XX"
    return _year(published.year + offset) + detail if unit == "year" else None


def _year(year: int, width: int = 4) -> str:
    if not 0 < year < 10**width:
        raise ValueError(f"{year} is no year of {width} digits")
    return f"{year:0{width}d}"


def _weekday(day: int, published: date, offset: int | None, tense: int) -> str:
    ahead = (day - published.weekday()) % 7
    if offset is None:
        days = ahead if tense > 0 else ahead - 7 if ahead else 0
    elif offset == 0:
        days = day - published.weekday()
    else:
        days = (ahead or 7) if offset > 0 else ahead - 7
    return (published + timedelta(days=days)).isoformat()


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
    best: tuple[float, int] | None = None
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            distance = (_middle(part, year) - published).days
        except ValueError:
            continue
        ahead = distance > (0 if len(part) > 3 else 45)
        behind = distance < (0 if len(part) > 3 else -45)
        cost = abs(distance) * (_AGAINST[tense] if (behind if tense > 0 else ahead) else 1)
        best = min(best, (cost, year)) if best else (cost, year)
    return _year(best[1]) + part if best else None


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
