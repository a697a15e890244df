"""Which claims say the same: what was found for a claim, set anew; read from either side.

What was found holds for the words that the two claims had: once either is worded anew, it is no longer read.
"""

from collections.abc import Iterable
from functools import cache

from sqlalchemy import BindParameter, ColumnElement, bindparam, delete, exists, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from claims.event import Event
from claims.kinship import Kinship

MATCH = "match"
"""The event which says that the claims of an article were held against the desk's."""

_REWORDING = ("edit", "split", "revise", "reword", "choose_place")


def replace(session: Session, claim_id: int, found: Iterable[Kinship]) -> None:
    """Set anew what older claims the claim `claim_id` says the same as."""
    session.execute(delete(Kinship).where(col(Kinship.claim_id) == claim_id))
    session.add_all(found)
    session.flush()


def of_claims(session: Session, claim_ids: Iterable[int]) -> list[Kinship]:
    """Those in which one of these claims is the newer or the older, the best first."""
    ids = list(claim_ids)
    return list(session.exec(_of_claims(), params={"ids": ids})) if ids else []


@cache
def _of_claims() -> SelectOfScalar[Kinship]:
    wanted: BindParameter[list[int]] = bindparam("ids", expanding=True)
    either = or_(col(Kinship.claim_id).in_(wanted), col(Kinship.other_id).in_(wanted))
    order = (col(Kinship.score).desc(), col(Kinship.other_id))
    return select(Kinship).where(either, _holds()).order_by(*order)


def say_the_same(session: Session, one: int, other: int) -> bool:
    """Whether the two claims are known to say the same, without a difference."""
    found = session.exec(
        select(Kinship).where(
            Kinship.claim_id == max(one, other), Kinship.other_id == min(one, other), _holds()
        )
    ).one_or_none()
    return found is not None and not found.differences


def merge(session: Session, found: Iterable[Kinship]) -> None:
    """Set these anew, and leave the others."""
    for each in found:
        session.merge(each)
    session.flush()


def unmatched(session: Session, after: int, limit: int) -> list[int]:
    """The numbers of the articles that were read in after event number `after` and of which no event says
    that they were matched since, the newest first."""
    matched = aliased(Event)
    later = exists().where(
        col(matched.article_id) == Event.article_id,
        col(matched.action) == MATCH,
        col(matched.seq) > Event.seq,
    )
    statement = (
        select(Event.article_id)
        .where(col(Event.seq) > after, Event.action == "ingest", ~later)
        .group_by(col(Event.article_id))
        .order_by(col(Event.article_id).desc())
        .limit(limit)
    )
    return [number for number in session.exec(statement) if number is not None]


def _holds() -> ColumnElement[bool]:
    changed = col(Event.action).in_(_REWORDING) | (
        (col(Event.action) == "undo") & col(Event.body)["undone"].as_string().in_(_REWORDING)
    )
    return ~exists().where(
        or_(col(Event.claim_id) == Kinship.claim_id, col(Event.claim_id) == Kinship.other_id),
        changed,
        col(Event.at) > col(Kinship.found_at),
    )
