"""Has this been checked? A sentence or a paragraph in, an answer for each sentence out, and a button for what
nobody checked."""

from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from pydantic import ValidationError

from api.auth import account, requires
from api.errors import say
from api.pages.frequent import language
from api.pages.presentation import local
from api.pages.telling import Link, tell, warn
from api.unit import db, engine, now, settings
from claims import database
from claims.errors import InvalidInput, TooOften
from claims.reason import Reason
from claims.store import wishes
from claims.wish import LONGEST as LONGEST_WISH
from claims.wish import WishDraft
from claims.workflow import Role
from factcheck.found import Result
from factcheck.matching.reasons import sentence
from factcheck.matching.relation import Relation
from factcheck.search import LONGEST, Answer, ask
from factcheck.wishing import Question, look_up, make_wish

blueprint = Blueprint("ask", __name__)

_SHOWN = 5
"""Claims shown for a sentence; what is only related comes after what says the same."""


class Offer(StrEnum):
    """What somebody can ask of the desk about a sentence: to check it, or to tell what becomes of a claim
    that says the same and has no verdict yet."""

    CHECK = "check"
    OUTCOME = "outcome"


@dataclass(frozen=True)
class Answered:
    """A sentence as it was asked. `told` say the same or differ, `related` are about the same; `others` are
    reviews that others published and say the same or differ."""

    text: str
    told: list[Result]
    related: list[Result]
    others: list[Result]
    never_checked: bool
    offer: Offer | None


@blueprint.get("/ask")
@requires(Role.READER)
def show() -> ResponseReturnValue:
    query = request.args.get("q", "").replace("\0", "").strip()
    return _answer(query) if query else _page(query)


@blueprint.post("/ask/requests")
@requires(Role.READER, write=False)
def request_check() -> ResponseReturnValue:
    """What is there is looked up before the turn to write is taken, since that takes its time."""
    try:
        draft = WishDraft(words=_typed("words"), note=_typed("note"))
        found = look_up(db(), settings().home, draft)
        with database.writing(engine()) as session:
            _tell(make_wish(session, found, by=account(), at=now()))
    except ValidationError:
        warn(gettext("Ask for a sentence or a paragraph, not for a whole text."))
    except (InvalidInput, TooOften) as error:
        warn(say(error))
    return redirect(local(request.form.get("next") or url_for("ask.show")))


def _typed(field: str) -> str:
    return request.form.get(field, "").replace("\0", "").replace("\r\n", "\n")


def _tell(question: Question) -> None:
    link = Link(url_for("requests.show"), gettext("What you asked for"))
    if not question.created:
        tell(gettext("You asked for this already."), link=link)
        return
    numbers = [str(outcome.claim.id) for outcome in question.outcomes]
    said = ngettext(
        "You asked for a check of claim %(ids)s. Your inbox will say what became of it.",
        "You asked for a check of claims %(ids)s. Your inbox will say what became of them.",
        len(numbers),
        ids=", ".join(numbers),
    )
    tell(said, link=link)


def _answer(query: str) -> ResponseReturnValue:
    try:
        found = ask(db(), settings().home, query)
    except InvalidInput as error:
        return _page(query, error=say(error)), HTTPStatus.UNPROCESSABLE_ENTITY
    results = [*found.results, *(result for each in found.sentences for result in each.results)]
    shown = {result.claim.id for result in results}
    own = {wish.claim_id for wish in wishes.of_account(db(), account().id or 0, shown)}
    return _page(query, answered(found, own), own=own)


def _page(
    query: str, found: list[Answered] | None = None, error: str = "", own: set[int] | None = None
) -> str:
    return render_template(
        "ask.html", query=query, answered=found or [], error=error, own=own or (), why=why, longest=LONGEST
    )


def answered(answer: Answer, own: set[int]) -> list[Answered]:
    """The answer sentence by sentence, in the order of the question; `own` are the claims that who asks asked
    the desk to check."""
    if not answer.sentences:
        return [_answered(answer.query, answer.results, answer.never_checked, own)]
    return [
        _answered(answer.query[each.start : each.end], each.results, each.never_checked, own)
        for each in answer.sentences
    ]


def _answered(text: str, results: tuple[Result, ...], never_checked: bool, own: set[int]) -> Answered:
    near = [found for found in results if found.relation is not Relation.RELATED]
    told = [found for found in near if not found.claim.review]
    others = [found for found in near if found.claim.review]
    related = [found for found in results if found.relation is Relation.RELATED]
    offer = _offer(told, own) if len(text.strip()) <= LONGEST_WISH else None
    return Answered(text, told[:_SHOWN], related[:_SHOWN], others[:_SHOWN], never_checked, offer)


def _offer(told: list[Result], own: set[int]) -> Offer | None:
    same = [found.claim for found in told if found.relation is Relation.SAME]
    if not same:
        return Offer.CHECK
    answered_or_asked = any(claim.verdict is not None or claim.id in own for claim in same)
    return None if answered_or_asked else Offer.OUTCOME


def why(reason: Reason) -> str:
    """A reason of the matching in the reader's language."""
    return sentence(reason, language())
