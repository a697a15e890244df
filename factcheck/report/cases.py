"""The claims of a report, each with all that hangs on it, before it is decided what of it is told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from sqlmodel import Session

from claims.claim import Claim
from claims.decision import Decision
from claims.event import Event
from claims.inquiry import Inquiry
from claims.layout import Layout, Spot
from claims.store import accounts, decisions, events, inquiries, sources
from claims.workflow import Action
from factcheck.past import PastClaim
from factcheck.report.grounds import Moment, Quoted, find_spots
from factcheck.report.scoping import Ground


class _OfClaim(Protocol):
    claim_id: Any


_Grounds = tuple[defaultdict[int, list[Decision]], defaultdict[int, list[Quoted]]]
_Row = TypeVar("_Row", bound=_OfClaim)


@dataclass(frozen=True)
class Case:
    """One claim with all that hangs on it, before it is decided what of it the report may say. `spots` are
    where in their sources the quotes stand, by the number of the evidence, for the formats that tell it."""

    claim: Claim
    number: int
    in_text: bool
    layout: Layout
    decisions: Sequence[Decision]
    evidence: Sequence[Quoted]
    inquiries: Sequence[Inquiry]
    withdrawals: Sequence[Event]
    names: dict[int, str]
    public: bool
    now: Moment
    spots: Mapping[int, Spot] = field(default_factory=dict)


def gather(session: Session, ground: Ground, *, public: bool, now: Moment) -> list[Case]:
    """The claims that the report shows, each with all that hangs on it: a fixed number of queries."""
    shown = [claim for claim in ground.claims if not public or claim.is_public]
    ids = [claim.id or 0 for claim in shown]
    decided, quoted = _grounds(session, ids) if ground.past is None else _past_grounds(ground.past)
    asked = _by_claim(inquiries.of_claims(session, ids, confidential=not public))
    withdrawn = _by_claim(e for e in events.of_claims(session, ids, Action.WITHDRAW) if e.at <= now.at)
    names = accounts.names(session)
    spots = find_spots(session, [row for number in ids for row in quoted[number]])
    return [
        Case(
            claim=claim,
            number=number,
            in_text=ground.is_in_text(claim),
            layout=ground.layout(claim.article_id),
            decisions=decided[claim.id or 0],
            evidence=quoted[claim.id or 0],
            inquiries=asked[claim.id or 0],
            withdrawals=withdrawn[claim.id or 0],
            names=names,
            public=public,
            now=now,
            spots=spots,
        )
        for number, claim in enumerate(shown, start=1)
    ]


def _grounds(session: Session, ids: list[int]) -> _Grounds:
    quoted: defaultdict[int, list[Quoted]] = defaultdict(list)
    for row in sources.evidence_of(session, ids):
        quoted[row[0].claim_id].append(row)
    return _by_claim(decisions.of_claims(session, ids)), quoted


def _past_grounds(past: dict[int, PastClaim]) -> _Grounds:
    decided = {number: list(claim.decisions) for number, claim in past.items()}
    quoted = {number: list(claim.evidence) for number, claim in past.items()}
    return defaultdict(list, decided), defaultdict(list, quoted)


def _by_claim(rows: Iterable[_Row]) -> defaultdict[int, list[_Row]]:
    grouped: defaultdict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        grouped[row.claim_id].append(row)
    return grouped
