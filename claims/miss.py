"""A miss: what a reviewer says the extraction got wrong in a text, kept with what it had answered."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Self

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field, model_validator
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime, choice
from claims.reason import Language
from claims.time import CalendarDate

LONGEST_TEXT = 20_000
"""Code points of a text that is explained, and so of one in which a miss is reported."""


class Wrong(StrEnum):
    """What the extraction got wrong."""

    CLAIM_MISSING = "claim_missing"
    NOT_A_CLAIM = "not_a_claim"
    WRONG_WORDS = "wrong_words"
    WRONG_FIGURE = "wrong_figure"
    WRONG_SPEAKER = "wrong_speaker"
    SOMETHING_ELSE = "something_else"


class MissDraft(BaseModel):
    """A report before it has a row. `start` and `end` are the sentence that it is about, in code points of
    `text`; None where it is about the whole. Something else needs a note that says what."""

    model_config = ConfigDict(frozen=True)

    text: str = Field(min_length=1, max_length=LONGEST_TEXT)
    language: Language
    published: CalendarDate | None = None
    start: int | None = Field(default=None, ge=0)
    end: int | None = None
    what: Wrong
    note: str = Field(default="", max_length=2000)

    @model_validator(mode="after")
    def _sentence_inside_text(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise ValueError("a sentence has a start and an end")
        if self.start is not None and self.end is not None and not self.start < self.end <= len(self.text):
            raise ValueError("the sentence does not lie in the text")
        return self

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if self.what is Wrong.SOMETHING_ELSE and not self.note.strip():
            raise ValueError("something else needs a note")
        return self


class Miss(SQLModel, table=True):
    """One report. `program` is the version that answered, `answer` an ExplanationRecord as JSON: what it
    found. Text, note and answer may be emptied on lawful request; the log holds only their digests."""

    id: int | None = Column(default=None, primary_key=True)
    text: str
    language: Language = Column(sa_type=sa.Text)
    published: str | None = None
    start: int | None = None
    end: int | None = None
    what: Wrong = Column(sa_type=choice(Wrong))
    note: str
    program: str
    answer: dict[str, Any] = Column(sa_type=sa.JSON)
    reported_by: int = Column(foreign_key="account.id")
    reported_at: datetime = Column(sa_type=UtcDateTime)
    done_by: int | None = Column(default=None, foreign_key="account.id")
    done_at: datetime | None = Column(default=None, sa_type=UtcDateTime)

    @property
    def words(self) -> str:
        """The sentence that the report is about, else the whole text."""
        return self.text[self.start : self.end]
