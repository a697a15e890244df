"""The saved searches as the queue shows them, and what the open one looks for, in words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from flask_babel import gettext
from sqlmodel import Session

from api.pages.frequent import language
from api.pages.moments import day, exactly
from api.pages.presentation import figure, headline, language_name
from api.publishing import feed_of
from claims.account import Account
from claims.errors import NotFound
from claims.saved_search import SavedSearch
from claims.store import accounts, articles, saved_searches
from claims.store.filters import Filters
from claims.wording import label
from factcheck.saved_searches import filters_of, is_changeable


@dataclass(frozen=True)
class Shelf:
    """All saved searches. `said` is what the open one looks for, each as what it is called and its value,
    which is empty where the name says all; `feed` is where it can be followed."""

    searches: list[SavedSearch]
    current: SavedSearch | None = None
    said: list[tuple[str, str]] = field(default_factory=list)
    feed: str | None = None
    changeable: bool = False


def open_shelf(session: Session, number: int | None, who: Account) -> Shelf:
    known = saved_searches.every(session)
    current = next((search for search in known if search.id == number), None)
    if current is None:
        return Shelf(known)
    said = list(_say(session, Filters.model_validate(current.filters)))
    return Shelf(known, current, said, feed_of(current), is_changeable(current, who))


def inside_of(session: Session, number: int | None) -> Filters | None:
    """What the open search lets through; None where none is open, or somebody deleted it meanwhile."""
    try:
        return None if number is None else filters_of(session, number)
    except NotFound:
        return None


def _say(session: Session, filters: Filters) -> Iterator[tuple[str, str]]:
    yield from _members(filters)
    yield from _rows(session, filters)
    for name, value in (
        (gettext("Speaker"), filters.speaker),
        (gettext("Words"), filters.words),
        (gettext("Tag"), filters.tag),
        (gettext("Worth from"), f"{filters.min_worth * 100:.0f}" if filters.min_worth else ""),
        (gettext("Language"), language_name(filters.language) if filters.language else ""),
        (gettext("Unit"), filters.unit),
        (gettext("Quantity"), _span(*map(_figure, (filters.quantity_min, filters.quantity_max)))),
        (gettext("Time"), _span(filters.time_from, filters.time_to)),
        (gettext("Decided"), _span(*map(_moment, (filters.decided_since, filters.decided_until)))),
        (gettext("Came in"), _from_to(_moment(filters.since), _moment(filters.before))),
        (gettext("To be checked again by"), day(str(filters.recheck_by or ""))),
    ):
        if value:
            yield name, value
    for said, wanted in (
        (gettext("nobody has it"), filters.unassigned),
        (gettext("with a deadline"), filters.dated),
        (gettext("lapsed"), filters.lapsed),
        (gettext("not lapsed"), filters.lapsed is False),
        (gettext("a quote is gone from its page"), filters.quote_gone),
        (gettext("somebody asked for it"), filters.wished),
    ):
        if wanted:
            yield said, ""
    if filters.inside is not None:
        yield from _say(session, filters.inside)


def _span(first: str | None, last: str | None) -> str:
    """From `first` to `last`; empty where neither bounds it."""
    if first and last:
        return f"{first} – {last}"
    return f"≥ {first}" if first else f"≤ {last}" if last else ""


def _from_to(first: str, end: str) -> str:
    """From `first` on, which belongs to it, to `end`, which does not."""
    return ", ".join([*([f"≥ {first}"] if first else []), *([f"< {end}"] if end else [])])


def _figure(value: float | None) -> str:
    return "" if value is None else figure(value)


def _moment(at: datetime | None) -> str:
    return "" if at is None else exactly(at)


def _members(filters: Filters) -> Iterator[tuple[str, str]]:
    for name, members in (
        (gettext("State"), filters.state),
        (gettext("Verdict"), filters.verdict),
        (gettext("Kind"), filters.kind),
        (gettext("Priority"), filters.priority),
    ):
        if members:
            yield name, ", ".join(label(member, language()) for member in members)


def _rows(session: Session, filters: Filters) -> Iterator[tuple[str, str]]:
    if filters.article_id is not None:
        article = articles.many(session, {filters.article_id}).get(filters.article_id)
        yield gettext("Article"), headline(article) if article else f"#{filters.article_id}"
    if filters.assignee_id is not None:
        names = accounts.names(session, {filters.assignee_id})
        yield gettext("Reviewer"), names.get(filters.assignee_id, f"#{filters.assignee_id}")
