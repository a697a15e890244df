"""Reports on any number of claims, article by article and in little memory: for formats with a row a claim.

`flow` gives the same as `build`, in the same order, some articles at a time. Claims of which the rows of the
database say all stay such rows (`Brief`), with the columns that the format wants; the others go the way of
`build`.
"""

from collections.abc import Callable, Iterator
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
from factcheck.report.briefs import NOTHING, Brief, Columns, Rows, read_grounds
from factcheck.report.building import report_claim
from factcheck.report.footing import read_grounds as read_footing
from factcheck.report.grounds import Moment
from factcheck.report.parts import Report, ReportedArticle, ReportedClaim, Scope
from factcheck.report.scoping import OUT_OF_WORK, conditions, report_article, search_name

ARTICLES, CLAIMS = 200, 2_000
"""How many articles at most, and about how many claims, are in memory at a time."""

Told = Brief | ReportedClaim


@dataclass(frozen=True)
class Flow:
    """What a report on many claims says: the head, a report without any claim or article, and the articles as
    they come, each with its claims, which are read with the columns that the format wants."""

    head: Report
    articles: Callable[[Columns], Iterator[tuple[ReportedArticle, list[Told]]]]


@dataclass(frozen=True)
class _Desk:
    """`busy` has a bit for each claim, set where there are decisions or evidence, `asked` where somebody was
    asked; `names` are those of accounts."""

    busy: bytearray
    asked: bytearray
    names: dict[int, str]


_article_id, _order = itemgetter(0), itemgetter(0, 1, 2, 3)
IN_TEXT = sa.and_(~col(Claim.vanished), col(Claim.article_version) == Article.current)
"""Whether its words stand in the text of its article."""

_ROW = (
    *(col(Claim.article_id), (~IN_TEXT).label("gone"), col(Claim.start), col(Claim.id)),
    col(Claim.assignee_id),
)
"""What is read of each claim beside the columns of the format; by the first four it is sorted."""

_IN_WORK = col(Claim.public_decision_id).is_(None) & col(Claim.state).not_in(OUT_OF_WORK)
_TEXT = sa.select(
    *Article.__table__.columns,  # type: ignore[attr-defined]
    *(getattr(ArticleVersion, name) for name in ("number", "text", "text_sha256", "added_at", "pages")),
).join(
    ArticleVersion,
    (col(Article.id) == ArticleVersion.article_id) & (col(Article.current) == ArticleVersion.number),
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
    desk = _Desk(_marked(session, Decision, Evidence), _marked(session, Inquiry), accounts.names(session))
    shown = [*wanted, *_shown(head.public)]
    numbers, last = count(1), 0
    while working := _following(session, wanted, last, public=head.public):
        last = max(working)
        statement = sa.select(*_ROW, *columns.claim).join(Article, col(Article.id) == Claim.article_id)
        rows = session.connection().execute(statement.where(col(Claim.article_id).in_(working), *shown)).all()
        texts = session.connection().execute(_TEXT.where(col(Article.id).in_(working)))
        chunk = _Chunk(session, head, desk, rows, columns)
        yield from chunk.told({text.id: text for text in texts}, numbers, working)


def _following(
    session: Session, wanted: list[sa.ColumnElement[bool]], last: int, *, public: bool
) -> dict[int, int]:
    """The next articles behind this one of which something is told, each with how many of its claims are
    still in work."""
    article = col(Claim.article_id)
    told = sa.func.count(col(Claim.public_decision_id)) if public else sa.func.count()
    statement = sa.select(article, told, sa.func.count().filter(_IN_WORK)).where(article > last, *wanted)
    grouped = statement.group_by(article).having(told > 0).order_by(article).limit(ARTICLES)
    working: dict[int, int] = {}
    most = CLAIMS
    for article_id, claims, in_work in session.connection().execute(grouped):
        if working and claims > most:
            break
        working[article_id] = in_work
        most -= claims
    return working


def _marked(session: Session, *models: Any) -> bytearray:
    """A bit for each claim, set where there are rows of these models on it."""
    most = session.connection().scalar(sa.select(sa.func.max(Claim.id))) or 0
    bits = bytearray(most // 8 + 1)
    for model in models:
        numbers = sa.select(col(model.claim_id)).execution_options(yield_per=10_000)
        for (claim_id,) in session.connection().execute(numbers):
            bits[claim_id >> 3] |= 1 << (claim_id & 7)
    return bits


def _has(bits: bytearray, claim_id: int) -> int:
    return bits[claim_id >> 3] >> (claim_id & 7) & 1


class _Chunk:
    """Some articles with their claims."""

    def __init__(self, session: Session, head: Report, desk: _Desk, rows: Rows, columns: Columns) -> None:
        self.head, self.desk = head, desk
        self.now = Moment(head.generated_at, head.time_zone)
        self.rows = sorted(rows, key=_order)
        ids = [row[3] for row in self.rows]
        asked = [claim_id for claim_id in ids if _has(desk.asked, claim_id)]
        busy = [claim_id for claim_id in ids if _has(desk.busy, claim_id) and not _has(desk.asked, claim_id)]
        self.grounds = read_grounds(session, busy, columns, desk.names, public=head.public)
        self.grounds.update(dict.fromkeys(asked))
        others = [claim_id for claim_id, ground in self.grounds.items() if ground is None]
        self.footing = read_footing(session, others, public=head.public, upto=self.now.at)

    def told(
        self, texts: dict[int, Any], numbers: Iterator[int], working: dict[int, int]
    ) -> Iterator[tuple[ReportedArticle, list[Told]]]:
        """Its articles with their claims, which take the next numbers."""
        for article_id, rows in groupby(self.rows, key=_article_id):
            text = texts[article_id]
            layout = Layout(text.text, text.pages)
            told = [self._tell(row, next(numbers), layout) for row in rows]
            yield report_article(text, text, in_work=working[article_id], whole=False), told

    def _tell(self, row: Any, number: int, layout: Layout) -> Told:
        ground = self.grounds.get(row[3], NOTHING)
        if ground is None:
            names, public = self.desk.names, self.head.public
            return report_claim(
                self.footing.case(row[3], number, not row[1], layout, names, public, self.now)
            )
        page, paragraph = (None, None) if row[1] else layout.spot(row[2])
        assignee = None if row[4] is None or self.head.public else self.desk.names[row[4]]
        return Brief(number, page, paragraph, assignee, row, ground)
