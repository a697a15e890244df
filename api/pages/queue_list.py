"""What the queue's page shows: its tabs with their counts, and one page of claims with who has them."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from api.pages.changes import rewordings
from api.pages.queue_query import QueueQuery, View
from api.pages.queue_shelf import Shelf, inside_of, open_shelf
from api.rest.paging import claim_position, position
from api.unit import settings
from claims.account import Account
from claims.assignment import is_overdue
from claims.claim import Claim
from claims.store import accounts, articles, claims, pages, tags
from claims.store.articles import Heading
from claims.store.claims import Filters
from claims.workflow import TO_DO
from factcheck.kinship import Kin, checked_kin
from factcheck.review import assignable
from factcheck.review.adopting import desk_day
from factcheck.rewording import Piece
from factcheck.wishing import asked_by

PAGE = 40
"""Claims of one page."""


@dataclass(frozen=True)
class Tab:
    """A view of the queue and how many claims it has under the same filters."""

    view: View
    path: str
    number: int
    current: bool


@dataclass(frozen=True)
class Row:
    """`asked` are those who asked the desk to check it; `kin` is the checked claim that says the same."""

    claim: Claim
    article: Heading
    who: str
    asked: list[str]
    tags: list[str]
    overdue: bool
    rewording: list[Piece]
    kin: Kin | None


@dataclass(frozen=True)
class Queue:
    """One page of the queue. `found` counts what the filters let through on all pages."""

    query: QueueQuery
    tabs: list[Tab]
    rows: list[Row]
    found: int
    following: str | None
    reviewers: list[Account]
    known_tags: list[str]
    shelf: Shelf

    @property
    def dated(self) -> bool:
        """Whether a claim of the page has a deadline."""
        return any(row.claim.due for row in self.rows)


def open_queue(session: Session, query: QueueQuery, who: Account, at: datetime) -> Queue:
    """Raises InvalidInput."""
    after, inside = position(query.after, query.order), inside_of(session, query.search)
    found = claims.page(
        session,
        query.filters(who, at, inside),
        order=query.order,
        after=after.cursor if after else None,
        limit=PAGE + 1,
    )
    tabs = _tabs(session, query, who, at, inside)
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Queue(
        query=query,
        tabs=tabs,
        rows=_rows(session, found[:PAGE], at),
        found=next(tab.number for tab in tabs if tab.current),
        following=query.path(after=claim_position(query.order, last)) if last else None,
        reviewers=assignable(session),
        known_tags=tags.all_tags(session),
        shelf=open_shelf(session, query.search, who),
    )


def following(session: Session, query: QueueQuery, claim: Claim, who: Account, at: datetime) -> int | None:
    """The claim behind this one in a queue, which begins anew at its end; None where there is no other."""
    filters, here = query.filters(who, at, inside_of(session, query.search)), pages.after(claim)
    behind = claims.page(session, filters, order=query.order, after=here, limit=1)
    found = behind or claims.page(session, filters, order=query.order, limit=2)
    return next((each.id for each in found if each.id != claim.id), None)


def _rows(session: Session, shown: list[Claim], at: datetime) -> list[Row]:
    known = articles.headings_of(session, {claim.article_id for claim in shown})
    tagged = tags.of_claims(session, {claim.id or 0 for claim in shown})
    reworded = rewordings(session, shown)
    asked = asked_by(session, {claim.id or 0 for claim in shown})
    names = accounts.names(session, {claim.assignee_id for claim in shown if claim.assignee_id})
    kin = checked_kin(session, shown, desk_day(at, settings().time_zone))
    return [
        Row(
            claim=claim,
            article=known[claim.article_id],
            who=names.get(claim.assignee_id or 0, ""),
            asked=asked.get(claim.id or 0, []),
            tags=tagged.get(claim.id or 0, []),
            rewording=reworded.get(claim.id or 0, []),
            overdue=claim.state in TO_DO and is_overdue(claim.due, at),
            kin=kin.get(claim.id or 0),
        )
        for claim in shown
    ]


def _tabs(
    session: Session, query: QueueQuery, who: Account, at: datetime, inside: Filters | None
) -> list[Tab]:
    others = [query.at(view) for view in View]
    each = [other.filters(who, at, inside) for other in others]
    # what is due to be checked again is no open work: it is counted apart, from its few decisions
    numbers = claims.tallies(session, query.within(at, inside), each[:-1])
    numbers.append(claims.count(session, each[-1]))
    return [
        Tab(other.view, other.path(), number, other.view is query.view)
        for other, number in zip(others, numbers, strict=True)
    ]
