"""JSON Lines: one claim a line, each with its article and what the report is, so that a line reads alone.

https://jsonlines.org: UTF-8, a JSON object a line, a line feed behind each.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from json.encoder import encode_basestring
from typing import Any

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict
from sqlmodel import col

from claims.claim import Claim
from claims.decision import Decision
from claims.evidence import Evidence
from claims.reason import Language
from claims.source import Snapshot, Source
from factcheck.report import Report, ReportedArticle, ReportedClaim
from factcheck.report.briefs import NOTHING, Columns, Ground, known_state, known_text
from factcheck.report.flowing import IN_TEXT, Flow, Told
from factcheck.report.spelling import encoded, members, nested, spelled

SCHEMA = "factcheck.claim/1"
"""Grows by fields without a new number; a field that changes its meaning or goes takes the next."""

_LEFT_OUT = {"evidence": {"__all__": {"page", "paragraph"}}}
"""Where quotes stand would have every source read."""

_spell = encode_basestring  # JSON's own way of writing text, which json.dumps goes by


class Head(BaseModel):
    """What stands before the article."""

    model_config = ConfigDict(frozen=True)

    public: bool
    generated_at: datetime
    desk_name: str
    report_language: Language


class Line(Head):
    """One claim as the report tells of it. `article` is the one it stands in; its `text` is null."""

    article: ReportedArticle

    claim: ReportedClaim


def write(report: Report) -> bytes:
    articles = ((article, report.claims_of(article)) for article in report.articles)
    return b"".join(_blocks(report, articles))


def stream(flow: Flow) -> Iterator[bytes]:
    """The lines of any number of claims, those of an article at a time."""
    return _blocks(flow.head, flow.articles(_columns(public=flow.head.public)))


def _blocks(report: Report, articles: Iterable[tuple[ReportedArticle, Sequence[Told]]]) -> Iterator[bytes]:
    head = Head(
        public=report.public,
        generated_at=report.generated_at,
        desk_name=report.desk_name,
        report_language=report.language,
    )
    begun = f'{{"schema":"{SCHEMA}",{head.model_dump_json()[1:-1]},"article":'
    for article, claims in articles:
        told = article if article.text is None else article.model_copy(update={"text": None})
        yield _block(f'{begun}{told.model_dump_json()},"claim":'.encode(), claims)


def _block(begun: bytes, claims: Iterable[Told]) -> bytes:
    """The lines of an article. `begun` is each of them up to its claim."""
    lines = [told if isinstance(told, bytes) else _whole(told) for told in claims]
    return begun.join((b"", *lines))


def _whole(claim: ReportedClaim) -> bytes:
    return claim.model_dump_json(exclude=_LEFT_OUT).encode() + b"}\n"


def _columns(*, public: bool) -> Columns:
    """What the database says of claims, decisions and evidence, as JSON already."""
    return Columns(_claim_columns(public), _decision_columns(public), _cited(public), _brief)


def _claim_columns(public: bool) -> list[sa.ColumnElement[Any]]:
    told = {
        **{name: getattr(Claim, name) for name in ("id", "article_id", "article_version")},
        "in_text": IN_TEXT,
        "text": known_text(public=public),
        "language": Claim.language,
        "state": known_state(public=public),
        **{name: getattr(Claim, name) for name in ("lapsed", "verdict", *_WORDS)},
    }
    return [encoded(members(told)).label("words"), (sa.null() if public else col(Claim.worth)).label("worth")]


def _decision_columns(public: bool) -> list[sa.ColumnElement[Any]]:
    begun = {
        "verdict": Decision.verdict,
        "rationale": Decision.rationale,
        "checklist": "{}" if public else Decision.checklist,
        "claim_text": Decision.claim_text,
    }
    ended = {name: getattr(Decision, name) for name in ("ended_at", "recheck_on", "correction_reason")}
    return [
        members(begun).label("begun"),
        *(spelled(getattr(Decision, name)).label(name) for name in _SIGNED),
        members(ended).label("ended"),
    ]


_WORDS = (
    *("start", "end", "exact", "prefix", "suffix", "kind", "modality", "quantities", "times", "speaker"),
    *("speaker_resolved", "speaker_unresolved", "names", "also_at"),
)
_SIGNED = ("submitted_at", "approved_at", "published_at")
_SOURCE = (
    *("id", "type", "title", "author", "publisher", "container", "issued", "url", "doi", "language"),
    *("details", "source_class", "independence", "confidential"),
)


def _cited(public: bool) -> list[sa.ColumnElement[Any]]:
    source = {name: getattr(Source, name) for name in _SOURCE}
    told = {
        **{name: getattr(Evidence, name) for name in ("start", "end")},
        "quote": Evidence.exact,
        **{name: getattr(Evidence, name) for name in ("prefix", "suffix", "stance")},
        "note": '""' if public else Evidence.note,
        "source": nested({**source, "independence": '""'} if public else source),
        "captured_at": Snapshot.captured_at,
        "snapshot_sha256": Snapshot.sha256,
        "archive_url": Snapshot.archive_url,
        "retracted_at": "null" if public else Evidence.retracted_at,
    }
    return [members(told).label("told")]


_CLAIM = b'{"number":%d,%b"page":%b,"paragraph":%b,%b,"assignee":%b,"worth":%b}}\n'
"""A claim to the end of its line, with its words, its place, what hangs on it, who has it and its worth."""


def _brief(
    number: int, page: int | None, paragraph: int | None, assignee: str | None, claim: Any, ground: Ground
) -> bytes:
    """A claim by the database's rows alone, as `Line` tells of it."""
    words, worth = claim
    return _CLAIM % (
        number,
        words,
        b"null" if page is None else b"%d" % page,
        b"null" if paragraph is None else b"%d" % paragraph,
        _NOTHING if ground is NOTHING else _hung(ground),
        b"null" if assignee is None else _spell(assignee).encode(),
        b"null" if worth is None else str(worth).encode(),
    )


def _hung(ground: Ground) -> bytes:
    """What hangs on a claim."""
    decision = _decision(ground) if ground.decision else "null"
    told = f'"decision":{decision},"earlier":[],"evidence":[{_evidence(ground)}]'
    return f'{told},"inquiries":[],"corrections":[]'.encode()


def _decision(ground: Ground) -> str:
    begun, submitted_at, approved_at, published_at, ended = ground.decision
    submitter, approver, publisher = ground.signed
    return (
        f'{{{begun}"evidence":[{",".join(map(str, ground.relied))}],'
        f'"submitted":{_signature(submitter, submitted_at)},"approved":{_signature(approver, approved_at)},'
        f'"published":{_signature(publisher, published_at)},{ended[:-1]}}}'
    )


def _signature(name: str | None, at: str) -> str:
    return "null" if name is None or at == "null" else f'{{"name":{_spell(name)},"at":{at}}}'


def _evidence(ground: Ground) -> str:
    numbered = enumerate(ground.evidence, start=1)
    return ",".join(f'{{"number":{number},{told[:-1]}}}' for number, (told,) in numbered)


_NOTHING = _hung(NOTHING)


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a line."""
    found = Line.model_json_schema(mode="serialization")
    for name in _LEFT_OUT["evidence"]["__all__"]:
        del found["$defs"]["ReportedEvidence"]["properties"][name]
    properties = {"schema": {"const": SCHEMA, "type": "string"}, **found.pop("properties")}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **found,
        "required": ["schema", *found["required"]],
        "properties": properties,
    }
