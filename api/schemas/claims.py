"""Claims, their moves, decisions and history."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from api.schemas.base import (
    AsOf,
    Entry,
    Id,
    Offset,
    Page,
    Paging,
    Person,
    QueryId,
    Record,
    Sparse,
    Text,
)
from api.schemas.filters import ClaimFilters
from claims.assignment import Priority
from claims.claim import Kind, Origin
from claims.decision import DecisionDraft
from claims.quantity import Amount
from claims.reason import Language
from claims.selector import Place
from claims.time import Moment
from claims.verdict import Point, Verdict
from claims.workflow import Action, State
from factcheck.records import ClaimRecord


class DecisionRecord(Record):
    """A verdict with its rationale, the evidence it rests on and the people who stand for it. `checklist` is
    why points of the checklist may stay open, for those who check; empty for others. `adopts` numbers the
    decision on another claim that this one takes over; from `recheck_on` on it is to be checked again."""

    id: int
    claim_id: int
    verdict: Verdict
    rationale: str
    checklist: dict[Point, str]
    evidence_ids: tuple[int, ...]
    claim_text: str
    corrects: int | None
    correction_reason: str
    adopts: int | None
    recheck_on: date | None
    submitted_by: Person
    submitted_at: datetime
    approved_by: Person | None
    approved_at: datetime | None
    published_by: Person | None
    published_at: datetime | None
    ended_at: datetime | None


class DeskClaim(ClaimRecord):
    """A claim with all that the desk knows of it.

    After the article was read again, `candidates` are places of its newest text among which a person has
    to choose, and `edited_from` is how the claim's sentence read before its author changed it.
    `merged_into` is the claim that says the same and stands for this one.
    `decision` is the latest, under way or standing; `public_decision` is the one that readers see.
    `whole` is false where the claim is asked for as it was, and words and places may be later ones, since an
    earlier program kept too little of that time.
    """

    article_version: int
    prefix: str
    suffix: str
    language: Language
    origin: Origin
    vanished: bool
    merged_into: int | None
    candidates: tuple[Place, ...]
    edited_from: str | None
    assignee: Person | None
    due: datetime | None
    priority: Priority
    tags: tuple[str, ...]
    decision: DecisionRecord | None
    public_decision: DecisionRecord | None
    created_at: datetime
    updated_at: datetime
    whole: bool = True


class ClaimPage(Page[DeskClaim]):
    """One page of claims."""


class EventRecord(Record):
    """One entry of a claim's history. `verdict` is that of the decision it is about, `version` the
    claim's version from then on; `before` and `after` are set where words or slots were changed."""

    seq: int
    at: datetime
    claim: int | None
    article: int | None
    actor: Person
    action: str
    source: State | None = Field(alias="from")
    target: State | None = Field(alias="to")
    verdict: Verdict | None
    decision: int | None
    evidence: tuple[int, ...]
    inquiry: int | None
    version: int | None
    note: str | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class History(Record):
    """All that happened to a claim, oldest first."""

    items: tuple[EventRecord, ...]


class ClaimPath(Entry):
    """Which claim."""

    claim_id: QueryId


class ClaimView(Sparse, AsOf):
    """How a claim is wanted: all of it or some fields, as it is or as it was."""

    record = DeskClaim


class ClaimQuery(ClaimFilters, ClaimView, Paging):
    """Which claims are wanted; each filter narrows, several values of one widen. As of a time in the past,
    they come in the order of their ids, and a page may have fewer items than there is room for."""

    order: Literal["id", "worth", "due"] = Field(
        default="id",
        description="Oldest first; by priority, then most worthy first; or by deadline.",
    )


