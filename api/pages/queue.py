"""The queue: claims by worth, filtered; proposals are accepted and dismissed right here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from sqlmodel import Session

from api.auth import account, requires
from api.errors import say
from api.pages import claim_forms as forms
from api.pages.presentation import ID, LARGEST_ID, local
from api.pages.telling import Link, tell, warn
from api.unit import db, now
from claims.account import Account
from claims.article import Article
from claims.claim import Claim, Kind
from claims.errors import Conflict, InvalidInput, StaleVersion
from claims.store import accounts, articles, claims
from claims.store.claims import Cursor, Filters
from claims.workflow import Action, Role, State
from factcheck.review import move

blueprint = Blueprint("queue", __name__)

TO_DO = (
    State.PROPOSED,
    State.OPEN,
    State.IN_CHECK,
    State.SUBMITTED,
    State.APPROVED,
    State.CHALLENGED,
)
"""States in which a claim waits for somebody"""

_PAGE = 40


def _cursor(given: str) -> Cursor:
    worth, _, claim_id = given.partition("_")
    return Cursor(worth=float(worth), id=min(int(claim_id), LARGEST_ID))


class QueueQuery(BaseModel):
    """What the address of a queue page asks for; without a state all that is to do."""

    model_config = ConfigDict(frozen=True)

    state: State | None = None
    kind: Kind | None = None
    article: int | None = Field(default=None, ge=1, le=LARGEST_ID)
    speaker: str = Field(default="", max_length=200)
    words: str = Field(default="", max_length=200)
    worth: int = Field(default=0, ge=0, le=100)
    whose: Literal["mine", "nobody"] | None = None
    lapsed: bool = False
    after: Annotated[Cursor, BeforeValidator(_cursor)] | None = None

    def filters(self, who: Account) -> Filters:
        return Filters(
            state=(self.state,) if self.state else TO_DO,
            kind=(self.kind,) if self.kind else (),
            article_id=self.article,
            assignee_id=who.id if self.whose == "mine" else None,
            unassigned=self.whose == "nobody",
            lapsed=True if self.lapsed else None,
            speaker=self.speaker.strip(),
            words=self.words.strip(),
            min_worth=self.worth / 100,
        )

    def path(self, **other: object) -> str:
        """The address of this queue with other values in some places, from its first page on."""
        fields = {**self.model_dump(exclude={"after"}, exclude_defaults=True), **other}
        return url_for("queue.show", **{name: value for name, value in fields.items() if value})


@dataclass(frozen=True)
class Tab:
    """A way to narrow the queue to one state; `state` None is all that is to do."""

    path: str
    state: State | None
    number: int
    current: bool


@dataclass(frozen=True)
class Row:
    claim: Claim
    article: Article
    who: str


@dataclass(frozen=True)
class Queue:
    """One page of the queue. `found` counts what the filters let through on all pages."""

    query: QueueQuery
    tabs: list[Tab]
    rows: list[Row]
    found: int
    following: str | None


@blueprint.get("/")
@requires(Role.READER)
def start() -> ResponseReturnValue:
    return redirect(url_for("queue.show"))


@blueprint.get("/queue")
@requires(Role.READER)
def show() -> ResponseReturnValue:
    query = _query(request.args)
    return render_template(
        "queue.html", queue=_open_queue(db(), query, account()), articles=articles.page(db(), limit=100)
    )


@blueprint.post(f"/queue/<{ID}:claim_id>/accept")
@requires(Role.REVIEWER)
def accept(claim_id: int) -> ResponseReturnValue:
    return _rule(claim_id, Action.ACCEPT)


@blueprint.post(f"/queue/<{ID}:claim_id>/dismiss")
@requires(Role.REVIEWER)
def dismiss(claim_id: int) -> ResponseReturnValue:
    return _rule(claim_id, Action.DISMISS)


def _query(asked: Mapping[str, str]) -> QueueQuery:
    try:
        return QueueQuery.model_validate({name: value for name, value in asked.items() if value.strip()})
    except ValidationError:
        warn(gettext("The queue does not know this filter; here is all that is to do."))
        return QueueQuery()


def _open_queue(session: Session, query: QueueQuery, who: Account) -> Queue:
    filters = query.filters(who)
    found = claims.page(session, filters, order="worth", after=query.after, limit=_PAGE + 1)
    shown = found[:_PAGE]
    known = articles.many(session, {claim.article_id for claim in shown})
    names = accounts.names(session)
    last = shown[-1] if len(found) > _PAGE else None
    return Queue(
        query=query,
        tabs=_tabs(query, claims.counts_by_state(session, query.article)),
        rows=[Row(claim, known[claim.article_id], names.get(claim.assignee_id or 0, "")) for claim in shown],
        found=claims.count(session, filters),
        following=query.path(after=f"{last.worth!r}_{last.id}") if last else None,
    )


def _tabs(query: QueueQuery, counts: dict[State, int]) -> list[Tab]:
    to_do = sum(counts.get(state, 0) for state in TO_DO)
    tabs = [Tab(query.path(state=None), None, to_do, query.state is None)]
    tabs += [
        Tab(query.path(state=state.value), state, counts.get(state, 0), query.state == state)
        for state in State
        if counts.get(state) or query.state == state
    ]
    return tabs


def _rule(claim_id: int, action: Action) -> ResponseReturnValue:
    try:
        moved = move(
            db(),
            claim_id,
            action,
            by=account(),
            at=now(),
            expect=forms.seen_version(),
            reason=forms.typed("reason"),
        )
    except (Conflict, InvalidInput) as error:
        _explain(claim_id, error)
    else:
        _tell(moved, action)
    return redirect(local(request.form.get("next")))


def _tell(claim: Claim, action: Action) -> None:
    link = Link(url_for("claim.show", claim_id=claim.id), gettext("Open it"))
    if action is Action.ACCEPT:
        tell(gettext("Accepted: claim %(id)s is open.", id=claim.id), link=link)
    else:
        tell(gettext("Dismissed: claim %(id)s.", id=claim.id), link=link)


def _explain(claim_id: int, error: Conflict | InvalidInput) -> None:
    link = Link(url_for("claim.show", claim_id=claim_id), gettext("See what changed"))
    warn(say(error), link=link if isinstance(error, StaleVersion) else None)
