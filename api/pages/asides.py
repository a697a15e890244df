"""Saying on an article's page that a sentence makes no claim, and taking it back."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from pydantic import ValidationError

from api.auth import account, requires
from api.errors import say
from api.pages.presentation import ID
from api.pages.selection import Selection, find_places
from api.pages.telling import Undo, tell, warn
from api.unit import db, now
from claims.errors import InvalidInput, MoveRefused
from claims.store import articles
from claims.workflow import Role
from factcheck import review

blueprint = Blueprint("asides", __name__)


@blueprint.post(f"/articles/<{ID}:article_id>/asides")
@requires(Role.REVIEWER)
def add(article_id: int) -> ResponseReturnValue:
    article = articles.get(db(), article_id)
    try:
        sent = {name: value for name, value in request.form.items() if value.strip()}
        start = find_places(articles.version(db(), article).text, Selection.model_validate(sent))[0].start
        aside = review.set_aside(db(), article_id, start, _reason(), by=account(), at=now())
    except (InvalidInput, MoveRefused) as error:
        return _refuse(article_id, say(error))
    except ValidationError:
        return _refuse(article_id, str(gettext("Say which words, and why there is no claim in them.")))
    undo = Undo(url_for("asides.drop", article_id=article_id, aside_id=aside.id))
    tell(gettext("Noted: there is no claim in this sentence."), undo=undo)
    return redirect(url_for("articles.show", article_id=article_id, _anchor=f"s{aside.start}"))


@blueprint.post(f"/articles/<{ID}:article_id>/asides/<{ID}:aside_id>/drop")
@requires(Role.REVIEWER)
def drop(article_id: int, aside_id: int) -> ResponseReturnValue:
    review.take_up(db(), article_id, aside_id, by=account(), at=now())
    tell(gettext("Taken back: the sentence waits to be looked at."))
    return redirect(url_for("articles.show", article_id=article_id))


def _reason() -> str:
    return request.form.get("reason", "").replace("\0", "")


def _refuse(article_id: int, why: str) -> ResponseReturnValue:
    warn(why)
    words = request.form.get("words", "")
    return redirect(
        url_for("articles.show", article_id=article_id, words=words, reason=_reason(), _anchor="add")
    )
