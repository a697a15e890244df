"""Reading a report from the desk: a fixed number of queries, whatever the number of claims."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from sqlmodel import Session

from claims.claim import Claim, Slots
from claims.decision import Decision, Point
from claims.event import Event
from claims.evidence import Evidence
from claims.inquiry import Inquiry
from claims.layout import Layout
from claims.reason import Language
from claims.selector import Selector
from claims.source import Snapshot, Source
from claims.store import accounts, decisions, events, inquiries, sources
from claims.workflow import Action, State
from factcheck.report.grounds import Moment, report_evidence, report_inquiries
from factcheck.report.parts import (
    Correction,
    Report,
    ReportedClaim,
    ReportedDecision,
    ReportedInquiry,
    Scope,
    Signature,
)
from factcheck.report.scoping import Ground, find, report_articles

_Quoted = tuple[Evidence, Snapshot, Source]


class _OfClaim(Protocol):
    claim_id: Any


_Row = TypeVar("_Row", bound=_OfClaim)


@dataclass(frozen=True)
class _Case:
    """One claim with all that hangs on it, before it is decided what of it the report may say."""

    claim: Claim
    number: int
    in_text: bool
    layout: Layout
    decisions: Sequence[Decision]
    evidence: Sequence[_Quoted]
    inquiries: Sequence[Inquiry]
    withdrawals: Sequence[Event]
    names: dict[int, str]
    public: bool
    now: Moment


def build(
    session: Session,
    scope: Scope,
    *,
    language: Language,
    at: datetime,
    public: bool,
    desk_name: str = "Fact-check desk",
    time_zone: str = "Europe/Berlin",
    address: str = "",
) -> Report:
    """The report on what the scope covers. Raises NotFound.

    A public one holds the claims whose verdict was published, as readers may see them: the decision
    that is public, the evidence it rests on and who had been asked by then, without confidential
    sources, notes, contacts, and the article's full text. An internal one holds everything.
    """
    now = Moment(at, time_zone)
    ground = find(session, scope, time_zone, public=public)
    return Report(
        scope=scope,
        public=public,
        language=language,
        generated_at=at,
        desk_name=desk_name,
        time_zone=time_zone,
        address=address.rstrip("/"),
        articles=report_articles(ground, scope, public=public),
        claims=tuple(_report_claim(case) for case in _cases(session, ground, public, now)),
    )


def _cases(session: Session, ground: Ground, public: bool, now: Moment) -> list[_Case]:
    shown = [claim for claim in ground.claims if not public or claim.is_public]
    ids = [claim.id or 0 for claim in shown]
    decided = _by_claim(decisions.of_claims(session, ids))
    quoted = defaultdict(list)
    for row in sources.evidence_of(session, ids):
        quoted[row[0].claim_id].append(row)
    asked = _by_claim(inquiries.of_claims(session, ids, confidential=not public))
    withdrawn = _by_claim(events.of_claims(session, ids, Action.WITHDRAW))
    names = accounts.names(session)
    layouts = {number: Layout(found.text, found.pages) for number, found in ground.versions.items()}
    return [
        _Case(
            claim=claim,
            number=number,
            in_text=ground.is_in_text(claim),
            layout=layouts[claim.article_id],
            decisions=decided[claim.id or 0],
            evidence=quoted[claim.id or 0],
            inquiries=asked[claim.id or 0],
            withdrawals=withdrawn[claim.id or 0],
            names=names,
            public=public,
            now=now,
        )
        for number, claim in enumerate(shown, start=1)
    ]


def _by_claim(rows: Iterable[_Row]) -> defaultdict[int, list[_Row]]:
    grouped: defaultdict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        grouped[row.claim_id].append(row)
    return grouped


def _report_claim(case: _Case) -> ReportedClaim:
    claim = case.claim
    quoted = _quoted(case)
    numbers = {evidence.id or 0: number for number, (evidence, _, _) in enumerate(quoted, start=1)}
    shown = _shown_decision(case)
    in_text = case.in_text and not _reworded(case)
    spot = case.layout.spot(claim.start) if in_text else None
    return ReportedClaim(
        **_words(case),
        number=case.number,
        id=claim.id or 0,
        article_id=claim.article_id,
        article_version=claim.article_version,
        in_text=in_text,
        also_at=() if _reworded(case) else claim.also_at,
        page=spot.page if spot else None,
        paragraph=spot.paragraph if spot else None,
        text=_text(case),
        language=claim.language,
        state=_state(case),
        lapsed=claim.lapsed,
        verdict=claim.verdict,
        decision=_report_decision(case, shown, numbers) if shown else None,
        earlier=tuple(_report_decision(case, d, numbers) for d in _readable(case) if d is not shown),
        evidence=tuple(report_evidence(case.public, n, *row) for n, row in enumerate(quoted, start=1)),
        inquiries=_report_inquiries(case),
        corrections=_corrections(case),
        assignee=None if case.public or claim.assignee_id is None else case.names[claim.assignee_id],
        worth=None if case.public else claim.worth,
    )


def _words(case: _Case) -> dict[str, Any]:
    """Selector and slots; in public those that were decided on, where the claim has others now."""
    decided = _public_decision(case)
    if decided is not None and _reworded(case):
        return decided.claim_words
    return case.claim.model_dump(mode="json", include={*Selector.model_fields, *Slots.model_fields})


def _reworded(case: _Case) -> bool:
    decided = _public_decision(case)
    return case.public and decided is not None and decided.claim_words["exact"] != case.claim.exact


def _text(case: _Case) -> str:
    """In public the wording that was decided on; the claim may have been reworded since."""
    decided = _public_decision(case)
    return decided.claim_text if case.public and decided else case.claim.text


def _state(case: _Case) -> State:
    """In public a claim stays what readers know it as while the desk works on it again."""
    state, decided = case.claim.state, _public_decision(case)
    if not case.public or decided is None or state in (State.CHALLENGED, State.WITHDRAWN):
        return state
    return State.PUBLISHED if decided.corrects is None else State.CORRECTED


def _public_decision(case: _Case) -> Decision | None:
    return next((d for d in case.decisions if d.id == case.claim.public_decision_id), None)


def _shown_decision(case: _Case) -> Decision | None:
    """The decision under way or standing; in public the one that stands."""
    current = next((d for d in case.decisions if d.id == case.claim.decision_id), None)
    if not case.public and current is not None and current.ended_at is None:
        return current
    return _public_decision(case) if case.claim.verdict is not None else None


def _readable(case: _Case) -> list[Decision]:
    """The decisions that the report may tell of, oldest first. What was withdrawn is not repeated in
    public: the correction says what it was and why it went."""
    if not case.public:
        return list(case.decisions)
    if case.claim.state is State.WITHDRAWN:
        return []
    return [decided for decided in case.decisions if decided.published_at is not None]


def _quoted(case: _Case) -> list[_Quoted]:
    if not case.public:
        return list(case.evidence)
    decided = _public_decision(case) if _readable(case) else None
    rests_on = set(decided.evidence_ids) if decided else set()
    return [row for row in case.evidence if row[0].id in rests_on and not row[2].confidential]


def _report_decision(case: _Case, decided: Decision, numbers: dict[int, int]) -> ReportedDecision:
    return ReportedDecision(
        verdict=decided.verdict,
        rationale=decided.rationale,
        checklist={} if case.public else {Point(name): why for name, why in decided.checklist.items()},
        claim_text=decided.claim_text,
        evidence=tuple(numbers[e] for e in decided.evidence_ids if e in numbers),
        submitted=Signature(name=case.names[decided.submitted_by], at=decided.submitted_at),
        approved=_signature(case, decided.approved_by, decided.approved_at),
        published=_signature(case, decided.published_by, decided.published_at),
        ended_at=decided.ended_at,
        correction_reason=decided.correction_reason,
    )


def _signature(case: _Case, by: int | None, at: datetime | None) -> Signature | None:
    return Signature(name=case.names[by], at=at) if by is not None and at is not None else None


def _report_inquiries(case: _Case) -> tuple[ReportedInquiry, ...]:
    if not case.public:
        return report_inquiries(case.inquiries, case.now, public=False)
    decided = _public_decision(case) if _readable(case) else None
    if decided is None or decided.published_at is None:
        return ()
    return report_inquiries(case.inquiries, Moment(decided.published_at, case.now.zone), public=True)


def _corrections(case: _Case) -> tuple[Correction, ...]:
    by_id = {decided.id: decided for decided in case.decisions}
    replaced = [_replacement(case, d, by_id[d.corrects].verdict) for d in case.decisions if _corrected(d)]
    withdrawn = [_withdrawal(case, event, by_id[event.body["decision"]]) for event in case.withdrawals]
    return tuple(sorted(replaced + withdrawn, key=lambda correction: correction.at))


def _corrected(decided: Decision) -> bool:
    return decided.corrects is not None and decided.published_at is not None


def _replacement(case: _Case, decided: Decision, old: Any) -> Correction:
    return Correction(
        old=old,
        new=decided.verdict,
        reason=decided.correction_reason,
        by=case.names[decided.submitted_by],
        at=decided.published_at or decided.submitted_at,
    )


def _withdrawal(case: _Case, event: Event, decided: Decision) -> Correction:
    return Correction(
        old=decided.verdict, new=None, reason=event.note or "", by=case.names[event.actor_id], at=event.at
    )
