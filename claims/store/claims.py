"""Claims: one, many by filter and cursor, and under lock for a change."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, case, insert
from sqlalchemy import select as sa_select
from sqlmodel import Session, SQLModel, col, func, select

from claims.bounds import ClaimQuantity, ClaimTime, quantity_rows, time_rows
from claims.claim import Claim, ClaimDraft, Origin
from claims.errors import NotFound, StaleVersion
from claims.proposal import Proposal
from claims.reason import Language
from claims.store import held
from claims.store.compiled import Compiled
from claims.store.filters import Filters, conditions
from claims.store.once import once
from claims.store.pages import MOST_KEPT, Cursor, Order, page
from claims.store.rows import find_row
from claims.workflow import State

__all__ = [
    "Cursor",
    "Filters",
    "Order",
    "add",
    "add_all",
    "count",
    "counts_by_state",
    "get",
    "ids",
    "in_sequence",
    "lock",
    "many",
    "merged",
    "of_article",
    "of_articles",
    "page",
    "tallies",
    "touch",
]


_IN_ORDER = (col(Claim.start), col(Claim.id))
_MANY = select(Claim).where(col(Claim.id).in_(bindparam("ids", expanding=True)))
_OF_ARTICLES = (
    select(Claim).where(col(Claim.article_id).in_(bindparam("ids", expanding=True))).order_by(*_IN_ORDER)
)
_SEQUENCE = (
    sa_select(col(Claim.id), col(Claim.state))
    .where(col(Claim.article_id) == bindparam("article_id"))
    .order_by(*_IN_ORDER)
)
_MERGED = select(Claim).where(Claim.merged_into == bindparam("into")).order_by(col(Claim.id))
_ADD = insert(Claim).returning(col(Claim.id), sort_by_parameter_order=True)
_BESIDE: dict[type[SQLModel], Compiled] = {
    model: Compiled(insert(model).inline(), set(model.model_fields) - {"id"})
    for model in (ClaimQuantity, ClaimTime, Proposal)
}
_USUAL = {
    name: field.get_default(call_default_factory=True)
    for name, field in Claim.model_fields.items()
    if not field.is_required() and name != "id"
}
"""What the columns hold that no draft fills."""


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
    [number] = add_all(
        session,
        [draft],
        article_id=article_id,
        article_version=article_version,
        language=language,
        origin=origin,
        state=state,
        at=at,
    )
    return get(session, number)


def add_all(
    session: Session,
    drafts: Sequence[ClaimDraft],
    *,
    article_id: int,
    article_version: int,
    language: Language,
    origin: Origin,
    state: State,
    at: datetime,
) -> list[int]:
    """New claims of one text, written at once; returns their numbers, in the order of the drafts."""
    if not drafts:
        return []
    shared = {
        "article_id": article_id,
        "article_version": article_version,
        "language": language,
        "origin": origin,
        "state": state,
        "created_at": at,
        "updated_at": at,
    }
    fields = [draft.model_dump(mode="json") for draft in drafts]
    session.flush()  # the article is there before its claims
    connection = session.connection()
    rows = [{**_USUAL, **each, **shared} for each in fields]
    numbers = [number or 0 for number in connection.execute(_ADD, rows).scalars()]
    numbered = list(zip(numbers, fields, strict=True))
    _load(connection, ClaimQuantity, [quantity_rows(number, each["quantities"]) for number, each in numbered])
    _load(connection, ClaimTime, [time_rows(number, each["times"]) for number, each in numbered])
    if origin is Origin.MACHINE:
        proposed = [{"claim_id": number, "draft": each, "proposed_at": at} for number, each in numbered]
        _load(connection, Proposal, [proposed])
    return numbers


def _load(connection: Connection, model: type[SQLModel], rows: Iterable[list[dict[str, Any]]]) -> None:
    found = list(chain.from_iterable(rows))
    if found:
        _BESIDE[model].put_all(connection, found)


def get(session: Session, claim_id: int) -> Claim:
    """Raises NotFound."""
    claim = find_row(session, Claim, claim_id)
    if claim is None:
        raise NotFound("There is no claim number %(id)s.", id=claim_id)
    return claim


def many(session: Session, ids: Iterable[int]) -> dict[int, Claim]:
    """The claims with these ids, by id; those that do not exist are left out."""
    wanted = list(ids)
    rows = session.exec(_MANY, params={"ids": wanted}) if wanted else ()
    return {claim.id: claim for claim in rows if claim.id is not None}


def ids(session: Session, filters: Filters) -> list[int]:
    """The numbers of all claims that are wanted, oldest first."""
    statement = select(Claim.id).where(*conditions(filters)).order_by(col(Claim.id))
    return [number or 0 for number in session.exec(statement)]


def lock(session: Session, claim_id: int, expect: int | None) -> Claim:
    """The claim, held until the transaction ends, for a change that was made looking at version
    `expect` (None: whatever it is now). Raises NotFound, StaleVersion."""
    claim = held.read(session, claim_id)
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
    """Count the change and write it; to be called once for each. Raises StaleVersion where the row is no
    longer of the version that was read."""
    seen = claim.version
    claim.version += 1
    claim.updated_at = at
    if not held.write(session, claim, seen):
        lock(session, claim.id or 0, seen)


def of_article(session: Session, article_id: int) -> list[Claim]:
    """All claims of an article, in the order of its text."""
    return of_articles(session, [article_id])[article_id]


@once
def of_articles(session: Session, article_ids: Collection[int]) -> dict[int, list[Claim]]:
    """All claims of each of these articles, in the order of its text."""
    found: dict[int, list[Claim]] = {number: [] for number in article_ids}
    for claim in session.exec(_OF_ARTICLES, params={"ids": list(found)}) if found else ():
        found[claim.article_id].append(claim)
    return found


def in_sequence(session: Session, article_id: int) -> list[tuple[int, State]]:
    """The numbers of an article's claims with their states, in the order of its text."""
    rows = session.connection().execute(_SEQUENCE, {"article_id": article_id})
    return [(number or 0, state) for number, state in rows]


@once
def merged(session: Session, claim_id: int) -> list[Claim]:
    """The claims that this one stands for, the oldest first."""
    return list(session.exec(_MERGED, params={"into": claim_id}))


def count(session: Session, filters: Filters) -> int:
    return int(session.connection().execute(_counted(filters)).scalar_one())


def tallies(session: Session, within: Filters, each: Sequence[Filters]) -> list[int]:
    """How many of the claims `within` let through each of these does too, counted in one pass."""
    row = session.connection().execute(_tallied(within, tuple(each))).one()
    return [int(number) for number in row]


@lru_cache(MOST_KEPT)
def _counted(filters: Filters) -> Select[Any]:
    return sa_select(func.count()).select_from(Claim).where(*conditions(filters))


@lru_cache(MOST_KEPT)
def _tallied(within: Filters, each: tuple[Filters, ...]) -> Select[Any]:
    sums = [func.coalesce(func.sum(case((and_(True, *conditions(one)), 1), else_=0)), 0) for one in each]
    return sa_select(*sums).select_from(Claim).where(*conditions(within))


def counts_by_state(session: Session, article_id: int | None = None) -> dict[State, int]:
    """How many claims are in each state, of one article or of the desk."""
    statement = select(Claim.state, func.count()).group_by(col(Claim.state))
    if article_id is not None:
        statement = statement.where(Claim.article_id == article_id)
    return {State(state): number for state, number in session.exec(statement)}
