"""What the parts of German expressions of time say: patterns and their readers."""

import re

from claims.time import Part
from factcheck.extraction.numerals.german_words import read_word
from factcheck.extraction.times.dates import (
    YEAR,
    century,
    expand_year,
    full_date,
    months_of_year,
    year_span,
)
from factcheck.extraction.times.dates import of_year as part_of_year
from factcheck.extraction.times.families import one_of
from factcheck.extraction.times.german_words import (
    ABBREVIATED,
    CENTURIES,
    DAYTIMES,
    DIRECTIONS,
    MONTHS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from factcheck.extraction.times.values import Relative, Value, Window

Match = re.Match[str]


ENDS = "(?:e[nrsm]?)"
DIRECTED = rf"(?P<dir>{one_of(DIRECTIONS)}){ENDS}"
MONTH = rf"(?P<m>{one_of(MONTHS)})(?:\.(?= ?[0-9a-zäöü,])|s)?(?!\w)"
WEEKDAY = rf"(?P<w>{one_of(WEEKDAYS)})"
DAYTIME = rf"(?:{one_of(DAYTIMES)})"
OF_YEAR = (
    rf"(?:(?:,? (?:des |im )?(?:Jahre?s? )?|/)(?P<y>{YEAR})|(?: ['’‘]|/)(?P<yy>[0-9]{{2}})(?![0-9/.,])"
    rf"|(?: (?:des|im))? {DIRECTED} Jahre?s?|(?: des)? (?P<before>Vorjahre?s))"
)
DAY = r"(?P<d>0?[1-9]|[12][0-9]|3[01])"
COUNT = r"(?P<k>[0-9]+|[a-zäöüß]+)"
UNIT = rf"(?P<u>{one_of(UNITS)})(?!\w)"
CLOCK = r"(?P<h>[01]?[0-9]|2[0-4])(?:[.:](?P<min>[0-5][0-9]))?"
BEFORE_CHRIST = r"(?P<bc> v(?:or|\.) ?(?:Chr(?:istus|\.)?|u\. ?Z\.|unserer Zeit\w*))"
_MONTHS_OF_YEAR = 12
_NOON = 12


def year_of(match: Match) -> tuple[str | None, int | None]:
    """The year that an expression names or points to."""
    groups = match.groupdict()
    if groups.get("before"):
        return None, -1
    if groups.get("dir"):
        return None, DIRECTIONS[groups["dir"].lower()]
    return groups.get("y") or groups.get("yy"), None


def counted(word: str) -> float | None:
    """How many a number in digits or letters is, None where it is none."""
    word = word.lower()
    if word.isdecimal():
        return int(word)
    number = 1 if word.startswith("ein") and len(word) <= 5 else read_word(word)
    return None if number is None else float(number)


def read_date(match: Match) -> Value | None:
    word = match["m"].lower()
    pointed = match.string[match.end("m") : match.end("m") + 1] == "."
    if word in ABBREVIATED and not match["y"] and not pointed:
        return None
    return full_date(match["d"], MONTHS[word], *year_of(match))


def read_month(match: Match) -> Value | None:
    word, (year, shift) = match["m"], year_of(match)
    if not word[0].isupper() or (word.lower() in ABBREVIATED and year is None):
        return None
    return full_date(None, MONTHS[word.lower()], year, shift)


def read_part_of_month(match: Match) -> Value | None:
    """in der ersten Märzhälfte 2020, in der letzten Maiwoche."""
    word = match["o"].lower()
    part = Part.EARLY if word.startswith("erst") else Part.LATE
    if match["what"] == "woche" and word.startswith("zweit"):
        part = Part.MID
    value = full_date(None, MONTHS[match["m"].lower()], *year_of(match))
    return value and value._replace(within=part)


_NUMBERED = re.compile(
    r"(?:kapitel|abschnitt|version|punkt|ziffer|artikel|absatz|nr\.?|nummer|§|seite|tabelle|anlage)\s*$", re.I
)
_ON = re.compile(r"\b(?:am|vom|bis|bis zum|seit dem)\s$", re.I)


def read_numeric(match: Match) -> Value | None:
    """7.2.2022, 7.2.; a date without a year and its full stop needs an `am` before it."""
    if not 1 <= int(match["n"]) <= 12:
        return None
    year = match["y"]
    if year:
        return full_date(match["d"], int(match["n"]), expand_year(year))
    before = match.string[max(0, match.start() - 12) : match.start()]
    if _NUMBERED.search(before) or (match[0][-1] != "." and not _ON.search(before)):
        return None
    return full_date(match["d"], int(match["n"]), None)


def ordinal(match: Match) -> int:
    word = match["o"].lower()
    return ORDINALS.get(word) or int(word.rstrip("."))


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NAMED_QUARTERS = {"schluss": 4, "letzt": 4, "auftakt": 1, "start": 1, "anfangs": 1}


def read_quarter(match: Match) -> Value | None:
    groups = match.groupdict()
    if groups.get("q"):
        number = int(match["q"])
    elif groups.get("named"):
        number = _NAMED_QUARTERS[match["named"].lower()]
    elif groups.get("roman"):
        number = _ROMAN[match["roman"].lower()]
    else:
        number = ordinal(match)
    return part_of_year(32 + number, *year_of(match)) if 1 <= number <= 4 else None


def read_half(match: Match) -> Value | None:
    number = ordinal(match)
    return part_of_year(39 + number, *year_of(match)) if number <= 2 else None


_PREFIXES = {"früh": Part.EARLY, "hoch": Part.MID, "spät": Part.LATE}


def read_season(match: Match) -> Value:
    word, prefix = match["s"].lower(), (match["pre"] or "").lower()
    return part_of_year(SEASONS[word], *year_of(match))._replace(within=_PREFIXES.get(prefix))


def read_months_of(match: Match) -> Value | None:
    """in den ersten neun Monaten 2023, in den ersten drei Quartalen."""
    count = int(counted(match["k"]) or 0) * (3 if match["u"].startswith("Quartal") else 1)
    return months_of_year(count, match["o"].lower() == "letzten", match["y"])


_SEASON_OF = re.compile(
    r"(?:saison|spielzeit|schuljahr|semester|geschäftsjahr|wirtschaftsjahr|winter)\s$", re.I
)


def read_short_span(match: Match) -> Value | None:
    """in der Saison 22/23."""
    if not _SEASON_OF.search(match.string[max(0, match.start() - 18) : match.start()]):
        return None
    return year_span(expand_year(match["a"]), match["b"])


def read_window(match: Match) -> Value | None:
    """in den zwölf Monaten bis Juni 2023, im Jahr bis Ende März."""
    count = counted(match["k"]) if match.groupdict().get("k") else _MONTHS_OF_YEAR
    day = match.groupdict().get("d")
    value = full_date(day, MONTHS[match["m"].lower()], *year_of(match))
    return value and value._replace(window=Window(months=int(count))) if count else None


_ENDING = re.compile(r"\b(?:mitte|ende|anfang|beginn) der(?: frühen| späten)?\s$", re.I)


def read_decade(match: Match) -> Value | None:
    digits = match["t"]
    if len(digits) == 4:
        return Value(edtf=f"{digits[:3]}X")
    return Value(relative=Relative("decade", None, digits[0])) if digits.endswith("0") else None


def read_named_decade(match: Match, decades: dict[str, int]) -> Value | None:
    """die Neunzigerjahre, Mitte der Neunziger."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    if match["end"] is None and not _ENDING.search(before):
        return None
    return Value(relative=Relative("decade", None, str(decades[match["t"].lower()])))


_DAY_TIMES = {"mittags": 12, "nachmittags": 12, "abends": 12, "nachts": 0}


def read_clock(match: Match) -> Value:
    """20 Uhr, 8 Uhr abends."""
    groups = match.groupdict()
    minutes = match["min"] or groups.get("min2") or "00"
    hour, later = int(match["h"]), _DAY_TIMES.get((groups.get("when") or "").lower(), 0)
    if later and hour < _NOON:
        hour += later
    return Value(clock=f"T{hour % 24:02d}:{int(minutes):02d}")


_AT = re.compile(r"\b(?:um|gegen|ab|bis)\s$", re.I)


def read_pointed_clock(match: Match) -> Value | None:
    """um 12.15 is an hour, since a German fraction has a comma."""
    return read_clock(match) if _AT.search(match.string[: match.start()][-8:]) else None


def read_century(match: Match) -> Value | None:
    word = match["c"].lower()
    return century(CENTURIES.get(word) or int(word.rstrip(".")), bool(match.groupdict().get("bc")))
