"""Whom the desk asked about claims."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from claims.errors import NotFound
from claims.inquiry import Inquiry, InquiryDraft
from claims.store.once import once


def add(session: Session, claim_id: int, draft: InquiryDraft, by: int, at: datetime) -> Inquiry:
    fields = {"claim_id": claim_id, "added_by": by, "added_at": at}
    inquiry = Inquiry.model_validate({**draft.model_dump(), **fields})
    session.add(inquiry)
    session.flush()
    return inquiry


def get(session: Session, claim_id: int, inquiry_id: int) -> Inquiry:
    """Raises NotFound."""
    inquiry = session.get(Inquiry, inquiry_id)
    if inquiry is None or inquiry.claim_id != claim_id:
        raise NotFound("Claim %(claim)s has no such inquiry.", claim=claim_id)
    return inquiry


_OF_CLAIMS = (
    select(Inquiry)
    .where(col(Inquiry.claim_id).in_(bindparam("ids", expanding=True)))
    .order_by(col(Inquiry.asked_on), col(Inquiry.id))
)
_OPEN_TO_ALL = _OF_CLAIMS.where(col(Inquiry.confidential).is_(False))


@once
def of_claims(session: Session, claim_ids: Collection[int], *, confidential: bool) -> list[Inquiry]:
    """All inquiries about these claims, oldest first; the confidential ones only where asked for."""
    statement = _OF_CLAIMS if confidential else _OPEN_TO_ALL
    return list(session.exec(statement, params={"ids": list(claim_ids)}))


def confidential_ids(session: Session, claim_ids: Iterable[int]) -> set[int]:
    """The numbers of the confidential inquiries about these claims."""
    statement = select(Inquiry.id).where(
        col(Inquiry.claim_id).in_(list(claim_ids)), col(Inquiry.confidential)
    )
    return {number for number in session.exec(statement) if number is not None}
