"""Dates and times as a reader of German or English writes them."""

import re
from datetime import date, datetime

from babel.dates import format_date, format_datetime, get_timezone

from claims import wording
from claims.reason import Language
from claims.time import Part

LOCALES = {"de": "de", "en": "en_GB"}
_DAY = re.compile(r"(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_AGES = re.compile(r"(\d{3})X|(\d{2})XX")
_SPANS = {
    "21": ("Frühjahr", "spring"),
    "22": ("Sommer", "summer"),
    "23": ("Herbst", "autumn"),
    "24": ("Winter", "winter"),
    "33": ("1. Quartal", "first quarter of"),
    "34": ("2. Quartal", "second quarter of"),
    "35": ("3. Quartal", "third quarter of"),
    "36": ("4. Quartal", "fourth quarter of"),
    "40": ("1. Halbjahr", "first half of"),
    "41": ("2. Halbjahr", "second half of"),
}
"""Parts of a year by their month number in EDTF level 2: seasons, quarters, half-years."""


def moment(at: datetime, language: Language, time_zone: str) -> str:
    """A time in the desk's zone, to the minute: 24. Nov. 2026, 15:02 MEZ."""
    pattern = "d MMM y, HH:mm zzz" if language == "en" else "d. MMM y, HH:mm zzz"
    return format_datetime(at, pattern, tzinfo=get_timezone(time_zone), locale=LOCALES[language])


def day(at: datetime, language: Language, time_zone: str) -> str:
    """The date in the desk's zone: 24. November 2026."""
    pattern = "d MMMM y" if language == "en" else "d. MMMM y"
    return format_datetime(at, pattern, tzinfo=get_timezone(time_zone), locale=LOCALES[language])


def edtf(value: str, language: Language, part: Part | None = None) -> str:
    """An EDTF date or interval in words, as precise as it is; what has no words stays as it is.

    `part` is the part of it that is meant, of an open interval the part of its one end.
    """
    start, slash, end = value.partition("/")
    if not slash:
        return _point(value, language, part)
    german = language == "de"
    if start in ("", ".."):
        return f"{'bis' if german else 'until'} {_point(end, language, part)}"
    if end in ("", ".."):
        return f"{'seit' if german else 'since'} {_point(start, language, part)}"
    return f"{_point(start, language)} {'bis' if german else 'to'} {_point(end, language)}"


def _point(value: str, language: Language, part: Part | None = None) -> str:
    return wording.time(_named(value.rstrip("~?%"), language), value, part, language)


def _named(value: str, language: Language) -> str:
    if found := _AGES.fullmatch(value):
        return _age(found, language)
    found = _DAY.fullmatch(value)
    if found is None:
        return value
    year, month, of_month = found.groups()
    if month in _SPANS:
        return f"{_SPANS[month][language == 'en']} {year}"
    return _calendar_day(year, month, of_month, language) or value


def _calendar_day(year: str, month: str | None, of_month: str | None, language: Language) -> str | None:
    if month is None:
        return year
    try:
        named = date(int(year), int(month), int(of_month or 1))
    except ValueError:
        return None
    pattern = ("d. MMMM y" if language == "de" else "d MMMM y") if of_month else "LLLL y"
    return format_date(named, pattern, locale=LOCALES[language])


def _age(found: re.Match[str], language: Language) -> str:
    decade, hundreds = found.groups()
    if decade:
        return f"{decade}0er Jahre" if language == "de" else f"{decade}0s"
    century = int(hundreds) + 1
    return f"{century}. Jahrhundert" if language == "de" else f"{century}{_ordinal_ending(century)} century"


def _ordinal_ending(number: int) -> str:
    if 11 <= number % 100 <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
