"""What readers know: published verdicts, their grounds and what became of them."""

from datetime import datetime

from api.schemas.base import AsOf, Page, Record
from claims.reason import Language
from claims.verdict import Verdict
from claims.workflow import Role, State
from factcheck.published import Turn
from factcheck.report.parts import ReportedEvidence


class PublishedSummary(Record):
    """A claim with a verdict that was published. `state` is the one that readers know; `verdict` is null
    where none stands."""

    id: int
    language: Language
    text: str
    state: State
    verdict: Verdict | None
    published_at: datetime


class PublishedPage(Page[PublishedSummary]):
    """One page of published claims, the latest verdict first."""


class WordingRecord(Record):
    """A verdict, the claim as it read then, and why."""

    verdict: Verdict
    claim_text: str
    rationale: str


class ChapterRecord(Record):
    """One turn of a published claim: `old` and `new` are what a correction changed, `new` alone what was
    first published."""

    turn: Turn
    at: datetime
    by: Role
    reason: str
    old: WordingRecord | None
    new: WordingRecord | None


class PublishedRecord(PublishedSummary):
    """A published claim with its grounds and what became of it, newest first. Roles stand for people."""

    exact: str
    rationale: str
    evidence: tuple[ReportedEvidence, ...]
    history: tuple[ChapterRecord, ...]


class PublishedView(AsOf):
    """When readers knew it."""
