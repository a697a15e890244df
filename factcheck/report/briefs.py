"""Claims whose rows say all there is to say, so that no object has to be made of them: what nothing hangs on,
and what was decided on once, with its evidence. Most claims of a large desk are of this kind.

The rest (corrections, lapses, withdrawals, people asked, wordings changed since) goes the way of `build`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from claims.claim import Claim
from claims.decision import Decision
from claims.evidence import Evidence
from claims.source import Snapshot, Source
from claims.workflow import State

Rows = Sequence[Any]


@dataclass(frozen=True)
class Columns:
    """What a format reads of claims, decisions and evidence, each under a label of its own. Those of evidence
    may be of its snapshot and source. For a public report they leave out what is the desk's own affair."""

    claim: Sequence[Any]
    decision: Sequence[Any]
    evidence: Sequence[Any]


class Ground(NamedTuple):
    """What hangs on a claim: the row of its decision, where there is one, with the names of who submitted,
    approved and published, and the rows of its evidence that the report tells of, numbered from 1. `relied`
    are the numbers that the decision rests on."""

    decision: Any
    signed: Sequence[str | None]
    evidence: Rows
    relied: Sequence[int]


class Brief(NamedTuple):
    """A claim as the database has it. Its row begins with its article, whether its words are gone from there,
    its start, its number and its assignee's, and goes on with the format's columns."""

    number: int
    page: int | None
    paragraph: int | None
    assignee: str | None
    claim: Any
    ground: Ground


NOTHING = Ground(None, (), (), ())


def known_state(*, public: bool) -> sa.ColumnElement[str]:
    """The state of a claim, as it is kept; in public it stays published while the desk works on it."""
    kept = sa.type_coerce(col(Claim.state), sa.Text)
    if not public:
        return kept.label("state")
    return sa.case((col(Claim.state) == State.CHALLENGED, kept), else_=State.PUBLISHED.value).label("state")


def known_text(*, public: bool) -> Any:
    """The wording of a claim; in public the one that was decided on."""
    if not public:
        return col(Claim.text)
    decided = sa.select(col(Decision.claim_text)).where(col(Decision.id) == Claim.public_decision_id)
    return decided.scalar_subquery().label("text")


def read_grounds(
    session: Session, ids: list[int], columns: Columns, names: dict[int, str], *, public: bool
) -> dict[int, Ground | None]:
    """By claim what hangs on it; None where that needs more than rows. `names` are those of accounts."""
    if not ids:
        return {}
    connection = session.connection()
    decisions = _by_claim(connection.execute(_decided(columns, public=public).where(_of(Decision, ids))))
    evidence = _by_claim(connection.execute(_cited(columns, public=public).where(_of(Evidence, ids))))
    return {
        claim_id: _ground(decisions[claim_id], evidence[claim_id], names, public=public)
        if _is_plain(decisions[claim_id], public=public)
        else None
        for claim_id in ids
    }


def _of(model: Any, ids: list[int]) -> sa.ColumnElement[bool]:
    """Numbers are written into the statement: hundreds of parameters cost more than the rows."""
    return col(model.claim_id).in_(sa.bindparam(None, ids, expanding=True, literal_execute=True))


def _decided(columns: Columns, *, public: bool) -> Any:
    stands = sa.and_(
        col(Claim.decision_id) == Decision.id,
        col(Claim.state) != State.WITHDRAWN,
        col(Decision.ended_at).is_(None),
        col(Decision.corrects).is_(None),
    )
    published = sa.and_(
        col(Decision.published_at).is_not(None),
        col(Claim.public_decision_id) == Decision.id,
        col(Claim.verdict).is_not(None),
    )
    who = (Decision.submitted_by, Decision.approved_by, Decision.published_by)
    return (
        sa.select(
            *(col(Decision.claim_id), sa.cast(Decision.evidence_ids, sa.Text).label("rests_on")),
            *map(col, who),
            stands.label("stands"),
            published.label("published"),
            col(Claim.exact).label("anchor"),
            col(Decision.claim_words) if public else sa.null().label("claim_words"),
            *columns.decision,
        )
        .join(Claim, col(Claim.id) == Decision.claim_id)
        .order_by(col(Decision.id))
    )


def _cited(columns: Columns, *, public: bool) -> Any:
    cited = (
        sa.select(col(Evidence.claim_id), col(Evidence.id), col(Source.confidential), *columns.evidence)
        .join(Snapshot, col(Snapshot.id) == Evidence.snapshot_id)
        .join(Source, col(Source.id) == Snapshot.source_id)
        .order_by(col(Evidence.id))
    )
    return cited.where(col(Source.confidential).is_(False)) if public else cited


def _is_plain(decided: Rows, *, public: bool) -> bool:
    """Whether there was one decision at most, and it says all that is told of it: in public, whether it is
    the one that was published, on the words that the claim has."""
    if len(decided) != 1:
        return not decided
    (only,) = decided
    if not public:
        return bool(only.stands)
    return bool(only.stands and only.published) and only.claim_words["exact"] == only.anchor


def _ground(decided: Rows, cited: Rows, names: dict[int, str], *, public: bool) -> Ground:
    rests_on = json.loads(decided[0].rests_on) if decided else []
    if public:
        cited = [row for row in cited if row.id in rests_on]
    numbers = {row.id: number for number, row in enumerate(cited, start=1)}
    relied = [numbers[number] for number in rests_on if number in numbers]
    if not decided:
        return Ground(None, (), cited, relied)
    by = (decided[0].submitted_by, decided[0].approved_by, decided[0].published_by)
    return Ground(decided[0], [None if one is None else names[one] for one in by], cited, relied)


def _by_claim(rows: Iterable[Any]) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.claim_id].append(row)
    return found
