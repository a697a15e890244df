"""How values read on a page: in the reader's language, in the desk's time zone.

`init_presentation` gives templates these filters and globals:

    member|label            an enum's member as a reader knows it
    found|quantity          `≥ 7 Mitarbeiter`, of a Quantity or its JSON
    number|figure           200.000 or 200,000
    worth|worth             0.7 as 70
    moment|ago, |exactly    relative, and to the minute; also |day for EDTF dates of articles
    moment|span             how long ago it was: 3 hours
    expression|edtf(part)   an EDTF value of a claim in words, and the part of it that is meant
    reason|reason           a machine's reason in words, of a Reason or its JSON; several|reasons on one line
    claim|line              the classes of the line under a claim's words: state and verdict
    claim|verdict_of        the standing verdict of a claim, or the verdict itself
    claim|pieces            the claim's own words, cut where its slots begin and end
    claim|worded            its readable text, cut where words in it stand open
    sentence|plainly(status)  what went wrong, in the desk's words
    text|exact              text whose every code point has to reach the browser
    article|headline        its title, else its number; code|language_name
    navigation(), count_unread(), here(), may(role), what_happened(), legend(), kinds, modalities,
    priorities, roles, states, to_do, verdicts
    file_kinds              what a file field takes
    account, language, desk_name
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel.dates import format_datetime, format_timedelta
from flask import Flask, current_app, g, request, url_for
from flask_babel import format_date, get_locale, gettext, lazy_gettext
from werkzeug.exceptions import default_exceptions

from api.auth import whoever
from api.pages.marks import exact, legend, line, pieces, reasoned, verdict_of, worded
from api.pages.telling import what_happened
from api.unit import db, now, settings
from claims import wording, workflow
from claims.article import Article
from claims.assignment import Priority
from claims.claim import Kind, Modality
from claims.quantity import Quantity
from claims.reason import Language, Reason
from claims.store import notices
from claims.time import Part
from claims.verdict import Verdict
from claims.workflow import Role, State
from factcheck.exports import dates
from factcheck.house import house_of
from factcheck.reading import ACCEPTED

_PLACES = (
    ("queue.show", lazy_gettext("Queue")),
    ("articles.index", lazy_gettext("Articles")),
    ("ask.show", lazy_gettext("Ask")),
    ("explain.show", lazy_gettext("Explain")),
    ("sources.index", lazy_gettext("Sources")),
)
LARGEST_ID = 2**31 - 1
ID = f"int(max={LARGEST_ID})"
"""the converter of a row's number in a path: what is larger than the database's integers is no page"""

_RECENT = timedelta(days=30)
_PLAIN = {
    HTTPStatus.BAD_REQUEST: lazy_gettext("The desk could not make sense of this request."),
    HTTPStatus.NOT_FOUND: lazy_gettext("There is no such page."),
    HTTPStatus.METHOD_NOT_ALLOWED: lazy_gettext("This page cannot be asked for in this way."),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: lazy_gettext("What you sent is too large for this desk."),
    HTTPStatus.INTERNAL_SERVER_ERROR: lazy_gettext("Something went wrong on our side; nothing was changed."),
}


def language() -> Language:
    """The language this request is answered in."""
    return "de" if get_locale().language == "de" else "en"


def init_presentation(app: Flask) -> None:
    """Register the filters and globals that the module's docstring lists."""
    app.jinja_env.filters.update(
        label=label,
        quantity=quantity,
        figure=figure,
        worth=worth,
        ago=ago,
        exactly=exactly,
        span=span,
        day=day,
        edtf=edtf,
        reason=reason,
        reasons=all_reasons,
        line=line,
        verdict_of=verdict_of,
        pieces=pieces,
        worded=worded,
        exact=exact,
        plainly=plainly,
        headline=headline,
        language_name=language_name,
    )
    app.jinja_env.globals.update(
        file_kinds=ACCEPTED,
        navigation=navigation,
        count_unread=count_unread,
        here=here,
        what_happened=what_happened,
        legend=legend,
        may=may,
        kinds=tuple(Kind),
        modalities=tuple(Modality),
        priorities=tuple(Priority),
        roles=tuple(Role),
        states=tuple(State),
        to_do=workflow.TO_DO,
        verdicts=tuple(Verdict),
    )
    app.context_processor(_surroundings)


