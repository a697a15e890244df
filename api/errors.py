"""The one table from errors to HTTP: problem+json (RFC 9457) for programs, a page for people."""

from http import HTTPStatus

from flask import Flask, Response, g, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from api import auth
from claims import errors

STATUS: dict[type[errors.FactcheckError], HTTPStatus] = {
    auth.Unauthenticated: HTTPStatus.UNAUTHORIZED,
    errors.NotAllowed: HTTPStatus.FORBIDDEN,
    errors.NotFound: HTTPStatus.NOT_FOUND,
    errors.StaleVersion: HTTPStatus.PRECONDITION_FAILED,
    errors.Conflict: HTTPStatus.CONFLICT,
    errors.InvalidInput: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.DeskBusy: HTTPStatus.SERVICE_UNAVAILABLE,
}


def status_of(error: errors.FactcheckError) -> HTTPStatus:
    """The nearest ancestor's status."""
    for kind in type(error).__mro__:
        if kind in STATUS:
            return STATUS[kind]
    return HTTPStatus.INTERNAL_SERVER_ERROR


def say(error: errors.FactcheckError) -> str:
    """The error's sentence in the reader's language."""
    return str(gettext(error.template, **error.values)) if error.values else str(gettext(error.template))


def init_errors(app: Flask) -> None:
    app.register_error_handler(errors.FactcheckError, _answer)
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(ValidationError, _answer_validation)


def wants_problem() -> bool:
    return request.path.startswith("/api/")


def problem(status: HTTPStatus, detail: str, **more: object) -> Response:
    """An RFC 9457 answer."""
    response = jsonify(
        {"type": "about:blank", "title": status.phrase, "status": int(status), "detail": detail, **more}
    )
    response.status_code = status
    response.mimetype = "application/problem+json"
    if status is HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _answer(error: errors.FactcheckError) -> ResponseReturnValue:
    status = status_of(error)
    if wants_problem():
        return problem(status, str(error))
    if isinstance(error, auth.Unauthenticated):
        return auth.ask_to_log_in()
    return _page(status, say(error))


def _answer_http(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error
    status = HTTPStatus(error.code)
    if not wants_problem():
        return _page(status, error.description or status.phrase)
    response = problem(status, error.description or status.phrase)
    allowed = getattr(error, "valid_methods", None)
    if allowed:
        response.headers["Allow"] = ", ".join(sorted(allowed))
    return response


def _answer_validation(error: ValidationError) -> ResponseReturnValue:
    first = error.errors()[0]
    detail = f"{'.'.join(map(str, first['loc'])) or 'input'}: {first['msg']}"
    if wants_problem():
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail)
    return _page(HTTPStatus.UNPROCESSABLE_ENTITY, detail)


def _page(status: HTTPStatus, sentence: str) -> ResponseReturnValue:
    g.setdefault("account", None)
    return render_template("error.html", status=status, sentence=sentence), status
