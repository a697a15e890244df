"""Sentences of which a person said that they make no claim."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from claims.aside import Aside
from claims.errors import NotFound
from claims.selector import Place


def add(
    session: Session, article_id: int, version: int, place: Place, reason: str, *, by: int, at: datetime
) -> Aside:
    fields = {"article_id": article_id, "article_version": version, "reason": reason}
    aside = Aside.model_validate({**fields, **place.model_dump(), "set_by": by, "set_at": at})
    session.add(aside)
    session.flush()
    return aside


def get(session: Session, article_id: int, aside_id: int) -> Aside:
    """One that holds. Raises NotFound."""
    aside = session.get(Aside, aside_id)
    if aside is None or aside.article_id != article_id or aside.ended_at is not None:
        raise NotFound("Nobody said of this sentence that it makes no claim.")
    return aside


_OF_ARTICLES = (
    select(Aside)
    .where(col(Aside.article_id).in_(bindparam("ids", expanding=True)), col(Aside.ended_at).is_(None))
    .order_by(col(Aside.article_id), col(Aside.start))
)


def of_articles(session: Session, article_ids: Iterable[int]) -> list[Aside]:
    """Those that hold, in the order of the text."""
    return list(session.exec(_OF_ARTICLES, params={"ids": list(article_ids)}))


def end(session: Session, aside: Aside, by: int, at: datetime) -> None:
    aside.ended_by, aside.ended_at = by, at
    session.add(aside)
    session.flush()
