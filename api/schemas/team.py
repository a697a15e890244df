"""Who is to check a claim, its tags, and the notes of those who check."""

from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, ConfigDict, Field

from api.schemas.base import Entry, Id, Person, QueryId, Record, Text
from api.schemas.claims import ClaimPath, DeskClaim
from claims.assignment import AssignmentDraft, Priority
from claims.note import NoteDraft
from claims.tag import MOST


class Assignment(Entry):
    """What is to stand: nobody, no deadline, normal priority where these are left out. The deadline counts to
    the minute; the message is for who is to check the claim."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "assignee": 2,
                    "due": "2030-11-24T17:00:00Z",
                    "priority": "high",
                    "message": "The figure opens the piece.",
                }
            ]
        }
    )

    assignee: Id | None = None
    due: AwareDatetime | None = None
    priority: Priority = Priority.NORMAL
    message: Annotated[Text, Field(max_length=2000)] = ""

    @property
    def draft(self) -> AssignmentDraft:
        return AssignmentDraft(
            assignee_id=self.assignee, due=self.due, priority=self.priority, message=self.message
        )


class TagSet(Entry):
    """All tags that the claim is to have, in any case; others are taken off."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"tags": ["budget 2027", "clubs"]}]})

    tags: Annotated[tuple[Annotated[Text, Field(min_length=1, max_length=200)], ...], Field(max_length=MOST)]


class NoteRecord(Record):
    """A note. `thread_id` is the note that begins its thread, null for that one, which alone says whether the
    thread is resolved. An erased note has an empty text."""

    id: int
    thread_id: int | None
    text: str
    written_by: Person
    written_at: datetime
    resolved_by: Person | None
    resolved_at: datetime | None


class Notes(Record):
    """All notes about a claim, oldest first."""

    items: tuple[NoteRecord, ...]


class WrittenNote(Record):
    """The note, and the claim with its new version."""

    note: NoteRecord
    claim: DeskClaim


class NewNote(Entry):
    """A note that begins a thread, or answers in one that is open."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "Is this the figure of 2025?"}]})

    text: Annotated[Text, Field(min_length=1, max_length=5000, pattern=r"^[^\x00]*\S[^\x00]*$")]
    thread_id: Id | None = None

    @property
    def draft(self) -> NoteDraft:
        return NoteDraft(text=self.text, thread_id=self.thread_id)


class ThreadPath(ClaimPath):
    """Which thread of which claim, by the note that begins it."""

    note_id: QueryId


class ThreadPatch(Entry):
    """Whether the thread is dealt with."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"resolved": True}]})

    resolved: bool
