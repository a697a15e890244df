"""Notes of the desk about claims."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from claims.errors import NotFound
from claims.note import Note, NoteDraft


def add(session: Session, claim_id: int, draft: NoteDraft, *, by: int, at: datetime) -> Note:
    fields = {"claim_id": claim_id, "written_by": by, "written_at": at}
    note = Note.model_validate({**draft.model_dump(), **fields})
    session.add(note)
    session.flush()
    return note


def thread(session: Session, claim_id: int, note_id: int) -> Note:
    """The note that begins a thread of this claim. Raises NotFound."""
    note = session.get(Note, note_id)
    if note is None or note.claim_id != claim_id or note.thread_id is not None:
        raise NotFound("Claim %(claim)s has no thread number %(id)s.", claim=claim_id, id=note_id)
    return note


_OF_CLAIM = select(Note).where(Note.claim_id == bindparam("claim_id")).order_by(col(Note.id))


def of_claim(session: Session, claim_id: int) -> list[Note]:
    """All notes of a claim, oldest first."""
    return list(session.exec(_OF_CLAIM, params={"claim_id": claim_id}))
