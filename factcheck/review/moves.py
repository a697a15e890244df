"""The one place where a claim's state changes."""

from collections.abc import Set
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from claims import workflow
from claims.account import Account
from claims.claim import Claim
from claims.decision import Decision, DecisionDraft
from claims.errors import MoveImpossible
from claims.event import Event
from claims.proposal import Answer
from claims.store import claims, decisions, events, sources
from claims.verdict import Point, Verdict
from claims.workflow import Action, State
from factcheck.review import voting
from factcheck.review.assigning import terms
from factcheck.review.guarding import Ground, Request, guard

_SUBMITTING = (Action.SUBMIT, Action.CORRECT, Action.ADOPT)
_SETTLING = (Action.PUBLISH, Action.WITHDRAW)
_ABOUT_PUBLIC = (Action.CONFIRM, Action.WITHDRAW, Action.LAPSE)
"""What these say, they say of the verdict that readers know, whatever correction is under way."""
_LOST = {
    Action.PUBLISH: "The verdict that this one took over was corrected.",
    Action.WITHDRAW: "The verdict that this one took over was withdrawn.",
    Action.LAPSE: "The verdict that this one took over lapsed.",
}
"""By what a published verdict ends, and what is said to those who took it over."""


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
    ground: Ground | None = None,
) -> Claim:
    """Move a claim and write the event.

    `expect` is the version the caller looked at. `reason` is asked for by dismiss, send_back,
    challenge, confirm, correct and withdraw, and by submit and adopt where a verdict had been published;
    `decision` by submit, correct and adopt, which takes a `ground`, too (see `adopting`); `blocking` are the
    points of the checklist that the desk's settings hold these back by. Raises NotFound, StaleVersion,
    MoveImpossible, NotAllowed, MoveRefused, InvalidInput.
    """
    claim = claims.lock(session, claim_id, expect)
    found = workflow.move(claim.state, action)
    workflow.permit(found, by.role_set)
    if not workflow.fits(found, public=claim.is_public, standing=claim.is_standing):
        raise _misfit(found.action)
    request = Request(action, by, at, reason.strip(), decision, answer, blocking, ground)
    guard(session, claim, found, request)
    if action is Action.VOTE and decision is not None:
        if not voting.cast(session, claim, decision, reason=request.reason, by=by, at=at):
            return claim
        request = replace(request, action=Action.SUBMIT)
    return _carry_out(session, claim, found, request)


def _misfit(action: Action) -> MoveImpossible:
    """What is said where a move is not one for a claim whose verdict was, or was not, published."""
    return {
        Action.DISMISS: MoveImpossible(
            "A claim whose verdict was published cannot be dismissed: an editor can withdraw it."
        ),
        Action.WITHDRAW: MoveImpossible(
            "There is nothing to withdraw: no verdict on this claim was published."
        ),
        Action.CONFIRM: MoveImpossible(
            "There is nothing to confirm: no published verdict on this claim stands."
        ),
        Action.ADOPT: MoveImpossible("This claim has a published verdict that stands: correct that one."),
    }[action]


def lapse(
    session: Session, claim: Claim, *, by: Account, at: datetime, why: str, ground: Ground | None = None
) -> Claim:
    """The system's own move: the words of a decided claim changed, or its `ground`, another claim's verdict,
    no longer stands."""
    found = workflow.move(claim.state, Action.LAPSE)
    return _carry_out(session, claim, found, Request(Action.LAPSE, by, at, why, None, None, ground=ground))


def changes_since(session: Session, claim_id: int, version: int) -> list[Event]:
    """What happened to a claim after the version somebody had looked at, oldest first."""
    return [event for event in events.of_claim(session, claim_id) if event.body.get("version", 0) > version]


def _carry_out(session: Session, claim: Claim, found: workflow.Move, request: Request) -> Claim:
    before, held, public = claim.state, terms(claim), claim.public_decision_id
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
    if request.action in _LOST and public is not None:
        _lapse_adopters(session, Ground(claim.id or 0, public), request)
    return claim


def _lapse_adopters(session: Session, ground: Ground, request: Request) -> None:
    """What took over a verdict that ended now lapses with it, and so does what took that over."""
    for decision in decisions.adopting(session, ground.decision_id):
        other = claims.lock(session, decision.claim_id, None)
        lapse(session, other, by=request.by, at=request.at, why=_LOST[request.action], ground=ground)


def _target(session: Session, claim: Claim, found: workflow.Move) -> State:
    if found.action is not Action.PUBLISH and found.target is not None:
        return found.target
    public = decisions.get(session, claim.public_decision_id or 0)
    return State.PUBLISHED if public.corrects is None else State.CORRECTED


def _decide(session: Session, claim: Claim, request: Request) -> Decision | None:
    if request.action in _SUBMITTING and request.decision is not None:
        decided = decisions.add(
            session,
            claim,
            request.decision,
            evidence_ids=[number for number, _ in sources.standing(session, claim.id or 0)],
            reason=request.reason,
            by=request.who,
            at=request.at,
            adopts=request.ground.decision_id if request.ground else None,
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


def _sign(session: Session, claim: Claim, decided: Decision, request: Request) -> None:
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


def _assign(claim: Claim, request: Request, decided: Decision | None) -> None:
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


def _rule(session: Session, claim: Claim, before: State, request: Request) -> None:
    answers = {
        Action.ACCEPT: Answer.ACCEPTED,
        Action.ADOPT: Answer.ACCEPTED,
        Action.DISMISS: Answer.DISMISSED,
    }
    answer = request.answer or answers.get(request.action)
    if before is State.PROPOSED and answer is not None:
        decisions.rule(session, claim.id or 0, answer, request.who, request.at)


def _record(
    session: Session, claim: Claim, kept: dict[str, Any], decided: Decision | None, request: Request
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
        facts=facts | _decision_facts(decided, request) | _ground_facts(request),
        note=request.reason,
        sealed=_sealed(decided) if decided and request.action in _SUBMITTING else {},
    )


def _sealed(decided: Decision) -> dict[str, str]:
    words = {"rationale": decided.rationale, "checklist": decided.checklist_words}
    return {name: said for name, said in words.items() if said}


def _decision_facts(decided: Decision | None, request: Request) -> dict[str, Any]:
    if decided is None:
        return {}
    facts: dict[str, Any] = {"decision": decided.id, "verdict": decided.verdict.value}
    if request.action in _SUBMITTING:
        facts["evidence"] = decided.evidence_ids
        facts |= {"recheck_on": decided.recheck_on.isoformat()} if decided.recheck_on else {}
    return facts


def _ground_facts(request: Request) -> dict[str, Any]:
    """What is said of the claim whose verdict was taken over."""
    if request.ground is None:
        return {}
    facts: dict[str, Any] = {"ground": request.ground.claim_id}
    if request.action is Action.ADOPT:
        facts |= {"adopts": request.ground.decision_id, "copied": list(request.ground.copied)}
    return facts
