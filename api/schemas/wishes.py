"""What accounts ask the desk to check."""

from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field

from api.schemas.base import Entry, Page, Record, Text
from claims.reason import Language
from claims.verdict import Verdict
from claims.wish import LONGEST
from claims.workflow import State


class RequestedClaim(Record):
    """A claim that was asked for, as it is now. `reason` is why it was dismissed or withdrawn, else null."""

    id: int
    text: str
    state: State
    verdict: Verdict | None
    reason: str | None


class RequestRecord(Record):
    """What somebody asked the desk to check, and what became of it."""

    id: int
    text: str
    requested_at: datetime
    claims: tuple[RequestedClaim, ...]


class RequestPage(Page[RequestRecord]):
    """One page of what the token's account asked for."""


class NewRequest(Entry):
    """What is to be checked: a sentence or a paragraph, German or English. `note` is for those who check."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "text": "The harbour railway lost nine of its locomotives in 2019.",
                    "language": "en",
                    "note": "For the evening edition.",
                }
            ]
        }
    )

    text: Annotated[Text, Field(min_length=1, max_length=LONGEST, pattern=r"^[^\x00]*\S[^\x00]*$")]
    language: Language | None = None
    note: Annotated[Text, Field(max_length=1000)] = ""
