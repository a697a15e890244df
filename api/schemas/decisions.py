"""Decisions, one by one and page by page."""

from pydantic import Field

from api.schemas.base import Absent, AsOf, Entry, Page, Paging, QueryId
from api.schemas.claims import DecisionRecord


class DecisionPage(Page[DecisionRecord]):
    """One page of decisions, newest first."""


class DecisionPath(Entry):
    """Which decision."""

    decision_id: QueryId


class DecisionQuery(Paging, AsOf):
    """Which decisions are wanted."""

    claim: QueryId | Absent = Field(default=None, description="The id of a claim.")
