"""How readers outside who challenged a verdict can be reached."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from claims.objection import Objection


def add(session: Session, claim_id: int, event_seq: int, contact: str, at: datetime) -> None:
    fields = {"claim_id": claim_id, "event_seq": event_seq, "contact": contact, "made_at": at}
    session.add(Objection.model_validate(fields))


_OF_CLAIM = select(Objection).where(Objection.claim_id == bindparam("claim_id")).order_by(col(Objection.id))


def of_claim(session: Session, claim_id: int) -> list[Objection]:
    """Oldest first."""
    return list(session.exec(_OF_CLAIM, params={"claim_id": claim_id}))
