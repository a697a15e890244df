"""Comparison: what a passage says to a claim, slot by slot, without keeping either."""

from flask import Response

from api.auth import token_requires
from api.representation import asked_language
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.comparison import PairToCompare
from claims.article import published_on
from claims.scope import Scope
from claims.workflow import Role
from factcheck.evidence import assess
from factcheck.evidence.assessment import AssessmentRecord, assessment_record
from factcheck.extraction.language import detect_language

blueprint = make_blueprint("comparison", "What a passage says to a claim: a proposal, never a verdict")


@blueprint.post("/compare", responses={200: AssessmentRecord})
@token_requires(Role.READER, write=False, scope=Scope.READ)
@parsed
def compare_passage(body: PairToCompare) -> Response:
    """Hold a claim against a passage: consistent, contradicted or undecided, with the reasons. Keeps
    nothing."""
    ours = body.claim_language or detect_language(body.claim)
    theirs = body.passage_language or detect_language(body.passage)
    dates = published_on(body.published), published_on(body.passage_published)
    found = assess(body.claim, body.passage, (ours, theirs), *dates)
    return answer(assessment_record(found, asked_language() or ours))
