"""How the API answers: one JSON value, and for a claim its version as the ETag."""

from typing import Any

from flask import Response, request, url_for
from pydantic import BaseModel

from api.claim_records import represent_claim
from api.schemas.base import Page
from api.schemas.claims import DeskClaim
from api.unit import db
from claims.claim import Claim


def answer(
    record: BaseModel, status: int = 200, *, location: str | None = None, fields: set[str] | None = None
) -> Response:
    """The record as JSON; `location` is where something new can be got. `fields` are those that are wanted,
    of a page those of its items; None for all."""
    include: Any = fields
    if fields is not None and isinstance(record, Page):
        include = {"items": {"__all__": fields}, "next": True}
    response = Response(record.model_dump_json(include=include), status, mimetype="application/json")
    if location is not None:
        response.headers["Location"] = location
    response.vary.add("Accept-Language")
    return response


def answer_claim(claim: Claim, status: int = 200) -> Response:
    """The claim with its version as ETag; 304 where the caller has that version already."""
    record = represent_claim(db(), claim)
    address = url_for("rest_claims.get_claim", claim_id=claim.id)
    response = answer(record, status, location=address if status == 201 else None)
    response.headers["Content-Location"] = address
    return with_etag(response, str(record.version))


def answer_reading(record: DeskClaim, fields: set[str] | None) -> Response:
    """A claim that was only read, with its version as ETag; 304 where the caller has it already."""
    return with_etag(answer(record, fields=fields), str(record.version))


def with_etag(response: Response, etag: str) -> Response:
    """The response, or for a GET 304 where the caller has it already."""
    response.set_etag(etag)
    if request.method in ("GET", "HEAD"):
        response.make_conditional(request)
    return response
