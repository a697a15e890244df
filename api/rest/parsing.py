"""What a request says, as frozen values: path, query, If-Match and body, read as the view annotates them.

flask-openapi documents the same annotations; reading is done here, since it takes malformed JSON for
`null` and any media type for JSON.
"""

import json
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, NoReturn, ParamSpec, TypeVar, cast, get_origin, get_type_hints

from flask import abort, request
from pydantic import BaseModel, ValidationError
from werkzeug.exceptions import BadRequest, PreconditionRequired, UnsupportedMediaType

from api.errors import problem
from api.schemas.base import IfMatch
from api.schemas.problem import Fault

P = ParamSpec("P")
R = TypeVar("R")
Model = TypeVar("Model", bound=BaseModel)
Read = Callable[[dict[str, str]], BaseModel]

_JSON = "application/json"


def parsed(view: Callable[P, R]) -> Callable[..., R]:
    """The view gets what its parameters `path`, `query`, `header` and `body` are annotated with.

    What is not as the schema says is answered with 400 (no JSON), 415 (another media type), 422
    (anything else) or 428 (no If-Match).
    """
    readers = _readers(view)

    @wraps(view)
    def call(**path: str) -> R:
        return cast(Callable[..., R], view)(**{name: read(path) for name, read in readers.items()})

    call.__delay_validate_request__ = True  # type: ignore[attr-defined] # flask-openapi leaves it to us
    return call


def _readers(view: Callable[P, R]) -> dict[str, Read]:
    kinds: dict[str, Callable[[type[BaseModel]], Read]] = {
        "path": _path_reader,
        "query": _query_reader,
        "header": _if_match_reader,
        "body": _body_reader,
    }
    hints = get_type_hints(view)
    return {name: kinds[name](model) for name, model in hints.items() if name in kinds}


def _path_reader(model: type[BaseModel]) -> Read:
    return lambda path: _validate("path", lambda: model.model_validate(path))


def _query_reader(model: type[BaseModel]) -> Read:
    many = {name for name, field in model.model_fields.items() if get_origin(field.annotation) is tuple}

    def read(_path: dict[str, str]) -> BaseModel:
        given = request.args.to_dict(flat=False)
        fields = {
            name: values if name in many or len(values) > 1 else values[0] for name, values in given.items()
        }
        return _validate("query", lambda: model.model_validate(fields))

    return read


def _if_match_reader(_model: type[BaseModel]) -> Read:
    def read(_path: dict[str, str]) -> BaseModel:
        given = request.headers.get("If-Match", "").strip()
        if given in ("", "*"):
            raise PreconditionRequired(
                "Say which version of the claim you saw: If-Match with the ETag that came with it."
            )
        return _validate("header", lambda: IfMatch.model_validate({"If-Match": given}))

    return read


def _body_reader(model: type[BaseModel]) -> Read:
    def read(_path: dict[str, str]) -> BaseModel:
        if request.mimetype != _JSON:
            raise UnsupportedMediaType(f"Send JSON, with Content-Type: {_JSON}.")
        content = request.get_data()
        return _validate("body", lambda: model.model_validate_json(content, strict=True), content)

    return read


def _validate(part: str, read: Callable[[], Model], content: bytes = b"") -> Model:
    try:
        return read()
    except ValidationError as error:
        if error.errors(include_url=False, include_input=False)[0]["type"] == "json_invalid":
            _refuse_json(content)
        faults = [
            {"in": part, "at": ".".join(map(str, fault["loc"])), "message": fault["msg"]}
            for fault in error.errors(include_url=False, include_input=False, include_context=False)
        ]
        _refuse(faults)


def _refuse_json(content: bytes) -> NoReturn:
    """JSON may spell half a surrogate pair; it is well-formed then, but no text that could be kept."""
    try:
        json.loads(content.decode())
    except (ValueError, RecursionError) as error:
        raise BadRequest("The body is no JSON that can be read.") from error
    _refuse([{"in": "body", "at": "", "message": "A string has half a surrogate pair in it."}])


def _refuse(faults: list[dict[str, Any]]) -> NoReturn:
    first = Fault.model_validate(faults[0])
    detail = f"{first.at or first.part}: {first.message}"
    abort(problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail, errors=faults))
