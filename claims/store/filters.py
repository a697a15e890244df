"""Which claims are wanted, as a value and as conditions of a query."""

from datetime import datetime

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select

from claims import tag
from claims.assignment import Priority
from claims.claim import Claim, Kind
from claims.evidence import Evidence
from claims.tag import ClaimTag
from claims.verdict import Verdict
from claims.workflow import State


class Filters(BaseModel):
    """Which claims are wanted. `speaker` and `words` match inside, whatever the case; `tag` in any spelling;
    `since` and `before` bound when the claim came in, the first included; `quote_gone` are those with a quote
    that the live page no longer has. `inside` narrows to what those filters let through, too."""

    model_config = ConfigDict(frozen=True)

    state: tuple[State, ...] = ()
    verdict: tuple[Verdict, ...] = ()
    kind: tuple[Kind, ...] = ()
    priority: tuple[Priority, ...] = ()
    article_id: int | None = None
    assignee_id: int | None = None
    unassigned: bool = False
    dated: bool = False
    lapsed: bool | None = None
    quote_gone: bool = False
    speaker: str = ""
    words: str = ""
    tag: str = ""
    min_worth: float = Field(default=0, ge=0, le=1)
    since: AwareDatetime | None = None
    before: AwareDatetime | None = None
    inside: "Filters | None" = None


def conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """All that has to hold for a claim that is wanted."""
    outer = conditions(filters.inside) if filters.inside is not None else []
    own = [*_members(filters), *_flags(filters), *_wordings(filters)]
    return [*own, *_ages(filters.since, filters.before), *outer]


def _members(filters: Filters) -> list[ColumnElement[bool]]:
    several = (
        (col(Claim.state), filters.state),
        (col(Claim.verdict), filters.verdict),
        (col(Claim.kind), filters.kind),
        (col(Claim.priority), filters.priority),
    )
    found: list[ColumnElement[bool]] = [column.in_(wanted) for column, wanted in several if wanted]
    if filters.article_id is not None:
        found.append(col(Claim.article_id) == filters.article_id)
    if filters.assignee_id is not None:
        found.append(col(Claim.assignee_id) == filters.assignee_id)
    if filters.tag:
        tagged = select(col(ClaimTag.claim_id)).where(ClaimTag.key == tag.key(filters.tag))
        found.append(col(Claim.id).in_(tagged))
    return found


def _flags(filters: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if filters.unassigned:
        found.append(col(Claim.assignee_id).is_(None))
    if filters.dated:
        found.append(col(Claim.due).is_not(None))
    if filters.lapsed is not None:
        found.append(col(Claim.lapsed) == filters.lapsed)
    if filters.quote_gone:
        gone = select(col(Evidence.claim_id)).where(
            col(Evidence.gone_at).is_not(None), col(Evidence.retracted_at).is_(None)
        )
        found.append(col(Claim.id).in_(gone))
    if filters.min_worth:
        found.append(col(Claim.worth) >= filters.min_worth)
    return found


def _wordings(filters: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if filters.speaker:
        found.append(
            or_(
                col(Claim.speaker).icontains(filters.speaker, autoescape=True),
                col(Claim.speaker_resolved).icontains(filters.speaker, autoescape=True),
            )
        )
    if filters.words:
        found.append(
            or_(
                col(Claim.text).icontains(filters.words, autoescape=True),
                col(Claim.exact).icontains(filters.words, autoescape=True),
            )
        )
    return found


def _ages(since: datetime | None, before: datetime | None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if since is not None:
        found.append(col(Claim.created_at) >= since)
    if before is not None:
        found.append(col(Claim.created_at) < before)
    return found
