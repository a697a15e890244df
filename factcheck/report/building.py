"""Reading a report from the desk: a fixed number of queries, whatever the number of claims."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from sqlmodel import Session

from claims.article import Article, ArticleVersion
from claims.claim import Claim, Slots
from claims.decision import Decision
from claims.event import Event
from claims.evidence import Evidence
from claims.inquiry import Inquiry
from claims.layout import Layout
from claims.reason import Language
from claims.selector import Selector
from claims.source import Snapshot, Source
from claims.store import accounts, articles, claims, decisions, events, inquiries, sources
from claims.workflow import Action, State
from factcheck.report.grounds import Moment, report_evidence, report_inquiries
from factcheck.report.parts import (
    Correction,
    Report,
    ReportedArticle,
    ReportedClaim,
    ReportedDecision,
    ReportedInquiry,
    Scope,
    Signature,
)

_Quoted = tuple[Evidence, Snapshot, Source]
_OUT_OF_WORK = (State.DISMISSED, State.WITHDRAWN)


class _OfClaim(Protocol):
    claim_id: Any


_Row = TypeVar("_Row", bound=_OfClaim)


@dataclass(frozen=True)
class _Case:
    """One claim with all that hangs on it, before it is decided what of it the report may say."""

    claim: Claim
    number: int
    version: ArticleVersion
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
    article_id: int,
    *,
    language: Language,
    at: datetime,
    public: bool,
    desk_name: str = "Fact-check desk",
    time_zone: str = "Europe/Berlin",
) -> Report:
    """The report on one article. Raises NotFound.

    A public one holds the claims whose verdict was published, as readers may see them: the decision
    that is public, the evidence it rests on and who had been asked by then, without confidential
    sources, notes, contacts, and the article's full text. An internal one holds everything.
    """
    now = Moment(at, time_zone)
    article = articles.get(session, article_id)
    version = articles.version(session, article)
    found = claims.of_article(session, article_id)
    shown = [claim for claim in found if not public or claim.public_decision_id is not None]
    return Report(
        scope=Scope(id=article_id),
        public=public,
        language=language,
        generated_at=at,
        desk_name=desk_name,
        time_zone=time_zone,
        articles=(_report_article(article, version, found, public),),
        claims=tuple(_report_claim(case) for case in _cases(session, shown, version, public, now)),
    )


def _report_article(
    article: Article, version: ArticleVersion, found: Iterable[Claim], public: bool
) -> ReportedArticle:
    in_work = [c for c in found if c.public_decision_id is None and c.state not in _OUT_OF_WORK]
    return ReportedArticle(
        id=article.id or 0,
        title=article.title,
        author=article.author,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        language=article.language,
        version=version.number,
        added_at=version.added_at,
        text_sha256=version.text_sha256,
        text=None if public else version.text,
        in_work=len(in_work),
    )


def _cases(
    session: Session, shown: list[Claim], version: ArticleVersion, public: bool, now: Moment
) -> list[_Case]:
    ids = [claim.id or 0 for claim in shown]
    decided = _by_claim(decisions.of_claims(session, ids))
    quoted = defaultdict(list)
    for row in sources.evidence_of(session, ids):
        quoted[row[0].claim_id].append(row)
    asked = _by_claim(inquiries.of_claims(session, ids, confidential=not public))
    withdrawn = _by_claim(events.of_article(session, version.article_id, Action.WITHDRAW))
    names = accounts.names(session)
    layout = Layout(version.text, version.pages)
    in_order = sorted(shown, key=lambda claim: (not _in_text(claim, version), claim.start, claim.id))
    return [
        _Case(
            claim=claim,
            number=number,
            version=version,
            layout=layout,
            decisions=decided[claim.id or 0],
            evidence=quoted[claim.id or 0],
            inquiries=asked[claim.id or 0],
            withdrawals=withdrawn[claim.id or 0],
            names=names,
            public=public,
            now=now,
        )
        for number, claim in enumerate(in_order, start=1)
    ]


def _by_claim(rows: Iterable[_Row]) -> defaultdict[int, list[_Row]]:
    grouped: defaultdict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        grouped[row.claim_id].append(row)
    return grouped


def _in_text(claim: Claim, version: ArticleVersion) -> bool:
    return not claim.vanished and claim.article_version == version.number


def _report_claim(case: _Case) -> ReportedClaim:
    claim = case.claim
    quoted = _quoted(case)
    numbers = {evidence.id or 0: number for number, (evidence, _, _) in enumerate(quoted, start=1)}
    shown = _shown_decision(case)
    in_text = _in_text(claim, case.version) and not _reworded(case)
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
