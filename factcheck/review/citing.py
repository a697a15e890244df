"""Citing a source for a claim: the quote is proven to stand in the snapshot."""

from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.claim import Claim
from claims.errors import MoveImpossible, NotAllowed, NotFound
from claims.evidence import Evidence, EvidenceDraft
from claims.store import claims, events, sources
from claims.workflow import Role, State, may
from factcheck.evidence.quotes import find_quote
from factcheck.review.voting import void_outdated

CITABLE = (State.OPEN, State.IN_CHECK, State.PUBLISHED, State.CORRECTED, State.CHALLENGED)
"""The states in which evidence can be attached and set aside."""
_WRITTEN_DOWN = ("image/", "audio/", "video/")
"""Kinds of media whose text a person wrote down."""


def cite(
    session: Session,
    claim_id: int,
    draft: EvidenceDraft,
    *,
    by: Account,
    at: datetime,
    expect: int | None = None,
) -> Evidence:
    """Attach a quote to a claim. Raises QuoteNotFound, QuoteAmbiguous, NotFound, StaleVersion,
    NotAllowed, MoveImpossible.

    A claim that is public can get new evidence (a correction is made ready that way); one that waits
    for approval cannot: the second person approves what was submitted.
    """
    claim = _workable(session, claim_id, by, expect)
    snapshot = sources.snapshot(session, draft.snapshot_id)
    place = find_quote(snapshot.text, draft.quote, draft.start)
    transcribed = snapshot.media_type.startswith(_WRITTEN_DOWN)
    evidence = sources.add_evidence(session, claim_id, draft, place, by.id or 0, at, transcribed=transcribed)
    claims.touch(session, claim, at)
    events.record(
        session,
        claim,
        "cite",
        by=by.id or 0,
        at=at,
        facts={
            "evidence": evidence.id,
            "snapshot": draft.snapshot_id,
            "start": place.start,
            "end": place.end,
            "stance": draft.stance.value,
        },
        note=draft.note,
    )
    void_outdated(session, claim, by=by, at=at)
    return evidence


def retract(
    session: Session,
    claim_id: int,
    evidence_id: int,
    *,
    by: Account,
    at: datetime,
    expect: int | None = None,
) -> Evidence:
    """Set a piece of evidence aside; it stays readable for the decisions that rested on it."""
    claim = _workable(session, claim_id, by, expect)
    evidence = sources.evidence(session, evidence_id)
    if evidence.claim_id != claim_id or evidence.retracted_at is not None:
        raise NotFound("Claim %(claim)s has no such evidence.", claim=claim_id)
    evidence.retracted_at = at
    session.add(evidence)
    claims.touch(session, claim, at)
    events.record(session, claim, "retract", by=by.id or 0, at=at, facts={"evidence": evidence_id})
    void_outdated(session, claim, by=by, at=at)
    return evidence


def _workable(session: Session, claim_id: int, by: Account, expect: int | None) -> Claim:
    claim = claims.lock(session, claim_id, expect)
    if not may(by.role_set, Role.REVIEWER):
        raise NotAllowed("Citing takes the role reviewer.")
    if claim.state not in CITABLE:
        raise MoveImpossible(
            "No evidence can be changed while a claim is %(state)s.", state=claim.state.value
        )
    return claim
