"""Which claims a report is about, with the articles they stand in: a fixed number of queries."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from claims.article import Article, ArticleVersion
from claims.claim import Claim
from claims.store import articles, claims, decisions
from claims.store import tags as store
from claims.tag import key
from claims.workflow import State
from factcheck.report.parts import ReportedArticle, Scope

_OUT_OF_WORK = (State.DISMISSED, State.WITHDRAWN)


@dataclass(frozen=True)
class Ground:
    """The claims in the order of articles and text; of each article the present version, by its number."""

    claims: list[Claim]
    articles: list[Article]
    versions: dict[int, ArticleVersion]

    def is_in_text(self, claim: Claim) -> bool:
        """Whether the claim's words stand in its article's present text."""
        version = self.versions[claim.article_id]
        return not claim.vanished and claim.article_version == version.number


def find(session: Session, scope: Scope, zone: str, *, public: bool) -> Ground:
    """All that the scope covers, published or not; what was decided in a span of days is in public what was
    published in it. Raises NotFound."""
    found, ids = _claims(session, scope, zone, public)
    known = articles.many(session, ids)
    versions = articles.current_versions(session, ids)
    ground = Ground(found, sorted(known.values(), key=lambda article: article.id or 0), versions)
    found.sort(key=lambda claim: (claim.article_id, not ground.is_in_text(claim), claim.start, claim.id or 0))
    return ground


def _claims(session: Session, scope: Scope, zone: str, public: bool) -> tuple[list[Claim], set[int]]:
    if scope.kind == "article":
        article = articles.get(session, scope.id or 0)
        return claims.of_article(session, article.id or 0), {article.id or 0}
    if scope.kind == "claim":
        found = [claims.get(session, scope.id or 0)]
    elif scope.kind == "tag":
        found = list(claims.many(session, store.claims_with(session, key(scope.tag))).values())
    else:
        decided = decisions.claims_decided(session, *_moments(scope, zone), published=public)
        found = list(claims.many(session, decided).values())
    return found, {claim.article_id for claim in found}


def _moments(scope: Scope, zone: str) -> tuple[datetime | None, datetime | None]:
    """The first moment of the span and the first after it."""
    after = scope.until + timedelta(days=1) if scope.until is not None else None
    return _midnight(scope.since, zone), _midnight(after, zone)


def _midnight(day: date | None, zone: str) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), ZoneInfo(zone))


def report_articles(ground: Ground, scope: Scope, *, public: bool) -> tuple[ReportedArticle, ...]:
    """The articles as the report tells of them; the whole text stands only in an internal one on the
    article itself."""
    whole = not public and scope.kind == "article"
    return tuple(_report(article, ground, whole) for article in ground.articles)


def _report(article: Article, ground: Ground, whole: bool) -> ReportedArticle:
    version = ground.versions[article.id or 0]
    own = [claim for claim in ground.claims if claim.article_id == article.id]
    in_work = [claim for claim in own if not claim.is_public and claim.state not in _OUT_OF_WORK]
    return ReportedArticle(
        id=article.id or 0,
        title=article.title,
        author=article.author,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        language=article.language,
        version=version.number,
        added_at=version.added_at,
        text_sha256=version.text_sha256,
        text=version.text if whole else None,
        in_work=len(in_work),
    )
