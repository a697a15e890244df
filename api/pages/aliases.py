"""Who is meant: what words of an article stand for, said and taken back on the article's page."""

from dataclasses import dataclass

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext
from sqlmodel import Session

from api.auth import account, requires
from api.errors import say
from api.pages.presentation import ID
from api.pages.telling import Undo, tell, warn
from api.unit import db, now
from claims.article import Alias
from claims.errors import InvalidInput, NotFound
from claims.store import accounts, articles
from claims.workflow import Role
from factcheck import review
from factcheck.review import Candidate, Naming

blueprint = Blueprint("aliases", __name__)


@dataclass(frozen=True)
class Meant:
    """What is said, with who said it, and what stands open."""

    said: list[tuple[Alias, str]]
    open: list[Candidate]


def meant_in(session: Session, article_id: int) -> Meant:
    """Who is meant in an article, for its page."""
    found = articles.aliases(session, article_id)
    names = accounts.names(session, {alias.set_by for alias in found})
    return Meant([(alias, names[alias.set_by]) for alias in found], review.candidates(session, article_id))


@blueprint.post(f"/articles/<{ID}:article_id>/aliases")
@requires(Role.REVIEWER)
def name(article_id: int) -> ResponseReturnValue:
    words, meaning = _typed("alias_words"), _typed("alias_name")
    undo = _undo(article_id, words)
    try:
        naming = review.set_alias(db(), article_id, words, meaning, by=account(), at=now())
    except InvalidInput as error:
        warn(say(error))
        return redirect(
            url_for(
                "articles.show", article_id=article_id, alias_words=words, alias_name=meaning, _anchor="meant"
            )
        )
    tell(_sentence(naming), undo=undo)
    return _show(article_id)


@blueprint.post(f"/articles/<{ID}:article_id>/aliases/drop")
@requires(Role.REVIEWER)
def drop(article_id: int) -> ResponseReturnValue:
    words = _typed("alias_words")
    before = _named(article_id, words)
    try:
        naming = review.drop_alias(db(), article_id, words, by=account(), at=now())
    except NotFound as error:
        articles.get(db(), article_id)
        warn(say(error))
        return _show(article_id)
    undo = None
    if before is not None:
        undo = Undo(_path(article_id), {"alias_words": words, "alias_name": before.name})
    tell(_sentence(naming), undo=undo)
    return _show(article_id)


def _undo(article_id: int, words: str) -> Undo:
    """What takes a name back: the name there was, else none."""
    before = _named(article_id, words)
    if before is None:
        return Undo(url_for("aliases.drop", article_id=article_id), {"alias_words": words})
    return Undo(_path(article_id), {"alias_words": words, "alias_name": before.name})


def _named(article_id: int, words: str) -> Alias | None:
    return next((alias for alias in articles.aliases(db(), article_id) if alias.words == words), None)


def _path(article_id: int) -> str:
    return url_for("aliases.name", article_id=article_id)


def _typed(field: str) -> str:
    return " ".join(request.form.get(field, "").replace("\0", "").split())


def _sentence(naming: Naming) -> str:
    parts = [
        ngettext("%(num)s claim worded anew.", "%(num)s claims worded anew.", len(naming.changed)),
    ]
    kept = naming.decided + naming.worded
    if kept:
        parts.append(
            ngettext(
                "%(num)s keeps its wording, decided or put in words by a person.",
                "%(num)s keep their wording, decided or put in words by a person.",
                kept,
            )
        )
    return " ".join(map(str, parts))


def _show(article_id: int) -> ResponseReturnValue:
    return redirect(url_for("articles.show", article_id=article_id, _anchor="meant"))
