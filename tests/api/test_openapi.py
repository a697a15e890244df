"""The OpenAPI document is valid, complete, and true."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from pydantic import BaseModel

from api import create_app
from factcheck.settings import Settings
from tests.api.serving import ROOT

_URL = "/api/v1/openapi.json"
_PAGE = "/api/v1/docs"
"""The document for people, which is no operation of it."""


@pytest.fixture
def app(home: Path) -> Iterator[Flask]:
    made = create_app(Settings(home=home))
    yield made
    made.extensions["factcheck.engine"].dispose()


@pytest.fixture
def document(app: Flask) -> dict[str, Any]:
    found = _client(app).get(_URL).json
    assert isinstance(found, dict)
    return found


def _client(app: Flask) -> FlaskClient:
    return app.test_client()


def _operations(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        f"{method.upper()} {path}": operation
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }


def _references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def test_anybody_can_read_it_and_it_is_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.1.0"
    assert document["components"]["securitySchemes"]["bearer"] == {"type": "http", "scheme": "bearer"}
    assert document["security"] == [{"bearer": []}]


def test_every_route_of_the_api_is_in_it(app: Flask, document: dict[str, Any]) -> None:
    routes = {
        f"{method} {rule.rule.replace('<', '{').replace('>', '}')}"
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/") and rule.rule not in (_URL, _PAGE)
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert set(_operations(document)) == routes


def test_every_operation_has_a_name_of_its_own_a_summary_and_a_tag(document: dict[str, Any]) -> None:
    operations = _operations(document).values()
    names = [operation["operationId"] for operation in operations]
    assert len(names) == len(set(names))
    assert all(operation["summary"] and operation["tags"] for operation in operations)


def test_every_refusal_is_documented_as_a_problem(document: dict[str, Any]) -> None:
    for name, operation in _operations(document).items():
        refusals = {status: said for status, said in operation["responses"].items() if status >= "400"}
        assert {"401", "403"} <= set(refusals), name
        for said in refusals.values():
            assert list(said["content"]) == ["application/problem+json"]


def test_every_change_of_a_claim_asks_for_the_version_it_was_made_for(document: dict[str, Any]) -> None:
    changes = {
        name: {parameter["name"] for parameter in operation["parameters"] if parameter["in"] == "header"}
        for name, operation in _operations(document).items()
        if "{claim_id}" in name and not name.startswith("GET")
    }
    assert len(changes) == 17
    assert set(map(frozenset, changes.values())) == {frozenset({"If-Match"})}


def test_every_body_has_an_example(document: dict[str, Any]) -> None:
    bodies = [
        media
        for operation in _operations(document).values()
        for media in operation.get("requestBody", {}).get("content", {}).values()
    ]
    assert bodies
    assert all(media["examples"] for media in bodies)


def _medias(operation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What the operation answers when all is well."""
    for status, said in operation["responses"].items():
        if status < "300":
            yield from said.get("content", {}).values()


def test_every_operation_has_examples_that_fit_their_schemas(document: dict[str, Any]) -> None:
    for name, operation in _operations(document).items():
        examples = [(media["schema"], media["example"]) for media in _medias(operation)]
        assert examples, name
        for media in operation.get("requestBody", {}).get("content", {}).values():
            examples += [(media["schema"], example["value"]) for example in media["examples"].values()]
        for parameter in operation.get("parameters", ()):
            if parameter["in"] != "query":
                examples.append((parameter["schema"], parameter["example"]))
        for schema, example in examples:
            whole = {**schema, "components": document["components"]}
            check = Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER)
            assert [error.message for error in check.iter_errors(example)] == [], name


def test_the_changelog_begins_with_the_version_of_the_document(document: dict[str, Any]) -> None:
    told = re.findall(r"^## (\S+)$", (ROOT / "docs" / "api-changelog.md").read_text("utf-8"), re.MULTILINE)
    assert told[0] == document["info"]["version"]
    assert told == sorted(told, key=lambda version: [int(part) for part in version.split(".")], reverse=True)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_shows_every_operation_and_takes_nothing_from_elsewhere(
    app: Flask, document: dict[str, Any], language: str
) -> None:
    answer = _client(app).get(_PAGE, headers={"Accept-Language": language})
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    for operation in _operations(document).values():
        assert f'id="{operation["operationId"]}"' in answer.text
    assert f">{'Beispiel' if language == 'de' else 'Example'}<" in answer.text
    loaded = re.findall(r'(?:src|href)="([^"#]+)"', answer.text)
    assert [address for address in loaded if not address.startswith("/")] == []
    anchors = set(re.findall(r'href="#([^"]+)"', answer.text))
    assert anchors <= set(re.findall(r'id="([^"]+)"', answer.text))


def test_no_two_schemas_share_a_name(document: dict[str, Any]) -> None:
    known = document["components"]["schemas"]
    own = [kind.model_json_schema() for kind in _models(BaseModel) if kind.__name__ in known]
    shown = [said for said in own if _members(said) == _members(known[said["title"]])]
    parts = [part for said in shown for part in said.get("$defs", {}).items()]
    assert [name for name, said in parts if _members(said) != _members(known.get(name, said))] == []
    assert len(parts) > 100


def _models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for child in kind.__subclasses__():
        yield child
        yield from _models(child)


def _members(schema: dict[str, Any]) -> set[str]:
    return {*schema.get("properties", ()), *schema.get("enum", ())}


def test_every_reference_leads_somewhere_and_every_schema_is_used(document: dict[str, Any]) -> None:
    schemas = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert set(_references(document)) == schemas
