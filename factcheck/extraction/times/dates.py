"""Calendar dates out of their parts, in any language."""

from factcheck.extraction.times.values import UNDATED, Relative, Value, valid_day

YEAR = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9]|[.,:][0-9]|[-–][0-9]{3,}|[ \u00a0]?[%€$£°])"
"""A year of four digits; as a bare number only its surroundings tell (see `years`)."""


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
    """Two digits are a year of the last or this century: 69 to 99 of the last, as in POSIX."""
    if len(year) == 2:
        return f"19{year}" if int(year) >= 69 else f"20{year}"
    return year


def year_span(first: str, last: str) -> Value | None:
    """2015-2020, 1939/45 as an interval. None where the end lies before the beginning."""
    if len(last) == 2:
        last = first[:2] + last if int(last) > int(first[2:]) or first[2:] == "99" else last
        last = str(int(first[:2]) + 1) + "00" if first[2:] == "99" and last.endswith("00") else last
    return Value(edtf=f"{first}/{last}") if len(last) == 4 and int(first) < int(last) else None


def century(number: int) -> Value | None:
    """The 18th century is 17XX."""
    return Value(edtf=f"{number - 1:02d}XX") if 1 < number <= 21 else UNDATED
