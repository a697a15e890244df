"""An article and its versions: the texts in which claims are anchored."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime
from claims.draft import AliasDraft, ArticleDraft, published_on
from claims.reason import Language

__all__ = ["Alias", "AliasDraft", "Article", "ArticleDraft", "ArticleVersion", "published_on"]


class Article(SQLModel, table=True):
    """A text with its address, publisher, author, date and language. Its identity is its URL, or,
    without one, the bytes of its versions.

    `own_text`: the desk wrote it, so that readers may be shown it whole. `wished`: it is no article but what
    somebody asked the desk to check.
    """

    id: int | None = Column(default=None, primary_key=True)
    url: str | None = Column(default=None, unique=True)
    title: str
    author: str
    publisher: str
    published: str | None = None
    language: Language = Column(sa_type=sa.Text)
    own_text: bool = False
    wished: bool = False
    current: int = 1
    created_at: datetime = Column(sa_type=UtcDateTime, index=True)

    @property
    def published_on(self) -> date | None:
        """The day of publication, where it is known to the day."""
        return published_on(self.published)


class ArticleVersion(SQLModel, table=True):
    """One text of an article, never changed. `sentences` holds what the extraction answered for each
    sentence: start, end and, where it makes no claim, why. `pages` are as in the draft."""

    __tablename__ = "article_version"
    __table_args__ = (sa.UniqueConstraint("article_id", "number"),)

    id: int | None = Column(default=None, primary_key=True)
    article_id: int = Column(foreign_key="article.id", index=True)
    number: int
    text: str
    text_sha256: str
    content: bytes
    content_sha256: str = Column(index=True)
    media_type: str
    pages: list[int] = Column(sa_type=sa.JSON)
    sentences: list[dict[str, Any]] = Column(sa_type=sa.JSON)
    added_by: int = Column(foreign_key="account.id")
    added_at: datetime = Column(sa_type=UtcDateTime)


class Alias(SQLModel, table=True):
    """What words of an article stand for, as a reviewer set it: "das Unternehmen" is a name. It holds
    for all claims of the article."""

    __table_args__ = (sa.UniqueConstraint("article_id", "words"),)

    id: int | None = Column(default=None, primary_key=True)
    article_id: int = Column(foreign_key="article.id", index=True)
    words: str
    name: str
    set_by: int = Column(foreign_key="account.id")
    set_at: datetime = Column(sa_type=UtcDateTime)

    @property
    def draft(self) -> AliasDraft:
        return AliasDraft(words=self.words, name=self.name)
