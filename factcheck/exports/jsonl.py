"""JSON Lines: one claim a line, each with its article and what the report is, so that a line reads alone.

https://jsonlines.org: UTF-8, a JSON object a line, a line feed behind each.
"""

import json
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict

from claims.reason import Language
from factcheck.report import Report, ReportedArticle, ReportedClaim

SCHEMA = "factcheck.claim/1"
"""Grows by fields without a new number; a field that changes its meaning or goes takes the next."""


class Line(BaseModel):
    """One claim as the report tells of it. `article` is the one it stands in; its `text` is null."""

    model_config = ConfigDict(frozen=True)

    public: bool
    generated_at: datetime
    desk_name: str
    report_language: Language
    article: ReportedArticle
    claim: ReportedClaim


def write(report: Report) -> bytes:
    return "".join(
        json.dumps({"schema": SCHEMA, **line.model_dump(mode="json")}, ensure_ascii=False, allow_nan=False)
        + "\n"
        for line in _lines(report)
    ).encode()


def _lines(report: Report) -> list[Line]:
    articles = {article.id: article.model_copy(update={"text": None}) for article in report.articles}
    return [
        Line(
            public=report.public,
            generated_at=report.generated_at,
            desk_name=report.desk_name,
            report_language=report.language,
            article=articles[claim.article_id],
            claim=claim,
        )
        for claim in report.claims
    ]


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a line."""
    found = Line.model_json_schema(mode="serialization")
    properties = {"schema": {"const": SCHEMA, "type": "string"}, **found.pop("properties")}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **found,
        "required": ["schema", *found["required"]],
        "properties": properties,
    }
