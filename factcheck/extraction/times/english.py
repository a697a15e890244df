"""English expressions of time, table by table."""

from factcheck.extraction.english_words import DETERMINERS, NO_PAST, PREPOSITIONS
from factcheck.extraction.times import english_periods, periods
from factcheck.extraction.times.english_periods import STARTING_ONES
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
    read_ahead,
    read_apart,
    read_bare_clock,
    read_bare_month,
    read_clock,
    read_date,
    read_day_of_week,
    read_days,
    read_directed,
    read_month,
    read_pointed,
    read_slashed,
    read_turn,
)
from factcheck.extraction.times.english_words import (
    DAYS,
    DIRECTIONS,
    FUTURE,
    MONTHS,
    OPENERS,
    PARTS,
    PAST,
    PAST_ENDING,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from factcheck.extraction.times.families import Entry, Family, Grammar, by_first_word, one_of
from factcheck.extraction.times.values import UNDATED, Relative, Value

_HALF_DAY = r"(?P<half>[ap]\.?m\.?)(?!\w)"
_ZONE = r"(?: (?:GMT|BST|CES?T|UTC|E[SD]?T|local time)(?!\w))"
_AGO = Family(rf"{COUNT} {UNIT} ago(?!\w)", read_ago)
_AHEAD = Family(rf"{COUNT} {UNIT}(?:['’]s?)?(?: from now| hence| time)(?!\w)", read_ahead)
_APART = Family(
    rf"{COUNT} {UNIT} (?P<way>(?:earlier|later)(?! than)|previously|before(?= ?[.,;:)]))(?!\w)", read_apart
)

_CALENDAR: tuple[Entry, ...] = (
    (WEEKDAYS, Family(rf"{WEEKDAY},? (?:the )?{DAY}(?: of)? {MONTH}{OF_YEAR}?", read_date)),
    (WEEKDAYS, Family(rf"{WEEKDAY},? {MONTH} {DAY}{OF_YEAR}?", read_date)),
    (WEEKDAYS, Family(rf"{WEEKDAY}{DAYTIME},?(?: of)? {DIRECTED} week(?!\w)", read_day_of_week)),
    (
        WEEKDAYS,
        Family(
            rf"{WEEKDAY}(?:'s|’s)?(?!\w){DAYTIME}",
            lambda match: Value(relative=Relative("weekday", None, str(WEEKDAYS[match["w"].lower()]))),
        ),
    ),
    (MONTHS, Family(rf"{MONTH} {DAY}[-–](?P<e>[0-3]?[0-9])(?![0-9]){OF_YEAR}?", read_days)),
    (MONTHS, Family(rf"{MONTH} {DAY}{OF_YEAR}?(?! (?:per cent|percent|million|billion|people))", read_date)),
    ((m for m in MONTHS if m not in ("may", "march", "mar")), Family(rf"{MONTH}{OF_YEAR}?", read_month)),
    (("may", "march"), Family(rf"{MONTH}{OF_YEAR}", read_month)),
    (("may", "march"), Family(rf"{MONTH}(?P<y>)(?P<dir>)", read_bare_month)),
)
_RELATIVE: tuple[Entry, ...] = (
    (
        DAYS,
        Family(
            rf"(?P<t>{one_of(DAYS)})(?:'s|’s)?(?!\w){DAYTIME}",
            lambda match: Value(relative=Relative("day", DAYS[match["t"].lower()])),
        ),
    ),
    (
        ("day",),
        Family(
            r"[Dd]ay (?:(?P<ago>before yesterday)|after tomorrow)",
            lambda match: Value(relative=Relative("day", -2 if match["ago"] else 2)),
        ),
    ),
    (
        DIRECTIONS,
        Family(
            rf"(?P<dir>{one_of(DIRECTIONS)}) (?:few |couple of |several |many )?(?:{COUNT} )?(?P<u>days|"
            r"weeks|months|years|decades|quarters|centuries|hours|minutes)(?!\w)(?! (?:to|ended|ending) )",
            lambda _: UNDATED,
        ),
    ),
    (
        DIRECTIONS,
        Family(
            rf"{DIRECTED} (?P<u>{one_of(UNITS)}|{name_of([*MONTHS, *WEEKDAYS])}|{one_of(SEASONS)})(?:'s|"
            rf"’s)?(?!\w){DAYTIME}",
            read_directed,
        ),
    ),
    (
        ("this", "last"),
        Family(
            r"(?P<dir>[Tt]his|[Ll]ast) (?:morning|afternoon|evening|night)(?!\w)",
            lambda match: Value(relative=Relative("day", DIRECTIONS[match["dir"].lower()])),
        ),
    ),
    (
        ("that", "same"),
        Family(
            r"(?:[Tt]hat|[Ss]ame) (?:day|week|month|quarter|year|morning|afternoon|evening|night)(?!\w)",
            lambda _: UNDATED,
        ),
    ),
    (
        ("end", "start", "beginning", "middle"),
        Family(
            r"(?P<p>[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle) of the (?P<u>year|month|week|quarter|decade)"
            r"(?!\w)(?! [0-9])",
            read_turn,
        ),
    ),
    (
        ("year", "month"),
        Family(r"(?P<u>[Yy]ear|[Mm]onth)[- ](?P<p>end)(?!\w)(?! (?:19|20)[0-9]{2})", read_turn),
    ),
    *((STARTING_ONES, counting) for counting in (_AGO, _AHEAD, _APART)),
    (
        ("few", "several", "many", "decades", "years", "months", "weeks", "days", "centuries"),
        Family(rf"(?:(?:few|several|many) )?{UNIT} (?:ago|earlier)(?!\w)", lambda _: UNDATED),
    ),
    (("weekend",), Family(r"weekend(?!\w)", lambda _: Value(relative=Relative("weekend", 0)))),
    (("currently", "nowadays"), Family(r"\w+", lambda _: UNDATED)),
    (("noon", "midday", "midnight"), Family(r"\w+", lambda _: UNDATED)),
)

_DIGITS: tuple[Family, ...] = (
    Family(rf"{DAY}(?: of)?[ -]{MONTH}{OF_YEAR}?", read_date),
    *periods.DIGITS,
    Family(
        r"(?P<a>[0-3]?[0-9])/(?P<b>[0-3]?[0-9])/(?P<y>(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![0-9/])",
        read_slashed,
    ),
    Family(r"(?P<a>[0-3]?[0-9])\.(?P<b>[01]?[0-9])\.(?P<y>(?:1[0-9]|20)[0-9]{2})(?![0-9])", read_pointed),
    *english_periods.DIGITS,
    Family(rf"(?P<h>[01]?[0-9]|2[0-3])(?:[.:](?P<min>[0-5][0-9]))? ?{_HALF_DAY}", read_clock),
    Family(rf"(?P<h>[01]?[0-9]|2[0-3]):?(?P<min>[0-5][0-9])(?![0-9:])(?P<half>){_ZONE}", read_clock),
    Family(r"(?P<h>1[3-9]|2[0-3]):(?P<min>[0-5][0-9])(?![0-9:])(?P<half>)", read_bare_clock),
    Family(r"[01]?[0-9] o['’]clock", lambda _: UNDATED),
    _AGO,
    _AHEAD,
    _APART,
    periods.YEARS,
)

ENGLISH = Grammar(
    starts=by_first_word(*periods.STARTS, *_CALENDAR, *english_periods.STARTS, *_RELATIVE),
    digits=_DIGITS,
    openers={
        **dict.fromkeys(OPENERS, ""),
        "since": "since",
        "after": "after",
        "until": "until",
        "till": "until",
        "before": "before",
        "by": "until",
        "from": "from",
        "between": "between",
    },
    paired={
        ("prior", "to"): "before",
        ("earlier", "than"): "since",
        ("not", "before"): "since",
        ("up", "to"): "until",
        ("up", "until"): "until",
        ("later", "than"): "until",
        ("as", "of"): "",
        ("at", "least"): "",
    },
    parts=PARTS,
    daytimes=frozenset(),
    about=frozenset(("around", "about", "circa")),
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
    present=frozenset(("today", "now", "date", "present")),
    attributing=frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "that", "this")),
    future=FUTURE,
    past=PAST,
    past_ending=PAST_ENDING,
    not_past=NO_PAST,
    before_adjectives=DETERMINERS | PREPOSITIONS,
)
