"""Calendar dates out of their parts, in any language."""

from datetime import date, timedelta

from factcheck.extraction.times.feasts import DAYS, SEVERAL_DAYS
from factcheck.extraction.times.values import UNDATED, Relative, Value, valid_day

YEAR = r"(?:1[0-9]{3}|2[01][0-9]{2})(?![0-9]|[.,:][0-9]|[-–][0-9]{3,}|[ \u00a0]?[%€$£°])"
"""A year of four digits; as a bare number only its surroundings tell (see `years`)."""

_LAST_CENTURY = 40


def full_date(
    day: str | int | None, month: int | None, year: str | None, shift: int | None = None
) -> Value | None:
    """The value of a date whose parts may be missing. None where the calendar has no such day.

    `shift` is the year as seen from the publication (October last year: -1).
    """
    if (
        day is not None
        and month is not None
        and not valid_day(int(expand_year(year)) if year else 2000, month, int(day))
    ):
        return None
    part = ("" if month is None else f"-{month:02d}") + ("" if day is None else f"-{int(day):02d}")
    if year is not None:
        return Value(edtf=expand_year(year) + part)
    if shift is not None:
        return Value(relative=Relative("year", shift, part))
    return Value(part=part) if part else UNDATED


def expand_year(year: str) -> str:
    """Two digits are a year of the last or this century: from 40 on of the last."""
    if len(year) == 2:
        return f"19{year}" if int(year) >= _LAST_CENTURY else f"20{year}"
    return year


def of_year(code: int, year: str | None, shift: int | None) -> Value:
    """A part of a year by its EDTF code (season, quarter, half): of a year, of last year, of the likely."""
    if year is not None:
        return Value(edtf=f"{expand_year(year)}-{code}")
    if shift is not None:
        return Value(relative=Relative("year", shift, f"-{code}"))
    return Value(part=f"-{code}")


def months_of_year(count: int, at_its_end: bool, year: str | None) -> Value | None:
    """The first nine, the last three months of a year."""
    if not 0 < count < 12:
        return None
    if year is None:
        return UNDATED
    if at_its_end:
        return Value(edtf=f"{year}-{13 - count:02d}/{year}-12")
    return Value(edtf=f"{year}-01/{year}-{count:02d}")


def iso_date(year: str, month: str, day: str | None, clock: str | None = None) -> Value | None:
    """2019-10-03, 2019-10, 2019-10-03T14:30."""
    if not 1 <= int(month) <= 12 or (day is not None and not valid_day(int(year), int(month), int(day))):
        return None
    return Value(edtf=f"{year}-{month}" + (f"-{day}" if day else "") + (f"T{clock}" if clock else ""))


def year_span(first: str, last: str) -> Value | None:
    """2015-20, 2015-2020, 1939/45 as an interval, 2015-03 as a month. None where the end lies before
    the beginning."""
    if len(last) == 2:
        if int(last) < int(first[2:]) and 1 <= int(last) <= 12 and first[2:] != "99":
            return Value(edtf=f"{first}-{last}")
        last = first[:2] + last if int(last) > int(first[2:]) or first[2:] == "99" else last
        last = str(int(first[:2]) + 1) + "00" if first[2:] == "99" and last.endswith("00") else last
    return Value(edtf=f"{first}/{last}") if len(last) == 4 and int(first) < int(last) else None


def century(number: int, before_christ: bool = False) -> Value | None:
    """The 18th century is 17XX; those before Christ are intervals (EDTF counts from a year 0)."""
    if before_christ:
        first, last = -100 * number + 1, -100 * (number - 1)
        return Value(edtf=f"{_signed(first)}/{_signed(last)}") if 0 < number < 100 else None
    return Value(edtf=f"{number - 1:02d}XX") if 1 < number <= 21 else UNDATED


def year_of_era(number: int, before_christ: bool) -> Value:
    """44 BC is -0043, AD 79 is 0079."""
    return Value(edtf=_signed(1 - number if before_christ else number))


def _signed(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def calendar_week(number: int, year: str | None) -> Value | None:
    """Week 12 of a year as ISO 8601 counts it, Monday to Sunday."""
    if year is None:
        return UNDATED
    try:
        monday = date.fromisocalendar(int(year), number, 1)
    except ValueError:
        return None
    return Value(edtf=f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}")


def feast(name: str, year: str | None, offset: int | None = None) -> Value:
    """A feast by its name in `feasts.DAYS`; an empty name is one whose day nobody can tell."""
    if not name:
        return UNDATED if year is None else Value(edtf=year)
    about = name in SEVERAL_DAYS
    if year is None:
        return Value(relative=Relative("feast", offset, name), about=about)
    return Value(edtf=DAYS[name](int(year)).isoformat(), about=about)
