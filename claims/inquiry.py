"""An inquiry: whom the desk asked about a claim, and what they answered, or that they did not.

Who was asked, what, and the answer are words about people: they stand in the row alone, can be emptied on
lawful request, and the log holds their salted digests only.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Self

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field, model_validator
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime, choice


class Channel(StrEnum):
    """How somebody was asked."""

    EMAIL = "email"
    PHONE = "phone"
    IN_PERSON = "in_person"
    LETTER = "letter"
    MESSAGE = "message"


class Reply(StrEnum):
    """What came back."""

    PENDING = "pending"
    ANSWERED = "answered"
    DECLINED = "declined"
    """they said that they would not answer"""
    SILENT = "silent"
    """nothing had come by a day that the desk names"""


class InquiryDraft(BaseModel):
    """A question to somebody. `whom` is how readers may know them (an office, a name); `contact` is the
    desk's own: a person, a number, an address. Days are those of the desk's calendar."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    whom: str = Field(min_length=1, max_length=300)
    contact: str = Field(default="", max_length=500)
    channel: Channel
    asked_on: date
    question: str = Field(default="", max_length=5000)
    due_on: date | None = None
    confidential: bool = False

    @model_validator(mode="after")
    def _due_after_asking(self) -> Self:
        if self.due_on is not None and self.due_on < self.asked_on:
            raise ValueError("an answer cannot be due before the question was asked")
        return self


class ReplyDraft(BaseModel):
    """What came back. `reply_on` is the day of it, of silence the day by which nothing had come."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    reply: Reply
    reply_on: date
    answer: str = Field(default="", max_length=10_000)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.reply is Reply.PENDING:
            raise ValueError("say whether they answered, declined or stayed silent")
        if self.reply is Reply.ANSWERED and not self.answer:
            raise ValueError("an answer has words")
        if self.reply is Reply.SILENT and self.answer:
            raise ValueError("who stayed silent said nothing")
        return self


class Inquiry(SQLModel, table=True):
    """One question to somebody. `settled_by` and `settled_at` say who noted the reply, and when.

    `whom`, `contact`, `question` and `answer` may be emptied on lawful request.
    """

    id: int | None = Column(default=None, primary_key=True)
    claim_id: int = Column(foreign_key="claim.id", index=True)
    whom: str
    contact: str
    channel: Channel = Column(sa_type=choice(Channel))
    asked_on: date = Column(sa_type=sa.Date)
    question: str
    due_on: date | None = Column(default=None, sa_type=sa.Date)
    confidential: bool
    reply: Reply = Column(default=Reply.PENDING, sa_type=choice(Reply))
    reply_on: date | None = Column(default=None, sa_type=sa.Date)
    answer: str = ""
    added_by: int = Column(foreign_key="account.id")
    added_at: datetime = Column(sa_type=UtcDateTime)
    settled_by: int | None = Column(default=None, foreign_key="account.id")
    settled_at: datetime | None = Column(default=None, sa_type=UtcDateTime)


WORDS = ("whom", "contact", "question", "answer")
"""The fields that are words about people."""
