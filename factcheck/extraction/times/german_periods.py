"""German names of periods: seasons, quarters, halves, weeks, decades, centuries, feasts."""

from factcheck.extraction.times.dates import YEAR, calendar_week, feast, year_of_era, year_span
from factcheck.extraction.times.families import Entry, Family, one_of
from factcheck.extraction.times.german_readings import (
    BEFORE_CHRIST,
    COUNT,
    DAY,
    DIRECTED,
    MONTH,
    OF_YEAR,
    Match,
    read_century,
    read_decade,
    read_half,
    read_months_of,
    read_named_decade,
    read_part_of_month,
    read_quarter,
    read_season,
    read_window,
)
from factcheck.extraction.times.german_words import (
    CENTURIES,
    DECADES,
    DIRECTIONS,
    FEASTS,
    MONTHS,
    ORDINALS,
    SEASONS,
    TURNS,
)
from factcheck.extraction.times.values import UNDATED, Relative, Value

_QUARTERS = r"(?:Quartale?s?|Vierteljahre?s?)(?!\w)"
_HALVES = rf"(?:Halbjahre?s?|Hj\.?|HJ|Jahreshälfte|Hälfte(?= (?:des Jahres|(?:des |von )?{YEAR})))"
_SPAN_OF_YEARS = r"(?:/(?:1[0-9]|20)?[0-9]{2}(?![0-9]))?"
_IN_YEAR = rf"(?:,? (?:(?:des|im) Jahr(?:es)? )?(?P<y>{YEAR}){_SPAN_OF_YEARS})"
_SINGLE = rf"(?:(?:Jahrhunderts?|Jh(?:dt)?s?\.?)(?!\w)(?:{BEFORE_CHRIST}| n(?:ach|\.) ?Chr(?:istus|\.)?)?)"
_JOINED_CENTURIES = (
    rf"(?= (?:und|bis|oder|sowie) (?:(?:zum|ins|dem) )?(?:[0-9]{{1,2}}\.|{one_of(CENTURIES)}) (?:Jahrh|Jh))"
)
_AND_ANOTHER = r"-?(?= (?:und|bis) (?:[0-9]{2}|[A-Za-zäöüß]{3,7}zig|[Dd]reißig)er)"
_SEASON = rf"(?P<pre>[Ff]rüh|[Hh]och|[Ss]pät)?(?P<s>{one_of(SEASONS)})(?:s|monaten?)?(?!\w)"
_WEEK_YEAR = rf"(?:(?:/|,? (?:(?:des|im) Jahr(?:es)? )?)(?P<y>{YEAR}))?"
_DIRECTED = tuple(word + end for word in DIRECTIONS for end in ("e", "en", "er", "es", "em"))


def _read_week(match: Match) -> Value | None:
    return calendar_week(int(match["n"]), match["y"])


def _read_feast(match: Match) -> Value | None:
    groups = match.groupdict()
    offset = DIRECTIONS[groups["dir"].lower()] if groups.get("dir") else None
    return feast(FEASTS[" ".join(match["f"].lower().split())], groups.get("y"), offset)


def _read_christmas_day(match: Match) -> Value:
    return feast("christmas" if match["o"].lower().startswith(("erst", "1")) else "second day", match["y"])


def _read_advent(match: Match) -> Value | None:
    word = match["o"].lower()
    number = ORDINALS.get(word) or int(word.rstrip("."))
    return feast(f"advent {number}", match["y"]) if 1 <= number <= 4 else None


def _read_turn(match: Match) -> Value:
    """zum Jahresende, Jahresbeginn 2020, zum Jahreswechsel 2019/20."""
    unit, part = TURNS[match["t"].lower()]
    if match["y"] is None:
        return Value(relative=Relative(unit, 0), within=part) if unit else UNDATED
    if not unit and match["y2"]:
        return year_span(match["y"], match["y2"]) or Value(edtf=match["y"])
    return Value(edtf=match["y"], within=part)


