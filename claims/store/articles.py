"""Articles and their versions."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, tuple_
from sqlalchemy.orm import defer
from sqlmodel import Session, col, func, select

from claims.article import Alias, AliasDraft, Article, ArticleDraft, ArticleVersion
from claims.errors import NotFound
from claims.store.rows import find_row


def get(session: Session, article_id: int) -> Article:
    """Raises NotFound."""
    article = find_row(session, Article, article_id)
    if article is None:
        raise NotFound("There is no article number %(id)s.", id=article_id)
    return article


def by_url(session: Session, url: str) -> Article | None:
    return session.exec(select(Article).where(Article.url == url)).one_or_none()


def by_content(session: Session, sha256: str) -> Article | None:
    """The article one of whose versions came from exactly these bytes; the oldest of several."""
    statement = (
        select(Article)
        .join(ArticleVersion, col(ArticleVersion.article_id) == Article.id)
        .where(ArticleVersion.content_sha256 == sha256)
        .order_by(col(Article.id))
    )
    return session.exec(statement).first()


def add(session: Session, draft: ArticleDraft, at: datetime) -> Article:
    fields = draft.model_dump(include={"url", "title", "author", "publisher", "published", "language"})
    article = Article.model_validate({**fields, "current": 0, "created_at": at})
    session.add(article)
    session.flush()
    return article


def add_version(session: Session, article: Article, fields: dict[str, Any]) -> ArticleVersion:
    """The next version of the article, which becomes the current one."""
    article.current += 1
    version = ArticleVersion.model_validate({**fields, "article_id": article.id, "number": article.current})
    session.add_all([article, version])
    session.flush()
    return version


_VERSION = select(ArticleVersion).where(
    ArticleVersion.article_id == bindparam("article_id"), ArticleVersion.number == bindparam("number")
)


def version(session: Session, article: Article, number: int | None = None) -> ArticleVersion:
    """One version, the current one without a number. Raises NotFound."""
    wanted = number or article.current
    found = session.exec(_VERSION, params={"article_id": article.id, "number": wanted}).one_or_none()
    if found is None:
        raise NotFound("Article %(id)s has no version %(number)s.", id=article.id or 0, number=wanted)
    return found


def current_versions(session: Session, article_ids: set[int]) -> dict[int, ArticleVersion]:
    """The current version of each of these articles, by the article's number; bytes only where asked for."""
    statement = (
        select(ArticleVersion)
        .options(defer(ArticleVersion.content))  # type: ignore[arg-type]
        .join(Article, col(Article.id) == ArticleVersion.article_id)
        .where(col(Article.id).in_(article_ids), ArticleVersion.number == Article.current)
    )
    return {version.article_id: version for version in session.exec(statement)}


def versions_at(session: Session, article_ids: set[int], at: datetime) -> dict[int, ArticleVersion]:
    """The version of each of these articles that was the current one at that moment, by the article's number;
    none of those that came later."""
    statement = (
        select(ArticleVersion)
        .options(defer(ArticleVersion.content))  # type: ignore[arg-type]
        .where(col(ArticleVersion.article_id).in_(article_ids), ArticleVersion.added_at <= at)
        .order_by(col(ArticleVersion.number))
    )
    return {version.article_id: version for version in session.exec(statement)}


def versions(session: Session, article: Article) -> list[ArticleVersion]:
    """All versions of an article, oldest first; texts and bytes are read only where somebody asks."""
    statement = (
        select(ArticleVersion)
        .options(defer(ArticleVersion.text), defer(ArticleVersion.content))  # type: ignore[arg-type]
        .where(ArticleVersion.article_id == article.id)
        .order_by(col(ArticleVersion.number))
    )
    return list(session.exec(statement))


_SENTENCES = select(ArticleVersion.article_id, ArticleVersion.sentences).where(
    tuple_(col(ArticleVersion.article_id), col(ArticleVersion.number)).in_(
        bindparam("wanted", expanding=True)
    )
)


def current_sentences(session: Session, found: Iterable[Article]) -> dict[int, list[dict[str, Any]]]:
    """The sentences of the articles' current texts, by the article's id, without reading the texts."""
    wanted = [(article.id or 0, article.current) for article in found]
    rows = session.exec(_SENTENCES, params={"wanted": wanted})
    return {number: list(sentences) for number, sentences in rows}


def page(
    session: Session, before: int | None = None, limit: int = 50, *, wished: bool | None = None
) -> list[Article]:
    """Articles, newest first, from below id `before` on; with `wished` only the texts that somebody asked the
    desk to check, or only those that are articles."""
    statement = select(Article).order_by(col(Article.id).desc()).limit(limit)
    if wished is not None:
        statement = statement.where(col(Article.wished).is_(wished))
    if before is not None:
        statement = statement.where(col(Article.id) < before)
    return list(session.exec(statement))


class Heading(NamedTuple):
    """What an article is called in a list, and its language."""

    id: int
    title: str
    language: str


_HEADING = select(Article.id, Article.title, Article.language)
_HEADINGS = (
    _HEADING.where(col(Article.wished).is_(False)).order_by(col(Article.id).desc()).limit(bindparam("limit"))
)
_HEADINGS_OF = _HEADING.where(col(Article.id).in_(bindparam("ids", expanding=True)))


def headings(session: Session, limit: int) -> list[Heading]:
    """Of the newest articles, without the texts that somebody asked the desk to check."""
    rows = session.exec(_HEADINGS, params={"limit": limit})
    return [Heading(number or 0, title, language) for number, title, language in rows]


def headings_of(session: Session, ids: set[int]) -> dict[int, Heading]:
    """Of these articles, by id."""
    rows = session.exec(_HEADINGS_OF, params={"ids": list(ids)}) if ids else ()
    return {number or 0: Heading(number or 0, title, language) for number, title, language in rows}


def count(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Article)).one()


_MANY = select(Article).where(col(Article.id).in_(bindparam("ids", expanding=True)))


def many(session: Session, ids: set[int]) -> dict[int, Article]:
    """The articles with these ids, by id."""
    rows = session.exec(_MANY, params={"ids": list(ids)}) if ids else ()
    return {article.id: article for article in rows if article.id is not None}


def lock(session: Session, article_id: int) -> Article:
    """The article, held until the transaction ends. Raises NotFound."""
    statement = (
        select(Article)
        .where(Article.id == article_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    article = session.exec(statement).one_or_none()
    return article if article is not None else get(session, article_id)


_ALIASES = select(Alias).where(Alias.article_id == bindparam("article_id")).order_by(col(Alias.id))


def aliases(session: Session, article_id: int) -> list[Alias]:
    """What a reviewer said that words of the article stand for, in the order in which it was said."""
    return list(session.exec(_ALIASES, params={"article_id": article_id}))


def add_alias(session: Session, article_id: int, draft: AliasDraft, by: int, at: datetime) -> Alias:
    fields = {**draft.model_dump(), "article_id": article_id, "set_by": by, "set_at": at}
    alias = Alias.model_validate(fields)
    session.add(alias)
    session.flush()
    return alias


def drop_alias(session: Session, alias: Alias) -> None:
    session.delete(alias)
    session.flush()
