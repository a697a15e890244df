"""What readers can see: the claims with a verdict that was ever published, newest first."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import tuple_
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import Select

from claims.claim import Claim
from claims.decision import Decision
from claims.event import Event
from claims.store.filters import Filters, conditions
from claims.workflow import Action

Published = tuple[Claim, Decision]
"""A claim, and the decision on it that was published last."""

_TURNS = (Action.PUBLISH, Action.CONFIRM, Action.WITHDRAW, Action.LAPSE)


def find(session: Session, claim_id: int) -> Published | None:
    """None where there is no such claim, and where no verdict on it was ever published."""
    return session.exec(_all().where(Claim.id == claim_id)).one_or_none()


def page(session: Session, before: int | None = None, limit: int = 50) -> list[Published]:
    """By when the verdict was published, newest first, from behind decision number `before` on."""
    statement = _all()
    last = session.get(Decision, before) if before is not None else None
    if last is not None and last.published_at is not None:
        here = (col(Decision.published_at), col(Decision.id))
        statement = statement.where(tuple_(*here) < (last.published_at, last.id))
    return list(session.exec(_newest_first(statement).limit(limit)))


def standing(
    session: Session,
    language: str = "",
    since: datetime | None = None,
    *,
    ids: Collection[int] | None = None,
    limit: int | None = None,
) -> list[Claim]:
    """The claims whose published verdict stands, newest first: in a language, published from a moment on,
    among those with these numbers."""
    statement = _all().where(col(Claim.verdict).is_not(None))
    if language:
        statement = statement.where(Claim.language == language)
    if since is not None:
        statement = statement.where(col(Decision.published_at) >= since)
    if ids is not None:
        statement = statement.where(col(Claim.id).in_(ids))
    return [claim for claim, _ in session.exec(_newest_first(statement).limit(limit))]


def lately_turned(session: Session, limit: int, filters: Filters) -> list[int]:
    """The numbers of the published claims that the filters let through and of which something was last
    published, confirmed, withdrawn or found lapsed, the latest first."""
    statement = (
        select(Claim.id)
        .join(Event, col(Event.claim_id) == Claim.id)
        .where(col(Claim.public_decision_id).is_not(None), col(Event.action).in_(_TURNS))
        .where(*conditions(filters))
    )
    grouped = statement.group_by(col(Claim.id)).order_by(func.max(Event.seq).desc()).limit(limit)
    return [number or 0 for number in session.exec(grouped)]


def _all() -> Select[Claim, Decision]:
    return (
        select(Claim, Decision)
        .join(Decision, col(Decision.id) == Claim.public_decision_id)
        .where(col(Decision.published_at).is_not(None))
    )


def _newest_first(statement: Select[Claim, Decision]) -> Select[Claim, Decision]:
    return statement.order_by(col(Decision.published_at).desc(), col(Decision.id).desc())
