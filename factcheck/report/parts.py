"""The parts of a report. Their fields are what the JSON export publishes (docs/report.schema.json)."""

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from claims.claim import Slots
from claims.inquiry import Channel, Reply
from claims.reason import Language
from claims.selector import Place, Selector
from claims.source import SourceClass
from claims.verdict import Point, Stance, Verdict
from claims.workflow import State


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Style(StrEnum):
    """The citation styles that are offered."""

    APA = "apa"
    ISO690 = "iso690"
    IEEE = "ieee"


class ReportedHouse(_Part):
    """What the desk's own style adds, in the report's language: its imprint, its words for verdicts where it
    has some, its accent colour on light and on dark ground (`#7b3a17`), and its logo as PNG (not in JSON)."""

    imprint: str = ""
    labels: dict[Verdict, str] = Field(default_factory=dict)
    accent: str = ""
    accent_dark: str = ""
    logo: bytes | None = Field(default=None, exclude=True, repr=False)


class Scope(_Part):
    """What the report is about: one article, one claim or the claims of a saved search by its number, the
    claims with a tag, or those decided on in a span of days of the desk's calendar, `since` and `until`
    included, either left open; with both left open it is everything."""

    kind: Literal["article", "claim", "tag", "search", "span"] = "article"
    id: int | None = None
    tag: str = ""
    since: date | None = None
    until: date | None = None

    @model_validator(mode="after")
    def _says_which(self) -> Self:
        if (self.id is None) is (self.kind in ("article", "claim", "search")):
            raise ValueError(
                "an article, a claim and a saved search have a number, a tag and a span of days have none"
            )
        if bool(self.tag) is not (self.kind == "tag"):
            raise ValueError("a report on a tag names it")
        if self.since is not None and self.until is not None and self.until < self.since:
            raise ValueError("a span of days does not end before it begins")
        return self

    @property
    def slug(self) -> str:
        """The scope as a part of a file's name, in plain ASCII: article-12, 2026-11-01-to-2026-11-30."""
        if self.kind == "span" and self.since is None and self.until is None:
            return "everything"
        if self.kind == "span":
            return f"{self.since or 'beginning'}-to-{self.until or 'today'}"
        if self.kind == "tag":
            return f"tag-{re.sub('[^a-z0-9]+', '-', self.tag.casefold()).strip('-') or 'other'}"
        return f"{self.kind}-{self.id}"


class Signature(_Part):
    """Who did something, and when (UTC)."""

    name: str
    at: datetime


class ReportedSource(_Part):
    """A work that was cited: the fields of its CSL item and what the desk adds to them.

    `issued` is an EDTF date as precise as it is known, `container` what it appeared in, `details` are further
    CSL variables by their names. `independence` names the group of sources
    that count as one; a public report leaves it empty.
    """

    id: int
    type: str
    title: str
    author: str
    publisher: str
    container: str
    issued: str | None
    url: str | None
    doi: str | None
    language: str | None
    details: dict[str, str]
    source_class: SourceClass
    independence: str
    confidential: bool


class ReportedEvidence(_Part):
    """A verbatim quote, with its place in the snapshot's text and what stands before and after it there.

    `number` counts within the claim. `page` and `paragraph` are those of the snapshot in which the quote
    begins, from 1; `page` is null where it has no pages. JSON Lines leave them out. `captured_at` is the date
    of access; `snapshot_sha256` is over the bytes that were captured then, `archive_url` where a public
    archive has the same page. `note` and `retracted_at` are the desk's own affair and stay empty in a public
    report.
    """

    number: int
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    page: int | None = None
    paragraph: int | None = None
    stance: Stance
    note: str
    source: ReportedSource
    captured_at: datetime
    snapshot_sha256: str
    archive_url: str | None = None
    retracted_at: datetime | None


class ReportedInquiry(_Part):
    """Somebody whom the desk asked. `number` counts within the claim.

    `reply_on` is the day of the answer or the refusal; while `reply` is silent or pending, the day by
    which nothing had come, null where that is not known. A public report tells what was known when the
    verdict was published; `contact` stays empty there, and confidential ones are left out.
    """

    number: int
    whom: str
    contact: str
    channel: Channel
    asked_on: date
    question: str
    due_on: date | None
    reply: Reply
    reply_on: date | None
    answer: str
    confidential: bool


