"""Asking the desk to check something, and what became of it."""

from flask import Response

from api.auth import account, token_requires
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.paging import Position, cut, position
from api.rest.parsing import parsed
from api.schemas.base import Paging
from api.schemas.wishes import NewRequest, RequestedClaim, RequestPage, RequestRecord
from api.unit import db, engine, now, settings
from claims import database
from claims.wish import WishDraft
from claims.workflow import Role
from factcheck.wishing import Outcome, Question, look_up, make_wish, questions

blueprint = make_blueprint("requests", "What accounts ask the desk to check")


@blueprint.get("/requests", responses={200: RequestPage})
@token_requires(Role.READER)
@parsed
def list_requests(query: Paging) -> Response:
    """List what the token's account asked for, newest first, with what became of it."""
    before = position(query.cursor, "newest")
    found = questions(db(), account(), before.id if before else None, query.limit + 1)
    page, last = cut(found, query.limit)
    following = None if last is None else Position(order="newest", id=last.id).opaque
    return answer(RequestPage(items=tuple(_represent(each) for each in page), next=following))


@blueprint.post("/requests", responses={201: RequestRecord, 200: RequestRecord})
@token_requires(Role.READER, write=False)
@parsed
def request_check(body: NewRequest) -> Response:
    """Ask for a check.

    The request joins the claims that say the same already; what none says waits in the queue as proposals.
    The same text of the same account again changes nothing and answers 200. 429 after too many of a day."""
    draft = WishDraft(words=body.text, language=body.language, note=body.note)
    found = look_up(db(), settings().home, draft)
    with database.writing(engine()) as session:
        question = make_wish(session, found, by=account(), at=now())
    return answer(_represent(question), 201 if question.created else 200)


def _represent(question: Question) -> RequestRecord:
    return RequestRecord(
        id=question.id,
        text=question.words,
        requested_at=question.asked_at,
        claims=tuple(_claim(outcome) for outcome in question.outcomes),
    )


def _claim(outcome: Outcome) -> RequestedClaim:
    claim = outcome.claim
    return RequestedClaim(
        id=claim.id or 0,
        text=claim.text,
        state=claim.state,
        verdict=claim.verdict,
        reason=outcome.reason or None,
    )
