"""Between which values a claim's quantities and times lie: rows that ranges are looked up in.

They are made from the claim's slots and kept in step with them whenever a session writes a claim.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.orm import Session, UOWTransaction
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.claim import Claim
from claims.interval import days, interval
from claims.quantity import Quantity

EARLIEST, LATEST = 0, 3_652_060
"""Before and after all days that have an ordinal: where a time is open."""


class ClaimQuantity(SQLModel, table=True):
    """The values that one quantity of a claim allows, open ends infinite; `unit` in small letters, empty
    where nothing is counted."""

    __tablename__ = "claim_quantity"
    __table_args__ = (sa.Index("ix_claim_quantity_range", "unit", "low", "high"),)

    claim_id: int = Column(primary_key=True, foreign_key="claim.id")
    number: int = Column(primary_key=True)
    unit: str
    low: float
    high: float


class ClaimTime(SQLModel, table=True):
    """The days that one time of a claim may mean, both included, as proleptic ordinals."""

    __tablename__ = "claim_time"
    __table_args__ = (sa.Index("ix_claim_time_range", "first", "last"),)

    claim_id: int = Column(primary_key=True, foreign_key="claim.id")
    number: int = Column(primary_key=True)
    first: int
    last: int


def quantity_rows(claim_id: int, quantities: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The columns of `claim_quantity` for a claim's quantities."""
    found = [Quantity.model_validate(each) for each in quantities]
    return [
        {"claim_id": claim_id, "number": number, "unit": (each.unit or "").lower(), "low": low, "high": high}
        for number, each in enumerate(found)
        for low, high, *_ in (interval(each),)
    ]


def time_rows(claim_id: int, times: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The columns of `claim_time` for a claim's times, but for those that nothing dates."""
    return [
        {"claim_id": claim_id, "number": number, "first": ordinal(span.first), "last": ordinal(span.last)}
        for number, each in enumerate(times)
        if each["edtf"]
        for span in (days(each["edtf"]),)
    ]


def ordinal(day: float) -> int:
    """The day as it is kept."""
    if math.isinf(day):
        return LATEST if day > 0 else EARLIEST
    return min(max(int(day), EARLIEST), LATEST)


def _keep_in_step(session: Session, _flush: UOWTransaction) -> None:
    new = [claim for claim in session.new if isinstance(claim, Claim)]
    changed = [claim for claim in session.dirty if isinstance(claim, Claim)]
    for name, model, rows in (("quantities", ClaimQuantity, quantity_rows), ("times", ClaimTime, time_rows)):
        table = cast(sa.Table, sa.inspect(model).local_table)
        stale = [claim for claim in changed if sa.inspect(claim).attrs[name].history.has_changes()]
        if stale:
            gone = [claim.id for claim in stale]
            session.connection().execute(sa.delete(table).where(table.c.claim_id.in_(gone)))
        fresh = [row for claim in (*new, *stale) for row in rows(claim.id or 0, getattr(claim, name))]
        if fresh:
            session.connection().execute(sa.insert(table), fresh)


sa.event.listen(Session, "after_flush", _keep_in_step)
