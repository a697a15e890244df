"""Reports on any number of claims, article by article and in little memory: for formats with a row a claim.

`flow` gives the same as `build`, in the same order, some articles at a time. Most claims of a large desk have
nothing but their words: they stay the database's own row (`Plain`), whose fields are those of ReportedClaim.
Whatever hangs more on goes the way of `build`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from operator import attrgetter
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col, select

from claims.article import Article, ArticleVersion
from claims.claim import Claim
from claims.decision import Decision
from claims.evidence import Evidence
from claims.inquiry import Inquiry
from claims.store import accounts, articles
from factcheck.report.building import report_claim
from factcheck.report.footing import read_grounds
from factcheck.report.grounds import Moment
from factcheck.report.parts import Report, ReportedArticle, ReportedClaim, Scope
from factcheck.report.scoping import OUT_OF_WORK, Ground, conditions, report_article, search_name

ARTICLES = 40
"""Articles that are in memory at a time."""


class Plain(NamedTuple):
    """A claim of which there is nothing but its words, as the database has it: enums by their values, lists
    as JSON text. `number`, `in_text`, `page`, `paragraph` and `assignee` are what the report adds."""

    number: int
    in_text: bool
    page: int | None
    paragraph: int | None
    assignee: str | None
    row: Any


Told = Plain | ReportedClaim
Rows = Sequence[Any]


@dataclass(frozen=True)
class Flow:
    """What a report on many claims says: the head, a report without any claim or article, and the articles as
    they come, each with its claims."""

    head: Report
    articles: Iterator[tuple[ReportedArticle, list[Told]]]


_article_id = attrgetter("article_id")
_TEXTS = (
    *("kind", "modality", "state", "verdict", "language"),
    *("also_at", "quantities", "times", "names"),
)
_ROW = sa.select(
    *(
        # as it is kept: nothing is made of it that would have to be unmade
        sa.cast(column, sa.Text).label(column.name)
        if column.name in _TEXTS and isinstance(column.type, sa.JSON)
        else sa.type_coerce(column, sa.Text).label(column.name)
        if column.name in _TEXTS
        else column
        for column in Claim.__table__.columns  # type: ignore[attr-defined]
        if column.name in {*ReportedClaim.model_fields, "vanished", "public_decision_id", "assignee_id"}
    )
)


@dataclass(frozen=True)
class _Desk:
    """`busy` has a bit for each claim, set where anything hangs on it; `names` are those of accounts."""

    busy: bytearray
    names: dict[int, str]


_VERSION = sa.select(
    *(
        getattr(ArticleVersion, name)
        for name in ("article_id", "number", "text", "text_sha256", "added_at", "pages")
    )
).join(Article, col(Article.id) == ArticleVersion.article_id)
_VERSION = _VERSION.where(col(Article.current) == ArticleVersion.number)
"""Without what the extraction said of its sentences, which is more than all the rest."""


def flow(session: Session, head: Report) -> Flow:
    """The claims of the scope of `head`, which has none yet, as it tells of them. Raises NotFound where there
    is no such saved search."""
    scope = head.scope
    wanted = conditions(session, scope, head.time_zone, public=head.public)
    subject = search_name(session, scope)
    now = Moment(head.generated_at, head.time_zone)
    begun = head.model_copy(update={"subject": subject})
    return Flow(begun, _articles(session, begun, wanted, now))


def count_claims(session: Session, scope: Scope, zone: str, *, public: bool) -> int:
    """How many claims the scope has. Raises NotFound."""
    wanted = conditions(session, scope, zone, public=public)
    if public:
        wanted = [*wanted, col(Claim.public_decision_id).is_not(None)]
    return session.exec(select(sa.func.count()).select_from(Claim).where(*wanted)).one()


def _articles(
    session: Session, head: Report, wanted: list[sa.ColumnElement[bool]], now: Moment
) -> Iterator[tuple[ReportedArticle, list[Told]]]:
    desk = _Desk(_busy(session), accounts.names(session))
    number, last = 0, 0
    while ids := _following(session, last):
        last = ids[-1]
        statement = _ROW.where(col(Claim.article_id).in_(ids), *wanted).order_by(col(Claim.article_id))
        rows = session.connection().execute(statement).all()
        for article, told in _Chunk(session, head, now, desk, rows).told(number):
            number += len(told)
            yield article, told


def _following(session: Session, last: int) -> list[int]:
    """The numbers of the next articles behind this one."""
    statement = select(col(Article.id)).where(col(Article.id) > last).order_by(col(Article.id))
    return [number for number in session.exec(statement.limit(ARTICLES)) if number is not None]


def _busy(session: Session) -> bytearray:
    """A bit for each claim, set where anything hangs on it: a decision, evidence, somebody who was asked."""
    most = session.connection().scalar(sa.select(sa.func.max(Claim.id))) or 0
    bits = bytearray(most // 8 + 1)
    for model in (Decision, Evidence, Inquiry):
        numbers = sa.select(col(model.claim_id)).execution_options(yield_per=10_000)
        for (claim_id,) in session.connection().execute(numbers):
            bits[claim_id >> 3] |= 1 << (claim_id & 7)
    return bits


class _Chunk:
    """Some articles with their claims."""

    def __init__(self, session: Session, head: Report, now: Moment, desk: _Desk, rows: Rows) -> None:
        self.session, self.head, self.now, self.desk, self.rows = session, head, now, desk, rows
        ids = {row.article_id for row in rows}
        self.articles = articles.many(session, ids)
        versions = {
            row.article_id: row
            for row in session.connection().execute(_VERSION.where(col(Article.id).in_(ids)))
        }
        self.ground = Ground([], "", [], versions)
        self.grounds = read_grounds(session, self._busy(), public=head.public, upto=now.at)

    def told(self, number: int) -> Iterator[tuple[ReportedArticle, list[Told]]]:
        """Its articles with their claims, which are numbered from the one behind `number` on."""
        for article_id, rows in groupby(self.rows, key=_article_id):
            version = self.ground.versions[article_id].number
            own = sorted(
                rows, key=lambda row: (row.vanished or row.article_version != version, row.start, row.id)
            )
            shown = [row for row in own if row.public_decision_id is not None or not self.head.public]
            if shown:
                told = list(map(self._tell, shown, count(number + 1)))
                number += len(told)
                yield self._article(article_id, own), told

    def _tell(self, row: Any, number: int) -> Told:
        version = self.ground.versions[row.article_id].number
        in_text = _in_text(row, version)
        layout = self.ground.layout(row.article_id)
        if row.id in self.grounds.claims:
            case = self.grounds.case(
                row.id, number, in_text, layout, self.desk.names, self.head.public, self.now
            )
            return report_claim(case)
        spot = layout.spot(row.start) if in_text else None
        assignee = self.desk.names[row.assignee_id] if row.assignee_id is not None else None
        page, paragraph = (spot.page, spot.paragraph) if spot else (None, None)
        return Plain(number, in_text, page, paragraph, assignee, row)

    def _article(self, article_id: int, own: list[Any]) -> ReportedArticle:
        working = sum(row.public_decision_id is None and row.state not in OUT_OF_WORK for row in own)
        version = self.ground.versions[article_id]
        return report_article(self.articles[article_id], version, in_work=working, whole=False)

    def _busy(self) -> list[int]:
        """The claims that are shown and on which something hangs."""
        return [
            row.id
            for row in self.rows
            if self.desk.busy[row.id >> 3] >> (row.id & 7) & 1
            and (row.public_decision_id is not None or not self.head.public)
        ]


def _in_text(row: Any, version: int) -> bool:
    return not row.vanished and row.article_version == version
