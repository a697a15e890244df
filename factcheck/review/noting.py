"""Notes about a claim in threads, which are resolved and opened again.

The words stand in the note's row alone; the log has their salted digest.
"""

from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.claim import Claim
from claims.errors import MoveImpossible, NotAllowed
from claims.note import Note, NoteDraft
from claims.store import claims, events, notes
from claims.workflow import Role, may


def write_note(
    session: Session,
    claim_id: int,
    draft: NoteDraft,
    *,
    by: Account,
    at: datetime,
    expect: int | None = None,
) -> Note:
    """Begin a thread, or answer in one that is open. Whoever works on the claim just then is told before
    they send something, since the claim has a new version.

    Raises NotFound, StaleVersion, NotAllowed, MoveImpossible.
    """
    claim = _notable(session, claim_id, by, expect)
    if draft.thread_id is not None and notes.thread(session, claim_id, draft.thread_id).is_resolved:
        raise MoveImpossible("This thread is resolved: open it again to answer in it.")
    note = notes.add(session, claim_id, draft, by=by.id or 0, at=at)
    claims.touch(session, claim, at)
    events.record(
        session,
        claim,
        "note" if draft.thread_id is None else "note_reply",
        by=by.id or 0,
        at=at,
        facts={"note": note.id, "thread": draft.thread_id or note.id},
        sealed={"text": note.text},
    )
    return note


def resolve_thread(
    session: Session, claim_id: int, note_id: int, *, by: Account, at: datetime, expect: int | None = None
) -> Note:
    """Say that a thread is dealt with. Raises as `write_note`."""
    return _settle(session, claim_id, note_id, True, by, at, expect)


def reopen_thread(
    session: Session, claim_id: int, note_id: int, *, by: Account, at: datetime, expect: int | None = None
) -> Note:
    """Take that back. Raises as `write_note`."""
    return _settle(session, claim_id, note_id, False, by, at, expect)


def _notable(session: Session, claim_id: int, by: Account, expect: int | None) -> Claim:
    claim = claims.lock(session, claim_id, expect)
    if not may(by.role_set, Role.REVIEWER):
        raise NotAllowed("Notes take the role reviewer.")
    return claim


def _settle(
    session: Session, claim_id: int, note_id: int, done: bool, by: Account, at: datetime, expect: int | None
) -> Note:
    claim = _notable(session, claim_id, by, expect)
    thread = notes.thread(session, claim_id, note_id)
    if done and thread.is_resolved:
        raise MoveImpossible("This thread is resolved already.")
    if not done and not thread.is_resolved:
        raise MoveImpossible("This thread is open already.")
    thread.resolved_by, thread.resolved_at = (by.id, at) if done else (None, None)
    session.add(thread)
    claims.touch(session, claim, at)
    action = "note_resolve" if done else "note_reopen"
    events.record(session, claim, action, by=by.id or 0, at=at, facts={"thread": note_id})
    return thread
