"""Who is to check a claim, until when, and how urgently; what the one who assigns it says."""

from datetime import UTC, datetime
from enum import StrEnum

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator


class Priority(StrEnum):
    """How urgent the desk holds a claim to be, the least first; kept as its rank, so that it sorts."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class AssignmentDraft(BaseModel):
    """What stands after it was sent: nobody, no deadline where these are None. `assignee_id` is an account,
    `due` the minute by which the claim is to be checked, `message` for who is to check it."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    assignee_id: int | None = None
    due: AwareDatetime | None = None
    priority: Priority = Priority.NORMAL
    message: str = Field(default="", max_length=2000)

    @field_validator("due")
    @classmethod
    def _to_the_minute(cls, due: datetime | None) -> datetime | None:
        try:
            return None if due is None else due.astimezone(UTC).replace(second=0, microsecond=0)
        except OverflowError as error:
            raise ValueError("a deadline lies in the years 1 to 9999") from error


def is_overdue(due: datetime | None, at: datetime) -> bool:
    """Whether a deadline has passed."""
    return due is not None and due <= at
