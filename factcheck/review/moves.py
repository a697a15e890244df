"""The one place where a claim's state changes."""

from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from claims import workflow
from claims.account import Account
from claims.claim import Claim
from claims.decision import Decision, DecisionDraft, Point
from claims.errors import InvalidInput, MoveImpossible, MoveRefused, NotAllowed
from claims.event import Event
from claims.proposal import Answer
from claims.store import claims, decisions, events, sources
from claims.verdict import Stance, Verdict
from claims.workflow import Action, Guard, State
from factcheck.checking import checklist
from factcheck.checklist import blocking_for
from factcheck.review import voting
from factcheck.review.assigning import terms

_SUBMITTING = (Action.SUBMIT, Action.CORRECT)
_SETTLING = (Action.PUBLISH, Action.WITHDRAW)
_ABOUT_PUBLIC = (Action.CONFIRM, Action.WITHDRAW, Action.LAPSE)
"""What these say, they say of the verdict that readers know, whatever correction is under way."""
_LONGEST_REASON = 10_000
_MISFIT = {
    Action.DISMISS: "A claim whose verdict was published cannot be dismissed: an editor can withdraw it.",
    Action.WITHDRAW: "There is nothing to withdraw: no verdict on this claim was published.",
    Action.CONFIRM: "There is nothing to confirm: no published verdict on this claim stands.",
}


@dataclass(frozen=True)
class _Request:
    """What somebody wants to do, while it is looked at."""

    action: Action
    by: Account
    at: datetime
    reason: str
    decision: DecisionDraft | None
    answer: Answer | None
    blocking: Set[Point] = frozenset()

    @property
    def who(self) -> int:
        return self.by.id or 0


def move(
    session: Session,
    claim_id: int,
    action: Action,
    *,
    by: Account,
    at: datetime,
    expect: int | None = None,
    reason: str = "",
    decision: DecisionDraft | None = None,
    answer: Answer | None = None,
    blocking: Set[Point] = frozenset(),
) -> Claim:
    """Move a claim and write the event.

    `expect` is the version the caller looked at. `reason` is asked for by dismiss, send_back,
    challenge, confirm, correct and withdraw, and by submit where a verdict had been published;
    `decision` by submit and correct; `blocking` are the points of the checklist that the desk's settings
    hold these back by. Raises NotFound, StaleVersion, MoveImpossible, NotAllowed,
    MoveRefused, InvalidInput.
    """
    claim = claims.lock(session, claim_id, expect)
    found = workflow.move(claim.state, action)
    workflow.permit(found, by.role_set)
    if not workflow.fits(found, public=claim.is_public, standing=claim.is_standing):
        raise MoveImpossible(_MISFIT[found.action])
    request = _Request(action, by, at, reason.strip(), decision, answer, blocking)
    _guard(session, claim, found, request)
    if action is Action.VOTE and decision is not None:
        if not voting.cast(session, claim, decision, reason=request.reason, by=by, at=at):
            return claim
        request = replace(request, action=Action.SUBMIT)
    return _carry_out(session, claim, found, request)


def lapse(session: Session, claim: Claim, *, by: Account, at: datetime, why: str) -> Claim:
    """The system's own move: the words or the ground of a decided claim changed."""
    found = workflow.move(claim.state, Action.LAPSE)
    return _carry_out(session, claim, found, _Request(Action.LAPSE, by, at, why, None, None))


def changes_since(session: Session, claim_id: int, version: int) -> list[Event]:
    """What happened to a claim after the version somebody had looked at, oldest first."""
    return [event for event in events.of_claim(session, claim_id) if event.body.get("version", 0) > version]


def _guard(session: Session, claim: Claim, found: workflow.Move, request: _Request) -> None:
    if len(request.reason) > _LONGEST_REASON:
        raise InvalidInput("The reason is too long: %(limit)s characters are enough.", limit=_LONGEST_REASON)
    if not request.reason and (Guard.REASON in found.guards or _reopens_public(claim, found)):
        raise MoveRefused("Say why: %(action)s takes a reason.", action=request.action.value)
    voting.guard(session, claim, found.action, request.by)
    if Guard.VERDICT in found.guards:
        _guard_verdict(session, claim, request)
        _guard_checklist(session, claim, request)
    if Guard.SECOND_PERSON in found.guards:
        _guard_second_person(session, claim, request)


def _reopens_public(claim: Claim, found: workflow.Move) -> bool:
    # what readers have seen changes only with a public reason, by whichever way it came back to work
    return found.action in (Action.SUBMIT, Action.VOTE) and claim.is_public


def _guard_verdict(session: Session, claim: Claim, request: _Request) -> None:
    if request.decision is None:
        raise MoveRefused("A verdict and a rationale are needed.")
    if request.decision.verdict is Verdict.NOT_ENOUGH_EVIDENCE:
        return
    if not any(stance is not Stance.CONTEXT for _, stance in _standing_evidence(session, claim)):
        raise MoveRefused(
            "The verdict %(verdict)s needs evidence that is more than context: cite a source, "
            "or choose not_enough_evidence.",
            verdict=request.decision.verdict.value,
        )


def _guard_checklist(session: Session, claim: Claim, request: _Request) -> None:
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


def _guard_second_person(session: Session, claim: Claim, request: _Request) -> None:
    if claim.decision_id is None:
        return
    submitter = decisions.get(session, claim.decision_id).submitted_by
    if request.by.id in {submitter, *voting.voters(session, claim.decision_id)}:
        raise NotAllowed("%(action)s takes somebody other than who submitted.", action=request.action.value)


