"""The OpenAPI 3.1 document: what flask-openapi gathers from the views, and what holds for all of them."""

import json
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from flask import Response
from flask_openapi import OpenAPI

from api.auth import scope_of
from api.rest.blueprint import PREFIX
from api.rest.examples import add_examples
from api.rest.sparse import allow_some_fields
from api.schemas.problem import Problem

ENDPOINT = "openapi"
_ROWS = {"article", "claim"}
"""What in a query names a row that has to be there."""
VERSION = "1.4.0"
"""Of the API: docs/api-changelog.md says what each one brought. The first number is the one in addresses."""
_REF = "#/components/schemas/"
_ABOUT = """The fact-check desk for programs.

Log in with `Authorization: Bearer TOKEN`; `factcheck token create NAME` makes one. A token has the scope
`read`, or `read` and `write`; each operation's `security` says which it takes. Whatever changes a
claim takes `If-Match` with the ETag that the claim was read with, so that nobody overwrites what they
have not seen. Offsets count Unicode code points. Errors are `application/problem+json`.

`RateLimit` says how many requests are left, and 429 with `Retry-After` when to come again. Lists go on with
`cursor`, the `next` of the page before; `fields` narrows what is answered, `as_of` asks what was so then."""
_WHEN: dict[HTTPStatus, str] = {
    HTTPStatus.BAD_REQUEST: "The body is no JSON.",
    HTTPStatus.UNAUTHORIZED: "There is no valid token.",
    HTTPStatus.FORBIDDEN: "The token's account may not do this, or the token lacks the scope.",
    HTTPStatus.NOT_FOUND: "There is no such thing.",
    HTTPStatus.CONFLICT: "The state of things does not allow it.",
    HTTPStatus.PRECONDITION_FAILED: "The claim was changed meanwhile; `changes` says how.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The body is larger than this desk takes.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The body is not sent as application/json.",
    HTTPStatus.UNPROCESSABLE_ENTITY: "What was sent cannot be used; `detail` says why.",
    HTTPStatus.PRECONDITION_REQUIRED: "If-Match is missing.",
    HTTPStatus.TOO_MANY_REQUESTS: "That was asked too often; wait, as long as Retry-After says.",
    HTTPStatus.SERVICE_UNAVAILABLE: "The database is busy; nothing was changed, try again.",
}


def serve_document(app: OpenAPI) -> None:
    """Answer /api/v1/openapi.json, for anybody."""
    app.openapi_version = "3.1.0"

    def show() -> Response:
        return Response(_written(app), mimetype="application/json")

    app.add_url_rule(f"{PREFIX}/openapi.json", ENDPOINT, show)


def described(app: OpenAPI) -> dict[str, Any]:
    """The document as it is answered."""
    found: dict[str, Any] = json.loads(_written(app))
    return found


def _written(app: OpenAPI) -> str:
    """Made once for an application: its routes do not change."""
    if ENDPOINT not in app.extensions:
        app.extensions[ENDPOINT] = json.dumps(describe(app), ensure_ascii=False)
    written: str = app.extensions[ENDPOINT]
    return written


def describe(app: OpenAPI) -> dict[str, Any]:
    """The document as a JSON value."""
    document: dict[str, Any] = json.loads(json.dumps(app.api_doc))
    document["info"] |= {
        "version": VERSION,
        "description": _ABOUT,
        "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    }
    document["security"] = [{"bearer": []}]
    document["components"] = {
        "schemas": _schemas(document["components"]["schemas"]),
        "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
    }
    views = {endpoint.partition(".")[2]: view for endpoint, view in app.view_functions.items()}
    for methods in document["paths"].values():
        for method, operation in methods.items():
            scope = getattr(views[operation["operationId"]], "scope", None) or scope_of(method.upper())
            operation["security"] = [{"bearer": [scope.value]}]
            _complete(method, operation, document["components"]["schemas"])
            add_examples(operation, document["components"]["schemas"])
            allow_some_fields(operation, document["components"]["schemas"])
    document["components"]["schemas"] = dict(sorted(document["components"]["schemas"].items()))
    return document


def _schemas(gathered: dict[str, Any]) -> dict[str, Any]:
    problem = Problem.model_json_schema(ref_template=_REF + "{model}", mode="serialization")
    found = {name: schema for name, schema in gathered.items() if not name.startswith("ValidationError")}
    found |= problem.pop("$defs") | {"Problem": problem}
    for schema in found.values():
        schema.pop("$defs", None)
    return dict(sorted(found.items()))


def _complete(method: str, operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    operation["responses"].pop("422", None)
    for status in _problems(method, operation):
        operation["responses"][str(int(status))] = {
            "description": _WHEN[status],
            "content": {"application/problem+json": {"schema": {"$ref": f"{_REF}Problem"}}},
        }
    operation["responses"] = dict(sorted(operation["responses"].items()))
    for media in operation.get("requestBody", {}).get("content", {}).values():
        examples = schemas[media["schema"]["$ref"].removeprefix(_REF)].get("examples", [])
        media["examples"] = {f"example {at}": {"value": value} for at, value in enumerate(examples, 1)}


def _problems(method: str, operation: dict[str, Any]) -> Iterator[HTTPStatus]:
    places = {parameter["in"] for parameter in operation.get("parameters", ())}
    names = {parameter["name"] for parameter in operation.get("parameters", ())}
    yield from (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
    yield from (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
    if places or "requestBody" in operation:
        yield HTTPStatus.UNPROCESSABLE_ENTITY
    if "path" in places or "requestBody" in operation or _ROWS & names:
        yield HTTPStatus.NOT_FOUND
    if "requestBody" in operation:
        yield from (
            HTTPStatus.BAD_REQUEST,
            HTTPStatus.CONFLICT,
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        )
    if method == "delete":
        yield HTTPStatus.CONFLICT
    if "header" in places:
        yield from (
            HTTPStatus.CONFLICT,
            HTTPStatus.PRECONDITION_FAILED,
            HTTPStatus.PRECONDITION_REQUIRED,
        )
