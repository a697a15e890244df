"""Extraction: what could be checked in a text, without taking it in."""

from flask import Response

from api.auth import token_requires
from api.representation import asked_language
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.extraction import TextToExtract
from claims.scope import Scope
from claims.workflow import Role
from factcheck.explanation import ExplanationRecord, explain, explanation_record

blueprint = make_blueprint("extraction", "What could be checked in a text, and why")


@blueprint.post("/extract", responses={200: ExplanationRecord})
@token_requires(Role.READER, write=False, scope=Scope.READ)
@parsed
def extract_claims(body: TextToExtract) -> Response:
    """Find the claims in a text, and say for each sentence what was read in it. Keeps nothing."""
    found = explain(body.text, body.language, body.published)
    return answer(explanation_record(found, asked_language()))
