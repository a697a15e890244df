"""What the parts of English expressions of time say: patterns and their readers."""

import re

from claims.time import Part
from factcheck.extraction.numerals.english_words import ONES
from factcheck.extraction.times.dates import (
    YEAR,
    century,
    expand_year,
    feast,
    full_date,
    months_of_year,
)
from factcheck.extraction.times.dates import of_year as part_of_year
from factcheck.extraction.times.english_words import (
    CENTURIES,
    DAYTIMES,
    DIRECTIONS,
    FEASTS,
    MONTHS,
    ORDINALS,
    PARTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from factcheck.extraction.times.families import one_of
from factcheck.extraction.times.values import UNDATED, Relative, Value, Window

Match = re.Match[str]


def name_of(words: object) -> str:
    """The same of names, which always have their capital."""
    return "|".join(sorted((str(word).capitalize() for word in words), key=len, reverse=True))  # type: ignore[attr-defined]


MONTH = rf"(?P<m>{name_of(MONTHS)})(?:\.(?=,? ?[0-9])|(?!\w))"
DIRECTED = rf"(?P<dir>{one_of(DIRECTIONS)})"
DAY = r"(?P<d>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9]|[.,:][0-9])"
OF_YEAR = (
    rf"(?:(?:,? (?:of |in )?(?:the year )?|/)(?P<y>{YEAR})|(?: ['’‘]|/)(?P<yy>[0-9]{{2}})(?![0-9/.,])"
    r"|(?: of)? (?P<dir>last|this|next|the previous) year)"
)
WEEKDAY = rf"(?P<w>{name_of(WEEKDAYS)})"
DAYTIME = rf"(?: (?:{one_of(DAYTIMES)})(?!\w))?"
COUNT = rf"(?P<k>[0-9]+|[Aa]n?|[Oo]ne|{one_of(ONES)})"
UNIT = rf"(?P<u>{one_of(UNITS)}|hours?|minutes?)(?!\w)"


def year_of(match: Match) -> tuple[str | None, int | None]:
    """The year that an expression names or points to."""
    if match["dir"]:
        return None, DIRECTIONS[match["dir"].lower().split()[-1]]
    return match["y"] or match.groupdict().get("yy"), None


def counted(word: str) -> int | None:
    """How many a number in digits or letters is, None where it is none."""
    word = word.lower()
    return int(word) if word.isdecimal() else 1 if word in ("a", "an", "one") else ONES.get(word)


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


def read_part_of_month(match: Match) -> Value | None:
    """the first week of March 2020, the second half of May."""
    word, unit, value = match["o"].lower(), match["what"], read_month(match)
    part = Part.EARLY if word == "first" else Part.MID if unit == "week" and word == "second" else Part.LATE
    return value and value._replace(within=part)


def read_days(match: Match) -> Value | None:
    """May 3-5, 2019."""
    first = full_date(match["d"], MONTHS[match["m"].lower()], *year_of(match))
    last = full_date(match["e"], MONTHS[match["m"].lower()], *year_of(match))
    if first is None or last is None or int(match["d"]) >= int(match["e"]):
        return None
    return Value(edtf=f"{first.edtf}/{last.edtf}") if first.edtf and last.edtf else UNDATED


def read_slashed(match: Match) -> Value | None:
    """10/3/2019 is October or March: where both are possible only the year is said."""
    first, second, year = int(match["a"]), int(match["b"]), expand_year(match["y"])
    if first > 12 or second > 12 or first == second:
        day, month = (second, first) if second > 12 else (first, second)
        return full_date(day, month, year) if 1 <= month <= 12 and day else None
    return Value(edtf=year) if first and second else None


def read_pointed(match: Match) -> Value | None:
    """13.04.2019: points are the European way, the day first."""
    return full_date(match["a"], int(match["b"]), match["y"]) if 1 <= int(match["b"]) <= 12 else None


_LAST = ("last", "final")


def read_quarter(match: Match) -> Value:
    word = match["o"].lower() if match["o"] else ""
    number = 4 if word in _LAST else ORDINALS[word] if word else int(match["q"])
    return part_of_year(32 + number, *year_of(match))


def read_half(match: Match) -> Value:
    word = match["o"].lower()
    return part_of_year(41 if word in _LAST else 39 + ORDINALS[word], *year_of(match))


def read_season(match: Match) -> Value | None:
    year, shift = year_of(match)
    return None if year is None and shift is None else part_of_year(SEASONS[match["s"].lower()], year, shift)


def read_months_of(match: Match) -> Value | None:
    """the first nine months of 2023, the first three quarters of 2004."""
    count = (counted(match["k"]) or 0) * (3 if match["u"] == "quarters" else 1)
    return months_of_year(count, match["o"].lower() in _LAST, match["y"]) or UNDATED


_LENGTHS = {"year": 12, "half": 6, "half-year": 6, "half year": 6, "quarter": 3}


def read_window(match: Match) -> Value | None:
    """the 12 months to June, the year ended 31 March 2020, 52 weeks to March 27."""
    groups = match.groupdict()
    value = full_date(groups.get("d"), MONTHS[match["m"].lower()], *year_of(match))
    if value is None or groups.get("k") is None:
        months = _LENGTHS[" ".join(groups["length"].lower().split())]
        return value and value._replace(window=Window(months=months))
    count = counted(match["k"])
    if not count:
        return None
    weeks = match["length"].startswith("week")
    return value._replace(window=Window(weeks=count) if weeks else Window(months=count))


def read_decade(match: Match) -> Value | None:
    """the 1990s; the 1800s are a century, the 2000s as a rule a decade."""
    if match["t"].endswith("00") and match["t"] < "2000":
        return Value(edtf=f"{match['t'][:2]}XX")
    return Value(edtf=f"{match['t'][:3]}X")


def read_short_decade(match: Match) -> Value | None:
    return Value(relative=Relative("decade", None, match["t"][0]))


UNANCHORED = ("past", "coming", "following", "previous")
"""Directions that are seen from another time of the text, or name no single unit."""


def read_directed(match: Match) -> Value | None:
    """last year, next Monday; the next day and the last year are seen from another time."""
    direction, word = match["dir"].lower(), match["u"].lower()
    offset = DIRECTIONS[direction]
    if word in UNITS:
        with_article = match.string[: match.start()][-4:].lower().rstrip().endswith("the")
        single = not word.endswith("s") and direction not in UNANCHORED and word not in ("day", "fortnight")
        if not single or (with_article and word != "quarter"):
            return UNDATED
        return Value(relative=Relative(UNITS[word], offset))
    if word in MONTHS:
        return Value(relative=Relative("named", offset, f"-{MONTHS[word]:02d}"))
    if word in SEASONS:
        return Value(relative=Relative("named", offset, f"-{SEASONS[word]}"))
    return Value(relative=Relative("weekday", offset, str(WEEKDAYS[word])))


def read_day_of_week(match: Match) -> Value:
    """Tuesday of last week."""
    week = DIRECTIONS[match["dir"].lower()]
    return Value(relative=Relative("day of week", week, str(WEEKDAYS[match["w"].lower()])))


def _so_many(match: Match, sign: int, anchored: bool = False) -> Value:
    count, unit = counted(match["k"]), UNITS.get(match["u"].lower())
    if count is None or unit is None:
        return UNDATED
    if unit == "fortnight":
        unit, count = "week", 2 * count
    return Value(relative=Relative(unit, sign * count, anchored=anchored))


_BOUND = re.compile(r"\b(?:than|over|least|most)\s$", re.I)


def read_ago(match: Match) -> Value:
    """three years ago; a number that is no more than a bound, and hours, date nothing."""
    return UNDATED if _BOUND.search(match.string[: match.start()][-8:]) else _so_many(match, -1)


def read_ahead(match: Match) -> Value:
    """three years from now, in two years' time."""
    return _so_many(match, 1)


def read_apart(match: Match) -> Value:
    """a year earlier, two years later: seen from another time of the text."""
    return _so_many(match, 1 if match["way"] == "later" else -1, anchored=True)


def read_turn(match: Match) -> Value:
    """the end of the year: of the one that runs, where the sentence does not tell of an earlier one."""
    return Value(relative=Relative(UNITS[match["u"].lower()], 0), within=PARTS[match["p"].lower()])


def read_clock(match: Match) -> Value | None:
    hour = int(match["h"])
    half = (match["half"] or "").replace(".", "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    return Value(clock=f"T{hour:02d}:{int(match['min'] or 0):02d}")


_AT = re.compile(r"\b(?:at|by|from|until|since|to)\s$", re.I)


def read_bare_clock(match: Match) -> Value | None:
    """at 14:30, which is no score and no length of time."""
    return read_clock(match) if _AT.search(match.string[: match.start()][-8:]) else None


def read_century(match: Match) -> Value | None:
    word = match["c"].lower()
    number = CENTURIES.get(word) or int(re.sub(r"\D", "", word))
    return century(number, bool(match.groupdict().get("bc")))


def read_feast(match: Match) -> Value | None:
    """Easter Sunday 2019, last Christmas; the Easter Rising is none."""
    groups, rest = match.groupdict(), match.string[match.end() : match.end() + 2].lstrip()
    if groups.get("y") is None and rest[:1].isupper():
        return None
    name = " ".join(match["f"].lower().replace("’", "'").split())
    offset = DIRECTIONS[groups["dir"].lower()] if groups.get("dir") else None
    return feast(FEASTS[name], groups.get("y"), offset)
