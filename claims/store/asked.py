"""What is read for an answer to "Has this been checked?": columns, not rows, for many claims are read."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, bindparam
from sqlmodel import Session, col, func, select

from claims.claim import Claim
from claims.decision import Decision
from claims.workflow import State


class Candidate(NamedTuple):
    """A claim that may answer, or one that another was merged into."""

    id: int
    state: State
    merged_into: int | None


_SHOWN = (
    "id",
    "article_id",
    "start",
    "end",
    "also_at",
    "exact",
    "text",
    "language",
    "state",
    "origin",
    "verdict",
    "lapsed",
    "decision_id",
    "public_decision_id",
)


# made once: making a statement costs more than running it
_NUMBERS: BindParameter[list[int]] = bindparam("numbers", expanding=True)
_CANDIDATES = select(*(getattr(Claim, name) for name in Candidate._fields)).where(col(Claim.id).in_(_NUMBERS))
_CLAIMS = select(*(getattr(Claim, name) for name in _SHOWN)).where(col(Claim.id).in_(_NUMBERS))
_DECIDED = select(
    col(Decision.id),
    func.coalesce(Decision.published_at, Decision.approved_at, Decision.submitted_at),
    col(Decision.recheck_on),
).where(col(Decision.id).in_(_NUMBERS))


def candidates(session: Session, numbers: Collection[int]) -> dict[int, Candidate]:
    """Those of these claims that there are, by number."""
    rows = session.execute(_CANDIDATES, {"numbers": list(numbers)}) if numbers else ()
    return {row[0]: Candidate(*row) for row in rows}


def shown(session: Session, numbers: Collection[int]) -> dict[int, dict[str, Any]]:
    """By number, what an answer says of a claim."""
    rows = session.execute(_CLAIMS, {"numbers": list(numbers)}) if numbers else ()
    return {row[0]: dict(zip(_SHOWN, row, strict=True)) for row in rows}


def decided(session: Session, numbers: Collection[int]) -> dict[int, tuple[datetime, date | None]]:
    """By number of a decision, the moment that counts: published, else approved, else submitted; and from
    which day on it is to be checked again."""
    rows = session.execute(_DECIDED, {"numbers": list(numbers)}) if numbers else ()
    return {number or 0: (at, recheck_on) for number, at, recheck_on in rows}
