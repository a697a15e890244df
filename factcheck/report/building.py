"""Reading a report from the desk: a fixed number of queries, whatever the number of claims."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from claims.claim import Slots
from claims.decision import Decision
from claims.event import Event
from claims.reason import Language
from claims.selector import Selector
from claims.verdict import Point
from claims.workflow import State
from factcheck.report.cases import Case, gather
from factcheck.report.grounds import Moment, Quoted, report_evidence, report_inquiries
from factcheck.report.parts import (
    Correction,
    Report,
    ReportedClaim,
    ReportedDecision,
    ReportedHouse,
    ReportedInquiry,
    Scope,
    Signature,
    Style,
)
from factcheck.report.scoping import Ground, find, report_articles

_WORDS = (*Selector.model_fields, *Slots.model_fields)


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
    style: Style | None = None,
    house: ReportedHouse | None = None,
    as_of: datetime | None = None,
) -> Report:
    """The report on what the scope covers. Raises NotFound.

    A public one holds the claims whose verdict was published, as readers may see them: the decision
    that is public, the evidence it rests on and who had been asked by then, without confidential
    sources, notes, contacts, and the article's full text, unless that is the desk's own. An internal one
    holds everything. With `as_of` it tells what stood at that moment, on the evidence of then.
    """
    now = Moment(as_of or at, time_zone)
    ground = find(session, scope, time_zone, public=public, as_of=as_of)
    return Report(
        scope=scope,
        subject=ground.subject,
        public=public,
        language=language,
        generated_at=at,
        as_of=as_of,
        desk_name=desk_name,
        time_zone=time_zone,
        address=address.rstrip("/"),
        style=style,
        house=house or ReportedHouse(),
        articles=report_articles(ground, scope, public=public),
        claims=report_claims(session, ground, public=public, now=now),
    )


def report_claims(
    session: Session, ground: Ground, *, public: bool, now: Moment
) -> tuple[ReportedClaim, ...]:
    """The claims of the ground as a report tells of them, numbered from 1."""
    return tuple(map(report_claim, gather(session, ground, public=public, now=now)))


def report_claim(case: Case) -> ReportedClaim:
    """The claim as a report tells of it: in public as readers may see it."""
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
        evidence=tuple(
            report_evidence(case.public, n, *row, case.spots.get(row[0].id or 0))
            for n, row in enumerate(quoted, start=1)
        ),
        inquiries=_report_inquiries(case),
        corrections=_corrections(case),
        assignee=None if case.public or claim.assignee_id is None else case.names[claim.assignee_id],
        worth=None if case.public else claim.worth,
    )


def _words(case: Case) -> dict[str, Any]:
    """Selector and slots; in public those that were decided on, where the claim has others now."""
    decided = _public_decision(case)
    if decided is not None and _reworded(case):
        return decided.claim_words
    return {name: getattr(case.claim, name) for name in _WORDS}


def _reworded(case: Case) -> bool:
    decided = _public_decision(case)
    return case.public and decided is not None and decided.claim_words["exact"] != case.claim.exact


def _text(case: Case) -> str:
    """In public the wording that was decided on; the claim may have been reworded since."""
    decided = _public_decision(case)
    return decided.claim_text if case.public and decided else case.claim.text


def _state(case: Case) -> State:
    """In public a claim stays what readers know it as while the desk works on it again."""
    state, decided = case.claim.state, _public_decision(case)
    if not case.public or decided is None or state in (State.CHALLENGED, State.WITHDRAWN):
        return state
    return State.PUBLISHED if decided.corrects is None else State.CORRECTED


def _public_decision(case: Case) -> Decision | None:
    return next((d for d in case.decisions if d.id == case.claim.public_decision_id), None)


def _shown_decision(case: Case) -> Decision | None:
    """The decision under way or standing; in public the one that stands."""
    current = next((d for d in case.decisions if d.id == case.claim.decision_id), None)
    if not case.public and current is not None and current.ended_at is None:
        return current
    return _public_decision(case) if case.claim.verdict is not None else None


def _readable(case: Case) -> list[Decision]:
    """The decisions that the report may tell of, oldest first. What was withdrawn is not repeated in
    public: the correction says what it was and why it went."""
    if not case.public:
        return list(case.decisions)
    if case.claim.state is State.WITHDRAWN:
        return []
    return [decided for decided in case.decisions if decided.published_at is not None]


def _quoted(case: Case) -> list[Quoted]:
    if not case.public:
        return list(case.evidence)
    decided = _public_decision(case) if _readable(case) else None
    rests_on = set(decided.evidence_ids) if decided else set()
    return [row for row in case.evidence if row[0].id in rests_on and not row[2].confidential]


def _report_decision(case: Case, decided: Decision, numbers: dict[int, int]) -> ReportedDecision:
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
        recheck_on=decided.recheck_on,
        correction_reason=decided.correction_reason,
    )


def _signature(case: Case, by: int | None, at: datetime | None) -> Signature | None:
    return Signature(name=case.names[by], at=at) if by is not None and at is not None else None


def _report_inquiries(case: Case) -> tuple[ReportedInquiry, ...]:
    if not case.public:
        return report_inquiries(case.inquiries, case.now, public=False)
    decided = _public_decision(case) if _readable(case) else None
    if decided is None or decided.published_at is None:
        return ()
    return report_inquiries(case.inquiries, Moment(decided.published_at, case.now.zone), public=True)


def _corrections(case: Case) -> tuple[Correction, ...]:
    by_id = {decided.id: decided for decided in case.decisions}
    replaced = [_replacement(case, d, by_id[d.corrects].verdict) for d in case.decisions if _corrected(d)]
    withdrawn = [_withdrawal(case, event, by_id[event.body["decision"]]) for event in case.withdrawals]
    return tuple(sorted(replaced + withdrawn, key=lambda correction: correction.at))


def _corrected(decided: Decision) -> bool:
    return decided.corrects is not None and decided.published_at is not None


def _replacement(case: Case, decided: Decision, old: Any) -> Correction:
    return Correction(
        old=old,
        new=decided.verdict,
        reason=decided.correction_reason,
        by=case.names[decided.submitted_by],
        at=decided.published_at or decided.submitted_at,
    )


def _withdrawal(case: Case, event: Event, decided: Decision) -> Correction:
    return Correction(
        old=decided.verdict, new=None, reason=event.note or "", by=case.names[event.actor_id], at=event.at
    )