def label(member: StrEnum) -> str:
    if isinstance(member, Verdict):
        return house_of(settings()).label(member, language())
    return wording.label(member, language())


def quantity(found: Quantity | Mapping[str, Any]) -> str:
    return wording.quantity(Quantity.model_validate(found), language())


def figure(number: float) -> str:
    return wording.figure(number, language())


def worth(share: float) -> str:
    """A share of one in hundredths, which compare at a glance."""
    return f"{100 * share:.0f}"


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
        return str(format_date(moment, _day_pattern(3)))
    if abs(distance) < timedelta(minutes=1):
        return str(gettext("just now"))
    return format_timedelta(distance, add_direction=True, locale=get_locale())


def span(moment: datetime) -> str:
    """How long ago it was, or how long it is until then: 3 hours."""
    return format_timedelta(abs(now() - moment), locale=get_locale())


def day(published: str | None) -> str:
    """An EDTF date as precise as it is: 2026, November 2026, 24 Nov 2026; nothing for None."""
    if not published:
        return ""
    parts = [int(part) for part in published.split("-")]
    whole = date(*[*parts, 1, 1][:3])
    return str(format_date(whole, _day_pattern(len(parts)), rebase=False))


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


def headline(article: Article) -> str:
    """The article's title, or its number where it has none."""
    return article.title or str(gettext("Article %(id)s", id=article.id))


def language_name(code: Language) -> str:
    return str(gettext("German") if code == "de" else gettext("English"))


def reason(given: Reason | Mapping[str, Any]) -> str:
    return reasoned(given, language())


def all_reasons(given: Iterable[Reason | Mapping[str, Any]]) -> str:
    """The machine's reasons one after the other, on one line."""
    shown = language()
    return "; ".join(reasoned(each, shown) for each in given)


@dataclass(frozen=True)
class Place:
    """An entry of the navigation."""

    path: str
    label: str
    current: bool


def may(role: str) -> bool:
    """Whether who is asking has the role, so that a page offers only what the server will accept."""
    found = whoever()
    return found is not None and workflow.may(found.role_set, Role(role))


def navigation() -> list[Place]:
    """The places of the desk that this installation has."""
    known = [(endpoint, name) for endpoint, name in _PLACES if endpoint in current_app.view_functions]
    blueprint = request.blueprint
    return [
        Place(url_for(endpoint), str(name), blueprint == endpoint.partition(".")[0])
        for endpoint, name in known
    ]


def count_unread() -> int:
    """How many notices wait in the inbox of who is asking; 0 on a page that has no session to look in."""
    found = whoever()
    return notices.unread(db(), found.id or 0) if found is not None and "db" in g else 0


def here() -> str:
    """This page's path with its query, to come back to; the start page where it can't be visited."""
    visited = request.url_rule is not None and "GET" in (request.url_rule.methods or ())
    return request.full_path.rstrip("?") if visited else "/"


def local(path: str | None) -> str:
    """`path` where it leads to a page of this desk that can be visited, else the start page."""
    if not path or not path.startswith("/") or path.startswith(("//", "/\\")) or not path.isprintable():
        return "/"
    adapter = current_app.create_url_adapter(request)
    visited = adapter is not None and adapter.test(urlsplit(path).path, method="GET")
    return path if visited else "/"


def plainly(sentence: str, status: HTTPStatus) -> str:
    """What went wrong in the desk's words, where the server's own would be all there is."""
    if sentence.startswith("The CSRF"):
        return str(gettext("This form is no longer valid: go back, reload the page and send it again."))
    stock = default_exceptions.get(status)
    if stock is None or sentence != stock.description:
        return sentence
    return str(_PLAIN[status]) if status in _PLAIN else sentence


def _surroundings() -> dict[str, object]:
    return {"account": whoever(), "language": language(), **_desk()}


def _desk() -> dict[str, object]:
    house = house_of(settings())
    return {"desk_name": house.name, "house": house, "public_reading": settings().public_reading}
