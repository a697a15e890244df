"""Reports: what the desk found, as a file in any of its formats."""

from typing import Any

from flask import Response

from api.auth import sees_confidential, token_requires
from api.handing import send
from api.representation import asked_language
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.reports import ReportWanted
from api.unit import db, now, settings
from claims.errors import NotAllowed
from claims.workflow import Role
from factcheck.handing import hand

blueprint = make_blueprint("reports", "What the desk found, as a file to hand on")

_FILE: dict[str, Any] = {"content": {"*/*": {"schema": {}}}}  # bytes of any kind, and JSON is no string


@blueprint.get("/reports", responses={200: _FILE})
@token_requires(Role.READER)
@parsed
def get_report(query: ReportWanted) -> Response:
    """Write a report on an article, a claim, a tag, a saved search, or the decisions of some days.

    A public one tells what is published; an internal one everything, and takes the role reviewer."""
    if query.scope == "internal" and not sees_confidential():
        raise NotAllowed("An internal report takes the role reviewer.")
    written = hand(
        db(),
        query.on,
        settings(),
        query.format,
        language=query.language or asked_language() or settings().language,
        at=now(),
        public=query.scope == "public",
        style=query.style,
        as_of=query.as_of,
    )
    response = send(written)
    if query.language is None:
        response.vary.add("Accept-Language")
    return response
