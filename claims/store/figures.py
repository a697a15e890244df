"""What the desk's numbers are counted from: claims by article, how long verdicts took, who did how much, and
what became of published verdicts. `docs/overview.md` says what each figure means."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case
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


def standings(session: Session, limit: int) -> list[Standing]:
    """The articles with the most open claims, then the most claims; those without any are left out."""
    waits = _sum(col(Claim.state).in_(TO_DO))
    checked = _sum(col(Claim.state).in_(CHECKED))
    statement = (
        select(Claim.article_id, waits, checked)
        .group_by(col(Claim.article_id))
        .having(waits + checked > 0)
        .order_by(waits.desc(), checked.desc(), col(Claim.article_id).desc())
        .limit(limit)
    )
    return [Standing(article, int(open_), int(done)) for article, open_, done in session.exec(statement)]


def ways(session: Session, since: datetime, before: datetime) -> list[Way]:
    """Of the claims whose first verdict was published in this time, oldest publication first."""
    opened = (
        select(col(Event.claim_id).label("claim_id"), func.min(col(Event.at)).label("at"))
        .where(col(Event.action).in_(_OPENING), col(Event.claim_id).in_(_first_published(since, before)))
        .group_by(col(Event.claim_id))
        .subquery()
    )
    statement = (
        select(col(Decision.published_at), col(Claim.created_at), opened.c.at)
        .join(Claim, col(Claim.id) == Decision.claim_id)
        .outerjoin(opened, opened.c.claim_id == Claim.id)
        .where(col(Decision.corrects).is_(None), *_within(col(Decision.published_at), since, before))
        .order_by(col(Decision.published_at), col(Decision.id))
    )
    return [Way(published, came, at) for published, came, at in session.exec(statement) if published]


def loads(session: Session, since: datetime, before: datetime) -> list[Load]:
    """Of everybody who has or did something, by their numbers."""
    assigned = {
        state: _by_person(session, col(Claim.assignee_id), col(Claim.state) == state)
        for state in (State.OPEN, State.IN_CHECK)
    }
    submitted, done = (
        _by_person(session, col(Decision.submitted_by), *_within(moment, since, before))
        for moment in (col(Decision.submitted_at), col(Decision.published_at))
    )
    people = {number for found in (*assigned.values(), submitted, done) for number in found}
    return [
        Load(
            number,
            assigned[State.OPEN].get(number, 0),
            assigned[State.IN_CHECK].get(number, 0),
            submitted.get(number, 0),
            done.get(number, 0),
        )
        for number in sorted(people)
    ]


def answers(session: Session, since: datetime, before: datetime) -> list[tuple[str, datetime]]:
    """What was done to published verdicts and when: challenge, confirm, withdraw, and correct for each
    correction that was published."""
    said = select(Event.action, Event.at).where(
        col(Event.action).in_(_ANSWERS), *_within(col(Event.at), since, before)
    )
    corrected = select(Decision.published_at).where(
        col(Decision.corrects).is_not(None), *_within(col(Decision.published_at), since, before)
    )
    return [
        *((action, at) for action, at in session.exec(said)),
        *((Action.CORRECT.value, at) for at in session.exec(corrected) if at),
    ]


def _first_published(since: datetime, before: datetime) -> Any:
    return select(Decision.claim_id).where(
        col(Decision.corrects).is_(None), *_within(col(Decision.published_at), since, before)
    )


def _within(moment: Any, since: datetime, before: datetime) -> Iterable[ColumnElement[bool]]:
    return moment >= since, moment < before


def _sum(condition: ColumnElement[bool]) -> Any:
    return func.sum(case((condition, 1), else_=0))


def _by_person(session: Session, person: Any, *conditions: ColumnElement[bool]) -> dict[int, int]:
    statement = select(person, func.count()).where(person.is_not(None), *conditions).group_by(person)
    rows = session.connection().execute(statement).all()
    return {number: count for number, count in rows}  # noqa: C416 # a row is no pair to mypy