STARTS: tuple[Entry, ...] = (
    (
        (
            s + e
            for s in (p + w for w in SEASONS for p in ("", "früh", "hoch", "spät"))
            for e in ("", "s", "monate", "monaten")
        ),
        Family(rf"{_SEASON}{OF_YEAR}?{_SPAN_OF_YEARS}", read_season),
    ),
    (("q1", "q2", "q3", "q4"), Family(rf"[Qq](?P<q>[1-4])(?!\w){OF_YEAR}?", read_quarter)),
    (ORDINALS, Family(rf"(?P<o>{one_of(ORDINALS)}) {_QUARTERS}{OF_YEAR}?", read_quarter)),
    (ORDINALS, Family(rf"(?P<o>{one_of(ORDINALS)}) {_HALVES}{OF_YEAR}?", read_half)),
    (
        ("letzten", "letzte", "letztes"),
        Family(rf"(?P<named>[Ll]etzt)e[ns]? {_QUARTERS}{OF_YEAR}", read_quarter),
    ),
    (
        (f"{word}quartal{end}" for word in ("schluss", "auftakt", "start", "anfangs") for end in ("", "s")),
        Family(
            rf"(?P<named>[Ss]chluss|[Aa]uftakt|[Ss]tart|[Aa]nfangs)quartals?(?!\w){OF_YEAR}?", read_quarter
        ),
    ),
    (("i", "ii", "iii", "iv"), Family(rf"(?P<roman>III|II|IV|I)\.? {_QUARTERS}{OF_YEAR}?", read_quarter)),
    (
        ("ersten", "letzten", "erste", "letzte", "zweiten", "zweite"),
        Family(
            rf"(?P<o>[Ee]rste|[Ll]etzte|[Zz]weite)[nr]? (?P<m>{one_of(MONTHS)})(?P<what>hälfte|woche)"
            rf"{OF_YEAR}?",
            read_part_of_month,
        ),
    ),
    (
        ("ersten", "letzten"),
        Family(
            rf"(?P<o>[Ee]rsten|[Ll]etzten) {COUNT} (?P<u>Monaten?|Quartalen?)"
            rf"(?: (?:des |im )?(?:Jahre?s? )?(?P<y>{YEAR}))?",
            read_months_of,
        ),
    ),
    (CENTURIES, Family(rf"(?P<c>{one_of(CENTURIES)}) {_SINGLE}", read_century)),
    (CENTURIES, Family(rf"(?P<c>{one_of(CENTURIES)}){_JOINED_CENTURIES}", read_century)),
    (
        (f"{d}{e}" for d in DECADES for e in ("", "n", "jahre", "jahren")),
        Family(
            rf"(?P<t>{one_of(DECADES)})(?P<end>n|[- ]?[Jj]ahren?|{_AND_ANOTHER})?(?!\w)",
            lambda match: read_named_decade(match, DECADES),
        ),
    ),
    (("nullerjahre", "nullerjahren"), Family(r"[Nn]ullerjahren?", lambda _: Value(edtf="200X"))),
    (
        ("zehnerjahre", "zehnerjahren"),
        Family(r"[Zz]ehnerjahren?", lambda _: Value(relative=Relative("decade", None, "1"))),
    ),
    (
        ("kw", "kalenderwoche"),
        Family(rf"(?:KW|Kalenderwoche) ?(?P<n>[0-9]{{1,2}})(?![0-9]){_WEEK_YEAR}", _read_week),
    ),
    (
        TURNS,
        Family(
            rf"(?P<t>{one_of(TURNS)})s?(?!\w)(?: (?P<y>{YEAR})(?:/(?P<y2>(?:20)?[0-9]{{2}})(?![0-9]))?)?",
            _read_turn,
        ),
    ),
    (_DIRECTED, Family(rf"{DIRECTED} (?P<f>{one_of(f for f in FEASTS if ' ' not in f)})(?!\w)", _read_feast)),
    (
        (start for feast_ in FEASTS for word in [feast_.split()[0]] for start in (word, f"{word}s")),
        Family(rf"(?P<f>{one_of(FEASTS)})s?(?!\w){_IN_YEAR}?", _read_feast),
    ),
    (
        ("ersten", "erste", "zweiten", "zweite", "zweiter", "erster"),
        Family(
            rf"(?P<o>[Ee]rste|[Zz]weite)[nr]? Weihnachts(?:feier)?tag(?:e?s)?{_IN_YEAR}?", _read_christmas_day
        ),
    ),
    (ORDINALS, Family(rf"(?P<o>{one_of(ORDINALS)}) Advent(?:ssonntag)?s?(?!\w){_IN_YEAR}?", _read_advent)),
    (("jahr", "jahres"), Family(rf"Jahr bis (?:Ende |zum )?{MONTH}{OF_YEAR}?", read_window)),
    (("jahr", "jahres"), Family(rf"Jahr bis (?:Ende |zum )?{DAY}\. ?{MONTH}{OF_YEAR}?", read_window)),
)
WINDOWS = (
    Family(rf"{COUNT} Monaten? bis (?:(?:Anfang|Mitte|Ende|einschließlich) )?{MONTH}{OF_YEAR}?", read_window),
    Family(rf"{COUNT} Monaten? bis (?:zum )?{DAY}\. ?{MONTH}{OF_YEAR}?", read_window),
)
DIGITS: tuple[Family, ...] = (
    *WINDOWS,
    Family(rf"(?P<o>[1-4]\.) ?{_QUARTERS}{OF_YEAR}?", read_quarter),
    Family(rf"(?P<o>[12]\.) ?{_HALVES}{OF_YEAR}?", read_half),
    Family(rf"(?P<o>[12])\. Weihnachts(?:feier)?tag(?:e?s)?{_IN_YEAR}?", _read_christmas_day),
    Family(rf"(?P<o>[1-4])\. Advent(?:ssonntag)?(?!\w){_IN_YEAR}?", _read_advent),
    Family(rf"(?P<n>[0-9]{{1,2}})\. ?(?:Kalenderwoche|KW)(?!\w){_WEEK_YEAR}", _read_week),
    Family(rf"(?P<c>[0-9]{{1,2}}\.) ?{_SINGLE}", read_century),
    Family(rf"(?P<c>[0-9]{{1,2}}\.){_JOINED_CENTURIES}", read_century),
    Family(
        rf"(?P<n>[1-9][0-9]{{0,3}})(?:{BEFORE_CHRIST}| n(?:ach|\.) ?Chr(?:istus|\.)?)",
        lambda match: year_of_era(int(match["n"]), bool(match["bc"])),
    ),
    Family(r"(?P<t>1[0-9]{2}0|20[0-9]0|[1-9]0)er(?:n|[- ]?[Jj]ahren?)?(?!\w)", read_decade),
)
