"""What readers can see: the claims with a verdict that was ever published, newest first."""

from sqlalchemy import tuple_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from claims.claim import Claim
from claims.decision import Decision

Published = tuple[Claim, Decision]
"""A claim, and the decision on it that was published last."""


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
    newest = (col(Decision.published_at).desc(), col(Decision.id).desc())
    return list(session.exec(statement.order_by(*newest).limit(limit)))


def _all() -> Select[Claim, Decision]:
    return (
        select(Claim, Decision)
        .join(Decision, col(Decision.id) == Claim.public_decision_id)
        .where(col(Decision.published_at).is_not(None))
    )
