"""Two claims that say the same: one stands for both, and can stop doing so.

The claim that is merged leaves the work (its state is `dismissed`, and `merged_into` says why) and whoever
looks for its words is led to the other. Its evidence, notes and history stay where they were written, since
events and quotes point there; its tags come to the other one. A claim that stands for others cannot be merged
itself and one that is merged cannot take any in, so that there are no chains.
"""

from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.claim import Claim
from claims.errors import InvalidInput, MoveImpossible, MoveRefused, NotAllowed
from claims.store import claims, events, tags
from claims.tag import MOST, key
from claims.workflow import Role, State, may
from factcheck.review.voting import settle

_MERGEABLE = (State.PROPOSED, State.OPEN, State.IN_CHECK)
_BACK = "unmerge"


def merge(
    session: Session,
    claim_id: int,
    into: int,
    *,
    by: Account,
    at: datetime,
    expect: int | None = None,
    expect_into: int | None = None,
) -> Claim:
    """Let the claim `into` stand for this one, too; returns it.

    Nobody may have decided on either of them: who wants the verdict of another claim takes that over. Raises
    NotFound, StaleVersion, NotAllowed, InvalidInput, MoveImpossible, MoveRefused.
    """
    if claim_id == into:
        raise InvalidInput("A claim cannot be merged into itself.")
    claim, target = lock_both(session, claim_id, into, expect, expect_into)
    _permit(by)
    for each in (claim, target):
        _check_undecided(each)
    if claims.merged(session, claim_id):
        raise MoveRefused("Claim %(id)s stands for others: merge them one by one.", id=claim_id)
    added = _carry_tags(session, claim_id, into, by, at)
    before, claim.state, claim.merged_into = claim.state, State.DISMISSED, into
    claims.touch(session, claim, at)
    claims.touch(session, target, at)
    who = by.id or 0
    facts = {"from": before.value, "to": claim.state.value, "into": [into]}
    events.record(session, claim, "merge", by=who, at=at, facts=facts)
    events.record(session, target, "merge", by=who, at=at, facts={"merged": claim_id, "added": added})
    settle(session, claim, None, by, at)
    return target


def unmerge(
    session: Session, claim_id: int, *, by: Account, at: datetime, expect: int | None = None
) -> Claim:
    """Let a merged claim stand for itself again, where it was; returns it. Tags that it brought are taken off
    the other. Raises NotFound, StaleVersion, NotAllowed, MoveImpossible."""
    into = claims.get(session, claim_id).merged_into
    if into is None:
        raise MoveImpossible("Claim %(id)s is not merged.", id=claim_id)
    claim, target = lock_both(session, claim_id, into, expect, None)
    _permit(by)
    if claim.merged_into != into:
        raise MoveImpossible("Claim %(id)s is not merged.", id=claim_id)
    merged = next(e for e in reversed(events.of_claim(session, claim_id)) if e.action == "merge")
    absorbed = next(e for e in reversed(events.of_claim(session, into)) if e.body.get("merged") == claim_id)
    for written in absorbed.body["added"]:
        tags.remove(session, into, written)
    before, claim.state, claim.merged_into = claim.state, State(merged.body["from"]), None
    claims.touch(session, claim, at)
    claims.touch(session, target, at)
    who = by.id or 0
    facts = {"from": before.value, "to": claim.state.value, "into": [into], "undoes": merged.seq}
    events.record(session, claim, _BACK, by=who, at=at, facts=facts)
    facts = {"merged": claim_id, "removed": absorbed.body["added"], "undoes": absorbed.seq}
    events.record(session, target, _BACK, by=who, at=at, facts=facts)
    return claim


def is_mergeable(claim: Claim) -> bool:
    """Whether the claim can be merged, or another into it: it is in the work and nobody decided on it."""
    return claim.state in _MERGEABLE and claim.decision_id is None and claim.merged_into is None


def lock_both(
    session: Session, one: int, other: int, expect: int | None, expect_other: int | None
) -> tuple[Claim, Claim]:
    """Both claims, held in the order of their numbers, so that two people cannot wait for each other."""
    wanted = {one: expect, other: expect_other}
    held = {number: claims.lock(session, number, wanted[number]) for number in sorted(wanted)}
    return held[one], held[other]


def _permit(by: Account) -> None:
    if not may(by.role_set, Role.REVIEWER):
        raise NotAllowed("Merging claims takes the role reviewer.")


def _check_undecided(claim: Claim) -> None:
    if not is_mergeable(claim):
        raise MoveImpossible(
            "Claim %(id)s is %(state)s or was decided on: only claims that nobody decided on are merged.",
            id=claim.id,
            state=claim.state.value,
        )


def _carry_tags(session: Session, claim_id: int, into: int, by: Account, at: datetime) -> list[str]:
    """The tags that the target got; as many as it has room for."""
    has = {key(written) for written in tags.of_claim(session, into)}
    new = [written for written in tags.of_claim(session, claim_id) if key(written) not in has]
    added = new[: MOST - len(has)]
    for written in added:
        tags.add(session, into, written, by=by.id or 0, at=at)
    return added
