"""What the queue's page shows: its tabs with their counts, and one page of claims with who has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from flask import url_for
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Session

from api.pages.changes import rewordings
from api.pages.presentation import LARGEST_ID
from api.rest.paging import claim_position, position
from claims.account import Account
from claims.article import Article
from claims.assignment import is_overdue
from claims.claim import Claim, Kind
from claims.store import accounts, articles, claims, pages, tags
from claims.store.claims import Filters
from claims.store.pages import Order
from claims.workflow import TO_DO, State
from factcheck.review import assignable
from factcheck.rewording import Piece

PAGE = 40
"""Claims of one page."""


class View(StrEnum):
    """A tab of the queue: which part of the open work."""

    ALL = "all"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    DUE = "due"
    APPROVAL = "approval"
    CHALLENGED = "challenged"
    LAPSED = "lapsed"


class Sort(StrEnum):
    WORTH = "worth"
    DUE = "due"


class Age(StrEnum):
    """How long ago a claim came in."""

    DAY = "day"
    WEEK = "week"
    OLDER = "older"
    OLD = "old"


_STATE = {View.APPROVAL: State.SUBMITTED, View.CHALLENGED: State.CHALLENGED}
_WHOSE = (View.MINE, View.UNASSIGNED)
_WITHIN: dict[Age | None, timedelta] = {Age.DAY: timedelta(days=1), Age.WEEK: timedelta(weeks=1)}
_BEFORE: dict[Age | None, timedelta] = {Age.OLDER: timedelta(weeks=1), Age.OLD: timedelta(days=30)}


class QueueQuery(BaseModel):
    """What the address of a queue page asks for; without a state or a view all that is to do."""

    model_config = ConfigDict(frozen=True)

    view: View = View.ALL
    state: State | None = None
    kind: Kind | None = None
    article: int | None = Field(default=None, ge=1, le=LARGEST_ID)
    reviewer: int | None = Field(default=None, ge=1, le=LARGEST_ID)
    speaker: str = Field(default="", max_length=200)
    words: str = Field(default="", max_length=200)
    tag: str = Field(default="", max_length=200)
    worth: int = Field(default=0, ge=0, le=100)
    age: Age | None = None
    sort: Sort | None = None
    after: str = ""

    @property
    def order(self) -> Order:
        """As it was asked for, else by deadline where deadlines are what the view is about."""
        wanted = self.sort or (Sort.DUE if self.view is View.DUE else Sort.WORTH)
        return wanted.value

    @property
    def has_state(self) -> bool:
        """Whether the view leaves the state to a filter."""
        return self.view not in _STATE

    @property
    def has_reviewer(self) -> bool:
        """Whether the view leaves it to a filter whose claims they are."""
        return self.view not in _WHOSE

    @property
    def narrowed(self) -> bool:
        """Whether filters leave claims of the view out."""
        return bool(self._fields() - {"view", "sort"})

    def _fields(self) -> set[str]:
        return set(self.model_dump(exclude={"after"}, exclude_defaults=True))

    def filters(self, who: Account, at: datetime) -> Filters:
        """The claims of the view that the filters let through."""
        state = _STATE.get(self.view, self.state)
        chosen = self.reviewer if self.has_reviewer else None
        return Filters(
            state=(state,) if state else TO_DO,
            assignee_id=who.id if self.view is View.MINE else chosen,
            unassigned=self.view is View.UNASSIGNED,
            dated=self.view is View.DUE,
            lapsed=True if self.view is View.LAPSED else None,
            **self._common(at),
        )

    def within(self, at: datetime) -> Filters:
        """All claims that any of the views can show."""
        return Filters(state=(*TO_DO, *([self.state] if self.state else [])), **self._common(at))

    def _common(self, at: datetime) -> dict[str, Any]:
        within, before = _WITHIN.get(self.age), _BEFORE.get(self.age)
        return {
            "kind": (self.kind,) if self.kind else (),
            "article_id": self.article,
            "speaker": self.speaker.strip(),
            "words": self.words.strip(),
            "tag": self.tag.strip(),
            "min_worth": self.worth / 100,
            "since": at - within if within else None,
            "before": at - before if before else None,
        }

    def path(self, **other: object) -> str:
        """The address of this queue with other values in some places, from its first page on."""
        fields = {**self.model_dump(exclude={"after"}, exclude_defaults=True, mode="json"), **other}
        return url_for("queue.show", **{name: value for name, value in fields.items() if value})

    def at(self, view: View) -> "QueueQuery":
        """The same filters on another tab, as far as it has them."""
        other = QueueQuery.model_validate({**self.model_dump(), "view": view, "after": ""})
        kept = {} if other.has_state else {"state": None}
        return other.model_copy(update=kept if other.has_reviewer else {**kept, "reviewer": None})

    @property
    def told(self) -> str:
        """The queue as the address of a claim that is opened from it carries it along."""
        fields = self.model_dump(exclude={"after", "view"}, exclude_defaults=True, mode="json")
        return urlencode({"view": self.view.value, **fields})

    @property
    def plain(self) -> str:
        """The address of the tab without filters."""
        return QueueQuery(view=self.view).path()


def read_query(asked: Mapping[str, str]) -> QueueQuery:
    """Raises ValidationError, and InvalidInput for a page that does not belong to the list."""
    query = QueueQuery.model_validate({name: value for name, value in asked.items() if value.strip()})
    position(query.after, query.order)
    return query


@dataclass(frozen=True)
class Tab:
    """A view of the queue and how many claims it has under the same filters."""

    view: View
    path: str
    number: int
    current: bool


@dataclass(frozen=True)
class Row:
    claim: Claim
    article: Article
    who: str
    tags: list[str]
    overdue: bool
    rewording: list[Piece]


@dataclass(frozen=True)
class Queue:
    """One page of the queue. `found` counts what the filters let through on all pages."""

    query: QueueQuery
    tabs: list[Tab]
    rows: list[Row]
    found: int
    following: str | None
    reviewers: list[Account]
    known_tags: list[str]

    @property
    def dated(self) -> bool:
        """Whether a claim of the page has a deadline."""
        return any(row.claim.due for row in self.rows)


def open_queue(session: Session, query: QueueQuery, who: Account, at: datetime) -> Queue:
    """Raises InvalidInput."""
    after = position(query.after, query.order)
    found = claims.page(
        session,
        query.filters(who, at),
        order=query.order,
        after=after.cursor if after else None,
        limit=PAGE + 1,
    )
    tabs = _tabs(session, query, who, at)
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Queue(
        query=query,
        tabs=tabs,
        rows=_rows(session, found[:PAGE], at),
        found=next(tab.number for tab in tabs if tab.current),
        following=query.path(after=claim_position(query.order, last)) if last else None,
        reviewers=assignable(session),
        known_tags=tags.all_tags(session),
    )


def following(session: Session, query: QueueQuery, claim: Claim, who: Account, at: datetime) -> int | None:
    """The claim behind this one in a queue, which begins anew at its end; None where there is no other."""
    filters, here = query.filters(who, at), pages.after(claim)
    behind = claims.page(session, filters, order=query.order, after=here, limit=1)
    found = behind or claims.page(session, filters, order=query.order, limit=2)
    return next((each.id for each in found if each.id != claim.id), None)


def _rows(session: Session, shown: list[Claim], at: datetime) -> list[Row]:
    known = articles.many(session, {claim.article_id for claim in shown})
    tagged = tags.of_claims(session, {claim.id or 0 for claim in shown})
    reworded = rewordings(session, shown)
    names = accounts.names(session, {claim.assignee_id for claim in shown if claim.assignee_id})
    return [
        Row(
            claim=claim,
            article=known[claim.article_id],
            who=names.get(claim.assignee_id or 0, ""),
            tags=tagged.get(claim.id or 0, []),
            rewording=reworded.get(claim.id or 0, []),
            overdue=claim.state in TO_DO and is_overdue(claim.due, at),
        )
        for claim in shown
    ]


def _tabs(session: Session, query: QueueQuery, who: Account, at: datetime) -> list[Tab]:
    others = [query.at(view) for view in View]
    numbers = claims.tallies(session, query.within(at), [other.filters(who, at) for other in others])
    return [
        Tab(other.view, other.path(), number, other.view is query.view)
        for other, number in zip(others, numbers, strict=True)
    ]
