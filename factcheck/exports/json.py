"""JSON: the report as it is, with the name of its schema. docs/report.md explains the fields."""

import json
from typing import Any

from factcheck.report import Report

SCHEMA = "factcheck.report/1"
"""Grows by fields without a new number; a field that changes its meaning or goes takes the next."""


def write(report: Report) -> bytes:
    document = {"schema": SCHEMA, **report.model_dump(mode="json")}
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `write` gives."""
    found = Report.model_json_schema(mode="serialization")
    properties = {"schema": {"const": SCHEMA, "type": "string"}, **found.pop("properties")}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **found,
        "required": ["schema", *found["required"]],
        "properties": properties,
    }
