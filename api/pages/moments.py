"""How moments and days read on a page: in the reader's language, in the desk's time zone."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_timedelta
from flask_babel import gettext
from markupsafe import Markup, escape

from api.pages.frequent import language
from api.unit import now, settings
from claims import wording
from claims.reason import Language
from claims.time import Part
from factcheck.exports import dates

_RECENT = timedelta(days=30)


def exactly(moment: datetime) -> str:
    """24 Nov 2026, 14:02 in the desk's time zone."""
    return _exactly(moment, language(), settings().time_zone)


@lru_cache(10_000)
def _exactly(moment: datetime, shown: Language, zone: str) -> str:
    pattern = "d. MMM y, HH:mm" if shown == "de" else "d MMM y, HH:mm"
    return format_datetime(moment, pattern, tzinfo=ZoneInfo(zone), locale=shown)


def ago(moment: datetime) -> str:
    """Since when, or until when, in words; the date where that is more than a month off."""
    distance = moment - now()
    if abs(distance) > _RECENT:
        zone = ZoneInfo(settings().time_zone)
        return dated(moment.astimezone(zone).date(), _day_pattern(3))
    if abs(distance) < timedelta(minutes=1):
        return str(gettext("just now"))
    return _distance(distance // timedelta(seconds=1), language())


@lru_cache(10_000)
def _distance(seconds: int, shown: Language) -> str:
    return format_timedelta(seconds, add_direction=True, locale=shown)


def time(moment: datetime) -> Markup:
    """When it was or will be, relative, with the exact moment in the title."""
    return Markup(f"{_opened(moment, language(), settings().time_zone)}{escape(ago(moment))}</time>")


@lru_cache(10_000)
def _opened(moment: datetime, shown: Language, zone: str) -> str:
    title = escape(_exactly(moment, shown, zone))
    return f'<time datetime="{moment.isoformat(timespec="seconds")}" title="{title}">'


def span(moment: datetime) -> str:
    """How long ago it was, or how long it is until then: 3 hours."""
    return format_timedelta(abs(now() - moment), locale=language())


def day(published: str | None) -> str:
    """An EDTF date as precise as it is: 2026, November 2026, 24 Nov 2026; nothing for None."""
    if not published:
        return ""
    parts = [int(part) for part in published.split("-")]
    return dated(date(*[*parts, 1, 1][:3]), _day_pattern(len(parts)))


def dated(day: date, pattern: str) -> str:
    """The day by a pattern of Unicode's (CLDR), in the reader's language."""
    return _date(day, pattern, language())


@lru_cache(10_000)
def _date(day: date, pattern: str, shown: Language) -> str:
    return format_date(day, pattern, locale=shown)


def _day_pattern(parts: int) -> str:
    full = "d. MMM y" if language() == "de" else "d MMM y"
    return {1: "y", 2: "LLLL y"}.get(parts, full)


def edtf(expression: str, part: str | None = None) -> str:
    """2019, late 2019, since 2019, until 2019, 2019 – 2021, Nov 2026, first quarter of 2026."""
    meant = Part(part) if part else None
    first, slash, last = expression.partition("/")
    if not slash:
        return _plain(first, meant)
    if last in ("", ".."):
        return str(gettext("since %(time)s", time=_plain(first, meant)))
    if first in ("", ".."):
        return str(gettext("until %(time)s", time=_plain(last, meant)))
    return f"{_plain(first)} – {_plain(last)}"


def _plain(value: str, part: Part | None = None) -> str:
    plain = value.rstrip("~?%")
    parts = plain.split("-")
    usual = all(each.isdecimal() for each in parts) and len(parts[0]) == 4
    months = len(parts) == 1 or (usual and 1 <= int(parts[1]) <= 12)
    if usual and months and len(parts) <= 3:
        return wording.time(day(plain), value, part, language())
    return dates.edtf(value, language(), part)
