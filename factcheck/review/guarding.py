"""What must hold before a claim is moved, besides the state it is in and the role of who moves it."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from claims import workflow
from claims.account import Account
from claims.claim import Claim
from claims.decision import DecisionDraft
from claims.errors import InvalidInput, MoveRefused, NotAllowed
from claims.proposal import Answer
from claims.store import decisions, sources
from claims.verdict import Point, Stance, Verdict
from claims.workflow import Action, Guard
from factcheck.checking import checklist
from factcheck.checklist import blocking_for
from factcheck.review import voting

_LONGEST_REASON = 10_000


@dataclass(frozen=True)
class Ground:
    """The claim on whose verdict another's rests: the decision that is taken over, and what was quoted for
    it and is quoted for the other one now, by numbers."""

    claim_id: int
    decision_id: int
    copied: tuple[int, ...] = ()


@dataclass(frozen=True)
class Request:
    """What somebody wants to do, while it is looked at."""

    action: Action
    by: Account
    at: datetime
    reason: str
    decision: DecisionDraft | None
    answer: Answer | None
    blocking: Set[Point] = frozenset()
    ground: Ground | None = None

    @property
    def who(self) -> int:
        return self.by.id or 0


def guard(session: Session, claim: Claim, found: workflow.Move, request: Request) -> None:
    """Raises MoveRefused, NotAllowed, InvalidInput."""
    if len(request.reason) > _LONGEST_REASON:
        raise InvalidInput("The reason is too long: %(limit)s characters are enough.", limit=_LONGEST_REASON)
    if not request.reason and (Guard.REASON in found.guards or _reopens_public(claim, found)):
        raise MoveRefused("Say why: %(action)s takes a reason.", action=request.action.value)
    if Guard.ADOPTABLE in found.guards and request.ground is None:
        raise MoveRefused("Name the claim whose verdict is to be taken over.")
    voting.guard(session, claim, found.action, request.by)
    if Guard.VERDICT in found.guards:
        _guard_verdict(session, claim, request)
        _guard_checklist(session, claim, request)
    if Guard.SECOND_PERSON in found.guards:
        _guard_second_person(session, claim, request)


def _reopens_public(claim: Claim, found: workflow.Move) -> bool:
    # what readers have seen changes only with a public reason, by whichever way it came back to work
    return found.action in (Action.SUBMIT, Action.VOTE, Action.ADOPT) and claim.is_public


def _guard_verdict(session: Session, claim: Claim, request: Request) -> None:
    if request.decision is None:
        raise MoveRefused("A verdict and a rationale are needed.")
    if request.decision.recheck_on is not None and request.decision.recheck_on <= request.at.date():
        raise InvalidInput("Check again on: choose a day that is still to come.")
    if request.decision.verdict is Verdict.NOT_ENOUGH_EVIDENCE:
        return
    if not any(stance is not Stance.CONTEXT for _, stance in sources.standing(session, claim.id or 0)):
        raise MoveRefused(
            "The verdict %(verdict)s needs evidence that is more than context: cite a source, "
            "or choose not_enough_evidence.",
            verdict=request.decision.verdict.value,
        )


def _guard_checklist(session: Session, claim: Claim, request: Request) -> None:
    if request.decision is None or not request.blocking:
        return
    blocking = blocking_for(request.decision.verdict, request.blocking)
    open_points = [
        checked.point.value
        for checked in checklist(session, claim, request.decision.checklist, blocking)
        if checked.holds_back
    ]
    if open_points:
        raise MoveRefused(
            "This desk lets nobody submit while a point of the checklist is open: %(points)s. "
            "Meet it, or say in the checklist why it may stay open.",
            points=", ".join(open_points),
        )


def _guard_second_person(session: Session, claim: Claim, request: Request) -> None:
    if claim.decision_id is None:
        return
    submitter = decisions.submitter(session, claim.decision_id)
    if request.by.id in {submitter, *voting.voters(session, claim.decision_id)}:
        raise NotAllowed("%(action)s takes somebody other than who submitted.", action=request.action.value)
