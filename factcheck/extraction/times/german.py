"""German expressions of time, table by table."""

import re

from factcheck.extraction.numerals.german_words import STEMS, read_word
from factcheck.extraction.times.dates import YEAR, century, expand_year, full_date, year_span
from factcheck.extraction.times.families import Family, Grammar, by_first_word, family
from factcheck.extraction.times.german_words import (
    ABBREVIATED,
    CENTURIES,
    DAYS,
    DAYTIMES,
    DECADES,
    DIRECTIONS,
    EARLIER,
    FEASTS,
    FUTURE,
    MONTHS,
    ORDINALS,
    PAST,
    PRESENT,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from factcheck.extraction.times.values import UNDATED, Relative, Value

Match = re.Match[str]


def _any(words: object) -> str:
    """An alternation of words, longest first, in lower case or with a capital."""
    ordered = sorted((str(word) for word in words), key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in ordered)


_ENDS = "(?:e[nrsm]?)"
_DIRECTED = rf"(?P<dir>{_any(DIRECTIONS)}){_ENDS}"
_MONTH = rf"(?P<m>{_any(MONTHS)})(?:\.(?= ?[0-9a-zäöü,])|s)?(?!\w)"
_WEEKDAY = rf"(?P<w>{_any(WEEKDAYS)})"
_DAYTIME = rf"(?:{_any(DAYTIMES)})"
_OF_YEAR = (
    rf"(?:(?:,? (?:des |im )?(?:Jahre?s? )?|/)(?P<y>{YEAR})"
    rf"|(?: (?:des|im))? {_DIRECTED} Jahre?s?|(?: des)? (?P<before>Vorjahre?s))"
)
_DAY = r"(?P<d>0?[1-9]|[12][0-9]|3[01])"
_OPTIONAL_WEEKDAY = rf"(?:(?:{_any(WEEKDAYS)}),? (?:(?:de[mnr]|am) )?)?"


def _year_of(match: Match) -> tuple[str | None, int | None]:
    """The year that an expression names or points to."""
    groups = match.groupdict()
    if groups.get("before"):
        return None, -1
    if groups.get("dir"):
        return None, DIRECTIONS[groups["dir"].lower()]
    return groups.get("y"), None


def _read_date(match: Match) -> Value | None:
    if (
        match["m"].lower() in ABBREVIATED
        and not match["y"]
        and match.string[match.end("m") : match.end("m") + 1] != "."
    ):
        return None
    return full_date(match["d"], MONTHS[match["m"].lower()], *_year_of(match))


def _read_month(match: Match) -> Value | None:
    word = match["m"]
    if not word[0].isupper() or (word.lower() in ABBREVIATED and not match["y"]):
        return None
    return full_date(None, MONTHS[match["m"].lower()], *_year_of(match))


def _read_numeric(match: Match) -> Value | None:
    if not 1 <= int(match["n"]) <= 12 or not match["y"]:
        return full_date(match["d"], int(match["n"]), None) if 1 <= int(match["n"]) <= 12 else None
    return full_date(match["d"], int(match["n"]), expand_year(match["y"]))


def _read_day(match: Match) -> Value | None:
    """heute, gestern Abend; `heute noch` and `auch heute` mean these days, `der Morgen` is no day."""
    word, before = match["t"], match.string[max(0, match.start() - 8) : match.start()].rstrip()
    if word == "Morgen" and match.group() == word and before and before[-1] not in '.!?:"„“»':
        return UNDATED
    if word.lower() == "heute" and (
        match["still"] or before.lower().endswith(("auch", "noch", "bis", "wir", "immer"))
    ):
        return UNDATED
    return Value(relative=Relative("day", DAYS[word.lower()]))


def _read_day_adjective(match: Match) -> Value:
    """am heutigen Dienstag is a day, das heutige Istanbul is these days."""
    if match["t"].lower() == "heut":
        return Value(relative=Relative("day", 0)) if match["day"] else UNDATED
    return Value(relative=Relative("day", -1))


def _read_iso(match: Match) -> Value | None:
    return full_date(match["d"], int(match["n"]), match["y"]) if 1 <= int(match["n"]) <= 12 else None


def _part_of_year(code: int, match: Match) -> Value:
    year, shift = _year_of(match)
    if year is not None:
        return Value(edtf=f"{year}-{code}")
    return (
        Value(relative=Relative("year", shift, f"-{code}")) if shift is not None else Value(part=f"-{code}")
    )


def _ordinal(match: Match) -> int:
    word = match["o"].lower()
    return ORDINALS.get(word) or int(word.rstrip("."))


def _read_quarter(match: Match) -> Value | None:
    number = int(match["q"]) if match.groupdict().get("q") else _ordinal(match)
    return _part_of_year(32 + number, match) if 1 <= number <= 4 else None


def _read_half(match: Match) -> Value | None:
    number = _ordinal(match)
    return _part_of_year(39 + number, match) if number <= 2 else None


def _read_season(match: Match) -> Value:
    return _part_of_year(SEASONS[match["s"].lower()], match)


def _read_first_months(match: Match) -> Value | None:
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


def _read_decade(match: Match) -> Value | None:
    digits = match["t"]
    if len(digits) == 4:
        return Value(edtf=f"{digits[:3]}X")
    return Value(relative=Relative("decade", None, digits[0])) if digits.endswith("0") else None


_ANAPHORIC = ("folgend", "vorangegangen")
"""Directions that are seen from another time of the text."""


def _read_directed(match: Match) -> Value | None:
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


def _read_ago(match: Match) -> Value | None:
    """vor drei Jahren; a quantity of hours or an unclear number dates nothing."""
    word = match["k"].lower()
    count = (
        int(word) if word.isdecimal() else 1 if word.startswith("ein") and len(word) <= 5 else read_word(word)
    )
    unit = UNITS.get(match["u"].lower())
    if count is None or unit is None or count != int(count) or match["more"]:
        return UNDATED
    since = "since" if match["way"].lower() == "seit" else ""
    return Value(relative=Relative(unit, -int(count), about=bool(match["about"])), bound=since)


_COUNT = r"(?P<k>[0-9]+|[a-zäöüß]+)"
_UNIT = rf"(?P<u>{_any(UNITS)})(?!\w)"
_CLOCK = r"(?P<h>[01]?[0-9]|2[0-4])(?:[.:](?P<min>[0-5][0-9]))?"


def _read_clock(match: Match) -> Value:
    minutes = match["min"] or match.groupdict().get("min2") or "00"
    return Value(clock=f"T{int(match['h']) % 24:02d}:{int(minutes):02d}")


def _read_century(match: Match) -> Value | None:
    word = match["c"].lower()
    return century(CENTURIES.get(word) or int(word.rstrip(".")))


def _read_weekday(match: Match) -> Value | None:
    """am Montag, Dienstagabend; montags is a habit."""
    if not match["w"][0].isupper():
        return None
    return Value(relative=Relative("weekday", None, str(WEEKDAYS[match["w"].lower()])))


def _read_feast(match: Match) -> Value:
    part, year = FEASTS[match["f"].lower()], match["y"]
    if year:
        return Value(edtf=year + part)
    return Value(part=part) if part else UNDATED


DATE = family(rf"{_OPTIONAL_WEEKDAY}{_DAY}\. ?{_MONTH}{_OF_YEAR}?", _read_date)
_QUARTERS = r"(?:Quartale?s?|Vierteljahre?s?)(?!\w)"
_HALVES = rf"(?:Halbjahre?s?|Jahreshälfte|Hälfte(?= (?:des Jahres|(?:des |von )?{YEAR})))"
_TIMES_OF_DAY = family(rf"{_DAYTIME}s?(?!\w)(?! (?:auf|zum|zu|des|vom|von) )", lambda _: UNDATED)
_DIRECTED_TIME = family(
    rf"{_DIRECTED} (?:[a-zäöüß]+ )?(?P<u>{_any([*UNITS, *MONTHS, *WEEKDAYS, *SEASONS])})s?(?!\w)",
    _read_directed,
)
_DIRECTED_MANY = family(
    rf"{_DIRECTED} (?:{_COUNT} )(?P<u>Tagen?|Wochen|Monaten?|Jahren?|Jahrzehnten?|Quartalen?|Stunden|Minuten)(?!\w)",
    lambda _: UNDATED,
)

_COUNTING = (*STEMS, "ein", "eine", "einen", "einem", "wenige", "einige", "mehrere")
_LATER = family(
    rf"{_COUNT} (?:{_any(UNITS)}) (?:zuvor|davor|danach|später|darauf|vorher|nachher)(?!\w)",
    lambda _: UNDATED,
)

_STARTS = by_first_word(
    (tuple(WEEKDAYS), family(rf"{_WEEKDAY},? (?:(?:de[mnr]|am) )?{_DAY}\. ?{_MONTH}{_OF_YEAR}?", _read_date)),
    (
        tuple(
            f"{day}{end}"
            for day in WEEKDAYS
            for end in ("", "s", "früh", *DAYTIMES, *(f"{time}s" for time in DAYTIMES))
        ),
        family(rf"{_WEEKDAY}(?:{_DAYTIME}|früh|s)?s?(?: (?:früh|{_DAYTIME}))?(?!\w)", _read_weekday),
    ),
    (tuple(m + s for m in MONTHS for s in ("", "s")), family(rf"{_MONTH}{_OF_YEAR}?", _read_month)),
    (
        tuple(s + e for s in SEASONS for e in ("", "s")),
        family(rf"(?P<s>{_any(SEASONS)})s?(?!\w){_OF_YEAR}?(?:/[0-9]{{2}}(?![0-9]))?", _read_season),
    ),
    (("q1", "q2", "q3", "q4"), family(rf"[Qq](?P<q>[1-4])(?!\w){_OF_YEAR}?", _read_quarter)),
    (tuple(ORDINALS), family(rf"(?P<o>{_any(ORDINALS)}) {_QUARTERS}{_OF_YEAR}?", _read_quarter)),
    (tuple(ORDINALS), family(rf"(?P<o>{_any(ORDINALS)}) {_HALVES}{_OF_YEAR}?", _read_half)),
    (
        ("ersten", "letzten"),
        family(
            rf"(?P<o>[Ee]rsten|[Ll]etzten) {_COUNT} Monaten?(?: (?:des |im )?(?:Jahre?s? )?(?P<y>{YEAR}))?",
            _read_first_months,
        ),
    ),
    (tuple(CENTURIES), family(rf"(?P<c>{_any(CENTURIES)}) Jahrhunderts?(?!\w)", _read_century)),
    (
        tuple(f"{d}{e}" for d in DECADES for e in ("", "n", "jahre", "jahren")),
        family(
            rf"(?P<t>{_any(DECADES)})(?:n|[- ]?[Jj]ahren?)(?!\w)",
            lambda m: Value(relative=Relative("decade", None, str(DECADES[m["t"].lower()]))),
        ),
    ),
    (
        tuple(DAYS),
        family(
            rf"(?P<t>{_any(DAYS)})(?: (?:{_DAYTIME}|früh))?(?!\w)(?P<still> noch| wie damals)?", _read_day
        ),
    ),
    (("heuer",), family("[Hh]euer", lambda _: Value(relative=Relative("year", 0)))),
    (
        ("heutigen", "heutige", "heutiger", "heutiges", "gestrigen", "gestrige", "gestriger"),
        family(
            rf"(?P<t>[Hh]eut|[Gg]estr)ig\w*(?P<day> (?:Tag(?:es)?|{_any(WEEKDAYS)})(?!\w))?",
            _read_day_adjective,
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
            rf"(?P<way>[Vv]or|[Ss]eit) (?:(?P<more>mehr als|über|weniger als|knapp|gut|fast|einem halben) )?(?P<about>(?:rund|etwa|ungefähr|circa|ca\.) )?{_COUNT} {_UNIT}(?! (?:Haft|Gefängnis))",
            _read_ago,
        ),
    ),
    (
        ("vor", "seit"),
        family(
            rf"(?P<way>[Vv]or|[Ss]eit) (?:(?:\w+ )?)(?:wenigen|einigen|mehreren|vielen|ein paar) (?:{_any(UNITS)}|Stunden|Minuten)(?!\w)",
            lambda _: UNDATED,
        ),
    ),
    (tuple(FEASTS), family(rf"(?P<f>{_any(FEASTS)})s?(?!\w)(?: (?P<y>{YEAR}))?", _read_feast)),
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
    family(rf"{_DAY}\. ?{_MONTH}{_OF_YEAR}?", _read_date),
    family(
        r"(?P<d>[0-3]?[0-9])\. ?(?P<n>[01]?[0-9])\. ?(?P<y>(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![0-9]|[.,:][0-9]| Uhr)",
        _read_numeric,
    ),
    family(r"(?P<d>[0-3]?[0-9])\.(?P<n>[01]?[0-9])\.(?P<y>)(?![0-9])", _read_numeric),
    family(r"(?P<y>[12][0-9]{3})-(?P<n>[01][0-9])-(?P<d>[0-3][0-9])(?![0-9])", _read_iso),
    family(rf"(?P<o>[1-4]\.) ?{_QUARTERS}{_OF_YEAR}?", _read_quarter),
    family(rf"(?P<o>[12]\.) ?{_HALVES}{_OF_YEAR}?", _read_half),
    family(r"(?P<c>[0-9]{1,2}\.) ?(?:Jahrhunderts?|Jh\.?)(?!\w)", _read_century),
    family(r"(?P<t>1[0-9]{2}0|20[0-9]0|[1-9]0)er(?:n|[- ]?[Jj]ahren?)?(?!\w)", _read_decade),
    family(rf"{_CLOCK} ?Uhr(?!\w)(?: (?P<min2>[0-5][0-9])(?![0-9.,]))?", _read_clock),
    family(
        r"(?P<a>1[0-9]{3}|20[0-9]{2}) ?[-–—/] ?(?P<b>1[0-9]{3}|20[0-9]{2}|(?<=/)[0-9]{2}|(?<=[-–])[0-9]{2})(?![0-9]|[.,][0-9]|[-–])",
        lambda m: year_span(m["a"], m["b"]),
    ),
)


GERMAN = Grammar(
    starts=_STARTS,
    digits=_DIGITS,
    openers={
        **dict.fromkeys(
            ("im", "in", "am", "an", "vom", "zum", "zu", "zur", "um", "gegen", "beim", "den", "dem", "des", "der", "die", "das", "jahr", "jahre", "jahres", "jahren", "zeitraum", "anfang", "mitte", "ende",
             "beginn", "frühen", "späten", "ganzen", "saison", "spielzeit", "sommer", "wintersemester", "sommersemester", "geschäftsjahr", "schuljahr", "amtsperiode", "monat", "eines", "einem", "spätestens", "noch", "auf", "für", "nacht", "dieses", "diesem", "kalenderjahr"),
            "",
        ),
        "seit": "since", "ab": "since", "nach": "since", "bis": "until", "vor": "until",
        "von": "from", "zwischen": "between",
    },
    joins={"bis": "to", "und": "and", "-": "to", "–": "to", "—": "to", "/": "to"},
    future=FUTURE,
    past=PAST,
    past_ending="",
)  # fmt: skip
