"""Sentences of an article of which somebody said that they make no claim."""

from flask import Response

from api.auth import account, token_requires
from api.representation import represent_asides
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.articles import ArticlePath, AsidePath, AsideRecord, Asides, NewAside
from api.unit import db, now
from claims.store import articles, asides
from claims.workflow import Role
from factcheck import review

blueprint = make_blueprint("asides", "Sentences that make no claim, as people said it, and why")


@blueprint.get("/articles/<article_id>/asides", responses={200: Asides})
@token_requires(Role.READER)
@parsed
def list_asides(path: ArticlePath) -> Response:
    """List the sentences of an article's current text of which somebody said that they make no claim."""
    article = articles.get(db(), path.article_id)
    return answer(_items(article.id or 0))


@blueprint.post("/articles/<article_id>/asides", responses={201: AsideRecord})
@token_requires(Role.REVIEWER)
@parsed
def set_aside(path: ArticlePath, body: NewAside) -> Response:
    """Say that a sentence makes no claim, and why. 409 where it has one: that is to be dismissed."""
    made = review.set_aside(db(), path.article_id, body.start, body.reason, by=account(), at=now())
    return answer(represent_asides(db(), [made])[0], 201)


@blueprint.delete("/articles/<article_id>/asides/<aside_id>", responses={200: Asides})
@token_requires(Role.REVIEWER)
@parsed
def take_up(path: AsidePath) -> Response:
    """Take back that a sentence makes no claim; answers with those that still hold."""
    review.take_up(db(), path.article_id, path.aside_id, by=account(), at=now())
    return answer(_items(path.article_id))


def _items(article_id: int) -> Asides:
    return Asides(items=represent_asides(db(), asides.of_articles(db(), [article_id])))
