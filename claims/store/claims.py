"""Claims: one, many by filter and cursor, and under lock for a change."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, func, select

from claims.claim import Claim, ClaimDraft, Kind, Origin
from claims.errors import NotFound, StaleVersion
from claims.proposal import Proposal
from claims.reason import Language
from claims.verdict import Verdict
from claims.workflow import State


class Filters(BaseModel):
    """Which claims are wanted. `speaker` and `words` match inside, whatever the case."""

    model_config = ConfigDict(frozen=True)

    state: tuple[State, ...] = ()
    verdict: tuple[Verdict, ...] = ()
    kind: tuple[Kind, ...] = ()
    article_id: int | None = None
    assignee_id: int | None = None
    unassigned: bool = False
    lapsed: bool | None = None
    speaker: str = ""
    words: str = ""
    min_worth: float = Field(default=0, ge=0, le=1)


class Cursor(BaseModel):
    """The last row of a page; the next one begins after it."""

    model_config = ConfigDict(frozen=True)

    worth: float
    id: int


Order = Literal["worth", "id"]


def add(
    session: Session,
    draft: ClaimDraft,
    *,
    article_id: int,
    article_version: int,
    language: Language,
    origin: Origin,
    state: State,
    at: datetime,
) -> Claim:
    """A new claim; what a machine drafted is kept beside it as its proposal."""
    fields = draft.model_dump(mode="json")
    claim = Claim.model_validate(
        {
            **fields,
            "article_id": article_id,
            "article_version": article_version,
            "language": language,
            "origin": origin,
            "state": state,
            "created_at": at,
            "updated_at": at,
        }
    )
    session.add(claim)
    session.flush()
    if origin is Origin.MACHINE:
        session.add(Proposal.model_validate({"claim_id": claim.id, "draft": fields, "proposed_at": at}))
    return claim


def get(session: Session, claim_id: int) -> Claim:
    """Raises NotFound."""
    claim = session.get(Claim, claim_id)
    if claim is None:
        raise NotFound("There is no claim number %(id)s.", id=claim_id)
    return claim


def many(session: Session, ids: Iterable[int]) -> dict[int, Claim]:
    """The claims with these ids, by id; those that do not exist are left out."""
    rows = session.exec(select(Claim).where(col(Claim.id).in_(list(ids))))
    return {claim.id: claim for claim in rows if claim.id is not None}


def lock(session: Session, claim_id: int, expect: int | None) -> Claim:
    """The claim, held until the transaction ends, for a change that was made looking at version
    `expect` (None: whatever it is now). Raises NotFound, StaleVersion."""
    statement = (
        select(Claim).where(Claim.id == claim_id).with_for_update().execution_options(populate_existing=True)
    )
    claim = session.exec(statement).one_or_none()
    if claim is None:
        raise NotFound("There is no claim number %(id)s.", id=claim_id)
    if expect is not None and claim.version != expect:
        raise StaleVersion(
            "Claim %(id)s was changed meanwhile: you saw version %(seen)s, it is at %(current)s.",
            claim.version,
            id=claim_id,
            seen=expect,
        )
    return claim


def touch(session: Session, claim: Claim, at: datetime) -> None:
    """Count the change; to be called once for each."""
    claim.version += 1
    claim.updated_at = at
    session.add(claim)
    session.flush()


def of_article(session: Session, article_id: int) -> list[Claim]:
    """All claims of an article, in the order of its text."""
    statement = select(Claim).where(Claim.article_id == article_id).order_by(col(Claim.start), col(Claim.id))
    return list(session.exec(statement))


def page(
    session: Session,
    filters: Filters,
    *,
    order: Order = "id",
    after: Cursor | None = None,
    limit: int = 50,
) -> list[Claim]:
    """One page of claims by keyset: most worthy first, or oldest first by id."""
    statement = select(Claim).where(*_conditions(filters)).limit(limit)
    if order == "worth":
        statement = statement.order_by(col(Claim.worth).desc(), col(Claim.id))
        if after is not None:
            same = and_(col(Claim.worth) == after.worth, col(Claim.id) > after.id)
            statement = statement.where(or_(col(Claim.worth) < after.worth, same))
    else:
        statement = statement.order_by(col(Claim.id))
        if after is not None:
            statement = statement.where(col(Claim.id) > after.id)
    return list(session.exec(statement))


def count(session: Session, filters: Filters) -> int:
    return session.exec(select(func.count()).select_from(Claim).where(*_conditions(filters))).one()


def counts_by_state(session: Session, article_id: int | None = None) -> dict[State, int]:
    """How many claims are in each state, of one article or of the desk."""
    statement = select(Claim.state, func.count()).group_by(col(Claim.state))
    if article_id is not None:
        statement = statement.where(Claim.article_id == article_id)
    return {State(state): number for state, number in session.exec(statement)}


def counts_by_article(session: Session, article_ids: list[int]) -> dict[int, dict[State, int]]:
    """How many claims of each of these articles are in each state."""
    statement = (
        select(Claim.article_id, Claim.state, func.count())
        .where(col(Claim.article_id).in_(article_ids))
        .group_by(col(Claim.article_id), col(Claim.state))
    )
    counts: dict[int, dict[State, int]] = {article_id: {} for article_id in article_ids}
    for article_id, state, number in session.exec(statement):
        counts[article_id][State(state)] = number
    return counts


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for column, wanted in (
        (col(Claim.state), filters.state),
        (col(Claim.verdict), filters.verdict),
        (col(Claim.kind), filters.kind),
    ):
        if wanted:
            found.append(column.in_(wanted))
    if filters.article_id is not None:
        found.append(col(Claim.article_id) == filters.article_id)
    if filters.unassigned:
        found.append(col(Claim.assignee_id).is_(None))
    if filters.assignee_id is not None:
        found.append(col(Claim.assignee_id) == filters.assignee_id)
    if filters.lapsed is not None:
        found.append(col(Claim.lapsed) == filters.lapsed)
    if filters.min_worth:
        found.append(col(Claim.worth) >= filters.min_worth)
    return found + _wordings(filters)


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
