"""The one table from errors to HTTP: problem+json (RFC 9457) for programs, a page for people."""

import re
import sys
from contextlib import suppress
from enum import StrEnum
from http import HTTPStatus

from flask import Flask, Response, current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, gettext, lazy_gettext
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from api import auth, keeping
from api.representation import represent_events
from api.schemas.problem import Problem
from api.unit import db, unit_of_work
from claims import errors
from claims.reason import Language
from claims.verdict import Point, Verdict
from claims.wording import label
from claims.workflow import Action, Role, State
from factcheck.review import changes_since

STATUS: dict[type[errors.FactcheckError], HTTPStatus] = {
    auth.Unauthenticated: HTTPStatus.UNAUTHORIZED,
    errors.NotAllowed: HTTPStatus.FORBIDDEN,
    errors.NotFound: HTTPStatus.NOT_FOUND,
    errors.StaleVersion: HTTPStatus.PRECONDITION_FAILED,
    errors.Conflict: HTTPStatus.CONFLICT,
    errors.InvalidInput: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.TooOften: HTTPStatus.TOO_MANY_REQUESTS,
    errors.DeskBusy: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.DeskBroken: HTTPStatus.INTERNAL_SERVER_ERROR,
    errors.ModelUnreachable: HTTPStatus.BAD_GATEWAY,
}

_MEMBERS: dict[str, dict[str, StrEnum]] = {
    "state": {member.value: member for member in State},
    "action": {member.value: member for member in Action},
    "role": {member.value: member for member in Role},
    "verdict": {member.value: member for member in Verdict},
    "points": {member.value: member for member in Point},
}
_NOUNS = {
    "The text": lazy_gettext("The text"),
    "The file": lazy_gettext("The file"),
}

_NO_ROUTE = "There is nothing at this address; /api/v1/openapi.json says what there is."


def status_of(error: errors.FactcheckError) -> HTTPStatus:
    """The nearest ancestor's status."""
    for kind in type(error).__mro__:
        if kind in STATUS:
            return STATUS[kind]
    return HTTPStatus.INTERNAL_SERVER_ERROR


def say(error: errors.FactcheckError) -> str:
    """The error's sentence in the reader's language."""
    values = {name: _in_words(name, value) for name, value in error.values.items()}
    return str(gettext(error.template, **values))


def _in_words(name: str, value: object) -> object:
    """A word of the desk as pages have it; what people, files and numbers are called stays."""
    known, listed = _MEMBERS.get(name, {}), str(value).split(", ")
    if all(each in known for each in listed):
        language: Language = "de" if get_locale().language == "de" else "en"
        return ", ".join(label(known[each], language) for each in listed)
    return _NOUNS.get(str(value), value)


def init_errors(app: Flask) -> None:
    app.register_error_handler(errors.FactcheckError, _answer)
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(ValidationError, _answer_validation)


def wants_problem() -> bool:
    return request.path.startswith("/api/") or request.path == "/metrics"


def problem(status: HTTPStatus, detail: str, **more: object) -> Response:
    """An RFC 9457 answer; `more` are the other fields of Problem."""
    said = Problem.model_validate({"title": status.phrase, "status": status, "detail": detail, **more})
    content = said.model_dump_json(exclude={name for name, value in said if value is None})
    response = Response(content, status, mimetype="application/problem+json")
    if status is HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = "1"
    return response


def _answer(error: errors.FactcheckError) -> ResponseReturnValue:
    status = status_of(error)
    if status is HTTPStatus.INTERNAL_SERVER_ERROR:
        current_app.log_exception(sys.exc_info())
    if wants_problem():
        answer = problem(status, str(error), code=_code(error), **_facts(error))
        if isinstance(error, auth.OutOfScope):
            answer.headers["WWW-Authenticate"] = auth.lacking(error)
        return answer
    if isinstance(error, auth.Unauthenticated):
        return keeping.keep(say(error), status) or auth.ask_to_log_in()
    if isinstance(error, auth.Unsecured):
        return redirect(url_for("second_factor.show"))
    return _page(status, say(error))


def _code(error: errors.FactcheckError) -> str:
    """The error's name as programs write it: StaleVersion is stale_version."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()


def _facts(error: errors.FactcheckError) -> dict[str, object]:
    if isinstance(error, errors.StaleVersion) and "seen" not in error.values:
        return {"current": error.current}  # of a source, which has no history to show
    if isinstance(error, errors.StaleVersion):
        with unit_of_work(write=False):
            seen = changes_since(db(), error.values["id"], error.values["seen"])  # type: ignore[arg-type]
            return {"current": error.current, "changes": represent_events(db(), seen)}
    if isinstance(error, errors.QuoteAmbiguous):
        return {"places": error.places}
    return {}


def _answer_http(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error
    status = HTTPStatus(error.code)
    if not wants_problem():
        return _page(status, error.description or status.phrase)
    unrouted = status is HTTPStatus.NOT_FOUND
    response = problem(status, _NO_ROUTE if unrouted else error.description or status.phrase)
    allowed = getattr(error, "valid_methods", None)
    if allowed:
        response.headers["Allow"] = ", ".join(sorted(allowed))
    return response


def _answer_validation(error: ValidationError) -> ResponseReturnValue:
    faults = [
        {"in": "body", "at": ".".join(map(str, fault["loc"])), "message": fault["msg"]}
        for fault in error.errors()
    ]
    detail = f"{faults[0]['at'] or 'input'}: {faults[0]['message']}"
    if wants_problem():
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail, errors=faults)
    return _page(HTTPStatus.UNPROCESSABLE_ENTITY, detail)


def _page(status: HTTPStatus, sentence: str) -> ResponseReturnValue:
    kept = keeping.keep(sentence, status)
    if kept is not None:
        return kept
    if "account" not in g and status < HTTPStatus.INTERNAL_SERVER_ERROR:
        # no view was reached that had looked up who asks: they would seem to be logged out
        with suppress(errors.FactcheckError):
            return auth.public(write=False)(_say)(status, sentence), status
    g.setdefault("account", None)
    return _say(status, sentence), status


def _say(status: HTTPStatus, sentence: str) -> str:
    return render_template("error.html", status=status, sentence=sentence)
