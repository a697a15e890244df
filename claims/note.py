"""Notes that people of the desk write to each other about a claim, in threads that can be resolved."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime


class NoteDraft(BaseModel):
    """A note before it has a row. `thread_id` is the note that it answers, None where it begins a thread."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    text: str = Field(min_length=1, max_length=5000)
    thread_id: int | None = None


class Note(SQLModel, table=True):
    """One note. `thread_id` is the first note of its thread, None for that one itself, which alone carries
    whether the thread is resolved. The text may be emptied on lawful request: the log has only its digest."""

    id: int | None = Column(default=None, primary_key=True)
    claim_id: int = Column(foreign_key="claim.id", index=True)
    thread_id: int | None = Column(default=None, foreign_key="note.id")
    text: str
    written_by: int = Column(foreign_key="account.id")
    written_at: datetime = Column(sa_type=UtcDateTime)
    resolved_by: int | None = Column(default=None, foreign_key="account.id")
    resolved_at: datetime | None = Column(default=None, sa_type=UtcDateTime)

    @property
    def is_resolved(self) -> bool:
        return self.resolved_at is not None
