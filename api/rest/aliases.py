"""What words of an article stand for: said, listed, taken back."""

from flask import Response

from api.auth import account, token_requires
from api.representation import represent_aliases, represent_naming
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.aliases import AliasChange, Aliases, AliasQuery, NewAlias
from api.schemas.articles import ArticlePath
from api.unit import db, now
from claims.store import articles
from claims.workflow import Role
from factcheck import review

blueprint = make_blueprint("aliases", "What words of an article stand for, as reviewers said it")


@blueprint.get("/articles/<article_id>/aliases", responses={200: Aliases})
@token_requires(Role.READER)
@parsed
def list_aliases(path: ArticlePath) -> Response:
    """List what words of the article are said to mean, and those that stand open in its claims."""
    article = articles.get(db(), path.article_id)
    return answer(represent_aliases(db(), article.id or 0))


@blueprint.put("/articles/<article_id>/aliases", responses={200: AliasChange})
@token_requires(Role.REVIEWER)
@parsed
def set_alias(path: ArticlePath, body: NewAlias) -> Response:
    """Say what words of the article mean; its claims are worded anew by it.

    The same words again, in whatever form, change the name. Claims that were decided and those that a
    person worded keep their wording and are counted."""
    naming = review.set_alias(db(), path.article_id, body.words, body.name, by=account(), at=now())
    return answer(represent_naming(db(), naming))


@blueprint.delete("/articles/<article_id>/aliases", responses={200: AliasChange})
@token_requires(Role.REVIEWER)
@parsed
def drop_alias(path: ArticlePath, query: AliasQuery) -> Response:
    """Take back what words of the article were said to mean."""
    naming = review.drop_alias(db(), path.article_id, query.words, by=account(), at=now())
    return answer(represent_naming(db(), naming))
