"""What the address of a queue page says: which part of the work, narrowed by what, in which order."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from flask import url_for
from pydantic import BaseModel, ConfigDict, Field

from api.pages.presentation import LARGEST_ID
from api.rest.paging import position
from api.unit import settings
from claims.account import Account
from claims.claim import Kind
from claims.store.filters import Filters
from claims.store.pages import Order
from claims.workflow import TO_DO, State
from factcheck.review.adopting import desk_day


class View(StrEnum):
    """A tab of the queue: which part of the open work."""

    ALL = "all"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    DUE = "due"
    APPROVAL = "approval"
    CHALLENGED = "challenged"
    LAPSED = "lapsed"
    RECHECK = "recheck"


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
_DECIDED = (State.PUBLISHED, State.CORRECTED, State.CHALLENGED)
"""Where a claim is whose verdict is due to be checked again, while nobody corrects it."""
_WHOSE = (View.MINE, View.UNASSIGNED)
_WITHIN: dict[Age | None, timedelta] = {Age.DAY: timedelta(days=1), Age.WEEK: timedelta(weeks=1)}
_BEFORE: dict[Age | None, timedelta] = {Age.OLDER: timedelta(weeks=1), Age.OLD: timedelta(days=30)}


class QueueQuery(BaseModel):
    """What the address of a queue page asks for; without a state or a view all that is to do. `gone` are
    claims with a quote that is gone, `wished` those that somebody asked for; `search` is the saved search
    within which all this is looked for."""

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
    gone: bool = False
    wished: bool = False
    search: int | None = Field(default=None, ge=1, le=LARGEST_ID)
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
        return self.view not in (*_STATE, View.RECHECK)

    @property
    def has_reviewer(self) -> bool:
        """Whether the view leaves it to a filter whose claims they are."""
        return self.view not in _WHOSE

    @property
    def narrowed(self) -> bool:
        """Whether filters leave claims of the view out."""
        return bool(self._fields() - {"view", "sort"})

    @property
    def saveable(self) -> bool:
        """Whether there is something to be saved as a search."""
        if self.search is not None or self.view is View.RECHECK:
            return False
        return bool(self.view is not View.ALL or self._fields() - {"sort", "age"})

    def _fields(self) -> set[str]:
        return set(self.model_dump(exclude={"after"}, exclude_defaults=True))

    def filters(self, who: Account, at: datetime, inside: Filters | None = None) -> Filters:
        """The claims of the view that the filters let through, inside those of the saved search."""
        state, recheck = self._state, self.view is View.RECHECK
        chosen = self.reviewer if self.has_reviewer else None
        return Filters(
            state=_DECIDED if recheck else (state,) if state else _usual(inside),
            inside=inside,
            assignee_id=who.id if self.view is View.MINE else chosen,
            unassigned=self.view is View.UNASSIGNED,
            dated=self.view is View.DUE,
            lapsed=True if self.view is View.LAPSED else None,
            recheck_by=desk_day(at, settings().time_zone) if recheck else None,
            **self._common(at),
        )

    def within(self, at: datetime, inside: Filters | None = None) -> Filters:
        """All claims that any of the views can show."""
        usual = _usual(inside)
        asked = [self.state] if self.state and usual else []
        return Filters(state=(*usual, *asked), inside=inside, **self._common(at))

    def kept(self, who: Account, at: datetime) -> Filters:
        """What a search is saved as. Without a state it has claims of every state, since they are to stay in
        it when they are done; how long ago a claim came in changes with each day and is no part of it."""
        everything = {"since": None, "before": None} | ({} if self._state else {"state": ()})
        return self.filters(who, at).model_copy(update=everything)

    @property
    def _state(self) -> State | None:
        return _STATE.get(self.view, self.state)

    def _common(self, at: datetime) -> dict[str, Any]:
        within, before = _WITHIN.get(self.age), _BEFORE.get(self.age)
        return {
            "kind": (self.kind,) if self.kind else (),
            "article_id": self.article,
            "speaker": self.speaker.strip(),
            "words": self.words.strip(),
            "tag": self.tag.strip(),
            "min_worth": self.worth / 100,
            "quote_gone": self.gone,
            "wished": self.wished,
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


def _usual(inside: Filters | None) -> tuple[State, ...]:
    """The states that are looked for where none is chosen: what is to do, or those of the saved search."""
    return () if inside is not None and inside.state else TO_DO


def read_query(asked: Mapping[str, str]) -> QueueQuery:
    """Raises ValidationError, and InvalidInput for a page that does not belong to the list."""
    query = QueueQuery.model_validate({name: value for name, value in asked.items() if value.strip()})
    position(query.after, query.order)
    return query
