"""What German words say that count from the day of publication or from another time of the text."""

from factcheck.extraction.times.german_readings import Match, counted
from factcheck.extraction.times.german_words import DAYS, DIRECTIONS, MONTHS, SEASONS, UNITS, WEEKDAYS
from factcheck.extraction.times.values import UNDATED, Relative, Value

_MONTHS_OF_YEAR = 12


def read_day(match: Match) -> Value | None:
    """heute, gestern Abend; `heute noch` and `auch heute` mean these days, `der Morgen` is no day."""
    word, before = match["t"], match.string[max(0, match.start() - 8) : match.start()].rstrip()
    if word == "Morgen" and match.string.startswith(" des ", match.end()):
        return None
    if word == "Morgen" and match.group() == word and before and before[-1] not in '.!?:"„“»':
        return UNDATED
    if word.lower() == "heute" and (
        match["still"] or before.lower().endswith(("auch", "noch", "bis", "wir", "immer"))
    ):
        return UNDATED
    return Value(relative=Relative("day", DAYS[word.lower()]))


def read_day_adjective(match: Match) -> Value:
    """am heutigen Dienstag is a day, das heutige Istanbul is these days."""
    if match["t"].lower() == "heut":
        return Value(relative=Relative("day", 0)) if match["day"] else UNDATED
    return Value(relative=Relative("day", -1))


_PLURALS = ("tage", "tagen", "wochen", "monate", "monaten", "jahren", "jahre", "quartalen", "quartale")


def read_directed(match: Match) -> Value | None:
    offset, word = DIRECTIONS[match["dir"].lower()], match["u"].lower()
    if word in UNITS:
        # an unnamed number of them (in den letzten Jahren) has no date, am nächsten Tag is told from another
        open_ended = word in _PLURALS or match["dir"].lower() == "folgend" or UNITS[word] == "day"
        return UNDATED if open_ended else Value(relative=Relative(UNITS[word], offset))
    if word in MONTHS:
        return Value(relative=Relative("named", offset, f"-{MONTHS[word]:02d}"))
    season = word.removesuffix("s")
    if season in SEASONS:
        return Value(relative=Relative("named", offset, f"-{SEASONS[season]}"))
    return Value(relative=Relative("weekday", offset, str(WEEKDAYS[season])))


_VAGUE = ("wenigen", "einigen", "mehreren", "vielen", "etlichen", "zahlreichen")


def read_ago(match: Match) -> Value | None:
    """vor drei Jahren; a quantity of hours or an unclear number dates nothing."""
    count, unit = counted(match["k"]), UNITS.get(match["u"].lower())
    if count is None and match["k"].lower() not in _VAGUE:
        return None
    if count is None or unit is None or match["more"] or match["scale"]:
        return UNDATED
    since = "since" if match["way"].lower() == "seit" else ""
    if match["half"] or count != int(count):
        if unit != "year":
            return UNDATED
        months = Relative("month", -round(_MONTHS_OF_YEAR * (0.5 if match["half"] else count)))
        return Value(relative=months, bound=since, about=True)
    return Value(relative=Relative(unit, -int(count)), bound=since, about=bool(match["about"]))


def read_apart(match: Match) -> Value:
    """ein Jahr zuvor, zwei Jahre später: seen from another time of the text."""
    groups = match.groupdict()
    count = counted(groups["k"]) if groups.get("k") else 1
    unit = {"abend": "day"}.get(match["u"].lower(), UNITS.get(match["u"].lower()))
    if count is None or unit is None or count != int(count):
        return UNDATED
    back = match["way"].lower() in ("zuvor", "davor", "vorher", "früher")
    return Value(relative=Relative(unit, int(-count if back else count), anchored=True))


def read_weekday(match: Match) -> Value | None:
    """am Montag, Dienstagabend; montags is a habit."""
    if not match["w"][0].isupper():
        return None
    return Value(relative=Relative("weekday", None, str(WEEKDAYS[match["w"].lower()])))


def read_day_of_week(match: Match) -> Value:
    """Dienstag vergangener Woche."""
    weeks = -1 if match.groupdict().get("before") else DIRECTIONS[match["dir"].lower()]
    return Value(relative=Relative("day of week", weeks, str(WEEKDAYS[match["w"].lower()])))
