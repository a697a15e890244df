"""What hangs on many claims, read as plain rows: an ORM object for each would cost more than all the rest."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from claims.claim import Claim
from claims.decision import Decision
from claims.event import Event
from claims.evidence import Evidence
from claims.layout import Layout
from claims.source import Snapshot, Source
from claims.store import events, inquiries
from claims.workflow import Action
from factcheck.report.cases import Case
from factcheck.report.grounds import Moment

_LEFT: dict[Any, set[str]] = {
    Snapshot: {"content", "text"},
    Claim: {"reasons", "proposers", "unresolved", "candidates", "edited_from"},
}
"""Columns that no report tells and that cost the most to read."""


def _columns(model: Any) -> list[Any]:
    return [column for column in model.__table__.columns if column.name not in _LEFT.get(model, ())]


_CLAIMS, _DECISIONS = sa.select(*_columns(Claim)), sa.select(*_columns(Decision))
_EVIDENCE = sa.select(*_columns(Evidence)).order_by(col(Evidence.id))
_SNAPSHOTS, _SOURCES = sa.select(*_columns(Snapshot)), sa.select(*_columns(Source))


@dataclass(frozen=True)
class Grounds:
    """Rows with the columns of the models, by claim, in the order in which they came in."""

    claims: dict[int, Any]
    decisions: defaultdict[int, list[Any]]
    evidence: defaultdict[int, list[Any]]
    inquiries: defaultdict[int, list[Any]]
    withdrawals: defaultdict[int, list[Event]]

    def case(
        self,
        claim_id: int,
        number: int,
        in_text: bool,
        layout: Layout,
        names: dict[int, str],
        public: bool,
        now: Moment,
    ) -> Case:
        """One claim with all that hangs on it."""
        return Case(
            claim=self.claims[claim_id],
            number=number,
            in_text=in_text,
            layout=layout,
            decisions=self.decisions[claim_id],
            evidence=self.evidence[claim_id],
            inquiries=self.inquiries[claim_id],
            withdrawals=self.withdrawals[claim_id],
            names=names,
            public=public,
            now=now,
        )


def read_grounds(session: Session, ids: list[int], *, public: bool, upto: datetime) -> Grounds:
    """All that hangs on these claims; in public nobody who was asked in confidence."""
    if not ids:
        return Grounds({}, _by_claim(()), _by_claim(()), _by_claim(()), _by_claim(()))
    connection = session.connection()
    claims = connection.execute(_CLAIMS.where(col(Claim.id).in_(ids))).all()
    decided = _DECISIONS.where(col(Decision.claim_id).in_(ids)).order_by(col(Decision.id))
    withdrawn = events.of_claims(session, ids, Action.WITHDRAW)
    return Grounds(
        claims={row.id: row for row in claims},
        decisions=_by_claim(connection.execute(decided).all()),
        evidence=_evidence(connection, ids),
        inquiries=_by_claim(inquiries.of_claims(session, ids, confidential=not public)),
        withdrawals=_by_claim(event for event in withdrawn if event.at <= upto),
    )


def _evidence(connection: sa.Connection, ids: list[int]) -> defaultdict[int, list[Any]]:
    rows = connection.execute(_EVIDENCE.where(col(Evidence.claim_id).in_(ids))).all()
    quoted = {row.snapshot_id for row in rows}
    snapshots = {row.id: row for row in connection.execute(_SNAPSHOTS.where(col(Snapshot.id).in_(quoted)))}
    cited = {row.source_id for row in snapshots.values()}
    sources = {row.id: row for row in connection.execute(_SOURCES.where(col(Source.id).in_(cited)))}
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        snapshot = snapshots[row.snapshot_id]
        found[row.claim_id].append((row, snapshot, sources[snapshot.source_id]))
    return found


def _by_claim(rows: Any) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.claim_id].append(row)
    return found
