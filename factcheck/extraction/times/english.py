"""English expressions of time, table by table."""

from factcheck.extraction.numerals.english_words import ONES
from factcheck.extraction.times.dates import YEAR, year_span
from factcheck.extraction.times.english_readings import (
    COUNT,
    DAY,
    DAYTIME,
    DIRECTED,
    MONTH,
    OF_YEAR,
    UNIT,
    WEEKDAY,
    name_of,
    read_ago,
    read_bare_month,
    read_century,
    read_clock,
    read_date,
    read_days,
    read_decade,
    read_directed,
    read_feast,
    read_half,
    read_iso,
    read_month,
    read_months_of,
    read_quarter,
    read_season,
    read_short_decade,
    read_slashed,
)
from factcheck.extraction.times.english_words import (
    CENTURIES,
    DAYS,
    DECADES,
    DIRECTIONS,
    FEASTS,
    FUTURE,
    MONTHS,
    OPENERS,
    ORDINALS,
    PAST,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from factcheck.extraction.times.families import Family, Grammar, by_first_word, family, one_of
from factcheck.extraction.times.values import UNDATED, Relative, Value

_STARTING_ONES = (*ONES, "a", "an", "one")
_HALF_DAY = r"(?P<half>[ap]\.?m\.?)(?!\w)"
_AGO = family(rf"{COUNT} {UNIT} (?:ago|earlier|before(?= ?[.,;)])|previously)(?!\w)", read_ago)
_FOLLOWING = family(rf"{COUNT} {UNIT} later(?!\w)", lambda _: UNDATED)

_FEASTS = "|".join(feast.title() for feast in sorted(FEASTS, key=len, reverse=True) if "'" not in feast)

_STARTS = by_first_word(
    (tuple(WEEKDAYS), family(rf"{WEEKDAY},? (?:the )?{DAY}(?: of)? {MONTH}{OF_YEAR}?", read_date)),
    (tuple(WEEKDAYS), family(rf"{WEEKDAY},? {MONTH} {DAY}{OF_YEAR}?", read_date)),
    (
        tuple(WEEKDAYS),
        family(
            rf"{WEEKDAY}(?:'s|’s)?(?!\w){DAYTIME}",
            lambda m: Value(relative=Relative("weekday", None, str(WEEKDAYS[m["w"].lower()]))),
        ),
    ),
    (tuple(MONTHS), family(rf"{MONTH} {DAY}[-–](?P<e>[0-3]?[0-9])(?![0-9]){OF_YEAR}?", read_days)),
    (
        tuple(MONTHS),
        family(rf"{MONTH} {DAY}{OF_YEAR}?(?! (?:per cent|percent|million|billion|people))", read_date),
    ),
    (
        tuple(m for m in MONTHS if m not in ("may", "march", "mar")),
        family(rf"{MONTH}{OF_YEAR}?", read_month),
    ),
    (("may", "march"), family(rf"{MONTH}{OF_YEAR}", read_month)),
    (("may", "march"), family(rf"{MONTH}(?P<y>)(?P<dir>)", read_bare_month)),
    (
        tuple(SEASONS),
        family(rf"(?P<s>{one_of(SEASONS)})(?!\w){OF_YEAR}(?:[/-][0-9]{{2}}(?![0-9]))?", read_season),
    ),
    (tuple(ORDINALS), family(rf"(?P<o>{one_of(ORDINALS)})[- ]quarter(?!\w)(?P<q>){OF_YEAR}?", read_quarter)),
    (("first", "second"), family(rf"(?P<o>[Ff]irst|[Ss]econd)[- ]half{OF_YEAR}", read_half)),
    (
        ("first", "second"),
        family(
            r"(?P<o>[Ff]irst|[Ss]econd) half of the year(?P<dir>)(?P<y>)",
            lambda m: Value(part=f"-{39 + ORDINALS[m['o'].lower()]}"),
        ),
    ),
    (("q1", "q2", "q3", "q4"), family(rf"(?P<o>)Q(?P<q>[1-4])(?!\w){OF_YEAR}?", read_quarter)),
    (
        ("first", "last", "final"),
        family(rf"(?P<o>[Ff]irst|[Ll]ast|[Ff]inal) {COUNT} months of (?P<y>{YEAR})", read_months_of),
    ),
    (tuple(CENTURIES), family(rf"(?P<c>{one_of(CENTURIES)})[- ][Cc]entury(?!\w)", read_century)),
    (
        tuple(DECADES),
        family(
            rf"(?P<t>{one_of(DECADES)})(?!\w)",
            lambda m: Value(relative=Relative("decade", None, str(DECADES[m["t"].lower()]))),
        ),
    ),
    (
        tuple(DAYS),
        family(
            rf"(?P<t>{one_of(DAYS)})(?:'s|’s)?(?!\w){DAYTIME}",
            lambda m: Value(relative=Relative("day", DAYS[m["t"].lower()])),
        ),
    ),
    (
        tuple(DIRECTIONS),
        family(
            (
                rf"(?P<dir>{one_of(DIRECTIONS)}) (?:few |couple of |several |many )?(?:{COUNT} )?(?P<u>days|"
                rf"weeks|months|years|decades|quarters|centuries|hours|minutes)(?!\w)"
            ),
            lambda _: UNDATED,
        ),
    ),
    (
        tuple(DIRECTIONS),
        family(
            (
                rf"{DIRECTED} (?P<u>{one_of(UNITS)}|{name_of([*MONTHS, *WEEKDAYS])}|{one_of(SEASONS)})(?:'s|"
                rf"’s)?(?!\w){DAYTIME}"
            ),
            read_directed,
        ),
    ),
    (
        ("this", "last"),
        family(
            r"(?P<dir>[Tt]his|[Ll]ast) (?:morning|afternoon|evening|night)(?!\w)",
            lambda m: Value(relative=Relative("day", DIRECTIONS[m["dir"].lower()])),
        ),
    ),
    (_STARTING_ONES, _AGO),
    (_STARTING_ONES, _FOLLOWING),
    (
        ("few", "several", "many", "decades", "years", "months", "weeks", "days", "centuries"),
        family(rf"(?:(?:few|several|many) )?{UNIT} (?:ago|earlier)(?!\w)", lambda _: UNDATED),
    ),
    (
        tuple({feast.split()[0] for feast in FEASTS}),
        family(rf"(?P<f>New Year['’]s (?:Eve|Day)|{_FEASTS})(?!\w)(?: (?P<y>{YEAR}))?", read_feast),
    ),
    (("weekend",), family(r"weekend(?!\w)", lambda _: Value(relative=Relative("weekend", 0)))),
    (("currently", "nowadays"), family(r"\w+", lambda _: UNDATED)),
    (("noon", "midday", "midnight"), family(r"\w+", lambda _: UNDATED)),
)

_DIGITS: tuple[Family, ...] = (
    family(rf"{DAY}(?: of)?[ -]{MONTH}{OF_YEAR}?", read_date),
    family(r"(?P<y>[12][0-9]{3})-(?P<n>[01][0-9])-(?P<d>[0-3][0-9])(?![0-9])", read_iso),
    family(
        r"(?P<a>[0-3]?[0-9])/(?P<b>[0-3]?[0-9])/(?P<y>(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![0-9/])",
        read_slashed,
    ),
    family(r"(?P<c>[0-9]{1,2}(?:st|nd|rd|th))[- ][Cc]entury(?!\w)", read_century),
    family(rf"(?P<o>1st|2nd|3rd|4th)[- ]quarter(?!\w)(?P<q>){OF_YEAR}?", read_quarter),
    family(r"(?P<t>1[0-9]{2}0|20[0-9]0)['’]?s(?!\w)", read_decade),
    family(r"(?P<t>[1-9]0)['’]?s(?!\w)", read_short_decade),
    family(rf"(?P<h>[01]?[0-9]|2[0-3])(?:[.:](?P<min>[0-5][0-9]))? ?{_HALF_DAY}", read_clock),
    family(
        (
            r"(?P<h>[01]?[0-9]|2[0-3]):(?P<min>[0-5][0-9])(?![0-9:])(?P<half>)(?: (?:GMT|BST|CET|UTC|ET|"
            r"EST|local time))"
        ),
        read_clock,
    ),
    family(r"(?P<h>[01]?[0-9]) o['’]clock(?P<min>)(?P<half>)", read_clock),
    _AGO,
    _FOLLOWING,
    family(
        (
            r"(?P<a>1[0-9]{3}|20[0-9]{2}) ?[-–—/] ?(?P<b>1[0-9]{3}|20[0-9]{2}|(?<=[-–/])[0-9]{2})(?![0-9]|"
            r"[.,][0-9]|[-–])"
        ),
        lambda m: year_span(m["a"], m["b"]),
    ),
)

ENGLISH = Grammar(
    starts=_STARTS,
    digits=_DIGITS,
    openers={
        **dict.fromkeys(OPENERS, ""),
        "since": "since",
        "after": "since",
        "until": "until",
        "till": "until",
        "before": "until",
        "by": "until",
        "from": "from",
        "between": "between",
    },
    joins={
        "to": "to",
        "until": "to",
        "and": "and",
        "-": "to",
        "–": "to",
        "—": "to",
        "through": "to",
        "/": "to",
    },
    future=FUTURE,
    past=PAST,
    past_ending="ed",
)
