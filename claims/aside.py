"""That a sentence of an article makes no claim, as a person said it, and why."""

from datetime import datetime

from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime
from claims.selector import Place


class Aside(SQLModel, table=True):
    """One sentence, at its place in version `article_version`. It holds until `ended_at`: when a person took
    it back or the sentence was changed. The reason may be emptied on lawful request: the log has only its
    digest."""

    id: int | None = Column(default=None, primary_key=True)
    article_id: int = Column(foreign_key="article.id", index=True)
    article_version: int
    start: int
    end: int
    reason: str
    set_by: int = Column(foreign_key="account.id")
    set_at: datetime = Column(sa_type=UtcDateTime)
    ended_by: int | None = Column(default=None, foreign_key="account.id")
    ended_at: datetime | None = Column(default=None, sa_type=UtcDateTime)

    @property
    def place(self) -> Place:
        return Place(start=self.start, end=self.end)
