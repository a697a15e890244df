"""Reviews that others published: taken in by the batch, found by number, listed."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from claims.event import Event
from claims.imported import ImportedReview
from claims.store.events import Entry

IMPORT, FORGET = "import", "import_forget"
"""The actions of events by which reviews came, changed or went."""


def touched(event: Event | Entry) -> list[int]:
    """The numbers of the reviews that such an event speaks of."""
    body = event.body
    if event.action == FORGET:
        return list(body["gone"])
    return [*body["changed"], *range(body["first"] or 0, (body["first"] or 0) + body["added"])]


def digests(session: Session, keys: Collection[str]) -> dict[str, tuple[int, str]]:
    """By key, the numbers and digests of the reviews that are here already."""
    rows = session.exec(
        select(ImportedReview.key, ImportedReview.id, ImportedReview.digest).where(
            col(ImportedReview.key).in_(list(keys))
        )
    )
    return {key: (number or 0, digest) for key, number, digest in rows}


_ADD = sa.insert(ImportedReview).returning(col(ImportedReview.id))
_CHANGE = sa.update(ImportedReview).where(col(ImportedReview.id) == sa.bindparam("number"))


def add(session: Session, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """New reviews; returns their numbers, which follow one upon the other."""
    if not rows:
        return []
    return sorted(number or 0 for number in session.connection().execute(_ADD, rows).scalars())


def change(session: Session, rows: Mapping[int, Mapping[str, Any]]) -> None:
    """What reviews say now, by their numbers."""
    if rows:
        session.connection().execute(_CHANGE, [{**row, "number": number} for number, row in rows.items()])


def many(session: Session, numbers: Iterable[int]) -> dict[int, ImportedReview]:
    """The reviews with these numbers, by number."""
    rows = session.exec(select(ImportedReview).where(col(ImportedReview.id).in_(list(numbers))))
    return {row.id: row for row in rows if row.id is not None}


def said(session: Session, names: Iterable[str], numbers: Collection[int]) -> Iterator[tuple[int, Any]]:
    """By number what the reviews say in these columns, past the session, for many are read."""
    columns = [getattr(ImportedReview, name) for name in names]
    statement = sa.select(col(ImportedReview.id), *columns).where(col(ImportedReview.id).in_(numbers))
    for number, *values in session.connection().execute(statement):
        yield number, values


def between(session: Session, first: int, last: int) -> list[ImportedReview]:
    """Those whose number lies from `first` to `last`, in order."""
    statement = select(ImportedReview).where(col(ImportedReview.id) >= first, col(ImportedReview.id) <= last)
    return list(session.exec(statement.order_by(col(ImportedReview.id))))


def newest(session: Session, site: str, language: str, since: str, *, limit: int) -> list[ImportedReview]:
    """What a publisher's site reviewed, the newest first; in one language, on a day (ISO 8601) or later."""
    statement = select(ImportedReview).where(ImportedReview.publisher_site == site)
    if language:
        statement = statement.where(ImportedReview.language == language)
    if since:
        statement = statement.where(col(ImportedReview.reviewed_on) >= since)
    order = (col(ImportedReview.reviewed_on).desc().nulls_last(), col(ImportedReview.id).desc())
    return list(session.exec(statement.order_by(*order).limit(limit)))


def page(session: Session, *, after: int = 0, limit: int = 50, site: str = "") -> list[ImportedReview]:
    """A page in the order in which they came, from behind number `after` on; of one publisher's site."""
    statement = select(ImportedReview).where(col(ImportedReview.id) > after)
    if site:
        statement = statement.where(ImportedReview.publisher_site == site)
    return list(session.exec(statement.order_by(col(ImportedReview.id)).limit(limit)))


def count(session: Session) -> int:
    return session.exec(select(sa.func.count()).select_from(ImportedReview)).one()


def of_site(session: Session, site: str, limit: int) -> dict[int, str]:
    """The numbers and digests of some reviews of a publisher's site, the first ones."""
    statement = select(ImportedReview.id, ImportedReview.digest).where(ImportedReview.publisher_site == site)
    rows = session.exec(statement.order_by(col(ImportedReview.id)).limit(limit))
    return {number or 0: digest for number, digest in rows}


def forget(session: Session, numbers: Collection[int]) -> None:
    """Take these reviews away."""
    session.execute(sa.delete(ImportedReview).where(col(ImportedReview.id).in_(list(numbers))))
