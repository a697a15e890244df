"""The log of the desk, page by page."""

from typing import Annotated

from pydantic import Field

from api.schemas.base import Absent, Offset, Page, Paging, QueryId, Text, digits
from api.schemas.claims import EventRecord


class EventPage(Page[EventRecord]):
    """One page of events, oldest first. Those that the account may not know of are left out, so that a page
    can have fewer items than were asked for."""


class EventQuery(Paging):
    """Which events are wanted."""

    since: Annotated[Offset, digits] = Field(
        default=0, description="Only events after the one with this number: the last that was seen."
    )
    claim: QueryId | Absent = Field(default=None, description="The id of a claim.")
    article: QueryId | Absent = Field(default=None, description="The id of an article.")
    action: Annotated[Text, Field(max_length=50)] = Field(default="", description="What was done.")
