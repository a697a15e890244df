"""Searches that the desk keeps under a name."""

from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field

from api.schemas.base import Entry, Person, QueryId, Record, Text
from api.schemas.filters import ClaimFilters
from factcheck.saved_searches import LONGEST


class SearchRecord(Record):
    """A saved search. `feed` is where its published decisions and corrections can be followed; null where
    published claims are not for anybody, and for a search that is only about the desk's own work."""

    id: int
    name: str
    filters: ClaimFilters
    feed: str | None
    saved_by: Person
    saved_at: datetime


class Searches(Record):
    """All saved searches, oldest first."""

    items: tuple[SearchRecord, ...]


class NewSearch(Entry):
    """A name that no other search has, and the filters as the list of claims takes them."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"name": "Refuted harbour claims", "filters": {"tag": "harbour", "verdict": ["refuted"]}}
            ]
        }
    )

    name: Annotated[Text, Field(min_length=1, max_length=LONGEST)]
    filters: ClaimFilters


class SearchPath(Entry):
    """Which saved search."""

    search_id: QueryId
