"""Where two people decide without seeing each other's verdict: begun and ended by editors, for an article on
its page, for a tag on the page about agreement."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlmodel import Session

from api.auth import account, requires
from api.errors import say
from api.pages.presentation import ID, headline, local
from api.pages.telling import tell, warn
from api.unit import db, now
from claims.errors import Conflict, InvalidInput
from claims.store import accounts, articles, votes
from claims.vote import BlindReview
from claims.workflow import Role
from factcheck import review

blueprint = Blueprint("voting", __name__)


@dataclass(frozen=True)
class Running:
    """A blind review that runs: of what, and who began it."""

    review: BlindReview
    of: str
    path: str
    by: str


@blueprint.post(f"/articles/<{ID}:article_id>/blind-review")
@requires(Role.EDITOR)
def begin_article(article_id: int) -> ResponseReturnValue:
    by, at = account(), now()
    return _act(lambda: review.begin_blind_review(db(), by=by, at=at, article_id=article_id), _begun)


@blueprint.post("/blind-reviews")
@requires(Role.EDITOR)
def begin_tag() -> ResponseReturnValue:
    tag = request.form.get("tag", "").replace("\0", "").strip()
    return _act(lambda: review.begin_blind_review(db(), by=account(), at=now(), tag=tag), _begun)


@blueprint.post(f"/blind-reviews/<{ID}:review_id>/end")
@requires(Role.EDITOR)
def end(review_id: int) -> ResponseReturnValue:
    return _act(lambda: review.end_blind_review(db(), review_id, by=account(), at=now()), _ended)


def running(session: Session) -> list[Running]:
    """All blind reviews that run, oldest first."""
    found = votes.reviews(session)
    names = accounts.names(session, {each.begun_by for each in found}) if found else {}
    known = articles.many(session, {each.article_id for each in found if each.article_id})
    return [
        Running(
            each,
            headline(known[each.article_id]) if each.article_id else f"#{each.tag_key}",
            url_for("articles.show", article_id=each.article_id)
            if each.article_id
            else url_for("queue.show", tag=each.tag_key),
            names[each.begun_by],
        )
        for each in found
    ]


def _act(act: Callable[[], BlindReview], sentence: Callable[[], str]) -> ResponseReturnValue:
    try:
        act()
    except (Conflict, InvalidInput) as error:
        warn(say(error))
    else:
        tell(sentence())
    return redirect(local(request.form.get("next")))


def _begun() -> str:
    return str(gettext("From now on two people decide here, neither seeing the other's vote."))


def _ended() -> str:
    return str(gettext("From now on one person submits here and another approves, as elsewhere."))
