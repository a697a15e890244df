"""What is found in a text, and why: a sentence or a paragraph in, every reading of it out."""

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext
from pydantic import TypeAdapter, ValidationError

from api.auth import account, requires
from api.errors import say
from api.pages.asked import Asked
from api.pages.explained import Figure, Row, set_out
from api.pages.telling import tell
from api.unit import db, now
from claims.errors import InvalidInput
from claims.miss import LONGEST_TEXT, MissDraft, Wrong
from claims.quantity import SIGNS, Change, Comparator, Quantity
from claims.reason import Language
from claims.selector import Place
from claims.time import CalendarDate
from claims.workflow import Role
from factcheck.explanation import Explanation, explain
from factcheck.misses import report_miss

blueprint = Blueprint("explain", __name__)

_LANGUAGES: dict[str, Language] = {"de": "de", "en": "en"}
_DATE: TypeAdapter[str] = TypeAdapter(CalendarDate)


@dataclass(frozen=True)
class Report:
    """What was typed into the form of a report that came back, and what is wrong with it."""

    what: str = ""
    note: str = ""
    error: str = ""


@dataclass(frozen=True)
class Example:
    """A sentence to try, already under its marks."""

    asked: Asked
    rows: list[Row]


_EXAMPLES = (
    Asked(
        text="Nach Angaben von Hafenchefin Greta Lindholm wurden 2025 mindestens 1,2 Millionen Tonnen "
        "umgeschlagen, ein Drittel mehr als im Vorjahr.",
        language="de",
        published="2026-11-24",
    ),
    Asked(
        text="The ferry company, founded in 1987, said on Monday that it had lost nearly 40 per cent of its "
        "passengers since 2019.",
        language="en",
        published="2026-11-24",
    ),
)
"""Sentences to try: of each kind of slot one, and something relative to date."""


_COMPARISONS = {
    Comparator.EQ: lazy_gettext("exactly"),
    Comparator.GE: lazy_gettext("at least"),
    Comparator.GT: lazy_gettext("more than"),
    Comparator.LE: lazy_gettext("at most"),
    Comparator.LT: lazy_gettext("less than"),
    Comparator.APPROX: lazy_gettext("about"),
    Comparator.RANGE: lazy_gettext("from one to the other"),
}
_NEARLY = lazy_gettext("just under")


@blueprint.route("/explain", methods=["GET", "POST"])
@requires(Role.READER, write=False)
def show() -> ResponseReturnValue:
    """What fits into an address is answered there, to be passed on; what the form sends else, right here."""
    asked = _asked(request.values.get("text", ""))
    if request.method == "POST" and asked.text and asked.link:
        return redirect(asked.link, HTTPStatus.SEE_OTHER)
    return _answer(asked) if asked.text else _page(asked)


@blueprint.post("/explain/report")
@requires(Role.REVIEWER)
def report() -> ResponseReturnValue:
    """A report of what was missed, then the same explanation again."""
    asked = _asked(request.form.get("text", ""))
    typed = Report(request.form.get("what", ""), request.form.get("note", "").strip())
    try:
        report_miss(db(), _draft(asked, typed), by=account(), at=now())
    except (InvalidInput, ValidationError) as error:
        return _answer(asked, Report(typed.what, typed.note, _sentence(error, typed)))
    tell(gettext("Reported. Thank you: an editor looks at it."))
    seen = asked.about_sentence(0)
    return redirect(seen.link, HTTPStatus.SEE_OTHER) if seen.link else _answer(seen)


def _asked(text: str) -> Asked:
    # browsers send the line ends of a text field as CRLF, whatever was pasted
    given = request.values
    return Asked(
        text=text.replace("\r\n", "\n").replace("\0", "").strip(),
        language=_LANGUAGES.get(given.get("language", "")),
        published=given.get("published", "").strip(),
        about=max(0, given.get("about", 0, type=int)),
    )


def _answer(asked: Asked, returned: Report | None = None) -> ResponseReturnValue:
    try:
        found = _explain(asked)
    except InvalidInput as error:
        return _page(asked, error=say(error)), HTTPStatus.UNPROCESSABLE_ENTITY
    page = _page(asked, found, set_out(found), returned=returned)
    return (page, HTTPStatus.UNPROCESSABLE_ENTITY) if returned else page


def _explain(asked: Asked) -> Explanation:
    return explain(asked.text, asked.language, _published(asked))


def _page(
    asked: Asked,
    found: Explanation | None = None,
    rows: list[Row] | None = None,
    error: str = "",
    returned: Report | None = None,
) -> str:
    return render_template(
        "explain.html",
        asked=asked,
        found=found,
        rows=rows or [],
        error=error,
        report=returned or Report(),
        wrongs=tuple(Wrong),
        examples=[] if found else [Example(each, set_out(_explain(each))) for each in _EXAMPLES],
        longest=LONGEST_TEXT,
        comparison=comparison,
        direction=direction,
    )


def comparison(figure: Figure) -> str:
    """How the number compares: its sign where words make it one, else in words."""
    found = figure.found
    meant = str(_NEARLY if found.near else _COMPARISONS[found.comparator])
    sign = "≲" if found.near else SIGNS[found.comparator]
    return f"{sign} {meant}" if sign and figure.bound else meant


def direction(found: Quantity) -> str:
    """Which way the change went that the number belongs to; "" where to none."""
    way = found.direction or found.change
    if way is None:
        return ""
    return str(gettext("in a rise") if way is Change.UP else gettext("in a fall"))


def _published(asked: Asked) -> str | None:
    if not asked.published:
        return None
    try:
        return _DATE.validate_python(asked.published)
    except ValidationError as error:
        raise InvalidInput(
            "“%(date)s” is no date: write the day of publication as %(example)s.",
            date=asked.published,
            example=date(2026, 11, 24).isoformat(),
        ) from error


def _draft(asked: Asked, typed: Report) -> MissDraft:
    found = _explain(asked)
    place = _sentence_of(found, asked.about)
    return MissDraft.model_validate(
        {
            "text": found.text,
            "language": found.language,
            "published": found.published,
            "start": place.start if place else None,
            "end": place.end if place else None,
            "what": typed.what,
            "note": typed.note,
        }
    )


def _sentence_of(found: Explanation, number: int) -> Place | None:
    return found.sentences[number - 1] if 0 < number <= len(found.sentences) else None


def _sentence(error: InvalidInput | ValidationError, typed: Report) -> str:
    if isinstance(error, InvalidInput):
        return say(error)
    if not typed.what:
        return str(gettext("Choose what is missed or wrong."))
    if typed.what == Wrong.SOMETHING_ELSE and not typed.note:
        return str(gettext("Say in the note what is wrong."))
    return str(gettext("The note is too long: 2,000 characters at most."))