class NewClaim(Entry):
    """A claim that a person found: the span of its words in the article's current text, in code points."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"article_id": 1, "start": 120, "end": 164, "text": "The company hired at least 7 people."}
            ]
        }
    )

    article_id: Id
    start: Offset
    end: Id
    text: Annotated[Text, Field(max_length=5000)] = ""


class NewQuantity(Entry, Amount):
    """How many, by the claim's own words `exact`. `start` is where these begin in the article, in code
    points; it is needed where they stand in the claim more than once."""

    exact: Annotated[Text, Field(min_length=1, max_length=500)]
    start: Offset | None = None
    unit: Annotated[Text, Field(min_length=1, max_length=100)] | None = None


class NewTime(Entry, Moment):
    """When, by the claim's own words `exact`, with its value in EDTF (ISO 8601-2). `start` is as that of
    quantities."""

    exact: Annotated[Text, Field(min_length=1, max_length=500)]
    start: Offset | None = None
    edtf: Annotated[Text, Field(max_length=60)] | None = None


class ClaimPatch(Entry):
    """What is to change; what is left out stays. A new span takes its words and slots from the article, but
    for the quantities and times that a person stated of words inside it. `quantities` and `times` replace
    all that the claim has of them."""

    model_config = ConfigDict(
        json_schema_extra={
            "minProperties": 1,
            "examples": [
                {"text": "The company hired at least 7 people from one rival.", "worth": 0.8},
                {
                    "quantities": [
                        {"exact": "at least 7 people", "comparator": "ge", "value": 7, "unit": "people"}
                    ],
                    "times": [{"exact": "last year", "edtf": "2025"}],
                },
            ],
        }
    )

    start: Offset | None = None
    end: Id | None = None
    text: Annotated[Text, Field(min_length=1, max_length=5000, pattern=r"^[^\x00]*\S[^\x00]*$")] | None = None
    kind: Kind | None = None
    quantities: tuple[NewQuantity, ...] | None = Field(default=None, max_length=50)
    times: tuple[NewTime, ...] | None = Field(default=None, max_length=50)
    speaker: Annotated[Text, Field(max_length=300)] | None = None
    worth: float | None = Field(default=None, ge=0, le=1)

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if all(value is None for value in dict(self).values()):
            raise ValueError("say what is to change")
        return self


class Span(Entry):
    """From code point `start` up to `end`."""

    start: Offset
    end: Id


class PlaceChoice(Entry):
    """Where the claim's candidate begins that is meant; null where none of them is."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"start": 120}, {"start": None}]})

    start: Offset | None


class Split(Entry):
    """The claim keeps the first span, a new claim gets the second."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"first": {"start": 120, "end": 150}, "second": {"start": 155, "end": 190}}]
        }
    )

    first: Span
    second: Span


class SplitClaims(Record):
    """The claim that was split, and the new one."""

    items: tuple[DeskClaim, DeskClaim]


class Move(Entry):
    """What is to be done with a claim. `verdict`, `rationale`, `checklist` (why points of it may stay open)
    and `recheck_on` (from which day on to check again) belong to submit and correct; dismiss, send_back,
    challenge, confirm, correct and withdraw take a reason; another claim's verdict is taken over at `adopt`.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"action": "take"},
                {"action": "submit", "verdict": "supported", "rationale": "The register lists 14 members."},
                {"action": "dismiss", "reason": "An opinion: no evidence could decide it."},
            ]
        }
    )

    action: Action
    reason: Annotated[Text, Field(max_length=10_000)] = ""
    verdict: Verdict | None = None
    rationale: Annotated[Text, Field(max_length=10_000)] = ""
    checklist: dict[Point, Annotated[Text, Field(min_length=1, max_length=1000)]] = Field(
        default_factory=dict
    )
    recheck_on: date | None = None

    @property
    def decision(self) -> DecisionDraft | None:
        """What is submitted. Raises ValidationError for a verdict without a rationale."""
        if self.verdict is None:
            return None
        return DecisionDraft(
            verdict=self.verdict,
            rationale=self.rationale,
            checklist=self.checklist,
            recheck_on=self.recheck_on,
        )
