"""What is read for an answer to "Has this been checked?": columns, not rows, for many claims are read."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import BindParameter, bindparam
from sqlmodel import Session, col, func

from claims.claim import Claim, Origin
from claims.decision import Decision
from claims.evidence import Evidence
from claims.reason import Language
from claims.source import Snapshot, Source
from claims.verdict import Stance, Verdict
from claims.workflow import State


class Shown(NamedTuple):
    """What an answer says of a claim; `merged_into` is the one that stands for it.

    `decided_at` is the moment that counts of the decision its verdict rests on: published, else approved,
    else submitted; from `recheck_at` on it is to be checked again."""

    id: int
    article_id: int
    start: int
    end: int
    also_at: list[Any]
    exact: str
    text: str
    language: Language
    state: State
    origin: Origin
    verdict: Verdict | None
    lapsed: bool
    merged_into: int | None
    decided_at: datetime | None
    recheck_at: date | None


class Cited(NamedTuple):
    """Evidence that stands, from a source that everybody may see."""

    claim_id: int
    stance: Stance
    source: str


# made once, and read past the unit of work: making a statement and rows of it costs more than running it
_NUMBERS: BindParameter[list[int]] = bindparam("numbers", expanding=True)
_CLAIMS = (
    sa.select(
        *(getattr(Claim, name) for name in Shown._fields[:-2]),
        func.coalesce(Decision.published_at, Decision.approved_at, Decision.submitted_at),
        col(Decision.recheck_on),
    )
    .outerjoin(
        Decision,
        sa.and_(
            # an undecided claim has none
            col(Claim.verdict).is_not(None),
            col(Decision.id) == func.coalesce(Claim.public_decision_id, Claim.decision_id),
        ),
    )
    .where(col(Claim.id).in_(_NUMBERS))
)
_EVIDENCE = (
    sa.select(col(Evidence.claim_id), col(Evidence.stance), col(Source.title))
    .join(Snapshot, col(Snapshot.id) == Evidence.snapshot_id)
    .join(Source, col(Source.id) == Snapshot.source_id)
    .where(
        col(Evidence.claim_id).in_(_NUMBERS),
        col(Evidence.retracted_at).is_(None),
        col(Source.confidential).is_(False),
    )
    .order_by(col(Evidence.id))
)


def shown(session: Session, numbers: Collection[int]) -> dict[int, Shown]:
    """Those of these claims that there are, by number."""
    rows = session.connection().execute(_CLAIMS, {"numbers": list(numbers)}) if numbers else ()
    return {row[0]: Shown._make(row) for row in rows}


def cited(session: Session, numbers: Collection[int]) -> list[Cited]:
    """What these claims rest on, oldest first."""
    rows = session.connection().execute(_EVIDENCE, {"numbers": list(numbers)}) if numbers else ()
    return list(map(Cited._make, rows))
