"""Inquiries: whom the desk asked about a claim, and what came back."""

from flask import Response

from api.auth import account, sees_confidential, token_requires
from api.representation import represent_claim
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.base import IfMatch
from api.schemas.claims import ClaimPath
from api.schemas.inquiries import (
    Inquiries,
    InquiryPatch,
    InquiryPath,
    InquiryRecord,
    NewInquiry,
    NewReply,
    NotedInquiry,
)
from api.unit import db, now
from claims.inquiry import Inquiry
from claims.store import accounts, claims, inquiries
from claims.workflow import Role
from factcheck import review

blueprint = make_blueprint("inquiries", "Whom the desk asked about a claim, and what came back")


@blueprint.get("/claims/<claim_id>/inquiries", responses={200: Inquiries})
@token_requires(Role.READER)
@parsed
def list_inquiries(path: ClaimPath) -> Response:
    """List whom the desk asked about a claim; confidential ones and contacts are for reviewers."""
    claim = claims.get(db(), path.claim_id)
    rows = inquiries.of_claims(db(), [claim.id or 0], confidential=sees_confidential())
    return answer(Inquiries(items=tuple(map(_record, rows))))


@blueprint.post("/claims/<claim_id>/inquiries", responses={201: NotedInquiry})
@token_requires(Role.REVIEWER)
@parsed
def ask_somebody(path: ClaimPath, header: IfMatch, body: NewInquiry) -> Response:
    """Note that somebody was asked."""
    made = review.ask(db(), path.claim_id, body.draft, by=account(), at=now(), expect=header.version)
    return _noted(made, 201)


@blueprint.post("/claims/<claim_id>/inquiries/<inquiry_id>/reply", responses={200: NotedInquiry})
@token_requires(Role.REVIEWER)
@parsed
def note_reply(path: InquiryPath, header: IfMatch, body: NewReply) -> Response:
    """Note what came back: an answer, that they declined, or that nothing had come by a day.

    An answer may follow on anything but an answer."""
    noted = review.reply(
        db(), path.claim_id, path.inquiry_id, body.draft, by=account(), at=now(), expect=header.version
    )
    return _noted(noted, 200)


@blueprint.patch("/claims/<claim_id>/inquiries/<inquiry_id>", responses={200: NotedInquiry})
@token_requires(Role.REVIEWER)
@parsed
def correct_inquiry(path: InquiryPath, header: IfMatch, body: InquiryPatch) -> Response:
    """Correct an entry of one's own; an editor corrects any, and any reviewer may mark one as confidential.

    What readers have seen stays as it is."""
    noted = review.amend(
        db(), path.claim_id, path.inquiry_id, body.change, by=account(), at=now(), expect=header.version
    )
    return _noted(noted, 200)


def _noted(inquiry: Inquiry, status: int) -> Response:
    claim = represent_claim(db(), claims.get(db(), inquiry.claim_id))
    return answer(NotedInquiry(inquiry=_record(inquiry), claim=claim), status)


def _record(inquiry: Inquiry) -> InquiryRecord:
    names = accounts.names(db(), {inquiry.added_by, inquiry.settled_by or inquiry.added_by})
    people = {number: {"id": number, "name": name} for number, name in names.items()}
    return InquiryRecord.model_validate(
        {
            **inquiry.model_dump(),
            "contact": inquiry.contact if sees_confidential() else None,
            "added_by": people[inquiry.added_by],
            "settled_by": people.get(inquiry.settled_by or 0),
        }
    )