def _standing_evidence(session: Session, claim: Claim) -> list[tuple[int, Stance]]:
    return [
        (evidence.id or 0, evidence.stance)
        for evidence, _, _ in sources.evidence_of(session, [claim.id or 0])
        if evidence.retracted_at is None
    ]


def _carry_out(session: Session, claim: Claim, found: workflow.Move, request: _Request) -> Claim:
    before, held = claim.state, terms(claim)
    decided = _decide(session, claim, request)
    claim.state = _target(session, claim, found)
    _assign(claim, request, decided)
    claim.lapsed = request.action is Action.LAPSE or (claim.lapsed and request.action not in _SETTLING)
    claim.verdict = standing_verdict(session, claim)
    claims.touch(session, claim, request.at)
    _rule(session, claim, before, request)
    kept = {"from": before.value} | ({} if terms(claim) == held else {"held": held})
    _record(session, claim, kept, decided, request)
    voting.settle(session, claim, decided, request.by, request.at)
    return claim


def _target(session: Session, claim: Claim, found: workflow.Move) -> State:
    if found.action is not Action.PUBLISH and found.target is not None:
        return found.target
    public = decisions.get(session, claim.public_decision_id or 0)
    return State.PUBLISHED if public.corrects is None else State.CORRECTED


def _decide(session: Session, claim: Claim, request: _Request) -> Decision | None:
    if request.action in _SUBMITTING and request.decision is not None:
        decided = decisions.add(
            session,
            claim,
            request.decision,
            evidence_ids=[evidence_id for evidence_id, _ in _standing_evidence(session, claim)],
            reason=request.reason,
            by=request.who,
            at=request.at,
        )
        claim.decision_id = decided.id
        return decided
    if claim.decision_id is None:
        return None
    decided = decisions.get(session, claim.decision_id)
    _sign(session, claim, decided, request)
    if request.action in _ABOUT_PUBLIC and claim.public_decision_id is not None:
        return decisions.get(session, claim.public_decision_id)
    return decided


def _sign(session: Session, claim: Claim, decided: Decision, request: _Request) -> None:
    if request.action is Action.APPROVE:
        decided.approved_by, decided.approved_at = request.who, request.at
    elif request.action is Action.PUBLISH:
        decided.published_by, decided.published_at = request.who, request.at
        _end(session, claim.public_decision_id, request.at)
        claim.public_decision_id = decided.id
    elif request.action is Action.SEND_BACK:
        _end(session, claim.decision_id, request.at)
    elif request.action is Action.CONFIRM and claim.decision_id != claim.public_decision_id:
        # the correction that was under way is dropped
        _end(session, claim.decision_id, request.at)
        claim.decision_id = claim.public_decision_id
    elif request.action in (Action.WITHDRAW, Action.LAPSE):
        _end(session, claim.decision_id, request.at)
        _end(session, claim.public_decision_id, request.at)
    session.add(decided)


def _end(session: Session, decision_id: int | None, at: datetime) -> None:
    if decision_id is None:
        return
    decision = decisions.get(session, decision_id)
    decision.ended_at = decision.ended_at or at
    session.add(decision)


def _assign(claim: Claim, request: _Request, decided: Decision | None) -> None:
    if request.action is Action.TAKE:
        claim.assignee_id = request.by.id
    elif request.action is Action.SEND_BACK and decided is not None:
        # it may have been assigned to whoever was to approve it
        claim.assignee_id = decided.submitted_by
    elif request.action in (Action.RELEASE, Action.LAPSE):
        claim.assignee_id = None
    if request.action in (*_SETTLING, Action.DISMISS):
        claim.due = None


def standing_verdict(session: Session, claim: Claim) -> Verdict | None:
    """The verdict that holds: the published one, else an approved one; none while a lapsed claim
    waits for its new one, or when it was withdrawn."""
    if claim.state is State.WITHDRAWN or claim.lapsed:
        return None
    if claim.public_decision_id is not None:
        return decisions.get(session, claim.public_decision_id).verdict
    if claim.state is State.APPROVED and claim.decision_id is not None:
        return decisions.get(session, claim.decision_id).verdict
    return None


def _rule(session: Session, claim: Claim, before: State, request: _Request) -> None:
    answers = {Action.ACCEPT: Answer.ACCEPTED, Action.DISMISS: Answer.DISMISSED}
    answer = request.answer or answers.get(request.action)
    if before is State.PROPOSED and answer is not None:
        decisions.rule(session, claim.id or 0, answer, request.who, request.at)


def _record(
    session: Session, claim: Claim, kept: dict[str, Any], decided: Decision | None, request: _Request
) -> None:
    facts: dict[str, Any] = kept | {
        "to": claim.state.value,
        "standing": claim.verdict.value if claim.verdict else None,
        "lapsed": claim.lapsed,
    }
    events.record(
        session,
        claim,
        request.action.value,
        by=request.who,
        at=request.at,
        facts=facts | _decision_facts(decided, request),
        note=request.reason,
        sealed=_sealed(decided) if decided and request.action in _SUBMITTING else {},
    )


def _sealed(decided: Decision) -> dict[str, str]:
    words = {"rationale": decided.rationale, "checklist": decided.checklist_words}
    return {name: said for name, said in words.items() if said}


def _decision_facts(decided: Decision | None, request: _Request) -> dict[str, Any]:
    if decided is None:
        return {}
    facts: dict[str, Any] = {"decision": decided.id, "verdict": decided.verdict.value}
    if request.action in _SUBMITTING:
        facts["evidence"] = decided.evidence_ids
    return facts
