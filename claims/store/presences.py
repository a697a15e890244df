"""Who is looking at claims right now."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, select

from claims.presence import LASTS, Presence


def see(session: Session, claim_id: int, account_id: int, at: datetime) -> None:
    """Note that somebody looks at a claim; what is too old to count goes."""
    session.exec(delete(Presence).where(col(Presence.at) <= at - LASTS))
    found = session.get(Presence, (claim_id, account_id))
    if found is None:
        found = Presence.model_validate({"claim_id": claim_id, "account_id": account_id, "at": at})
    found.at = at
    session.add(found)
    session.flush()


_OTHERS = (
    select(Presence.account_id)
    .where(
        Presence.claim_id == bindparam("claim_id"),
        Presence.account_id != bindparam("account_id"),
        col(Presence.at) > bindparam("since"),
    )
    .order_by(col(Presence.account_id))
)


def others(session: Session, claim_id: int, account_id: int, at: datetime) -> list[int]:
    """The accounts that look at a claim besides this one, in the order of their numbers."""
    values = {"claim_id": claim_id, "account_id": account_id, "since": at - LASTS}
    return list(session.exec(_OTHERS, params=values))


_LAST = select(Presence.at).where(
    Presence.claim_id == bindparam("claim_id"), Presence.account_id == bindparam("account_id")
)


def last_seen(session: Session, claim_id: int, account_id: int) -> datetime | None:
    """The last sign of one account at one claim."""
    return session.exec(_LAST, params={"claim_id": claim_id, "account_id": account_id}).first()
