"""How values read on a page: in the reader's language, in the desk's time zone.

`init_presentation` gives templates these filters and globals:

    member|label            an enum's member as a reader knows it
    found|quantity          `≥ 7 Mitarbeiter`, of a Quantity or its JSON
    number|figure           200.000 or 200,000
    worth|worth             0.7 as 70
    moment|ago, |exactly    relative, and to the minute; both as |time; also |day for EDTF dates of articles
    moment|span             how long ago it was: 3 hours
    expression|edtf(part)   an EDTF value of a claim in words, and the part of it that is meant
    reason|reason           a machine's reason in words, of a Reason or its JSON; several|reasons on one line
    claim|line              the classes of the line under a claim's words: state and verdict
    claim|verdict_of        the standing verdict of a claim, or the verdict itself
    claim|words             the claim's own words with the words of its slots set off
    claim|worded            its readable text, cut where words in it stand open
    sentence|plainly(status)  what went wrong, in the desk's words
    text|exact              text whose every code point has to reach the browser
    article|headline        its title, else its number; speaker|inside; code|language_name
    count_unread(), here(), may(role), what_happened(), legend(), kinds, modalities, priorities, roles,
    states, to_do, verdicts
    file_kinds              what a file field takes
    account, language, desk_name
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, current_app, g, request
from flask_babel import gettext, lazy_gettext
from werkzeug.exceptions import default_exceptions

from api.auth import whoever
from api.pages.frequent import language
from api.pages.marks import exact, legend, line, reasoned, verdict_of, worded, words
from api.pages.moments import ago, day, edtf, exactly, span, time
from api.pages.telling import what_happened
from api.unit import db, settings
from claims import wording, workflow
from claims.article import Article
from claims.assignment import Priority
from claims.claim import Kind, Modality
from claims.quantity import Quantity
from claims.reason import Language, Reason
from claims.store import notices
from claims.store.articles import Heading
from claims.verdict import Verdict
from claims.workflow import Role, State
from factcheck.house import House, house_of
from factcheck.reading import ACCEPTED

LARGEST_ID = 2**31 - 1
ID = f"int(max={LARGEST_ID})"
"""the converter of a row's number in a path: what is larger than the database's integers is no page"""

_ARTICLES = frozenset(
    ("der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einer", "eines", "the", "a", "an")
)

_PLAIN = {
    HTTPStatus.BAD_REQUEST: lazy_gettext("The desk could not make sense of this request."),
    HTTPStatus.NOT_FOUND: lazy_gettext("There is no such page."),
    HTTPStatus.METHOD_NOT_ALLOWED: lazy_gettext("This page cannot be asked for in this way."),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: lazy_gettext("What you sent is too large for this desk."),
    HTTPStatus.INTERNAL_SERVER_ERROR: lazy_gettext("Something went wrong on our side; nothing was changed."),
}


def init_presentation(app: Flask) -> None:
    """Register the filters and globals that the module's docstring lists."""
    app.jinja_env.filters.update(
        label=label,
        quantity=quantity,
        figure=figure,
        worth=worth,
        ago=ago,
        time=time,
        exactly=exactly,
        span=span,
        day=day,
        edtf=edtf,
        reason=reason,
        reasons=all_reasons,
        line=line,
        verdict_of=verdict_of,
        words=words,
        worded=worded,
        exact=exact,
        plainly=plainly,
        headline=headline,
        inside=inside,
        language_name=language_name,
    )
    app.jinja_env.globals.update(
        file_kinds=ACCEPTED,
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


def house() -> House:
    """How this desk calls itself and its verdicts."""
    found: House | None = g.get("house")
    if found is None:
        found = g.house = house_of(settings())
    return found


def inside(speaker: str) -> str:
    """Who says it, behind "laut" or "says": "laut Bürgermeisterin", whose article has another case there, and
    "says the mayor"."""
    article, _, rest = speaker.partition(" ")
    if not rest or article.lower() not in _ARTICLES:
        return speaker
    return rest if language() == "de" else f"{article.lower()} {rest}"


def label(member: StrEnum) -> str:
    if isinstance(member, Verdict):
        return house().label(member, language())
    return wording.label(member, language())


def quantity(found: Quantity | Mapping[str, Any]) -> str:
    return wording.quantity(Quantity.model_validate(found), language())


def figure(number: float) -> str:
    return wording.figure(number, language())


def worth(share: float) -> str:
    """A share of one in hundredths, which compare at a glance."""
    return f"{100 * share:.0f}"


def headline(article: Article | Heading) -> str:
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


def may(role: str) -> bool:
    """Whether who is asking has the role, so that a page offers only what the server will accept."""
    found = whoever()
    return found is not None and workflow.may(found.role_set, Role(role))


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
    found = house()
    return {"desk_name": found.name, "house": found, "public_reading": settings().public_reading}
