"""People asked about a claim, and what came back."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from api.schemas.base import Entry, Person, QueryId, Record, Text
from api.schemas.claims import ClaimPath, DeskClaim
from claims.inquiry import Channel, InquiryDraft, Reply, ReplyDraft
from factcheck.review import InquiryEdit

_SOMETHING = r"^[^\x00]*\S[^\x00]*$"
Whom = Annotated[Text, Field(min_length=1, max_length=300, pattern=_SOMETHING)]
Day = Annotated[date, Field(description="A day of the desk's calendar: 2026-11-24.")]


class InquiryRecord(Record):
    """One question to somebody. `reply_on` is the day of the reply, of silence the day by which nothing had
    come. `contact` is null for those who do not check; confidential inquiries are not there for them."""

    id: int
    claim_id: int
    whom: str
    contact: str | None
    channel: Channel
    asked_on: date
    question: str
    due_on: date | None
    confidential: bool
    reply: Reply
    reply_on: date | None
    answer: str
    added_by: Person
    added_at: datetime
    settled_by: Person | None
    settled_at: datetime | None


class Inquiries(Record):
    """All inquiries about a claim, oldest question first."""

    items: tuple[InquiryRecord, ...]


class NotedInquiry(Record):
    """The inquiry that was noted, answered or corrected, and the claim as it is now."""

    inquiry: InquiryRecord
    claim: DeskClaim


class InquiryPath(ClaimPath):
    """Which inquiry about which claim."""

    inquiry_id: QueryId


class NewInquiry(Entry):
    """Whom the desk asked, when, how and what. `whom` is how readers may know them; `contact` is the desk's
    own."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "whom": "The rowing club's board",
                    "channel": "email",
                    "asked_on": "2026-11-20",
                    "question": "How many members do you have?",
                    "due_on": "2026-11-23",
                }
            ]
        }
    )

    whom: Whom
    contact: Annotated[Text, Field(max_length=500)] = ""
    channel: Channel
    asked_on: Day
    question: Annotated[Text, Field(max_length=5000)] = ""
    due_on: Day | None = None
    confidential: bool = False

    @model_validator(mode="after")
    def _due_after_asking(self) -> Self:
        if self.due_on is not None and self.due_on < self.asked_on:
            raise ValueError("an answer cannot be due before the question was asked")
        return self

    @property
    def draft(self) -> InquiryDraft:
        return InquiryDraft.model_validate(dict(self))


class NewReply(Entry):
    """What came back: an answer has words, silence has none."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"reply": "answered", "reply_on": "2026-11-22", "answer": "Fourteen since October."},
                {"reply": "silent", "reply_on": "2026-11-24"},
            ]
        }
    )

    reply: Literal[Reply.ANSWERED, Reply.DECLINED, Reply.SILENT]
    reply_on: Day
    answer: Annotated[Text, Field(max_length=10_000)] = ""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.reply is Reply.ANSWERED and not self.answer.strip():
            raise ValueError("an answer has words")
        if self.reply is Reply.SILENT and self.answer.strip():
            raise ValueError("who stayed silent said nothing")
        return self

    @property
    def draft(self) -> ReplyDraft:
        return ReplyDraft.model_validate(dict(self))


class InquiryPatch(Entry):
    """What is to be corrected; what is left out stays. `due_on` null takes the day away, `reply` pending
    the reply."""

    model_config = ConfigDict(
        json_schema_extra={"minProperties": 1, "examples": [{"confidential": True}, {"whom": "The board"}]}
    )

    whom: Whom | None = None
    contact: Annotated[Text, Field(max_length=500)] | None = None
    channel: Channel | None = None
    asked_on: Day | None = None
    question: Annotated[Text, Field(max_length=5000)] | None = None
    due_on: Day | None = None
    confidential: bool | None = None
    reply: Reply | None = None
    reply_on: Day | None = None
    answer: Annotated[Text, Field(max_length=10_000)] | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("say what is to change")
        return self

    @property
    def change(self) -> InquiryEdit:
        sent: dict[str, Any] = self.model_dump(exclude_unset=True)
        return InquiryEdit.model_validate(sent)
