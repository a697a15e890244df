"""Tags of claims."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from claims import tag
from claims.event import Event
from claims.tag import ClaimTag

_OF_CLAIMS = (
    select(ClaimTag.claim_id, ClaimTag.tag)
    .where(col(ClaimTag.claim_id).in_(bindparam("ids", expanding=True)))
    .order_by(col(ClaimTag.key))
)
_ALL = (
    select(func.min(ClaimTag.tag))
    .group_by(col(ClaimTag.key))
    .order_by(col(ClaimTag.key))
    .limit(bindparam("limit"))
)


def of_claim(session: Session, claim_id: int) -> list[str]:
    """The claim's tags as they are written, in alphabetical order."""
    return of_claims(session, [claim_id]).get(claim_id, [])


def of_claims(session: Session, claim_ids: Iterable[int]) -> dict[int, list[str]]:
    """The tags of each of these claims that has some."""
    found: dict[int, list[str]] = {}
    for number, written in session.exec(_OF_CLAIMS, params={"ids": list(claim_ids)}):
        found.setdefault(number, []).append(written)
    return found


def claims_with(session: Session, key: str) -> list[int]:
    """The numbers of the claims that have the tag, by its key."""
    return list(session.exec(select(ClaimTag.claim_id).where(ClaimTag.key == key)))


def ever_tagged(session: Session) -> list[int]:
    """The numbers of the claims that have a tag or had one."""
    tagged = select(Event.claim_id).where(col(Event.action).in_(("tag", "untag"))).distinct()
    return [number for number in session.exec(tagged) if number is not None]


def spelling(session: Session, typed: str) -> str:
    """How the desk writes this tag already, else as it is given."""
    statement = select(ClaimTag.tag).where(ClaimTag.key == tag.key(typed)).limit(1)
    return session.exec(statement).first() or typed


def add(session: Session, claim_id: int, written: str, *, by: int, at: datetime) -> None:
    fields = {"claim_id": claim_id, "key": tag.key(written), "tag": written, "added_by": by, "added_at": at}
    session.add(ClaimTag.model_validate(fields))
    session.flush()


def remove(session: Session, claim_id: int, written: str) -> None:
    """Take a tag off, in whatever spelling; nothing where the claim does not have it."""
    row = session.get(ClaimTag, (claim_id, tag.key(written)))
    if row is not None:
        session.delete(row)
        session.flush()


def all_tags(session: Session, limit: int = 200) -> list[str]:
    """The desk's tags, each in one spelling, in alphabetical order."""
    return list(session.exec(_ALL, params={"limit": limit}))
