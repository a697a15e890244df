"""English expressions of time, table by table."""

import re

from factcheck.extraction.numerals.english_words import ONES
from factcheck.extraction.times.dates import YEAR, century, expand_year, full_date, year_span
from factcheck.extraction.times.english_words import (
    CENTURIES,
    DAYS,
    DAYTIMES,
    DECADES,
    DIRECTIONS,
    FEASTS,
    FUTURE,
    MONTHS,
    ORDINALS,
    PAST,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from factcheck.extraction.times.families import Family, Grammar, by_first_word, family
from factcheck.extraction.times.values import UNDATED, Relative, Value

Match = re.Match[str]


def _any(words: object) -> str:
    """An alternation of words, longest first, in lower case or with a capital."""
    ordered = sorted((str(word) for word in words), key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in ordered)


def _names(words: object) -> str:
    """The same of names, which always have their capital."""
    return "|".join(sorted((str(word).capitalize() for word in words), key=len, reverse=True))  # type: ignore[attr-defined]


_MONTH = rf"(?P<m>{_names(MONTHS)})(?:\.(?=,? ?[0-9])|(?!\w))"
_DIRECTED = rf"(?P<dir>{_any(DIRECTIONS)})"
_DAY = r"(?P<d>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9]|[.,:][0-9])"
_OF_YEAR = rf"(?:(?:,? (?:of |in )?(?:the year )?|/)(?P<y>{YEAR})|(?: of)? (?P<dir>last|this|next|the previous) year)"
_WEEKDAY = rf"(?P<w>{_names(WEEKDAYS)})"
_DAYTIME = rf"(?: (?:{_any(DAYTIMES)})(?!\w))?"
_BEFORE_DATE = rf"(?:(?:{_names(WEEKDAYS)}),? (?:the )?)?"


def _year_of(match: Match) -> tuple[str | None, int | None]:
    """The year that an expression names or points to."""
    if match["dir"]:
        return None, DIRECTIONS[match["dir"].lower().split()[-1]]
    return match["y"] or None, None


def _read_date(match: Match) -> Value | None:
    return full_date(match["d"], MONTHS[match["m"].lower()], *_year_of(match))


def _read_month(match: Match) -> Value | None:
    return full_date(None, MONTHS[match["m"].lower()], *_year_of(match))


_BEFORE_MONTH = re.compile(
    r"(?i:\b(?:in|since|by|until|till|of|from|during|before|after|early|late|mid|between|through|to)[\s-])$"
)


def _read_bare_month(match: Match) -> Value | None:
    """May and March are months only behind a preposition."""
    before = match.string[max(0, match.start() - 10) : match.start()]
    return _read_month(match) if _BEFORE_MONTH.search(before) else None


def _read_days(match: Match) -> Value | None:
    """May 3-5, 2019."""
    first = full_date(match["d"], MONTHS[match["m"].lower()], *_year_of(match))
    last = full_date(match["e"], MONTHS[match["m"].lower()], *_year_of(match))
    if first is None or last is None or int(match["d"]) >= int(match["e"]):
        return None
    return Value(edtf=f"{first.edtf}/{last.edtf}") if first.edtf and last.edtf else UNDATED


def _read_iso(match: Match) -> Value | None:
    return full_date(match["d"], int(match["n"]), match["y"]) if 1 <= int(match["n"]) <= 12 else None


def _read_slashed(match: Match) -> Value | None:
    """10/3/2019 is October or March: where both are possible only the year is said."""
    first, second, year = int(match["a"]), int(match["b"]), expand_year(match["y"])
    if first > 12 or second > 12 or first == second:
        day, month = (second, first) if second > 12 else (first, second)
        return full_date(day, month, year) if 1 <= month <= 12 and day else None
    return Value(edtf=year) if first and second else None


def _part_of_year(code: int, match: Match) -> Value:
    year, shift = _year_of(match)
    if year is not None:
        return Value(edtf=f"{year}-{code}")
    return (
        Value(relative=Relative("year", shift, f"-{code}")) if shift is not None else Value(part=f"-{code}")
    )


def _read_quarter(match: Match) -> Value:
    number = ORDINALS[match["o"].lower()] if match["o"] else int(match["q"])
    return _part_of_year(32 + number, match)


def _read_half(match: Match) -> Value:
    return _part_of_year(39 + ORDINALS[match["o"].lower()], match)


def _read_season(match: Match) -> Value | None:
    year, shift = _year_of(match)
    return None if year is None and shift is None else _part_of_year(SEASONS[match["s"].lower()], match)


def _read_the_season(match: Match) -> Value:
    return Value(part=f"-{SEASONS[match['s'].lower()]}")


def _read_months_of(match: Match) -> Value | None:
    """the first nine months of 2023, the last three months of 2004."""
    word = match["k"].lower()
    count = int(word) if word.isdecimal() else ONES.get(word, 0)
    year = match["y"]
    if not 0 < count < 12:
        return UNDATED
    if match["o"].lower() == "first":
        return Value(edtf=f"{year}-01/{year}-{count:02d}")
    return Value(edtf=f"{year}-{13 - count:02d}/{year}-12")


def _read_decade(match: Match) -> Value | None:
    return Value(edtf=f"{match['t'][:3]}X")


def _read_short_decade(match: Match) -> Value | None:
    return Value(relative=Relative("decade", None, match["t"][0]))


_UNANCHORED = ("past", "coming", "following", "previous")
"""Directions that are seen from another time of the text, or name no single unit."""


def _read_directed(match: Match) -> Value | None:
    offset, word = DIRECTIONS[match["dir"].lower()], match["u"].lower()
    if word in UNITS:
        single = not word.endswith("s") and match["dir"].lower() not in _UNANCHORED
        return Value(relative=Relative(UNITS[word], offset)) if single else UNDATED
    if word in MONTHS:
        return Value(relative=Relative("named", offset, f"-{MONTHS[word]:02d}"))
    if word in SEASONS:
        return Value(relative=Relative("named", offset, f"-{SEASONS[word]}"))
    return Value(relative=Relative("weekday", offset, str(WEEKDAYS[word])))


def _read_ago(match: Match) -> Value | None:
    """three years ago; a number that is no more than a bound, and hours, date nothing."""
    word = match["k"].lower()
    count = int(word) if word.isdecimal() else 1 if word in ("a", "an", "one") else ONES.get(word)
    unit = UNITS.get(match["u"].lower())
    if count is None or unit is None:
        return UNDATED
    return Value(relative=Relative(unit, -count))


def _read_clock(match: Match) -> Value | None:
    hour = int(match["h"])
    half = (match["half"] or "").replace(".", "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    return Value(clock=f"T{hour:02d}:{int(match['min'] or 0):02d}")


def _read_century(match: Match) -> Value | None:
    word = match["c"].lower()
    return century(CENTURIES.get(word) or int(re.sub(r"\D", "", word)))


def _read_feast(match: Match) -> Value:
    part, year = FEASTS[" ".join(match["f"].lower().replace("’", "'").split())], match["y"]
    if year:
        return Value(edtf=year + part)
    return Value(part=part) if part else UNDATED


_COUNT = rf"(?P<k>[0-9]+|[Aa]n?|[Oo]ne|{_any(ONES)})"
_UNIT = rf"(?P<u>{_any(UNITS)}|hours?|minutes?)(?!\w)"
_STARTING_ONES = (*ONES, "a", "an", "one")
_HALF_DAY = r"(?P<half>[ap]\.?m\.?)(?!\w)"
_AGO = family(rf"{_COUNT} {_UNIT} (?:ago|earlier|before(?= ?[.,;)])|previously)(?!\w)", _read_ago)
_FOLLOWING = family(rf"{_COUNT} {_UNIT} later(?!\w)", lambda _: UNDATED)

_FEASTS = "|".join(feast.title() for feast in sorted(FEASTS, key=len, reverse=True) if "'" not in feast)

_STARTS = by_first_word(
    (tuple(WEEKDAYS), family(rf"{_WEEKDAY},? (?:the )?{_DAY}(?: of)? {_MONTH}{_OF_YEAR}?", _read_date)),
    (tuple(WEEKDAYS), family(rf"{_WEEKDAY},? {_MONTH} {_DAY}{_OF_YEAR}?", _read_date)),
    (
        tuple(WEEKDAYS),
        family(rf"{_WEEKDAY}(?:'s|’s)?(?!\w){_DAYTIME}", lambda m: Value(relative=Relative("weekday", None, str(WEEKDAYS[m["w"].lower()])))),
    ),
    (tuple(MONTHS), family(rf"{_MONTH} {_DAY}[-–](?P<e>[0-3]?[0-9])(?![0-9]){_OF_YEAR}?", _read_days)),
    (tuple(MONTHS), family(rf"{_MONTH} {_DAY}{_OF_YEAR}?(?! (?:per cent|percent|million|billion|people))", _read_date)),
    (tuple(m for m in MONTHS if m not in ("may", "march", "mar")), family(rf"{_MONTH}{_OF_YEAR}?", _read_month)),
    (("may", "march"), family(rf"{_MONTH}{_OF_YEAR}", _read_month)),
    (("may", "march"), family(rf"{_MONTH}(?P<y>)(?P<dir>)", _read_bare_month)),
    (tuple(SEASONS), family(rf"(?P<s>{_any(SEASONS)})(?!\w){_OF_YEAR}(?:[/-][0-9]{{2}}(?![0-9]))?", _read_season)),
    (tuple(ORDINALS), family(rf"(?P<o>{_any(ORDINALS)})[- ]quarter(?!\w)(?P<q>){_OF_YEAR}?", _read_quarter)),
    (("first", "second"), family(rf"(?P<o>[Ff]irst|[Ss]econd)[- ]half{_OF_YEAR}", _read_half)),
    (("first", "second"), family(r"(?P<o>[Ff]irst|[Ss]econd) half of the year(?P<dir>)(?P<y>)", lambda m: Value(part=f"-{39 + ORDINALS[m['o'].lower()]}"))),
    (("q1", "q2", "q3", "q4"), family(rf"(?P<o>)Q(?P<q>[1-4])(?!\w){_OF_YEAR}?", _read_quarter)),
    (("first", "last", "final"), family(rf"(?P<o>[Ff]irst|[Ll]ast|[Ff]inal) {_COUNT} months of (?P<y>{YEAR})", _read_months_of)),
    (tuple(CENTURIES), family(rf"(?P<c>{_any(CENTURIES)})[- ][Cc]entury(?!\w)", _read_century)),
    (tuple(DECADES), family(rf"(?P<t>{_any(DECADES)})(?!\w)", lambda m: Value(relative=Relative("decade", None, str(DECADES[m["t"].lower()]))))),
    (tuple(DAYS), family(rf"(?P<t>{_any(DAYS)})(?:'s|’s)?(?!\w){_DAYTIME}", lambda m: Value(relative=Relative("day", DAYS[m["t"].lower()])))),
    (tuple(DIRECTIONS), family(rf"(?P<dir>{_any(DIRECTIONS)}) (?:few |couple of |several |many )?(?:{_COUNT} )?(?P<u>days|weeks|months|years|decades|quarters|centuries|hours|minutes)(?!\w)", lambda _: UNDATED)),
    (tuple(DIRECTIONS), family(rf"{_DIRECTED} (?P<u>{_any(UNITS)}|{_names([*MONTHS, *WEEKDAYS])}|{_any(SEASONS)})(?:'s|’s)?(?!\w){_DAYTIME}", _read_directed)),
    (("this", "last"), family(r"(?P<dir>[Tt]his|[Ll]ast) (?:morning|afternoon|evening|night)(?!\w)", lambda m: Value(relative=Relative("day", DIRECTIONS[m["dir"].lower()])))),
    (_STARTING_ONES, _AGO),
    (_STARTING_ONES, _FOLLOWING),
    (("few", "several", "many", "decades", "years", "months", "weeks", "days", "centuries"), family(rf"(?:(?:few|several|many) )?{_UNIT} (?:ago|earlier)(?!\w)", lambda _: UNDATED)),
    (
        tuple({feast.split()[0] for feast in FEASTS}),
        family(rf"(?P<f>New Year['’]s (?:Eve|Day)|{_FEASTS})(?!\w)(?: (?P<y>{YEAR}))?", _read_feast),
    ),
    (("weekend",), family(r"weekend(?!\w)", lambda _: Value(relative=Relative("weekend", 0)))),
    (("currently", "nowadays"), family(r"\w+", lambda _: UNDATED)),
    (("noon", "midday", "midnight"), family(r"\w+", lambda _: UNDATED)),
)  # fmt: skip

_DIGITS: tuple[Family, ...] = (
    family(rf"{_DAY}(?: of)?[ -]{_MONTH}{_OF_YEAR}?", _read_date),
    family(r"(?P<y>[12][0-9]{3})-(?P<n>[01][0-9])-(?P<d>[0-3][0-9])(?![0-9])", _read_iso),
    family(r"(?P<a>[0-3]?[0-9])/(?P<b>[0-3]?[0-9])/(?P<y>(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![0-9/])", _read_slashed),
    family(r"(?P<c>[0-9]{1,2}(?:st|nd|rd|th))[- ][Cc]entury(?!\w)", _read_century),
    family(rf"(?P<o>1st|2nd|3rd|4th)[- ]quarter(?!\w)(?P<q>){_OF_YEAR}?", _read_quarter),
    family(r"(?P<t>1[0-9]{2}0|20[0-9]0)['’]?s(?!\w)", _read_decade),
    family(r"(?P<t>[1-9]0)['’]?s(?!\w)", _read_short_decade),
    family(rf"(?P<h>[01]?[0-9]|2[0-3])(?:[.:](?P<min>[0-5][0-9]))? ?{_HALF_DAY}", _read_clock),
    family(r"(?P<h>[01]?[0-9]|2[0-3]):(?P<min>[0-5][0-9])(?![0-9:])(?P<half>)(?: (?:GMT|BST|CET|UTC|ET|EST|local time))", _read_clock),
    family(r"(?P<h>[01]?[0-9]) o['’]clock(?P<min>)(?P<half>)", _read_clock),
    _AGO,
    _FOLLOWING,
    family(r"(?P<a>1[0-9]{3}|20[0-9]{2}) ?[-–—/] ?(?P<b>1[0-9]{3}|20[0-9]{2}|(?<=[-–/])[0-9]{2})(?![0-9]|[.,][0-9]|[-–])", lambda m: year_span(m["a"], m["b"])),
)  # fmt: skip

ENGLISH = Grammar(
    starts=_STARTS,
    digits=_DIGITS,
    openers={
        **dict.fromkeys(
            ("in", "on", "at", "the", "during", "of", "early", "late", "mid", "-", "end", "beginning", "start", "middle", "year", "season", "about", "around", "over", "within", "throughout", "for", "'", "’", "this"),
            "",
        ),
        "since": "since", "after": "since", "until": "until", "till": "until", "before": "until", "by": "until",
        "from": "from", "between": "between",
    },
    joins={"to": "to", "until": "to", "and": "and", "-": "to", "–": "to", "—": "to", "through": "to", "/": "to"},
    future=FUTURE,
    past=PAST,
    past_ending="ed",
)  # fmt: skip
