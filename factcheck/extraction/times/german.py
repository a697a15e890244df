"""German expressions of time, table by table."""

from factcheck.extraction.numerals.german_words import STEMS
from factcheck.extraction.times.dates import YEAR, year_span
from factcheck.extraction.times.families import Family, Grammar, by_first_word, family, one_of
from factcheck.extraction.times.german_readings import (
    CLOCK,
    COUNT,
    DAY,
    DAYTIME,
    DIRECTED,
    MONTH,
    OF_YEAR,
    OPTIONAL_WEEKDAY,
    UNIT,
    WEEKDAY,
    read_ago,
    read_century,
    read_clock,
    read_date,
    read_day,
    read_day_adjective,
    read_decade,
    read_directed,
    read_feast,
    read_first_months,
    read_half,
    read_iso,
    read_month,
    read_numeric,
    read_quarter,
    read_season,
    read_weekday,
)
from factcheck.extraction.times.german_words import (
    CENTURIES,
    DAYS,
    DAYTIMES,
    DECADES,
    DIRECTIONS,
    EARLIER,
    FEASTS,
    FUTURE,
    MONTHS,
    OPENERS,
    ORDINALS,
    PAST,
    PRESENT,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from factcheck.extraction.times.values import UNDATED, Relative, Value

DATE = family(rf"{OPTIONAL_WEEKDAY}{DAY}\. ?{MONTH}{OF_YEAR}?", read_date)
_QUARTERS = r"(?:Quartale?s?|Vierteljahre?s?)(?!\w)"
_HALVES = rf"(?:Halbjahre?s?|Jahreshälfte|Hälfte(?= (?:des Jahres|(?:des |von )?{YEAR})))"
_TIMES_OF_DAY = family(rf"{DAYTIME}s?(?!\w)(?! (?:auf|zum|zu|des|vom|von) )", lambda _: UNDATED)
_DIRECTED_TIME = family(
    rf"{DIRECTED} (?:[a-zäöüß]+ )?(?P<u>{one_of([*UNITS, *MONTHS, *WEEKDAYS, *SEASONS])})s?(?!\w)",
    read_directed,
)
_DIRECTED_MANY = family(
    (
        rf"{DIRECTED} (?:{COUNT} )(?P<u>Tagen?|Wochen|Monaten?|Jahren?|Jahrzehnten?|Quartalen?|"
        rf"Stunden|Minuten)(?!\w)"
    ),
    lambda _: UNDATED,
)

_DAYS_OF_WEEK = tuple(f"{day}{end}" for day in WEEKDAYS for end in ("", *DAYTIMES))
_COUNTING = (*STEMS, "ein", "eine", "einen", "einem", "wenige", "einige", "mehrere")
_LATER = family(
    rf"{COUNT} (?:{one_of(UNITS)}) (?:zuvor|davor|danach|später|darauf|vorher|nachher)(?!\w)",
    lambda _: UNDATED,
)

_STARTS = by_first_word(
    (
        _DAYS_OF_WEEK,
        family(rf"{WEEKDAY}(?:{DAYTIME})?,? (?:(?:de[mnr]|am) )?{DAY}\. ?{MONTH}{OF_YEAR}?", read_date),
    ),
    (
        tuple(
            f"{day}{end}"
            for day in WEEKDAYS
            for end in ("", "s", "früh", *DAYTIMES, *(f"{time}s" for time in DAYTIMES))
        ),
        family(rf"{WEEKDAY}(?:{DAYTIME}|früh|s)?s?(?: (?:früh|{DAYTIME}))?(?!\w)", read_weekday),
    ),
    (tuple(m + s for m in MONTHS for s in ("", "s")), family(rf"{MONTH}{OF_YEAR}?", read_month)),
    (
        tuple(s + e for s in SEASONS for e in ("", "s")),
        family(rf"(?P<s>{one_of(SEASONS)})s?(?!\w){OF_YEAR}?(?:/[0-9]{{2}}(?![0-9]))?", read_season),
    ),
    (("q1", "q2", "q3", "q4"), family(rf"[Qq](?P<q>[1-4])(?!\w){OF_YEAR}?", read_quarter)),
    (tuple(ORDINALS), family(rf"(?P<o>{one_of(ORDINALS)}) {_QUARTERS}{OF_YEAR}?", read_quarter)),
    (tuple(ORDINALS), family(rf"(?P<o>{one_of(ORDINALS)}) {_HALVES}{OF_YEAR}?", read_half)),
    (
        ("ersten", "letzten"),
        family(
            rf"(?P<o>[Ee]rsten|[Ll]etzten) {COUNT} Monaten?(?: (?:des |im )?(?:Jahre?s? )?(?P<y>{YEAR}))?",
            read_first_months,
        ),
    ),
    (tuple(CENTURIES), family(rf"(?P<c>{one_of(CENTURIES)}) Jahrhunderts?(?!\w)", read_century)),
    (
        tuple(f"{d}{e}" for d in DECADES for e in ("", "n", "jahre", "jahren")),
        family(
            rf"(?P<t>{one_of(DECADES)})(?:n|[- ]?[Jj]ahren?)(?!\w)",
            lambda m: Value(relative=Relative("decade", None, str(DECADES[m["t"].lower()]))),
        ),
    ),
    (
        tuple(DAYS),
        family(
            rf"(?P<t>{one_of(DAYS)})(?: (?:{DAYTIME}|früh))?(?!\w)(?P<still> noch| wie damals)?", read_day
        ),
    ),
    (("heuer",), family("[Hh]euer", lambda _: Value(relative=Relative("year", 0)))),
    (
        ("heutigen", "heutige", "heutiger", "heutiges", "gestrigen", "gestrige", "gestriger"),
        family(
            rf"(?P<t>[Hh]eut|[Gg]estr)ig\w*(?P<day> (?:Tag(?:es)?|{one_of(WEEKDAYS)})(?!\w))?",
            read_day_adjective,
        ),
    ),
    (tuple(EARLIER), family(r"(?P<t>\w+)", lambda m: Value(relative=Relative(*EARLIER[m["t"].lower()])))),
    (
        (
            "vortag",
            "vortages",
            "vorabend",
            "vorjahreszeitraum",
            "vorjahresquartal",
            "jahresende",
            "jahresbeginn",
            "jahreswechsel",
            "monatsende",
            "wochenbeginn",
            "damals",
        ),
        family(r"\w+", lambda _: UNDATED),
    ),
    (tuple(d + e for d in DIRECTIONS for e in ("e", "en", "er", "es", "em")), _DIRECTED_MANY),
    (tuple(d + e for d in DIRECTIONS for e in ("e", "en", "er", "es", "em")), _DIRECTED_TIME),
    (
        ("wochenende", "wochenendes"),
        family("Wochenendes?(?!\\w)", lambda _: Value(relative=Relative("weekend", 0))),
    ),
    (
        ("vor", "seit"),
        family(
            r"(?P<way>[Vv]or|[Ss]eit) (?:(?P<more>mehr als|über|weniger als|knapp|gut|fast|einem halben) )?"
            rf"(?P<about>(?:rund|etwa|ungefähr|circa|ca\.) )?{COUNT} "
            rf"(?P<scale>(?:Tausend|Millionen|Milliarden) )?{UNIT}(?! (?:Haft|Gefängnis|[0-9]))",
            read_ago,
        ),
    ),
    (
        ("vor", "seit"),
        family(
            (
                rf"(?P<way>[Vv]or|[Ss]eit) (?:(?:\w+ )?)(?:wenigen|einigen|mehreren|vielen|ein paar) "
                rf"(?:{one_of(UNITS)}|Stunden|Minuten)(?!\w)"
            ),
            lambda _: UNDATED,
        ),
    ),
    (tuple(FEASTS), family(rf"(?P<f>{one_of(FEASTS)})s?(?!\w)(?: (?P<y>{YEAR}))?", read_feast)),
    (tuple(f"{time}{end}" for time in DAYTIMES for end in ("", "s")), _TIMES_OF_DAY),
    (
        ("tag", "jahr", "monat", "woche", "tage", "jahre", "abend"),
        family(r"(?:Tage?|Jahre?|Monat|Woche|Abend) (?:zuvor|davor|danach|darauf)(?!\w)", lambda _: UNDATED),
    ),
    (
        ("ende", "anfang", "beginn", "mitte"),
        family(
            r"(?:Ende|Anfang|Beginn|Mitte) (?:des|der) (?:Jahres|Monats|Woche|Jahrzehnts|Quartals)(?! \d)",
            lambda _: UNDATED,
        ),
    ),
    (_COUNTING, _LATER),
    (
        tuple(f"{p}{e}" for p in PRESENT for e in ("", "e", "en", "er", "es", "em")),
        family(r"\w+", lambda _: UNDATED),
    ),
)

_DIGITS: tuple[Family, ...] = (
    _LATER,
    family(rf"{DAY}\. ?{MONTH}{OF_YEAR}?", read_date),
    family(
        (
            r"(?P<d>[0-3]?[0-9])\. ?(?P<n>[01]?[0-9])\. ?(?P<y>(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![0-9]|"
            r"[.,:][0-9]| Uhr)"
        ),
        read_numeric,
    ),
    family(r"(?P<d>[0-3]?[0-9])\.(?P<n>[01]?[0-9])\.(?P<y>)(?![0-9])", read_numeric),
    family(r"(?P<y>[12][0-9]{3})-(?P<n>[01][0-9])-(?P<d>[0-3][0-9])(?![0-9])", read_iso),
    family(rf"(?P<o>[1-4]\.) ?{_QUARTERS}{OF_YEAR}?", read_quarter),
    family(rf"(?P<o>[12]\.) ?{_HALVES}{OF_YEAR}?", read_half),
    family(r"(?P<c>[0-9]{1,2}\.) ?(?:Jahrhunderts?|Jh\.?)(?!\w)", read_century),
    family(r"(?P<t>1[0-9]{2}0|20[0-9]0|[1-9]0)er(?:n|[- ]?[Jj]ahren?)?(?!\w)", read_decade),
    family(rf"{CLOCK} ?Uhr(?!\w)(?: (?P<min2>[0-5][0-9])(?![0-9.,]))?", read_clock),
    family(
        (
            r"(?P<a>1[0-9]{3}|20[0-9]{2}) ?[-–—/] ?(?P<b>1[0-9]{3}|20[0-9]{2}|(?<=/)[0-9]{2}|"
            r"(?<=[-–])[0-9]{2})(?![0-9]|[.,][0-9]|[-–])"
        ),
        lambda m: year_span(m["a"], m["b"]),
    ),
)


GERMAN = Grammar(
    starts=_STARTS,
    digits=_DIGITS,
    openers={
        **dict.fromkeys(OPENERS, ""),
        "seit": "since",
        "ab": "since",
        "nach": "since",
        "bis": "until",
        "vor": "until",
        "von": "from",
        "zwischen": "between",
    },
    joins={"bis": "to", "und": "and", "-": "to", "–": "to", "—": "to", "/": "to"},
    future=FUTURE,
    past=PAST,
    past_ending="",
)
