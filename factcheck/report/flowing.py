"""Reports on any number of claims, article by article and in little memory: for formats with a row a claim.

`flow` gives the same as `build`, in the same order, some articles at a time. Claims of which the rows of the
database say all stay such rows (`Brief`), with the columns that the format wants; the others go the way of
`build`.
"""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from claims.article import Article, ArticleVersion
from claims.claim import Claim
from claims.decision import Decision
from claims.evidence import Evidence
from claims.inquiry import Inquiry
from claims.layout import Layout
from claims.store import accounts
from claims.store.compiled import IDS, is_listed
from factcheck.report.briefs import NOTHING, Columns, Grounds, Rows
from factcheck.report.building import report_claim
from factcheck.report.footing import read_grounds as read_footing
from factcheck.report.grounds import Moment
from factcheck.report.parts import Report, ReportedArticle, Scope
from factcheck.report.scoping import OUT_OF_WORK, conditions, report_article, search_name

CLAIMS, TEXTS = 1_000, 50
"""About how many claims, and how many texts of articles, are in memory at a time."""

Told = Any
"""A claim as a ReportedClaim, or what the format makes of its row."""


@dataclass(frozen=True)
class Flow:
    """What a report on many claims says: the head, a report without any claim or article, and the articles as
    they come, each with its claims, which are read with the columns that the format wants."""

    head: Report
    articles: Callable[[Columns], Iterator[tuple[ReportedArticle, list[Told]]]]


@dataclass(frozen=True)
class _Desk:
    """`marks` has a byte for each claim, by its number: what hangs on it. `names` are those of accounts."""

    marks: bytearray
    names: dict[int, str]


_GROUNDED, _ASKED = 1, 2
"""Marks of a claim with decisions or evidence, and of one about which somebody was asked."""

_article_id = itemgetter(0)
IN_TEXT = sa.and_(~col(Claim.vanished), col(Claim.article_version) == Article.current)
"""Whether its words stand in the text of its article."""

_IN_WORK = col(Claim.public_decision_id).is_(None) & col(Claim.state).not_in(OUT_OF_WORK)
_ROW = (
    *(col(Claim.article_id), sa.type_coerce(~IN_TEXT, sa.Integer), col(Claim.start), col(Claim.id)),
    *(col(Claim.assignee_id), sa.type_coerce(_IN_WORK, sa.Integer)),
)
"""What is read of each claim before the columns of the format: its article, whether its words are gone from
there, its start and its number, by which it is sorted (no two have the same number); who has it, and whether
it is in work."""

_OF_FORMAT = len(_ROW)
"""Where the columns of the format begin."""

_TEXTS = (
    sa.select(
        *(getattr(Article, name) for name in ("id", "title", "wished", "author", "publisher")),
        *(getattr(Article, name) for name in ("published", "url", "language")),
        *(getattr(ArticleVersion, name) for name in ("number", "text", "text_sha256", "added_at", "pages")),
    )
    .join(
        ArticleVersion,
        (col(Article.id) == ArticleVersion.article_id) & (col(Article.current) == ArticleVersion.number),
    )
    .where(is_listed(Article.id))
    .order_by(col(Article.id))
    .execution_options(yield_per=TEXTS)
)
"""Without what the extraction said of its sentences, which is more than all the rest."""


def flow(session: Session, head: Report) -> Flow:
    """The claims of the scope of `head`, which has none yet, as it tells of them. Raises NotFound where there
    is no such saved search."""
    wanted = conditions(session, head.scope, head.time_zone, public=head.public)
    begun = head.model_copy(update={"subject": search_name(session, head.scope)})
    return Flow(begun, lambda columns: _articles(session, begun, wanted, columns))


def count_claims(session: Session, scope: Scope, zone: str, *, public: bool) -> int:
    """How many claims the scope has. Raises NotFound."""
    wanted = [*conditions(session, scope, zone, public=public), *_shown(public)]
    return session.exec(select(sa.func.count()).select_from(Claim).where(*wanted)).one()


def _shown(public: bool) -> list[sa.ColumnElement[bool]]:
    """In public only what was published."""
    return [col(Claim.public_decision_id).is_not(None)] if public else []


