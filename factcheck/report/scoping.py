"""Which claims a report is about, with the articles they stand in: a fixed number of queries."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement
from sqlmodel import Session

from claims.article import Article, ArticleVersion
from claims.claim import Claim
from claims.errors import InvalidInput, NotFound
from claims.layout import Layout
from claims.store import articles, claims, decisions, saved_searches
from claims.store import tags as store
from claims.store.filters import Filters
from claims.store.filters import conditions as narrow
from claims.tag import key
from claims.workflow import State
from factcheck.past import PastClaim, claims_at
from factcheck.report.parts import ReportedArticle, Scope
from factcheck.saved_searches import filters_of, subject

OUT_OF_WORK = (State.DISMISSED, State.WITHDRAWN)


@dataclass(frozen=True)
class Ground:
    """The claims in the order of articles and text; of each article the present version, by its number,
    as a row of that table or its columns alone.
    `subject` is the name of the saved search; `past` what the claims were, where the report is as of then."""

    claims: list[Claim]
    subject: str
    articles: list[Article]
    versions: Mapping[int, Any]
    past: dict[int, PastClaim] | None = None
    layouts: dict[int, Layout] = field(default_factory=dict)

    def layout(self, article_id: int) -> Layout:
        """The layout of the article's present text, made once."""
        if article_id not in self.layouts:
            version = self.versions[article_id]
            self.layouts[article_id] = Layout(version.text, version.pages)
        return self.layouts[article_id]

    def is_in_text(self, claim: Claim) -> bool:
        """Whether the claim's words stand in its article's present text."""
        version = self.versions[claim.article_id]
        return not claim.vanished and claim.article_version == version.number


def find(session: Session, scope: Scope, zone: str, *, public: bool, as_of: datetime | None = None) -> Ground:
    """All that the scope covers, published or not, now or as of a moment; what was decided in a span of days
    is in public what was published in it. Raises NotFound, InvalidInput."""
    found, past = list(_wanted(session, scope, zone, public, as_of)), None
    if as_of is not None:
        were = claims_at(session, [claim.id or 0 for claim in found], as_of)
        past = {number: was for number, was in were.items() if _had_tag(was, scope)}
        found = [was.claim for was in past.values()]
    ids = {scope.id or 0} if scope.kind == "article" else {claim.article_id for claim in found}
    versions = _versions(session, ids, as_of)
    known = articles.many(session, set(versions))
    called = search_name(session, scope)
    ground = Ground(found, called, sorted(known.values(), key=lambda one: one.id or 0), versions, past)
    found.sort(key=lambda claim: (claim.article_id, not ground.is_in_text(claim), claim.start, claim.id or 0))
    return ground


def _versions(session: Session, ids: set[int], as_of: datetime | None) -> dict[int, ArticleVersion]:
    if as_of is None:
        return articles.current_versions(session, ids)
    found = articles.versions_at(session, ids, as_of)
    if ids and not found:
        raise NotFound("At that time the desk did not have this yet.")
    return found


def _had_tag(was: PastClaim, scope: Scope) -> bool:
    return scope.kind != "tag" or key(scope.tag) in map(key, was.tags)


def _wanted(
    session: Session, scope: Scope, zone: str, public: bool, as_of: datetime | None
) -> Iterable[Claim]:
    """The claims that may be in the scope, as they are now. Raises NotFound, InvalidInput."""
    if scope.kind == "article":
        return claims.of_article(session, articles.get(session, scope.id or 0).id or 0)
    if scope.kind == "claim":
        return [claims.get(session, scope.id or 0)]
    return claims.many(session, _listed(session, scope, zone, public, as_of)).values()


def _listed(
    session: Session, scope: Scope, zone: str, public: bool, as_of: datetime | None
) -> Collection[int]:
    """The numbers of the claims with a tag, of a saved search or decided on in some days."""
    if scope.kind == "tag":
        name = key(scope.tag)
        return store.claims_with(session, name) if as_of is None else store.ever_tagged(session)
    if scope.kind == "search":
        return _searched(session, scope, public, as_of)
    if _is_everything(scope):
        return claims.ids(session, Filters())
    since, before = _moments(scope, zone)
    ends = [moment for moment in (before, as_of and as_of + timedelta.resolution) if moment is not None]
    return decisions.claims_decided(session, since, min(ends, default=None), published=public)


def _is_everything(scope: Scope) -> bool:
    """A span without ends is all claims, decided on or not."""
    return scope.kind == "span" and scope.since is None and scope.until is None


def conditions(session: Session, scope: Scope, zone: str, *, public: bool) -> list[ColumnElement[bool]]:
    """What has to hold for the claims of a tag, of a saved search or of some days; nothing for all claims.
    Raises NotFound."""
    if scope.kind == "tag":
        return narrow(Filters(tag=scope.tag))
    if scope.kind == "search":
        wanted = filters_of(session, scope.id or 0)
        return narrow(subject(wanted) if public else wanted)
    if _is_everything(scope):
        return []
    return [decisions.was_decided(*_moments(scope, zone), published=public)]


def search_name(session: Session, scope: Scope) -> str:
    """The name of the saved search; empty for other scopes. Raises NotFound."""
    return saved_searches.get(session, scope.id or 0).name if scope.kind == "search" else ""


def _searched(session: Session, scope: Scope, public: bool, as_of: datetime | None) -> list[int]:
    """In public by what the search is about, and not by how the work on it stands."""
    if as_of is not None:
        raise InvalidInput("A saved search finds what it finds today: take an article, a tag or some days.")
    wanted = filters_of(session, scope.id or 0)
    return claims.ids(session, subject(wanted) if public else wanted)


def _moments(scope: Scope, zone: str) -> tuple[datetime | None, datetime | None]:
    """The first moment of the span and the first after it."""
    after = scope.until + timedelta(days=1) if scope.until is not None else None
    return _midnight(scope.since, zone), _midnight(after, zone)


def _midnight(day: date | None, zone: str) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), ZoneInfo(zone))


def report_articles(ground: Ground, scope: Scope, *, public: bool) -> tuple[ReportedArticle, ...]:
    """The articles as the report tells of them; the whole text stands only in one on the article itself, in
    public only where it is the desk's own."""
    whole = scope.kind == "article"
    return tuple(
        report_article(
            article,
            ground.versions[article.id or 0],
            in_work=_in_work(article, ground),
            whole=whole and (article.own_text or not public),
        )
        for article in ground.articles
    )


def _in_work(article: Article, ground: Ground) -> int:
    own = [claim for claim in ground.claims if claim.article_id == article.id]
    return sum(not claim.is_public and claim.state not in OUT_OF_WORK for claim in own)


def report_article(
    article: Article, version: ArticleVersion, *, in_work: int, whole: bool
) -> ReportedArticle:
    """An article as the report tells of it, with its text where that stands in it whole."""
    return ReportedArticle(
        id=article.id or 0,
        # what somebody asked the desk to check has their words as its title
        title="" if article.wished else article.title,
        author=article.author,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        language=article.language,
        version=version.number,
        added_at=version.added_at,
        text_sha256=version.text_sha256,
        text=version.text if whole else None,
        in_work=in_work,
    )
