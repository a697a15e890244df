"""What the desk's numbers are counted from: claims by article, how long verdicts took, who did how much, and
what became of published verdicts. `docs/overview.md` says what each figure means."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, func, select

from claims.claim import Claim
from claims.decision import Decision
from claims.event import Event
from claims.workflow import TO_DO, Action, State

CHECKED = (State.PUBLISHED, State.CORRECTED)
_OPENING = ("accept", "adopt", "add")
_ANSWERS = (Action.CHALLENGE, Action.CONFIRM, Action.WITHDRAW)


@dataclass(frozen=True)
class Standing:
    """How many claims of an article wait for somebody, and how many have a published verdict that nobody
    challenges."""

    article_id: int
    open: int
    checked: int


@dataclass(frozen=True)
class Way:
    """When a claim's first verdict was published, when the claim came in and when it was opened for work;
    None where nobody opened it by a move."""

    published_at: datetime
    came_at: datetime
    opened_at: datetime | None


@dataclass(frozen=True)
class Load:
    """What somebody has on the desk now, and brought forward in some time."""

    account_id: int
    open: int = 0
    in_check: int = 0
    submitted: int = 0
    done: int = 0


def _within(moment: Any) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return moment >= bindparam("since"), moment < bindparam("before")


def _sum(condition: ColumnElement[bool]) -> Any:
    return func.sum(case((condition, 1), else_=0))


def _by_person(person: Any, *conditions: ColumnElement[bool]) -> Select[Any]:
    return sa_select(person, func.count()).where(person.is_not(None), *conditions).group_by(person)


_WAITS = _sum(col(Claim.state).in_(TO_DO))
_CHECKED = _sum(col(Claim.state).in_(CHECKED))
_STANDINGS = (
    select(Claim.article_id, _WAITS, _CHECKED)
    .group_by(col(Claim.article_id))
    .having(_WAITS + _CHECKED > 0)
    .order_by(_WAITS.desc(), _CHECKED.desc(), col(Claim.article_id).desc())
    .limit(bindparam("limit"))
)
_FIRST = (col(Decision.corrects).is_(None), *_within(col(Decision.published_at)))
_OPENED = (
    select(col(Event.claim_id).label("claim_id"), func.min(col(Event.at)).label("at"))
    .where(col(Event.action).in_(_OPENING), col(Event.claim_id).in_(select(Decision.claim_id).where(*_FIRST)))
    .group_by(col(Event.claim_id))
    .subquery()
)
_WAYS = (
    select(col(Decision.published_at), col(Claim.created_at), _OPENED.c.at)
    .join(Claim, col(Claim.id) == Decision.claim_id)
    .outerjoin(_OPENED, _OPENED.c.claim_id == Claim.id)
    .where(*_FIRST)
    .order_by(col(Decision.published_at), col(Decision.id))
)
_LOADS = {
    "open": _by_person(col(Claim.assignee_id), col(Claim.state) == State.OPEN),
    "in_check": _by_person(col(Claim.assignee_id), col(Claim.state) == State.IN_CHECK),
    "submitted": _by_person(col(Decision.submitted_by), *_within(col(Decision.submitted_at))),
    "done": _by_person(col(Decision.submitted_by), *_within(col(Decision.published_at))),
}
_SAID = select(Event.action, Event.at).where(col(Event.action).in_(_ANSWERS), *_within(col(Event.at)))
_CORRECTED = select(Decision.published_at).where(
    col(Decision.corrects).is_not(None), *_within(col(Decision.published_at))
)


def standings(session: Session, limit: int) -> list[Standing]:
    """The articles with the most open claims, then the most claims; those without any are left out."""
    rows = session.exec(_STANDINGS, params={"limit": limit})
    return [Standing(article, int(open_), int(done)) for article, open_, done in rows]


def ways(session: Session, since: datetime, before: datetime) -> list[Way]:
    """Of the claims whose first verdict was published in this time, oldest publication first."""
    rows = session.exec(_WAYS, params={"since": since, "before": before})
    return [Way(published, came, at) for published, came, at in rows if published]


def loads(session: Session, since: datetime, before: datetime) -> list[Load]:
    """Of everybody who has or did something, by their numbers."""
    found: dict[int, dict[str, int]] = {}
    for what, statement in _LOADS.items():
        for number, count in session.connection().execute(statement, {"since": since, "before": before}):
            found.setdefault(number, {})[what] = count
    return [Load(number, **counts) for number, counts in sorted(found.items())]


def answers(session: Session, since: datetime, before: datetime) -> list[tuple[str, datetime]]:
    """What was done to published verdicts and when: challenge, confirm, withdraw, and correct for each
    correction that was published."""
    within = {"since": since, "before": before}
    return [
        *((action, at) for action, at in session.exec(_SAID, params=within)),
        *((Action.CORRECT.value, at) for at in session.exec(_CORRECTED, params=within) if at),
    ]
