"""Reviews that others published: taken in by the batch, found by number, listed."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from claims.event import Event
from claims.imported import ImportedReview

IMPORT, FORGET = "import", "import_forget"
"""The actions of events by which reviews came, changed or went."""


def touched(event: Event) -> list[int]:
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


def add(session: Session, rows: Iterable[Mapping[str, Any]]) -> list[int]:
    """New reviews; returns their numbers, which follow one upon the other."""
    made = [ImportedReview.model_validate(row) for row in rows]
    session.add_all(made)
    session.flush()
    return sorted(row.id or 0 for row in made)


def change(session: Session, number: int, values: dict[str, Any]) -> None:
    """What a review says now."""
    found = session.get(ImportedReview, number)
    if found is not None:
        found.sqlmodel_update(values)
        session.add(found)


def many(session: Session, numbers: Iterable[int]) -> dict[int, ImportedReview]:
    """The reviews with these numbers, by number."""
    rows = session.exec(select(ImportedReview).where(col(ImportedReview.id).in_(list(numbers))))
    return {row.id: row for row in rows if row.id is not None}


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


def of_site(session: Session, site: str, limit: int) -> list[int]:
    """The numbers of some reviews of a publisher's site, the first ones."""
    statement = select(ImportedReview.id).where(ImportedReview.publisher_site == site)
    return [number or 0 for number in session.exec(statement.order_by(col(ImportedReview.id)).limit(limit))]


def forget(session: Session, numbers: Collection[int]) -> None:
    """Take these reviews away."""
    session.execute(sa.delete(ImportedReview).where(col(ImportedReview.id).in_(list(numbers))))