class ReportedDecision(_Part):
    """A verdict with its rationale, the evidence it rests on (numbers of the claim's evidence) and
    the people who stand for it. `claim_text` is the wording that was decided on. `ended_at` says
    when it stopped being the last word, `recheck_on` from which day on it is to be checked again. `checklist`
    says why points of the checklist stayed open; a public report leaves it empty."""

    verdict: Verdict
    rationale: str
    checklist: dict[Point, str]
    claim_text: str
    evidence: tuple[int, ...]
    submitted: Signature
    approved: Signature | None
    published: Signature | None
    ended_at: datetime | None
    recheck_on: date | None = None
    correction_reason: str


class Correction(_Part):
    """A published verdict that was replaced, or, where `new` is null, withdrawn."""

    old: Verdict
    new: Verdict | None
    reason: str
    by: str
    at: datetime


class _Standing(_Part):
    # a base of its own, so that the JSON export begins with what one looks for first
    number: int
    id: int
    article_id: int
    article_version: int
    in_text: bool
    text: str
    language: Language
    state: State
    lapsed: bool
    verdict: Verdict | None


class ReportedClaim(Slots, Selector, _Standing):
    """A claim, numbered through the report in the order of the text.

    `verdict` is the one that stands; null while nothing is decided, once it was withdrawn, and while
    a lapsed claim waits for its new check. `decision` is the one under way or standing, `earlier` are
    the others, oldest first. `in_text` says whether the words stand in the article's present text,
    `also_at` where else in it the claim is made; `page` and `paragraph` count from 1 and are null where
    they do not, `page` also where the article has no pages.
    """

    also_at: tuple[Place, ...]
    page: int | None
    paragraph: int | None
    decision: ReportedDecision | None
    earlier: tuple[ReportedDecision, ...]
    evidence: tuple[ReportedEvidence, ...]
    inquiries: tuple[ReportedInquiry, ...]
    corrections: tuple[Correction, ...]
    assignee: str | None
    worth: float | None = Field(description="0..1; null in a public report")

    @property
    def sources(self) -> int:
        """How many works are cited, not counting evidence that was set aside."""
        return len({evidence.source.id for evidence in self.evidence if evidence.retracted_at is None})

    @property
    def places(self) -> tuple[Place, ...]:
        """Everywhere in the present text that the claim is made."""
        return (Place(start=self.start, end=self.end), *self.also_at) if self.in_text else ()


class ReportedArticle(_Part):
    """The text that was checked. `text` is null in a public report, which quotes claim by claim, unless the
    text is the desk's own; `in_work` counts the claims that a public report does not show yet."""

    id: int
    title: str
    author: str
    publisher: str
    published: str | None
    url: str | None
    language: Language
    version: int
    added_at: datetime
    text_sha256: str
    text: str | None
    in_work: int


class Report(_Part):
    """Everything an export says. Times are UTC; `time_zone` is the one to show them in. `address` is where
    the desk's public pages stand, without a slash at its end; empty where it has none."""

    scope: Scope
    subject: str = Field(default="", description="The name of the saved search; empty for other scopes.")
    public: bool
    language: Language
    generated_at: datetime
    as_of: datetime | None = Field(
        default=None, description="The moment that the report speaks of; null for when it was made."
    )
    desk_name: str
    time_zone: str
    address: str = ""
    style: Style | None = Field(
        default=None, description="How works are cited; null for ISO 690 in German and APA in English."
    )
    house: ReportedHouse = ReportedHouse()
    articles: tuple[ReportedArticle, ...]
    claims: tuple[ReportedClaim, ...]

    @property
    def citation_style(self) -> Style:
        return self.style or (Style.ISO690 if self.language == "de" else Style.APA)

    def claims_of(self, article: ReportedArticle) -> tuple[ReportedClaim, ...]:
        return tuple(claim for claim in self.claims if claim.article_id == article.id)
