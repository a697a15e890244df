"""Who owns which outlet."""

from datetime import datetime

from sqlmodel import Session, col, select

from claims.attempt import Owner
from claims.store.once import once

_EVERY = select(Owner).order_by(col(Owner.name), col(Owner.outlet))


@once
def every(session: Session) -> list[Owner]:
    """All of them, by owner and outlet."""
    return list(session.exec(_EVERY))


def by_outlet(session: Session) -> dict[str, str]:
    """The owner of each outlet."""
    return {owner.outlet: owner.name for owner in every(session)}


def find(session: Session, outlet: str) -> Owner | None:
    """Who is said to own the outlet, by its key."""
    return session.exec(select(Owner).where(Owner.outlet == outlet)).first()


def put(session: Session, outlet: str, name: str, by: int, at: datetime) -> Owner:
    """Say who owns the outlet, in place of what was said before."""
    owner = find(session, outlet) or Owner(outlet=outlet, name=name, set_by=by, set_at=at)
    owner.name, owner.set_by, owner.set_at = name, by, at
    session.add(owner)
    session.flush()
    return owner


def drop(session: Session, owner: Owner) -> None:
    session.delete(owner)
    session.flush()
