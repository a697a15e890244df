"""JSON Lines: one claim a line, each with its article and what the report is, so that a line reads alone.

https://jsonlines.org: UTF-8, a JSON object a line, a line feed behind each.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from json.encoder import encode_basestring
from typing import Any

from pydantic import BaseModel, ConfigDict

from claims.reason import Language
from factcheck.report import Report, ReportedArticle, ReportedClaim
from factcheck.report.flowing import Flow, Plain, Told

SCHEMA = "factcheck.claim/1"
"""Grows by fields without a new number; a field that changes its meaning or goes takes the next."""


_spell = encode_basestring  # JSON's own way of writing text, which json.dumps goes by


class Head(BaseModel):
    """What stands before the claim."""

    model_config = ConfigDict(frozen=True)

    public: bool
    generated_at: datetime
    desk_name: str
    report_language: Language
    article: ReportedArticle


class Line(Head):
    """One claim as the report tells of it. `article` is the one it stands in; its `text` is null."""

    claim: ReportedClaim


def write(report: Report) -> bytes:
    articles = ((article, report.claims_of(article)) for article in report.articles)
    return b"".join(_block(report, article, told) for article, told in articles)


def stream(flow: Flow) -> Iterator[bytes]:
    """The lines of any number of claims, those of an article at a time."""
    return (_block(flow.head, article, told) for article, told in flow.articles)


def _block(report: Report, article: ReportedArticle, claims: Sequence[Told]) -> bytes:
    begun = _begun(report, article)
    return "".join(
        f"{begun}{_plain(told) if isinstance(told, Plain) else told.model_dump_json()}}}\n" for told in claims
    ).encode()


def _begun(report: Report, article: ReportedArticle) -> str:
    """A line up to its claim."""
    head = Head(
        public=report.public,
        generated_at=report.generated_at,
        desk_name=report.desk_name,
        report_language=report.language,
        article=article.model_copy(update={"text": None}),
    )
    return f'{{"schema":"{SCHEMA}",{head.model_dump_json()[1:-1]},"claim":'


def _plain(told: Plain) -> str:
    """A claim on which nothing hangs, by the rows of the database alone: what `Line` makes of it."""
    row = told.row
    return (
        f'{{"number":{told.number},"id":{row.id},"article_id":{row.article_id},'
        f'"article_version":{row.article_version},"in_text":{_bool(told.in_text)},"text":{_spell(row.text)},'
        f'"language":"{row.language}","state":"{row.state}","lapsed":{_bool(row.lapsed)},"verdict":null,'
        f'"start":{row.start},"end":{row.end},"exact":{_spell(row.exact)},"prefix":{_spell(row.prefix)},'
        f'"suffix":{_spell(row.suffix)},"kind":"{row.kind}","modality":"{row.modality}",'
        f'"quantities":{row.quantities},"times":{row.times},"speaker":{_maybe(row.speaker)},'
        f'"speaker_resolved":{_maybe(row.speaker_resolved)},'
        f'"speaker_unresolved":{_bool(row.speaker_unresolved)},"names":{row.names},"also_at":{row.also_at},'
        f'"page":{told.page or "null"},"paragraph":{told.paragraph or "null"},"decision":null,"earlier":[],'
        f'"evidence":[],"inquiries":[],"corrections":[],"assignee":{_maybe(told.assignee)},'
        f'"worth":{row.worth!r}}}'
    )


def _maybe(said: str | None) -> str:
    return "null" if said is None else _spell(said)


def _bool(holds: bool) -> str:
    return "true" if holds else "false"


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
