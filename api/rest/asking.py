"""Has this been checked? What the desk knows of a text, without keeping it."""

from flask import Response

from api.auth import token_requires
from api.representation import asked_language
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.answering import TextToCheck
from api.unit import db, settings
from claims.scope import Scope
from claims.workflow import Role
from factcheck.answers import AnswerRecord, answer_record
from factcheck.search import ask

blueprint = make_blueprint("asking", "Has this been checked?")


@blueprint.post("/check", responses={200: AnswerRecord})
@token_requires(Role.READER, write=False, scope=Scope.READ)
@parsed
def check_text(body: TextToCheck) -> Response:
    """Find the claims that say what a text says, as a whole and sentence by sentence. Keeps nothing."""
    found = ask(db(), settings().home, body.text, language=body.language)
    return answer(answer_record(found, asked_language()))
