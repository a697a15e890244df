"""What is read for an answer to "Has this been checked?": columns, not rows, for many claims are read."""

from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime
from functools import lru_cache
from itertools import chain, islice, repeat
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import BindParameter, bindparam
from sqlmodel import Session, col, func

from claims.claim import Claim, Origin
from claims.decision import Decision
from claims.evidence import Evidence
from claims.reason import Language
from claims.source import Snapshot, Source
from claims.store.compiled import Compiled
from claims.verdict import Stance, Verdict
from claims.workflow import State


class Shown(NamedTuple):
    """What an answer says of a claim; `merged_into` is the one that stands for it.

    `decided_at` is the moment that counts of the decision its verdict rests on: published, else approved,
    else submitted; from `recheck_at` on it is to be checked again."""

    id: int
    article_id: int
    start: int
    end: int
    also_at: list[Any]
    exact: str
    text: str
    language: Language
    state: State
    origin: Origin
    verdict: Verdict | None
    lapsed: bool
    merged_into: int | None
    decided_at: datetime | None
    recheck_at: date | None


class Cited(NamedTuple):
    """Evidence that stands, from a source that everybody may see."""

    claim_id: int
    stance: Stance
    source: str


def _claims(wanted: list[BindParameter[int]]) -> sa.SelectBase:
    return (
        sa.select(
            *(getattr(Claim, name) for name in Shown._fields[:-2]),
            func.coalesce(Decision.published_at, Decision.approved_at, Decision.submitted_at),
            col(Decision.recheck_on),
        )
        .outerjoin(
            Decision,
            sa.and_(
                # an undecided claim has none
                col(Claim.verdict).is_not(None),
                col(Decision.id) == func.coalesce(Claim.public_decision_id, Claim.decision_id),
            ),
        )
        .where(col(Claim.id).in_(wanted))
    )


def _evidence(wanted: list[BindParameter[int]]) -> sa.SelectBase:
    return (
        sa.select(col(Evidence.claim_id), col(Evidence.stance), col(Source.title))
        .join(Snapshot, col(Snapshot.id) == Evidence.snapshot_id)
        .join(Source, col(Source.id) == Snapshot.source_id)
        .where(
            col(Evidence.claim_id).in_(wanted),
            col(Evidence.retracted_at).is_(None),
            col(Source.confidential).is_(False),
        )
        .order_by(col(Evidence.id))
    )


_Process = Callable[[Any], Any] | None


class _OfClaims:
    """A statement about several claims. Making it, and rows of it, SQLAlchemy's way costs more than running
    it: it is compiled once for some numbers of claims, and handed to the driver."""

    def __init__(self, about: Callable[[list[BindParameter[int]]], sa.SelectBase]) -> None:
        self._about = about
        self._statement = lru_cache(maxsize=16)(self._make)
        self._processes = lru_cache(maxsize=8)(self._find_processes)

    def rows(self, session: Session, numbers: Collection[int]) -> Iterator[tuple[Any, ...]]:
        """Those about these claims, with the values that the ORM would give."""
        if not numbers:
            return
        connection = session.connection()
        # asking for one claim several times gives it once
        wanted = islice(chain(numbers, repeat(next(iter(numbers)))), 1 << (len(numbers) - 1).bit_length())
        values = {f"n{at}": number for at, number in enumerate(wanted)}
        cursor = self._statement(len(values)).put(connection, values)
        found = cursor.fetchall()
        processes = self._processes(connection.dialect, tuple(column[1] for column in cursor.description))
        cursor.close()
        for row in found:
            yield tuple(
                [process(value) if process else value for process, value in zip(processes, row, strict=True)]
            )

    def _make(self, count: int) -> Compiled:
        return Compiled(self._about([bindparam(f"n{at}", type_=sa.Integer) for at in range(count)]))

    def _find_processes(self, dialect: sa.Dialect, kinds: tuple[object, ...]) -> list[_Process]:
        columns = self._about([]).selected_columns
        return [
            column.type.dialect_impl(dialect).result_processor(dialect, kind)
            for column, kind in zip(columns, kinds, strict=True)
        ]


_CLAIMS, _EVIDENCE = _OfClaims(_claims), _OfClaims(_evidence)


def shown(session: Session, numbers: Collection[int]) -> dict[int, Shown]:
    """Those of these claims that there are, by number."""
    return {row[0]: Shown._make(row) for row in _CLAIMS.rows(session, numbers)}


def cited(session: Session, numbers: Collection[int]) -> list[Cited]:
    """What these claims rest on, oldest first."""
    return list(map(Cited._make, _EVIDENCE.rows(session, numbers)))
