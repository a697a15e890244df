"""The API's documentation for people: its OpenAPI document, set as a page of the desk."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast

from flask import Blueprint, current_app, render_template
from flask_openapi import OpenAPI
from markupsafe import Markup, escape

from api.auth import public
from api.rest.blueprint import PREFIX
from api.rest.document import described
from api.rest.sparse import SOME

blueprint = Blueprint("api_docs", __name__)

Schema = Mapping[str, Any]
_REF = "#/components/schemas/"


@dataclass(frozen=True)
class Field:
    """A parameter, or a field of a record. `where` is query, path, header, or empty."""

    name: str
    kind: Markup
    about: Markup
    required: bool
    where: str = ""


@dataclass(frozen=True)
class Answer:
    """What an operation answers with a status."""

    status: str
    phrase: str
    about: Markup
    kind: Markup
    example: str


@dataclass(frozen=True)
class Operation:
    """One operation, with what it takes and what it answers."""

    name: str
    method: str
    path: str
    summary: Markup
    about: Markup
    scope: str
    fields: list[Field]
    body: Markup
    examples: list[str]
    answers: list[Answer]


@dataclass(frozen=True)
class Group:
    """The operations of one noun."""

    name: str
    about: str
    operations: list[Operation]


@dataclass(frozen=True)
class Shape:
    """A record that operations take or answer."""

    name: str
    about: Markup
    fields: list[Field]
    values: list[str]


@blueprint.get(f"{PREFIX}/docs")
@public()
def show() -> str:
    document = described(cast(OpenAPI, current_app))
    return render_template(
        "api_docs.html",
        version=document["info"]["version"],
        about=[_marked(part) for part in document["info"]["description"].split("\n\n")],
        groups=_groups(document),
        shapes=[
            _shape(name, schema)
            for name, schema in document["components"]["schemas"].items()
            if not name.startswith(SOME)
        ],
    )


def _groups(document: Schema) -> list[Group]:
    by_tag: dict[str, list[Operation]] = {}
    for path, methods in document["paths"].items():
        for method, said in methods.items():
            by_tag.setdefault(said["tags"][0], []).append(_operation(method.upper(), path, said))
    abouts = {tag["name"]: tag["description"] for tag in document["tags"]}
    return [Group(name, abouts[name], found) for name, found in by_tag.items()]


def _operation(method: str, path: str, said: Schema) -> Operation:
    media: Schema = next(iter(said.get("requestBody", {}).get("content", {}).values()), {})
    examples = [_written(example["value"]) for example in media.get("examples", {}).values()]
    return Operation(
        name=said["operationId"],
        method=method,
        path=path.removeprefix(PREFIX),
        summary=_marked(said["summary"]),
        about=_marked(said.get("description", "").removeprefix(said["summary"]).strip()),
        scope=said["security"][0]["bearer"][0],
        fields=[_parameter(parameter) for parameter in said.get("parameters", ())],
        body=_kind(media["schema"]) if media else Markup(),
        examples=examples,
        answers=[_answer(status, answer) for status, answer in said["responses"].items()],
    )


def _parameter(said: Schema) -> Field:
    about = _marked(said.get("description", ""))
    return Field(said["name"], _kind(said["schema"]), about, said.get("required", False), said["in"])


def _answer(status: str, said: Schema) -> Answer:
    content: Mapping[str, Schema] = said.get("content", {})
    kind = next(iter(content), "")
    media = content.get(kind, {})
    whole = _kind(_whole(media["schema"])) if kind.endswith("json") else escape(kind)
    example = _written(media["example"]) if "example" in media and kind.endswith("json") else ""
    phrase = HTTPStatus(int(status)).phrase
    about = Markup() if said["description"] == phrase else _marked(said["description"])
    return Answer(status, phrase, about, whole, example)


def _whole(schema: Schema) -> Schema:
    """What is answered when all fields are: what it is with some of them needs no telling."""
    known = schema.get("anyOf", ())
    return cast(Schema, known[0]) if known and SOME in str(known) else schema


def _shape(name: str, schema: Schema) -> Shape:
    required = schema.get("required", ())
    fields = [
        Field(field, _kind(said), _marked(said.get("description", "")), field in required)
        for field, said in schema.get("properties", {}).items()
    ]
    return Shape(name, _marked(schema.get("description", "")), fields, schema.get("enum", []))


def _kind(schema: Schema) -> Markup:
    """The kind of a value in a few words, with links to the records that are named."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_REF)
        return Markup('<a href="#{0}">{0}</a>').format(name)
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            return _joined((_kind(part) for part in schema[several]), " or ")
    if "enum" in schema or "const" in schema:
        return _joined(Markup("<code>{}</code>").format(v) for v in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array" and "items" in schema:
        return Markup("list of {}").format(_kind(schema["items"]))
    if "properties" in schema:
        parts = (Markup("{}: {}").format(field, _kind(said)) for field, said in schema["properties"].items())
        return Markup("object ({})").format(_joined(parts))
    return escape(schema.get("format") or schema.get("type", "anything"))


def _joined(parts: Iterable[Markup], between: str = ", ") -> Markup:
    return Markup(between).join(parts)


def _marked(text: str) -> Markup:
    """Words between backticks as code."""
    parts = " ".join(text.split()).split("`")
    return Markup().join(
        Markup("<code>{}</code>").format(part) if at % 2 else escape(part) for at, part in enumerate(parts)
    )


def _written(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
