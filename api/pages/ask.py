"""Has this been checked? A sentence or a paragraph in, an answer for each sentence out."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from api.auth import requires
from api.errors import say
from api.pages.presentation import language
from api.unit import db, settings
from claims.errors import InvalidInput
from claims.reason import Reason
from claims.workflow import Role
from factcheck.matching.reasons import sentence
from factcheck.matching.relation import Relation
from factcheck.search import LONGEST, Answer, Result, ask

blueprint = Blueprint("ask", __name__)

_SHOWN = 5
"""Claims shown for a sentence; what is only related comes after what says the same."""


@dataclass(frozen=True)
class Answered:
    """A sentence as it was asked. `told` say the same or differ, `related` are about the same."""

    text: str
    told: list[Result]
    related: list[Result]


@blueprint.get("/ask")
@requires(Role.READER)
def show() -> ResponseReturnValue:
    query = request.args.get("q", "").replace("\0", "").strip()
    return _answer(query) if query else _page(query)


def _answer(query: str) -> ResponseReturnValue:
    try:
        return _page(query, answered(ask(db(), settings().home, query)))
    except InvalidInput as error:
        return _page(query, error=say(error)), HTTPStatus.UNPROCESSABLE_ENTITY


def _page(query: str, found: list[Answered] | None = None, error: str = "") -> str:
    return render_template(
        "ask.html", query=query, answered=found or [], error=error, why=why, longest=LONGEST
    )


def answered(answer: Answer) -> list[Answered]:
    """The answer sentence by sentence, in the order of the question."""
    if not answer.sentences:
        return [_answered(answer.query, answer.results)]
    return [_answered(answer.query[each.start : each.end], each.results) for each in answer.sentences]


def _answered(text: str, results: tuple[Result, ...]) -> Answered:
    told = [found for found in results if found.relation is not Relation.RELATED]
    related = [found for found in results if found.relation is Relation.RELATED]
    return Answered(text, told[:_SHOWN], related[:_SHOWN])


def why(reason: Reason) -> str:
    """A reason of the matching in the reader's language."""
    return sentence(reason, language())
