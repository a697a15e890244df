"""English names of periods: seasons, quarters, halves, weeks, decades, centuries, feasts."""

from factcheck.extraction.numerals.english_words import ONES
from factcheck.extraction.times.dates import YEAR, calendar_week, year_of_era
from factcheck.extraction.times.english_readings import (
    COUNT,
    DAY,
    DIRECTED,
    MONTH,
    OF_YEAR,
    read_century,
    read_decade,
    read_feast,
    read_half,
    read_months_of,
    read_part_of_month,
    read_quarter,
    read_season,
    read_short_decade,
    read_window,
)
from factcheck.extraction.times.english_words import (
    CENTURIES,
    DECADES,
    DIRECTIONS,
    FEASTS,
    ORDINALS,
    SEASONS,
)
from factcheck.extraction.times.families import Entry, Family, one_of
from factcheck.extraction.times.values import Relative, Value

STARTING_ONES = (*ONES, "a", "an", "one")
_FEASTS = one_of(FEASTS).replace("'", "['’]")
_BEFORE_CHRIST = r"(?P<bc> B\.?C\.?(?:E\.?)?(?!\w))"
_ERA = r"(?: (?:A\.?D\.?|C\.?E\.?)(?!\w))"
_SINGLE = rf"[- ][Cc]entury(?!\w)(?:{_BEFORE_CHRIST}|{_ERA})?"
_JOINED = rf"(?= (?:and|or|to) (?:[0-9]{{1,2}}(?:st|nd|rd|th)|{one_of(CENTURIES)})[- ][Cc]entur(?:y|ies))"
_PLURAL = r"[- ][Cc]enturies(?!\w)"
_ENDS = (
    r"(?:to|ended|ending|up to|through|until) (?:on |in )?(?:the )?"
    r"(?:end of |beginning of |middle of )?(?:the )?"
)
_DATES = (
    rf"{DAY}(?: of)? {MONTH}{OF_YEAR}?",
    rf"{MONTH} {DAY}{OF_YEAR}?",
    rf"{MONTH}{OF_YEAR}?",
)
_WINDOWS = tuple(
    Family(rf"{COUNT}[ -](?P<length>months?|weeks?) {_ENDS}{written}", read_window) for written in _DATES
)

STARTS: tuple[Entry, ...] = (
    (
        SEASONS,
        Family(rf"(?P<s>{one_of(SEASONS)})(?!\w){OF_YEAR}(?:[/-](?:20)?[0-9]{{2}}(?![0-9]))?", read_season),
    ),
    (ORDINALS, Family(rf"(?P<o>{one_of(ORDINALS)})[- ]quarter(?!\w)(?P<q>){OF_YEAR}?", read_quarter)),
    (
        ("last", "final"),
        Family(rf"(?P<o>[Ll]ast|[Ff]inal)[- ]quarter(?!\w)(?P<q>){OF_YEAR}", read_quarter),
    ),
    (("final",), Family(r"(?P<o>[Ff]inal)[- ]quarter(?!\w)(?P<q>)(?P<y>)(?P<dir>)", read_quarter)),
    (
        ("first", "second", "last"),
        Family(rf"(?P<o>[Ff]irst|[Ss]econd|[Ll]ast)[- ]half{OF_YEAR}", read_half),
    ),
    (
        ("first", "second"),
        Family(r"(?P<o>[Ff]irst|[Ss]econd) half of the year(?P<dir>)(?P<y>)", read_half),
    ),
    (
        ("first", "second", "last", "final"),
        Family(
            rf"(?P<o>[Ff]irst|[Ss]econd|[Ll]ast|[Ff]inal) (?P<what>half|week|days) of {MONTH}{OF_YEAR}?",
            read_part_of_month,
        ),
    ),
    (("q1", "q2", "q3", "q4"), Family(rf"(?P<o>)Q(?P<q>[1-4])(?!\w)(?: of)?{OF_YEAR}?", read_quarter)),
    (
        ("first", "last", "final"),
        Family(
            rf"(?P<o>[Ff]irst|[Ll]ast|[Ff]inal) {COUNT} (?P<u>months|quarters) of "
            rf"(?:the year )?(?P<y>{YEAR})",
            read_months_of,
        ),
    ),
    (
        ("week",),
        Family(
            rf"[Ww]eek (?P<n>[0-9]{{1,2}},?)(?: of| in)? (?P<y>{YEAR})",
            lambda match: calendar_week(int(match["n"].rstrip(",")), match["y"]),
        ),
    ),
    (CENTURIES, Family(rf"(?P<c>{one_of(CENTURIES)}){_SINGLE}", read_century)),
    (CENTURIES, Family(rf"(?P<c>{one_of(CENTURIES)})(?:{_PLURAL}|{_JOINED})", read_century)),
    (
        DECADES,
        Family(
            rf"(?P<t>{one_of(DECADES)})(?!\w)",
            lambda match: Value(relative=Relative("decade", None, str(DECADES[match["t"].lower()]))),
        ),
    ),
    (
        DIRECTIONS,
        Family(rf"{DIRECTED} (?P<f>{_FEASTS})(?!\w)", read_feast),
    ),
    (
        (name.split()[0] for name in FEASTS),
        Family(rf"(?P<f>{_FEASTS})(?!\w)(?:,? (?:of |in )?(?P<y>{YEAR}))?", read_feast),
    ),
    (
        ("ad",),
        Family(r"AD (?P<n>[1-9][0-9]{0,3})(?![0-9])", lambda match: year_of_era(int(match["n"]), False)),
    ),
    *(
        (
            ("year", "half", "half-year", "quarter"),
            Family(rf"(?P<length>[Yy]ear|[Hh]alf(?:[- ]year)?|[Qq]uarter) {_ENDS}{written}", read_window),
        )
        for written in _DATES
    ),
    *((STARTING_ONES, window) for window in _WINDOWS),
)
DIGITS: tuple[Family, ...] = (
    *_WINDOWS,
    Family(rf"(?P<c>[0-9]{{1,2}}(?:st|nd|rd|th)){_SINGLE}", read_century),
    Family(rf"(?P<c>[0-9]{{1,2}}(?:st|nd|rd|th))(?:{_PLURAL}|{_JOINED})", read_century),
    Family(
        rf"(?P<n>[1-9][0-9]{{0,3}})(?:{_BEFORE_CHRIST}|{_ERA})",
        lambda match: year_of_era(int(match["n"]), bool(match["bc"])),
    ),
    Family(rf"(?P<o>1st|2nd|3rd|4th)[- ]quarter(?!\w)(?P<q>){OF_YEAR}?", read_quarter),
    Family(r"(?P<t>1[0-9]{2}0|20[0-9]0)['’]?s(?!\w)", read_decade),
    Family(r"(?P<t>[1-9]0)['’]?s(?!\w)", read_short_decade),
)
