"""The JSON exports: the report itself and, line by line, its claims, under published schemas."""

import json
from pathlib import Path

import jsonschema_rs
from hypothesis import given

from factcheck.exports import Format, export, jsonl
from factcheck.exports.json import schema
from factcheck.report import Report
from tests.factcheck.exports.hostile import reports

_DOCS = Path(__file__).parents[3] / "docs"
_PUBLISHED = _DOCS / "report.schema.json"
_PUBLISHED_LINE = _DOCS / "claim.schema.json"


def test_the_published_schemas_are_those_of_this_version() -> None:
    for published, current in ((_PUBLISHED, schema()), (_PUBLISHED_LINE, jsonl.schema())):
        assert published.read_text("utf-8") == json.dumps(current, indent=2, ensure_ascii=False) + "\n"


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


def test_each_claim_is_a_line_that_can_be_read_alone(report: Report) -> None:
    validator = jsonschema_rs.validator_for(json.loads(_PUBLISHED_LINE.read_text("utf-8")))
    lines = export(report, Format.JSONL).content.decode().split("\n")
    assert lines.pop() == ""
    for line, claim in zip(lines, report.claims, strict=True):
        told = json.loads(line)
        assert list(validator.iter_errors(told)) == []
        places = {"page", "paragraph"}
        assert told["claim"] == claim.model_dump(mode="json", exclude={"evidence": {"__all__": places}})
        assert (told["article"]["title"], told["article"]["text"]) == (report.articles[0].title, None)
        del told["claim"]["verdict"]
        assert list(validator.iter_errors(told)) != []


@given(reports())
def test_no_text_ends_its_line(report: Report) -> None:
    content = export(report, Format.JSONL).content
    assert [json.loads(line)["claim"]["text"] for line in content.split(b"\n")[:-1]] == [
        claim.text for claim in report.claims
    ]
