"""How the API answers: one JSON value, and for a claim its version as the ETag."""

from flask import Response, request, url_for
from pydantic import BaseModel

from api.representation import represent_claim
from api.unit import db
from claims.claim import Claim


def answer(record: BaseModel, status: int = 200, *, location: str | None = None) -> Response:
    """The record as JSON; `location` is where something new can be got."""
    response = Response(record.model_dump_json(), status, mimetype="application/json")
    if location is not None:
        response.headers["Location"] = location
    response.vary.add("Accept-Language")
    return response


def answer_claim(claim: Claim, status: int = 200) -> Response:
    """The claim with its version as ETag; 304 where the caller has that version already."""
    address = url_for("rest_claims.get_claim", claim_id=claim.id)
    response = answer(represent_claim(db(), claim), status, location=address if status == 201 else None)
    response.headers["Content-Location"] = address
    return with_etag(response, str(claim.version))


def with_etag(response: Response, etag: str) -> Response:
    """The response, or for a GET 304 where the caller has it already."""
    response.set_etag(etag)
    if request.method in ("GET", "HEAD"):
        response.make_conditional(request)
    return response
