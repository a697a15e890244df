"""German expressions of time, table by table."""

from factcheck.extraction.german import DETERMINERS, PREPOSITIONS
from factcheck.extraction.numerals.german_words import STEMS
from factcheck.extraction.times import german_periods, periods
from factcheck.extraction.times.families import Entry, Family, Grammar, by_first_word, one_of
from factcheck.extraction.times.german_readings import (
    CLOCK,
    COUNT,
    DAY,
    DAYTIME,
    DIRECTED,
    MONTH,
    OF_YEAR,
    UNIT,
    WEEKDAY,
    Match,
    read_clock,
    read_date,
    read_month,
    read_numeric,
    read_pointed_clock,
    read_short_span,
)
from factcheck.extraction.times.german_relative import (
    read_ago,
    read_apart,
    read_day,
    read_day_adjective,
    read_day_of_week,
    read_directed,
    read_weekday,
)
from factcheck.extraction.times.german_words import (
    DAYS,
    DAYTIMES,
    DIRECTIONS,
    EARLIER,
    FUTURE,
    MONTHS,
    OPENERS,
    PARTS,
    PAST,
    PAST_ENDING,
    PRESENT,
    PRESENT_DESPITE_ENDING,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from factcheck.extraction.times.values import UNDATED, Relative, Value

_ENDINGS = ("e", "en", "er", "es", "em")
_DIRECTED = tuple(direction + ending for direction in DIRECTIONS for ending in _ENDINGS)
_COUNTING = (*STEMS, "ein", "eine", "einen", "einem", "wenige", "einige", "mehrere")
_DAYTIMED = tuple(f"{time}s" for time in DAYTIMES)
_TURN = (
    rf"(?P<p>{one_of(PARTS)}) (?:des|der) (?:laufenden )?"
    r"(?P<u>Jahres|Monats|Woche|Jahrzehnts|Quartals)(?! \d)"
)
_APART = r"(?P<way>zuvor|davor|vorher|danach|später|darauf|nachher)(?!\w)"
_LATER = Family(rf"{COUNT} (?P<u>{one_of(UNITS)}) {_APART}", read_apart)
_LONG_AGO = Family(
    rf"(?P<way>[Vv]or|[Ss]eit) (?:(?:\w+ )?)(?:wenigen|einigen|mehreren|vielen|ein paar) "
    rf"(?:{one_of(UNITS)}|Stunden|Minuten)(?!\w)",
    lambda _: UNDATED,
)


def _read_turn(match: Match) -> Value:
    """Ende des Jahres: of the one that runs, where the sentence does not tell of an earlier one."""
    return Value(relative=Relative(UNITS[match["u"].lower()], 0), within=PARTS[match["p"].lower()])


_RELATIVE: tuple[Entry, ...] = (
    (
        DAYS,
        Family(
            rf"(?P<t>{one_of(DAYS)})(?: (?:{DAYTIME}|früh))?(?!\w)(?P<still> noch| wie damals)?", read_day
        ),
    ),
    (("heuer",), Family("[Hh]euer", lambda _: Value(relative=Relative("year", 0)))),
    (
        ("heutigen", "heutige", "heutiger", "heutiges", "gestrigen", "gestrige", "gestriger"),
        Family(
            rf"(?P<t>[Hh]eut|[Gg]estr)ig\w*(?P<day> (?:Tag(?:es)?|{one_of(WEEKDAYS)})(?!\w))?",
            read_day_adjective,
        ),
    ),
    (
        EARLIER,
        Family(
            rf"(?P<t>{one_of(EARLIER)})(?!\w)", lambda m: Value(relative=Relative(*EARLIER[m["t"].lower()]))
        ),
    ),
    (
        ("vortag", "vortages", "vorabend"),
        Family(r"\w+", lambda _: Value(relative=Relative("day", -1, anchored=True))),
    ),
    (("vorjahreszeitraum", "vorjahresquartal", "damals"), Family(r"\w+", lambda _: UNDATED)),
    (
        _DIRECTED,
        Family(
            rf"{DIRECTED} {COUNT} (?P<u>Tagen?|Wochen|Monaten?|Jahren?|Jahrzehnten?|Quartalen?|"
            rf"Stunden|Minuten)(?!\w)",
            lambda _: UNDATED,
        ),
    ),
    (
        _DIRECTED,
        Family(
            rf"{DIRECTED} (?:[a-zäöüß]+ )?(?P<u>{one_of([*UNITS, *MONTHS, *WEEKDAYS, *SEASONS])})s?(?!\w)",
            read_directed,
        ),
    ),
    (
        ("selben", "selbem", "gleichen", "demselben", "derselben", "jenem", "jener", "jenen", "jenes"),
        Family(
            r"\w+ (?:Tag(?:es)?|Jahr(?:es)?|Monat|Woche|Abend|Nacht|Morgen|Nachmittag)(?!\w)",
            lambda _: UNDATED,
        ),
    ),
    (
        ("wochenende", "wochenendes"),
        Family(r"Wochenendes?(?!\w)", lambda _: Value(relative=Relative("weekend", 0))),
    ),
    (
        ("vor", "seit"),
        Family(
            r"(?P<way>[Vv]or|[Ss]eit) (?:(?P<more>mehr als|über|weniger als|mindestens|höchstens) )?"
            r"(?P<about>(?:rund|etwa|ungefähr|circa|ca\.|knapp|gut|fast|beinahe) )?"
            rf"(?:{COUNT}(?P<half> halben)?) (?P<scale>(?:Tausend|Millionen|Milliarden) )?{UNIT}"
            r"(?! (?:Haft|Gefängnis|[0-9]))",
            read_ago,
        ),
    ),
    (("vor", "seit"), _LONG_AGO),
    (
        (*DAYTIMES, *_DAYTIMED),
        Family(rf"{DAYTIME}s?(?!\w)(?! (?:auf|zum|zu|des|der|vom|von) )", lambda _: UNDATED),
    ),
    (
        ("tag", "jahr", "monat", "woche", "abend", "quartal"),
        Family(rf"(?P<u>Tage?|Jahre?|Monat|Woche|Abend|Quartal) {_APART}", read_apart),
    ),
    (PARTS, Family(_TURN, _read_turn)),
    (_COUNTING, _LATER),
    *((_COUNTING, window) for window in german_periods.WINDOWS),
    ((p + e for p in PRESENT for e in ("", *_ENDINGS)), Family(r"\w+", lambda _: UNDATED)),
)

_DAY_OF_WEEK = rf"(?: (?:(?:der|in der) )?(?:{DIRECTED} Woche|(?P<before>Vorwoche))(?!\w))"
_CALENDAR: tuple[Entry, ...] = (
    (
        (f"{day}{end}" for day in WEEKDAYS for end in ("", *DAYTIMES)),
        Family(rf"{WEEKDAY}(?:{DAYTIME})?,? (?:(?:de[mnr]|am) )?{DAY}\. ?{MONTH}{OF_YEAR}?", read_date),
    ),
    (WEEKDAYS, Family(rf"{WEEKDAY}{_DAY_OF_WEEK}", read_day_of_week)),
    (
        (f"{day}{end}" for day in WEEKDAYS for end in ("", "s", "früh", *DAYTIMES, *_DAYTIMED)),
        Family(rf"{WEEKDAY}(?:{DAYTIME}|früh|s)?s?(?: (?:früh|{DAYTIME}))?(?!\w)", read_weekday),
    ),
    ((m + s for m in MONTHS for s in ("", "s")), Family(rf"{MONTH}{OF_YEAR}?", read_month)),
)
_DIGITS: tuple[Family, ...] = (
    _LATER,
    Family(rf"{DAY}\. ?{MONTH}{OF_YEAR}?", read_date),
    Family(
        (
            r"(?P<d>[0-3]?[0-9])\. ?(?P<n>[01]?[0-9])\. ?(?P<y>(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![0-9]|"
            r"[.,:][0-9]| Uhr)"
        ),
        read_numeric,
    ),
    Family(r"(?P<d>[0-3]?[0-9])/(?P<n>[01]?[0-9])/(?P<y>(?:1[0-9]|20)[0-9]{2})(?![0-9/])", read_numeric),
    Family(r"(?P<d>[0-3]?[0-9])\.(?P<n>[01]?[0-9])\.(?P<y>)(?![0-9])", read_numeric),
    Family(
        r"(?P<d>[0-3]?[0-9])\.(?P<n>[01]?[0-9])(?P<y>)(?![0-9.]|[,:][0-9]| ?(?:Uhr|%|[A-Z€$°]))", read_numeric
    ),
    *periods.DIGITS,
    *german_periods.DIGITS,
    Family(
        rf"{CLOCK} ?Uhr(?!\w)(?: (?P<min2>[0-5][0-9])(?![0-9.,]))?"
        r"(?: (?P<when>früh|morgens|vormittags|mittags|nachmittags|abends|nachts)(?!\w))?",
        read_clock,
    ),
    Family(
        r"(?P<h>[01]?[0-9]|2[0-3])[.:](?P<min>[0-5][0-9])"
        r"(?= [a-zäöü]|[,;)]|\.(?:\s|$))(?! (?:kg|km|m|cm|mm|g|t|l)\b)",
        read_pointed_clock,
    ),
    periods.YEARS,
    Family(r"(?P<a>[0-9]{2})/(?P<b>[0-9]{2})(?![0-9/.,])", read_short_span),
)


GERMAN = Grammar(
    starts=by_first_word(*periods.STARTS, *_CALENDAR, *german_periods.STARTS, *_RELATIVE),
    digits=_DIGITS,
    openers={
        **dict.fromkeys((*OPENERS, "mindestens", "wenigstens"), ""),
        "seit": "since",
        "ab": "since",
        "nach": "after",
        "frühestens": "since",
        "bis": "until",
        "vor": "before",
        "spätestens": "until",
        "von": "from",
        "zwischen": "between",
    },
    paired={("nicht", "vor"): "since"},
    parts=PARTS,
    daytimes=frozenset(DAYTIMES),
    about=frozenset(("um", "gegen", "circa", "ca", "ungefähr", "etwa")),
    joins={"bis": "to", "und": "and", "auf": "night", "-": "to", "–": "to", "—": "to", "/": "to"},
    present=frozenset(("heute", "jetzt", "dato")),
    attributing=frozenset(
        ("der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer")
    ),
    future=FUTURE,
    past=PAST,
    past_ending=PAST_ENDING,
    not_past=PRESENT_DESPITE_ENDING,
    before_adjectives=DETERMINERS | PREPOSITIONS,
)
