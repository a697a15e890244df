"""Saying whether an article is the desk's own text, which readers may be shown whole."""

from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.article import Article
from claims.errors import NotAllowed
from claims.store import articles, events
from claims.workflow import Role, may


def own_text(session: Session, article_id: int, own: bool, *, by: Account, at: datetime) -> Article:
    """Mark the article as the desk's own text, or as that of others. Raises NotFound, NotAllowed."""
    if not may(by.role_set, Role.EDITOR):
        raise NotAllowed("Saying whose text an article is takes the role editor.")
    article = articles.lock(session, article_id)
    if article.own_text is not own:
        article.own_text = own
        session.add(article)
        events.append(session, "own_text", by=by.id or 0, at=at, article_id=article_id, body={"own": own})
    return article
