"""The JSON export: the report itself, under a published schema."""

import json
from pathlib import Path

import jsonschema_rs
from hypothesis import given

from factcheck.exports import Format, export
from factcheck.exports.json import schema
from factcheck.report import Report
from tests.factcheck.exports.hostile import reports

_PUBLISHED = Path(__file__).parents[3] / "docs" / "report.schema.json"


def test_the_published_schema_is_the_one_of_this_version() -> None:
    current = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    assert _PUBLISHED.read_text("utf-8") == current


def test_reports_are_valid_by_the_published_schema(report: Report) -> None:
    validator = jsonschema_rs.validator_for(json.loads(_PUBLISHED.read_text("utf-8")))
    document = json.loads(export(report, Format.JSON).content)
    assert list(validator.iter_errors(document)) == []
    del document["claims"][0]["verdict"]
    assert list(validator.iter_errors(document)) != []


@given(reports())
def test_nothing_is_lost_or_changed_on_the_way(report: Report) -> None:
    document = json.loads(export(report, Format.JSON).content)
    assert document.pop("schema") == "factcheck.report/1"
    assert Report.model_validate(document) == report
