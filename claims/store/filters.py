"""Which claims are wanted, as a value and as conditions of a query."""

from datetime import date, datetime

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, FiniteFloat
from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from claims import tag
from claims.assignment import Priority
from claims.bounds import EARLIEST, LATEST, ClaimQuantity, ClaimTime, ordinal
from claims.claim import Claim, Kind
from claims.decision import Decision
from claims.evidence import Evidence
from claims.interval import days
from claims.reason import Language
from claims.tag import ClaimTag
from claims.time import CalendarDate
from claims.verdict import Verdict
from claims.wish import Wish
from claims.workflow import State


class Filters(BaseModel):
    """Which claims are wanted. `speaker` and `words` match inside, whatever the case; `tag` in any spelling;
    `since` and `before` bound when the claim came in, the first included; `quote_gone` are those with a quote
    that the live page no longer has, `wished` those that somebody asked the desk to check, `recheck_by` those
    whose published verdict stands and is to be checked again by that day. `inside` narrows to what those
    filters let through, too.

    A claim is within `quantity_min` to `quantity_max` (of a `unit`, if given) or `time_from` to `time_to`
    where one of its quantities or times may lie there; it was decided between two moments where a decision
    on it was submitted then, both included."""

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
    wished: bool = False
    recheck_by: date | None = None
    speaker: str = ""
    words: str = ""
    tag: str = ""
    min_worth: float = Field(default=0, ge=0, le=1)
    language: Language | None = None
    unit: str = ""
    quantity_min: FiniteFloat | None = None
    quantity_max: FiniteFloat | None = None
    time_from: CalendarDate | None = None
    time_to: CalendarDate | None = None
    decided_since: AwareDatetime | None = None
    decided_until: AwareDatetime | None = None
    since: AwareDatetime | None = None
    before: AwareDatetime | None = None
    inside: "Filters | None" = None


def conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """All that has to hold for a claim that is wanted."""
    outer = conditions(filters.inside) if filters.inside is not None else []
    own = [*_members(filters), *_flags(filters), *_wordings(filters), *_ranges(filters)]
    return [*own, *_ages(filters.since, filters.before), *outer]


def _members(filters: Filters) -> list[ColumnElement[bool]]:
    several = (
        (col(Claim.state), filters.state),
        (col(Claim.verdict), filters.verdict),
        (col(Claim.kind), filters.kind),
        (col(Claim.priority), filters.priority),
    )
    found: list[ColumnElement[bool]] = [column.in_(wanted) for column, wanted in several if wanted]
    if filters.language is not None:
        found.append(col(Claim.language) == filters.language)
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
    if filters.wished:
        found.append(col(Claim.id).in_(select(col(Wish.claim_id))))
    if filters.recheck_by is not None:
        due = select(col(Decision.id)).where(col(Decision.recheck_on) <= filters.recheck_by)
        found += [col(Claim.public_decision_id).in_(due), col(Claim.verdict).is_not(None)]
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


def _ranges(filters: Filters) -> list[ColumnElement[bool]]:
    """A claim is in a range where one of its quantities or times may be."""
    within = (_quantities(filters), _times(filters), _decided(filters))
    return [col(Claim.id).in_(found) for found in within if found is not None]


def _quantities(filters: Filters) -> SelectOfScalar[int] | None:
    if not filters.unit and filters.quantity_min is None and filters.quantity_max is None:
        return None
    found = select(ClaimQuantity.claim_id)
    if filters.unit:
        found = found.where(ClaimQuantity.unit == filters.unit.lower())
    if filters.quantity_min is not None:
        found = found.where(ClaimQuantity.high >= filters.quantity_min)
    if filters.quantity_max is not None:
        found = found.where(ClaimQuantity.low <= filters.quantity_max)
    return found


def _times(filters: Filters) -> SelectOfScalar[int] | None:
    if filters.time_from is None and filters.time_to is None:
        return None
    first = EARLIEST if filters.time_from is None else ordinal(days(filters.time_from).first)
    last = LATEST if filters.time_to is None else ordinal(days(filters.time_to).last)
    return select(ClaimTime.claim_id).where(ClaimTime.first <= last, ClaimTime.last >= first)


def _decided(filters: Filters) -> SelectOfScalar[int] | None:
    if filters.decided_since is None and filters.decided_until is None:
        return None
    found = select(Decision.claim_id)
    if filters.decided_since is not None:
        found = found.where(Decision.submitted_at >= filters.decided_since)
    if filters.decided_until is not None:
        found = found.where(Decision.submitted_at <= filters.decided_until)
    return found


def _ages(since: datetime | None, before: datetime | None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if since is not None:
        found.append(col(Claim.created_at) >= since)
    if before is not None:
        found.append(col(Claim.created_at) < before)
    return found
