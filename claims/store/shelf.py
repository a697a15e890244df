"""The snapshots from which a claim can be cited, as a list names them: columns, not rows, for it is long."""

from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from claims.source import Snapshot, Source


class Kept(NamedTuple):
    """A snapshot by its number, as a list of many names it."""

    id: int
    captured_at: datetime
    title: str
    publisher: str


_LATEST = (
    sa.select(*(col(Snapshot.id), col(Snapshot.captured_at)), *(col(Source.title), col(Source.publisher)))
    .join(Source, col(Source.id) == Snapshot.source_id)
    .order_by(col(Snapshot.id).desc())
    .limit(sa.bindparam("limit"))
)


def latest_snapshots(session: Session, limit: int = 200) -> list[Kept]:
    """The snapshots that came in last, newest first."""
    return [Kept(*row) for row in session.execute(_LATEST, {"limit": limit})]
