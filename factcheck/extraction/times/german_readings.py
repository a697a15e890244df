"""What the parts of German expressions of time say: patterns and their readers."""

import re

from factcheck.extraction.numerals.german_words import read_word
from factcheck.extraction.times.dates import YEAR, century, expand_year, full_date
from factcheck.extraction.times.families import one_of
from factcheck.extraction.times.german_words import (
    ABBREVIATED,
    CENTURIES,
    DAYS,
    DAYTIMES,
    DIRECTIONS,
    FEASTS,
    MONTHS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from factcheck.extraction.times.values import UNDATED, Relative, Value

Match = re.Match[str]


ENDS = "(?:e[nrsm]?)"
DIRECTED = rf"(?P<dir>{one_of(DIRECTIONS)}){ENDS}"
MONTH = rf"(?P<m>{one_of(MONTHS)})(?:\.(?= ?[0-9a-zäöü,])|s)?(?!\w)"
WEEKDAY = rf"(?P<w>{one_of(WEEKDAYS)})"
DAYTIME = rf"(?:{one_of(DAYTIMES)})"
OF_YEAR = (
    rf"(?:(?:,? (?:des |im )?(?:Jahre?s? )?|/)(?P<y>{YEAR})"
    rf"|(?: (?:des|im))? {DIRECTED} Jahre?s?|(?: des)? (?P<before>Vorjahre?s))"
)
DAY = r"(?P<d>0?[1-9]|[12][0-9]|3[01])"
OPTIONAL_WEEKDAY = rf"(?:(?:{one_of(WEEKDAYS)}),? (?:(?:de[mnr]|am) )?)?"


def year_of(match: Match) -> tuple[str | None, int | None]:
    """The year that an expression names or points to."""
    groups = match.groupdict()
    if groups.get("before"):
        return None, -1
    if groups.get("dir"):
        return None, DIRECTIONS[groups["dir"].lower()]
    return groups.get("y"), None


def read_date(match: Match) -> Value | None:
    if (
        match["m"].lower() in ABBREVIATED
        and not match["y"]
        and match.string[match.end("m") : match.end("m") + 1] != "."
    ):
        return None
    return full_date(match["d"], MONTHS[match["m"].lower()], *year_of(match))


def read_month(match: Match) -> Value | None:
    word = match["m"]
    if not word[0].isupper() or (word.lower() in ABBREVIATED and not match["y"]):
        return None
    return full_date(None, MONTHS[match["m"].lower()], *year_of(match))


def read_numeric(match: Match) -> Value | None:
    if not 1 <= int(match["n"]) <= 12 or not match["y"]:
        return full_date(match["d"], int(match["n"]), None) if 1 <= int(match["n"]) <= 12 else None
    return full_date(match["d"], int(match["n"]), expand_year(match["y"]))


def read_day(match: Match) -> Value | None:
    """heute, gestern Abend; `heute noch` and `auch heute` mean these days, `der Morgen` is no day."""
    word, before = match["t"], match.string[max(0, match.start() - 8) : match.start()].rstrip()
    if word == "Morgen" and match.group() == word and before and before[-1] not in '.!?:"„“»':
        return UNDATED
    if word.lower() == "heute" and (
        match["still"] or before.lower().endswith(("auch", "noch", "bis", "wir", "immer"))
    ):
        return UNDATED
    return Value(relative=Relative("day", DAYS[word.lower()]))


def read_day_adjective(match: Match) -> Value:
    """am heutigen Dienstag is a day, das heutige Istanbul is these days."""
    if match["t"].lower() == "heut":
        return Value(relative=Relative("day", 0)) if match["day"] else UNDATED
    return Value(relative=Relative("day", -1))


def read_iso(match: Match) -> Value | None:
    return full_date(match["d"], int(match["n"]), match["y"]) if 1 <= int(match["n"]) <= 12 else None


def part_of_year(code: int, match: Match) -> Value:
    year, shift = year_of(match)
    if year is not None:
        return Value(edtf=f"{year}-{code}")
    return (
        Value(relative=Relative("year", shift, f"-{code}")) if shift is not None else Value(part=f"-{code}")
    )


def ordinal(match: Match) -> int:
    word = match["o"].lower()
    return ORDINALS.get(word) or int(word.rstrip("."))


def read_quarter(match: Match) -> Value | None:
    number = int(match["q"]) if match.groupdict().get("q") else ordinal(match)
    return part_of_year(32 + number, match) if 1 <= number <= 4 else None


def read_half(match: Match) -> Value | None:
    number = ordinal(match)
    return part_of_year(39 + number, match) if number <= 2 else None


def read_season(match: Match) -> Value:
    return part_of_year(SEASONS[match["s"].lower()], match)


def read_first_months(match: Match) -> Value | None:
    """in den ersten neun Monaten 2023."""
    count = int(match["k"]) if match["k"].isdecimal() else int(read_word(match["k"].lower()) or 0)
    year = match["y"]
    if not 0 < count < 12:
        return None
    if year is None:
        return UNDATED
    if match["o"].lower() == "ersten":
        return Value(edtf=f"{year}-01/{year}-{count:02d}")
    return Value(edtf=f"{year}-{13 - count:02d}/{year}-12")


def read_decade(match: Match) -> Value | None:
    digits = match["t"]
    if len(digits) == 4:
        return Value(edtf=f"{digits[:3]}X")
    return Value(relative=Relative("decade", None, digits[0])) if digits.endswith("0") else None


ANAPHORIC = ("folgend", "vorangegangen")
"""Directions that are seen from another time of the text."""


def read_directed(match: Match) -> Value | None:
    offset = DIRECTIONS[match["dir"].lower()]
    word = match["u"].lower()
    if word in UNITS:
        # an unnamed number of them (in den letzten Jahren) has no date
        plural = word in ("tage", "tagen", "wochen", "monate", "monaten", "jahre", "jahren", "quartalen")
        return (
            UNDATED
            if plural or match["dir"].lower() == "folgend"
            else Value(relative=Relative(UNITS[word], offset))
        )
    if word in MONTHS:
        return Value(relative=Relative("named", offset, f"-{MONTHS[word]:02d}"))
    season = word.removesuffix("s")
    if season in SEASONS:
        return Value(relative=Relative("named", offset, f"-{SEASONS[season]}"))
    return Value(relative=Relative("weekday", offset, str(WEEKDAYS[word.removesuffix("s")])))


def read_ago(match: Match) -> Value | None:
    """vor drei Jahren; a quantity of hours or an unclear number dates nothing."""
    word = match["k"].lower()
    count = (
        int(word) if word.isdecimal() else 1 if word.startswith("ein") and len(word) <= 5 else read_word(word)
    )
    unit = UNITS.get(match["u"].lower())
    if count is None or unit is None or count != int(count) or match["more"] or match["scale"]:
        return UNDATED
    since = "since" if match["way"].lower() == "seit" else ""
    return Value(relative=Relative(unit, -int(count), about=bool(match["about"])), bound=since)


COUNT = r"(?P<k>[0-9]+|[a-zäöüß]+)"
UNIT = rf"(?P<u>{one_of(UNITS)})(?!\w)"
CLOCK = r"(?P<h>[01]?[0-9]|2[0-4])(?:[.:](?P<min>[0-5][0-9]))?"


def read_clock(match: Match) -> Value:
    minutes = match["min"] or match.groupdict().get("min2") or "00"
    return Value(clock=f"T{int(match['h']) % 24:02d}:{int(minutes):02d}")


def read_century(match: Match) -> Value | None:
    word = match["c"].lower()
    return century(CENTURIES.get(word) or int(word.rstrip(".")))


def read_weekday(match: Match) -> Value | None:
    """am Montag, Dienstagabend; montags is a habit."""
    if not match["w"][0].isupper():
        return None
    return Value(relative=Relative("weekday", None, str(WEEKDAYS[match["w"].lower()])))


def read_feast(match: Match) -> Value:
    part, year = FEASTS[match["f"].lower()], match["y"]
    if year:
        return Value(edtf=year + part)
    return Value(part=part) if part else UNDATED
