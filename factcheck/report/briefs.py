"""Claims whose rows say all there is to say, so that no object has to be made of them: what nothing hangs on,
and what was decided on once, with its evidence. Most claims of a large desk are of this kind.

The rest (corrections, lapses, withdrawals, people asked, wordings changed since) goes the way of `build`.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from claims.claim import Claim
from claims.decision import Decision
from claims.evidence import Evidence
from claims.source import Snapshot, Source
from claims.store.compiled import IDS, Compiled, is_listed
from claims.workflow import State

Rows = Sequence[Any]


class Ground(NamedTuple):
    """What hangs on a claim: the format's columns of its decision, where there is one, with the names of who
    submitted, approved and published, and those of its evidence that the report tells of, numbered from 1.
    `relied` are the numbers that the decision rests on."""

    decision: Any
    signed: Sequence[str | None]
    evidence: Rows
    relied: Sequence[int]


class Brief(NamedTuple):
    """A claim as the database has it, in the format's columns."""

    number: int
    page: int | None
    paragraph: int | None
    assignee: str | None
    claim: Any
    ground: Ground


@dataclass(frozen=True)
class Columns:
    """What a format reads of claims, decisions and evidence, each under a label of its own. Those of evidence
    may be of its snapshot and source. For a public report they leave out what is the desk's own affair.
    `brief` makes of a claim's row what the format goes on with; it is called as `Brief` is."""

    claim: Sequence[Any]
    decision: Sequence[Any]
    evidence: Sequence[Any]
    brief: Callable[[int, int | None, int | None, str | None, Any, Ground], Any] = Brief


NOTHING = Ground(None, (), (), ())
_OF_DECISION, _OF_EVIDENCE = 10, 2
"""Where the format's columns begin in the rows that are read."""

_numbers = itemgetter(0, 1)
_decode = json.JSONDecoder().raw_decode


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


class Grounds:
    """Reads by statements that are compiled once. What the driver gives is handed on as it is: moments and
    JSON are to be asked for as text."""

    def __init__(self, columns: Columns, names: dict[int, str], *, public: bool) -> None:
        """`names` are those of accounts."""
        self._decisions = Compiled(_decided(columns, public=public))
        self._evidence = Compiled(_cited(columns, public=public))
        self._names = names
        self._public = public

    def read(self, session: Session, ids: list[int]) -> dict[int, Ground | None]:
        """By claim what hangs on it; None where that needs more than rows."""
        if not ids:
            return {}
        connection, wanted = session.connection(), {IDS: json.dumps(ids)}
        decisions = _by_claim(self._decisions.put(connection, wanted).fetchall())
        evidence = _by_claim(self._evidence.put(connection, wanted).fetchall())
        return {claim_id: self._ground(decisions[claim_id], evidence[claim_id]) for claim_id in ids}

    def _ground(self, decided: Rows, cited: Rows) -> Ground | None:
        if not decided:
            # in public evidence is told where a decision rests on it
            return Ground(None, (), () if self._public else [row[_OF_EVIDENCE:] for row in cited], ())
        if len(decided) > 1:
            return None
        _, _, stands, published, anchor, words, rests_on, *signed = decided[0][:_OF_DECISION]
        if not stands or (self._public and not (published and json.loads(words)["exact"] == anchor)):
            return None
        relied, _ = _decode(rests_on)
        if self._public:
            cited = [row for row in cited if row[1] in relied]
        numbers = {row[1]: number for number, row in enumerate(cited, start=1)}
        return Ground(
            decided[0][_OF_DECISION:],
            [None if one is None else self._names[one] for one in signed],
            [row[_OF_EVIDENCE:] for row in cited],
            [numbers[one] for one in relied if one in numbers],
        )


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
    words = sa.cast(Decision.claim_words, sa.Text) if public else sa.null()
    return (
        sa.select(
            *(col(Decision.claim_id), col(Decision.id), stands, published, col(Claim.exact), words),
            sa.cast(Decision.evidence_ids, sa.Text),
            *(col(who) for who in (Decision.submitted_by, Decision.approved_by, Decision.published_by)),
            *columns.decision,
        )
        .join(Claim, col(Claim.id) == Decision.claim_id)
        .where(is_listed(Decision.claim_id))
    )


def _cited(columns: Columns, *, public: bool) -> Any:
    cited = (
        sa.select(col(Evidence.claim_id), col(Evidence.id), *columns.evidence)
        .join(Snapshot, col(Snapshot.id) == Evidence.snapshot_id)
        .join(Source, col(Source.id) == Snapshot.source_id)
        .where(is_listed(Evidence.claim_id))
    )
    return cited.where(col(Source.confidential).is_(False)) if public else cited


def _by_claim(rows: Rows) -> defaultdict[int, list[Any]]:
    """Rows that begin with their claim's number and their own, in the order of those."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in sorted(rows, key=_numbers):
        found[row[0]].append(row)
    return found
