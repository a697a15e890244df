"""Taking over the verdict of another claim that says the same.

That is a decision of its own, which points to the earlier one (`Decision.adopts`), rests on the same quotes
and waits for somebody else's approval like any other. It lapses with the earlier one (see `moves`), and what
took it over lapses with it: a verdict that was taken over can be taken over itself. There are no circles: a
claim takes a verdict over only while none of its own stands, and then all that rested on its old one has
lapsed.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from claims.account import Account
from claims.claim import Claim
from claims.decision import Decision, DecisionDraft
from claims.errors import InvalidInput, MoveRefused
from claims.evidence import Evidence, EvidenceDraft
from claims.reason import Language
from claims.selector import Selector
from claims.store import claims, decisions, kinships, sources
from claims.verdict import Point
from claims.wording import label
from claims.workflow import Action
from factcheck.exports import dates
from factcheck.review.guarding import Ground
from factcheck.review.moves import lapse, move

DUE = "The verdict that this one took over is due to be checked again."
_LONGEST = 10_000
_POINTS_TO: dict[Language, str] = {
    "de": "Übernommen von Behauptung {id} („{text}“), am {when} als „{verdict}“ veröffentlicht: {rationale}",
    "en": "Taken over from claim {id} (“{text}”), published as “{verdict}” on {when}: {rationale}",
}


@dataclass(frozen=True)
class Adoption:
    """What a reviewer may add: a rationale in other words, why the verdict holds although the two claims
    differ, the public reason where readers had seen a verdict, and from which day on to check again."""

    rationale: str = ""
    why: str = ""
    reason: str = ""
    recheck_on: date | None = None


def adopt(
    session: Session,
    claim_id: int,
    other_id: int,
    wanted: Adoption,
    *,
    by: Account,
    at: datetime,
    zone: str,
    expect: int | None = None,
    blocking: Set[Point] = frozenset(),
) -> Claim:
    """Submit for a claim the published verdict of claim `other_id`, on a desk in the time zone `zone`.

    Where the two are not known to say the same, `wanted.why` is needed. Raises NotFound, StaleVersion,
    MoveImpossible, NotAllowed, MoveRefused, InvalidInput.
    """
    claim = claims.lock(session, claim_id, expect)
    decision = _adoptable(session, claim, other_id, desk_day(at, zone))
    why = wanted.why.strip()
    if not why and not kinships.say_the_same(session, claim_id, other_id):
        raise MoveRefused("The two claims differ: say why the verdict holds for this one, too.")
    rationale = wanted.rationale.strip() or pointer(claim, decision, zone)
    draft = DecisionDraft(
        verdict=decision.verdict,
        rationale=_checked(f"{rationale}\n\n{why}".strip()),
        checklist={Point(point): said for point, said in decision.checklist.items()},
        recheck_on=wanted.recheck_on,
    )
    copied = _copy(session, claim, decision, by, at)
    return move(
        session,
        claim_id,
        Action.ADOPT,
        by=by,
        at=at,
        reason=wanted.reason,
        decision=draft,
        blocking=blocking,
        ground=Ground(other_id, decision.id or 0, tuple(evidence.id or 0 for evidence in copied)),
    )


def is_adoptable(claim: Claim, decision: Decision | None, today: date) -> bool:
    """Whether others can take the claim's verdict over; `decision` is its public one."""
    return claim.is_standing and decision is not None and not is_due(decision, today)


def is_due(decision: Decision, today: date) -> bool:
    """Whether the verdict is to be checked again by now."""
    return decision.recheck_on is not None and decision.recheck_on <= today


def pointer(claim: Claim, decision: Decision, zone: str) -> str:
    """The rationale that points to the earlier decision, in the claim's language."""
    day = desk_day(decision.published_at or decision.submitted_at, zone)
    said = {
        "id": decision.claim_id,
        "text": decision.claim_text,
        "verdict": label(decision.verdict, claim.language),
        "when": dates.edtf(day.isoformat(), claim.language),
    }
    frame = _POINTS_TO[claim.language]
    room = _LONGEST - len(frame.format(**said, rationale="")) - 1
    rationale = decision.rationale if len(decision.rationale) <= room else f"{decision.rationale[:room]}…"
    return frame.format(**said, rationale=rationale)


def desk_day(at: datetime, zone: str) -> date:
    """The day of the desk's calendar."""
    return at.astimezone(ZoneInfo(zone)).date()


def lapse_due(session: Session, *, by: Account, at: datetime, today: date) -> list[int]:
    """Let lapse what took over a verdict that is due to be checked again by `today`, a day of the desk's
    calendar; returns the numbers of the claims. `by` is who the timer acts as."""
    lapsed = []
    for decision, ground in decisions.adopting_due(session, today):
        if decision.ended_at is None:  # one before it may have taken it along
            claim = claims.lock(session, decision.claim_id, None)
            lapse(session, claim, by=by, at=at, why=DUE, ground=Ground(ground.claim_id, ground.id or 0))
            lapsed.append(decision.claim_id)
    return lapsed


def _adoptable(session: Session, claim: Claim, other_id: int, today: date) -> Decision:
    if other_id == claim.id:
        raise InvalidInput("A claim cannot take over its own verdict.")
    other = claims.lock(session, other_id, None)
    decision = decisions.get(session, other.public_decision_id) if other.public_decision_id else None
    if decision is None or not is_adoptable(other, decision, today):
        raise MoveRefused(
            "Claim %(id)s has no published verdict that stands and is not due to be checked again.",
            id=other_id,
        )
    return decision


def _checked(rationale: str) -> str:
    if len(rationale) > _LONGEST:
        raise InvalidInput("The rationale is too long: %(limit)s characters are enough.", limit=_LONGEST)
    return rationale


def _copy(session: Session, claim: Claim, decision: Decision, by: Account, at: datetime) -> list[Evidence]:
    """Quote for the claim what the decision rests on and nobody set aside, but for what is quoted already."""
    rows = sources.evidence_of(session, [decision.claim_id, claim.id or 0])
    standing = [evidence for evidence, _, _ in rows if evidence.retracted_at is None]
    own = {_quote(evidence) for evidence in standing if evidence.claim_id == claim.id}
    wanted = [evidence for evidence in standing if evidence.id in decision.evidence_ids]
    return [_copied(session, claim, each, by, at) for each in wanted if _quote(each) not in own]


def _quote(evidence: Evidence) -> tuple[object, ...]:
    return evidence.snapshot_id, evidence.start, evidence.end, evidence.stance


def _copied(session: Session, claim: Claim, evidence: Evidence, by: Account, at: datetime) -> Evidence:
    draft = EvidenceDraft(
        snapshot_id=evidence.snapshot_id, quote=evidence.exact, stance=evidence.stance, note=evidence.note
    )
    place = Selector.model_validate(evidence.model_dump(include=set(Selector.model_fields)))
    copied = sources.add_evidence(
        session, claim.id or 0, draft, place, by.id or 0, at, transcribed=evidence.transcribed
    )
    copied.gone_at = evidence.gone_at
    return copied
