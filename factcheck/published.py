"""What is public of a claim: the verdict that stands with its grounds, and all that became of it since it was
first published. Roles stand for people, nothing of the article is repeated but the claim, and nothing
confidential is in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Session

from claims.claim import Claim
from claims.decision import Decision
from claims.errors import NotFound
from claims.event import Event
from claims.reason import Language
from claims.store import claims, decisions, events, published, sources
from claims.verdict import Verdict
from claims.workflow import Action, Role, State
from factcheck.past import Cited, PastClaim, claim_at
from factcheck.report.grounds import find_spots, report_evidence
from factcheck.report.parts import ReportedEvidence

_NONE = "There is no published claim at this address."
_TOLD = (Action.CONFIRM, Action.WITHDRAW, Action.LAPSE)


class Turn(StrEnum):
    """What became of a published verdict."""

    FIRST = "first"
    CORRECTION = "correction"
    CONFIRMATION = "confirmation"
    WITHDRAWAL = "withdrawal"
    LAPSE = "lapse"


@dataclass(frozen=True)
class Wording:
    """A verdict, the claim as it read then, and why."""

    verdict: Verdict
    claim_text: str
    rationale: str


@dataclass(frozen=True)
class Chapter:
    """One turn: when, by somebody with which role, with which public reason; `old` and `new` are what a
    correction changed, and `new` alone what was first published."""

    turn: Turn
    at: datetime
    by: Role
    reason: str = ""
    old: Wording | None = None
    new: Wording | None = None


@dataclass(frozen=True)
class PublishedClaim:
    """`verdict`, `rationale` and `evidence` are those that stand; none do once it was withdrawn, and while
    the desk checks anew what lapsed. `exact` are the words that were decided on. From `recheck_on` on the
    desk checks it again."""

    id: int
    language: Language
    text: str
    exact: str
    state: State
    published_at: datetime
    verdict: Verdict | None
    rationale: str
    recheck_on: date | None
    evidence: tuple[ReportedEvidence, ...]
    history: tuple[Chapter, ...]

    @property
    def can_be_challenged(self) -> bool:
        return self.state in (State.PUBLISHED, State.CORRECTED)


def read_published(session: Session, claim_id: int, at: datetime | None = None) -> PublishedClaim:
    """What readers know, or knew at a time. Raises NotFound, in the same words, where there is no such claim
    and where none was published."""
    if at is not None:
        return recall_published(claim_at(session, claim_id, at), session)
    found = published.find(session, claim_id)
    if found is None:
        raise NotFound(_NONE)
    claim, decided = found
    cited = sources.evidence_of(session, [claim_id]) if claim.is_standing else []
    told = events.of_claim(session, claim_id)
    return _tell(session, claim, decided, cited, decisions.of_claims(session, [claim_id]), told)


def recall_published(past: PastClaim | None, session: Session) -> PublishedClaim:
    """What readers knew of the claim as it was; of one that was withdrawn since, without its grounds. Raises
    NotFound."""
    if past is None or past.public_decision is None:
        raise NotFound(_NONE)
    withdrawn = claims.get(session, past.claim.id or 0).state is State.WITHDRAWN
    told = [event for event in events.of_claim(session, past.claim.id or 0) if event.seq <= past.seq]
    cited = () if withdrawn else past.evidence
    return _tell(session, past.claim, past.public_decision, cited, past.decisions, told, withdrawn=withdrawn)


def _tell(
    session: Session,
    claim: Claim,
    decided: Decision,
    cited: Sequence[Cited],
    all_of_it: Sequence[Decision],
    told: Sequence[Event],
    *,
    withdrawn: bool = False,
) -> PublishedClaim:
    stands = claim.is_standing
    grounds = not withdrawn and claim.state is not State.WITHDRAWN
    return PublishedClaim(
        id=claim.id or 0,
        language=claim.language,
        text=decided.claim_text,
        exact=decided.claim_words["exact"],
        state=public_state(claim, decided),
        published_at=decided.published_at or decided.submitted_at,
        verdict=claim.verdict,
        rationale=decided.rationale if stands and grounds else "",
        recheck_on=decided.recheck_on if stands else None,
        evidence=_evidence(session, cited, decided) if stands else (),
        history=_history(claim, all_of_it, told, grounds),
    )


def public_state(claim: Claim, decided: Decision) -> State:
    """The state as readers know it: lapsed it is open again; while the desk prepares a correction it stays
    what it was."""
    if claim.state in (State.CHALLENGED, State.WITHDRAWN):
        return claim.state
    if claim.lapsed:
        return State.OPEN
    return State.PUBLISHED if decided.corrects is None else State.CORRECTED


def _evidence(session: Session, cited: Sequence[Cited], decided: Decision) -> tuple[ReportedEvidence, ...]:
    rests_on = set(decided.evidence_ids)
    found = [row for row in cited if row[0].id in rests_on and not row[2].confidential]
    spots = find_spots(session, found)
    return tuple(
        report_evidence(True, number, *row, spots.get(row[0].id or 0))
        for number, row in enumerate(found, start=1)
    )


def _history(
    claim: Claim, all_of_it: Sequence[Decision], told: Sequence[Event], grounds: bool
) -> tuple[Chapter, ...]:
    """Newest first. What was withdrawn is named with its verdict, and its grounds are not repeated."""
    by_id = {decided.id: decided for decided in all_of_it}
    chapters = [
        _publication(decided, by_id.get(decided.corrects), grounds)
        for decided in all_of_it
        if decided.published_at is not None
    ]
    first = min((chapter.at for chapter in chapters), default=claim.created_at)
    chapters += [_turn(event) for event in told if event.action in _TOLD and event.at >= first]
    return tuple(sorted(chapters, key=lambda chapter: chapter.at, reverse=True))


def _publication(decided: Decision, before: Decision | None, grounds: bool) -> Chapter:
    return Chapter(
        Turn.CORRECTION if before else Turn.FIRST,
        at=decided.published_at or decided.submitted_at,
        by=Role.EDITOR,
        reason=decided.correction_reason,
        old=_wording(before, grounds) if before else None,
        new=_wording(decided, grounds),
    )


def _wording(decided: Decision, grounds: bool) -> Wording:
    return Wording(decided.verdict, decided.claim_text, decided.rationale if grounds else "")


def _turn(event: Event) -> Chapter:
    turns = {
        Action.CONFIRM: Turn.CONFIRMATION,
        Action.WITHDRAW: Turn.WITHDRAWAL,
        Action.LAPSE: Turn.LAPSE,
    }
    action = Action(event.action)
    # why something lapsed speaks of the desk's own texts
    reason = "" if action is Action.LAPSE else event.note or ""
    return Chapter(turns[action], at=event.at, by=Role.EDITOR, reason=reason)