def _articles(
    session: Session, head: Report, wanted: list[sa.ColumnElement[bool]], columns: Columns
) -> Iterator[tuple[ReportedArticle, list[Told]]]:
    desk = _Desk(_marks(session), accounts.names(session))
    statement = sa.select(*_ROW, *columns.claim).join(Article, col(Article.id) == Claim.article_id)
    grounds, numbers = Grounds(columns, desk.names, public=head.public), count(1)
    for rows in _chunks(session, statement.where(*wanted, *_shown(head.public))):
        yield from _Chunk(session, head, desk, rows, grounds, columns).told(numbers, wanted)


def _chunks(session: Session, statement: Any) -> Iterator[list[Any]]:
    """The rows in the order of articles, those of an article together."""
    held: list[Any] = []
    read = _reader(session.connection(), statement.order_by(col(Claim.article_id)))
    while rows := read(CLAIMS):
        held.extend(rows)
        whole = bisect_left(held, held[-1][0], key=_article_id)
        yield held[:whole]
        del held[:whole]
    yield held


def _reader(connection: sa.Connection, statement: Any) -> Callable[[int], Rows]:
    """Reads the next rows. Nothing has to be made of their columns, so SQLite's driver, which reads row by
    row of itself, hands them on without SQLAlchemy's making rows of its own of them."""
    if connection.dialect.name == "sqlite":
        cursor: Any = connection.execute(statement).cursor
        return cursor.fetchmany  # type: ignore[no-any-return]
    return connection.execute(statement, execution_options={"yield_per": CLAIMS}).fetchmany


def _marks(session: Session) -> bytearray:
    connection = session.connection()
    marks = bytearray((connection.scalar(sa.select(sa.func.max(Claim.id))) or 0) + 1)
    for model, mark in ((Decision, _GROUNDED), (Evidence, _GROUNDED), (Inquiry, _ASKED)):
        numbers = sa.select(col(model.claim_id)).execution_options(yield_per=10_000)
        for (claim_id,) in connection.execute(numbers):
            marks[claim_id] |= mark
    return marks


class _Chunk:
    """Some articles with their claims."""

    def __init__(
        self, session: Session, head: Report, desk: _Desk, rows: Rows, grounds: Grounds, columns: Columns
    ) -> None:
        self.session, self.head, self.desk = session, head, desk
        self.brief = columns.brief
        self.assigned = {} if head.public else desk.names
        self.now = Moment(head.generated_at, head.time_zone)
        self.rows = sorted(rows)
        marked = [row[3] for row in self.rows if desk.marks[row[3]]]
        self.grounds = grounds.read(session, [one for one in marked if desk.marks[one] == _GROUNDED])
        self.grounds.update((one, None) for one in marked if desk.marks[one] != _GROUNDED)
        others = [claim_id for claim_id, ground in self.grounds.items() if ground is None]
        self.footing = read_footing(session, others, public=head.public, upto=self.now.at)

    def told(
        self, numbers: Iterator[int], wanted: list[sa.ColumnElement[bool]]
    ) -> Iterator[tuple[ReportedArticle, list[Told]]]:
        """Its articles with their claims, which take the next numbers."""
        ids = sorted({row[0] for row in self.rows})
        working = self._working(ids, wanted)
        texts: Any = self.session.connection().execute(_TEXTS, {IDS: json.dumps(ids)})
        for text, (article_id, rows) in zip(texts, groupby(self.rows, key=_article_id), strict=True):
            layout = Layout(text.text, text.pages)
            told = [self._tell(row, number, layout) for row, number in zip(rows, numbers, strict=False)]
            yield report_article(text, text, in_work=working.get(article_id, 0), whole=False), told

    def _working(self, ids: list[int], wanted: list[sa.ColumnElement[bool]]) -> Mapping[int, int]:
        """How many claims of each article are in work: in public none of them is among the rows."""
        if not self.head.public:
            return Counter([row[0] for row in self.rows if row[5]])
        article = col(Claim.article_id)
        counted = sa.select(article, sa.func.count()).where(article.in_(ids), _IN_WORK, *wanted)
        found = self.session.connection().execute(counted.group_by(article))
        return {row[0]: row[1] for row in found}

    def _tell(self, row: Any, number: int, layout: Layout) -> Told:
        gone, start = row[1], row[2]
        ground = self.grounds.get(row[3], NOTHING)
        if ground is None:
            names, public = self.desk.names, self.head.public
            return report_claim(self.footing.case(row[3], number, not gone, layout, names, public, self.now))
        page, paragraph = (None, None) if gone else (layout.page(start), layout.paragraph(start))
        return self.brief(number, page, paragraph, self.assigned.get(row[4]), row[_OF_FORMAT:], ground)
