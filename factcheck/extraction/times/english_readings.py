"""What the parts of English expressions of time say: patterns and their readers."""

import re

from factcheck.extraction.numerals.english_words import ONES
from factcheck.extraction.times.dates import YEAR, century, expand_year, full_date
from factcheck.extraction.times.english_words import (
    CENTURIES,
    DAYTIMES,
    DIRECTIONS,
    FEASTS,
    MONTHS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from factcheck.extraction.times.families import one_of
from factcheck.extraction.times.values import UNDATED, Relative, Value

Match = re.Match[str]


def name_of(words: object) -> str:
    """The same of names, which always have their capital."""
    return "|".join(sorted((str(word).capitalize() for word in words), key=len, reverse=True))  # type: ignore[attr-defined]


MONTH = rf"(?P<m>{name_of(MONTHS)})(?:\.(?=,? ?[0-9])|(?!\w))"
DIRECTED = rf"(?P<dir>{one_of(DIRECTIONS)})"
DAY = r"(?P<d>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9]|[.,:][0-9])"
OF_YEAR = (
    rf"(?:(?:,? (?:of |in )?(?:the year )?|/)(?P<y>{YEAR})|(?: of)? (?P<dir>last|this|next|the "
    rf"previous) year)"
)
WEEKDAY = rf"(?P<w>{name_of(WEEKDAYS)})"
DAYTIME = rf"(?: (?:{one_of(DAYTIMES)})(?!\w))?"
BEFORE_DATE = rf"(?:(?:{name_of(WEEKDAYS)}),? (?:the )?)?"


def year_of(match: Match) -> tuple[str | None, int | None]:
    """The year that an expression names or points to."""
    if match["dir"]:
        return None, DIRECTIONS[match["dir"].lower().split()[-1]]
    return match["y"] or None, None


def read_date(match: Match) -> Value | None:
    return full_date(match["d"], MONTHS[match["m"].lower()], *year_of(match))


def read_month(match: Match) -> Value | None:
    return full_date(None, MONTHS[match["m"].lower()], *year_of(match))


BEFORE_MONTH = re.compile(
    r"(?i:\b(?:in|since|by|until|till|of|from|during|before|after|early|late|mid|between|through|to)[\s-])$"
)


def read_bare_month(match: Match) -> Value | None:
    """May and March are months only behind a preposition."""
    before = match.string[max(0, match.start() - 10) : match.start()]
    return read_month(match) if BEFORE_MONTH.search(before) else None


def read_days(match: Match) -> Value | None:
    """May 3-5, 2019."""
    first = full_date(match["d"], MONTHS[match["m"].lower()], *year_of(match))
    last = full_date(match["e"], MONTHS[match["m"].lower()], *year_of(match))
    if first is None or last is None or int(match["d"]) >= int(match["e"]):
        return None
    return Value(edtf=f"{first.edtf}/{last.edtf}") if first.edtf and last.edtf else UNDATED


def read_iso(match: Match) -> Value | None:
    return full_date(match["d"], int(match["n"]), match["y"]) if 1 <= int(match["n"]) <= 12 else None


def read_slashed(match: Match) -> Value | None:
    """10/3/2019 is October or March: where both are possible only the year is said."""
    first, second, year = int(match["a"]), int(match["b"]), expand_year(match["y"])
    if first > 12 or second > 12 or first == second:
        day, month = (second, first) if second > 12 else (first, second)
        return full_date(day, month, year) if 1 <= month <= 12 and day else None
    return Value(edtf=year) if first and second else None


def part_of_year(code: int, match: Match) -> Value:
    year, shift = year_of(match)
    if year is not None:
        return Value(edtf=f"{year}-{code}")
    return (
        Value(relative=Relative("year", shift, f"-{code}")) if shift is not None else Value(part=f"-{code}")
    )


def read_quarter(match: Match) -> Value:
    number = ORDINALS[match["o"].lower()] if match["o"] else int(match["q"])
    return part_of_year(32 + number, match)


def read_half(match: Match) -> Value:
    return part_of_year(39 + ORDINALS[match["o"].lower()], match)


def read_season(match: Match) -> Value | None:
    year, shift = year_of(match)
    return None if year is None and shift is None else part_of_year(SEASONS[match["s"].lower()], match)


def read_months_of(match: Match) -> Value | None:
    """the first nine months of 2023, the last three months of 2004."""
    word = match["k"].lower()
    count = int(word) if word.isdecimal() else ONES.get(word, 0)
    year = match["y"]
    if not 0 < count < 12:
        return UNDATED
    if match["o"].lower() == "first":
        return Value(edtf=f"{year}-01/{year}-{count:02d}")
    return Value(edtf=f"{year}-{13 - count:02d}/{year}-12")


def read_decade(match: Match) -> Value | None:
    return Value(edtf=f"{match['t'][:3]}X")


def read_short_decade(match: Match) -> Value | None:
    return Value(relative=Relative("decade", None, match["t"][0]))


UNANCHORED = ("past", "coming", "following", "previous")
"""Directions that are seen from another time of the text, or name no single unit."""


def read_directed(match: Match) -> Value | None:
    offset, word = DIRECTIONS[match["dir"].lower()], match["u"].lower()
    if word in UNITS:
        single = not word.endswith("s") and match["dir"].lower() not in UNANCHORED
        return Value(relative=Relative(UNITS[word], offset)) if single else UNDATED
    if word in MONTHS:
        return Value(relative=Relative("named", offset, f"-{MONTHS[word]:02d}"))
    if word in SEASONS:
        return Value(relative=Relative("named", offset, f"-{SEASONS[word]}"))
    return Value(relative=Relative("weekday", offset, str(WEEKDAYS[word])))


def read_ago(match: Match) -> Value | None:
    """three years ago; a number that is no more than a bound, and hours, date nothing."""
    word = match["k"].lower()
    count = int(word) if word.isdecimal() else 1 if word in ("a", "an", "one") else ONES.get(word)
    unit = UNITS.get(match["u"].lower())
    if count is None or unit is None:
        return UNDATED
    return Value(relative=Relative(unit, -count))


def read_clock(match: Match) -> Value | None:
    hour = int(match["h"])
    half = (match["half"] or "").replace(".", "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    return Value(clock=f"T{hour:02d}:{int(match['min'] or 0):02d}")


def read_century(match: Match) -> Value | None:
    word = match["c"].lower()
    return century(CENTURIES.get(word) or int(re.sub(r"\D", "", word)))


def read_feast(match: Match) -> Value:
    part, year = FEASTS[" ".join(match["f"].lower().replace("’", "'").split())], match["y"]
    if year:
        return Value(edtf=year + part)
    return Value(part=part) if part else UNDATED


COUNT = rf"(?P<k>[0-9]+|[Aa]n?|[Oo]ne|{one_of(ONES)})"
UNIT = rf"(?P<u>{one_of(UNITS)}|hours?|minutes?)(?!\w)"
