"""Which claims say the same: what was found for a claim, set anew; read from either side.

What was found holds for the words that the two claims had: once either is worded anew, it is no longer read.
"""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, delete, exists, or_
from sqlmodel import Session, col, select

from claims.event import Event
from claims.kinship import Kinship

_REWORDING = ("edit", "split", "revise", "reword", "choose_place")


def replace(session: Session, claim_id: int, found: Iterable[Kinship]) -> None:
    """Set anew what older claims the claim `claim_id` says the same as."""
    session.execute(delete(Kinship).where(col(Kinship.claim_id) == claim_id))
    session.add_all(found)
    session.flush()


def of_claims(session: Session, claim_ids: Iterable[int]) -> list[Kinship]:
    """Those in which one of these claims is the newer or the older, the best first."""
    ids = list(claim_ids)
    either = or_(col(Kinship.claim_id).in_(ids), col(Kinship.other_id).in_(ids))
    statement = (
        select(Kinship).where(either, _holds()).order_by(col(Kinship.score).desc(), col(Kinship.other_id))
    )
    return list(session.exec(statement))


def say_the_same(session: Session, one: int, other: int) -> bool:
    """Whether the two claims are known to say the same, without a difference."""
    found = session.exec(
        select(Kinship).where(
            Kinship.claim_id == max(one, other), Kinship.other_id == min(one, other), _holds()
        )
    ).one_or_none()
    return found is not None and not found.differences


def unmatched(session: Session, limit: int) -> list[int]:
    """The numbers of the articles that were read in and not matched since, the newest first."""
    read, matched = Event.__table__.alias(), Event.__table__.alias()  # type: ignore[attr-defined]
    later = exists().where(
        matched.c.article_id == read.c.article_id, matched.c.action == MATCH, matched.c.seq > read.c.seq
    )
    statement = (
        select(read.c.article_id)
        .where(read.c.action == "ingest", ~later)
        .group_by(read.c.article_id)
        .order_by(read.c.article_id.desc())
        .limit(limit)
    )
    return [int(number) for number in session.execute(statement).scalars()]


MATCH = "match"
"""The event which says that an article's claims were held against the desk's."""


def _holds() -> ColumnElement[bool]:
    changed = col(Event.action).in_(_REWORDING) | (
        (col(Event.action) == "undo") & col(Event.body)["undone"].as_string().in_(_REWORDING)
    )
    return ~exists().where(
        or_(Event.claim_id == Kinship.claim_id, Event.claim_id == Kinship.other_id),
        changed,
        col(Event.at) > col(Kinship.found_at),
    )
