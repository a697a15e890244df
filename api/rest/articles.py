"""Articles: taken in, read, with their claims and their texts."""

from flask import Response, url_for

from api.auth import account, token_requires
from api.claim_records import represent_past
from api.matching import match_afterwards
from api.representation import (
    represent_articles,
    represent_claims,
    represent_ingested,
    represent_text,
    represent_versions,
)
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.paging import cut, newest_position, position
from api.rest.parsing import parsed
from api.schemas.articles import (
    ArticlePage,
    ArticlePath,
    ArticleQuery,
    ArticleRecord,
    ArticleView,
    Ingestion,
    NewArticle,
    SecondReadingRecord,
    VersionPath,
    Versions,
    VersionText,
)
from api.schemas.claims import ClaimPage, ClaimView
from api.seconding import the_model
from api.unit import db, engine, now
from claims import database
from claims.store import articles, claims
from claims.workflow import Role
from factcheck.ingest import ingest
from factcheck.past import claims_at
from factcheck.reading import read
from factcheck.seconding import reread, second

blueprint = make_blueprint("articles", "Texts with their address, publisher, author, date and language")


@blueprint.get("/articles", responses={200: ArticlePage})
@token_requires(Role.READER)
@parsed
def list_articles(query: ArticleQuery) -> Response:
    """List articles, newest first."""
    after = position(query.cursor, "newest")
    found = articles.page(db(), after.id if after else None, query.limit + 1)
    page, last = cut(found, query.limit)
    told = ArticlePage(items=represent_articles(db(), page), next=newest_position(last))
    return answer(told, fields=query.wanted)


@blueprint.post("/articles", responses={201: Ingestion, 200: Ingestion})
@token_requires(Role.REVIEWER)
@parsed
def add_article(body: NewArticle) -> Response:
    """Take an article in and propose its claims.

    The same bytes, or the same text at the same address, again change nothing and answer 200; a
    changed text becomes a new version, and claims follow their words."""
    draft = read(
        body.document,
        media_type=body.media_type,
        language=body.language,
        title=body.title,
        author=body.author,
        publisher=body.publisher,
        published=body.published,
        url=body.url,
    )
    ingested = ingest(db(), draft, by=account(), at=now(), article_id=body.article_id, own_text=body.own_text)
    match_afterwards(ingested.article.id or 0)
    address = url_for("rest_articles.get_article", article_id=ingested.article.id)
    return answer(represent_ingested(db(), ingested), 201 if ingested.created else 200, location=address)


@blueprint.get("/articles/<article_id>", responses={200: ArticleRecord})
@token_requires(Role.READER)
@parsed
def get_article(path: ArticlePath, query: ArticleView) -> Response:
    """Get one article, without its text."""
    found = represent_articles(db(), [articles.get(db(), path.article_id)])[0]
    return answer(found, fields=query.wanted)


@blueprint.get("/articles/<article_id>/claims", responses={200: ClaimPage})
@token_requires(Role.READER)
@parsed
def list_article_claims(path: ArticlePath, query: ClaimView) -> Response:
    """List all claims of an article, in the order of its text; with `as_of` those it had then."""
    article = articles.get(db(), path.article_id)
    found = claims.of_article(db(), article.id or 0)
    if query.as_of is None:
        return answer(ClaimPage(items=represent_claims(db(), found)), fields=query.wanted)
    past = claims_at(db(), [claim.id or 0 for claim in found], query.as_of).values()
    then = sorted(past, key=lambda one: (one.claim.start, one.claim.id))
    return answer(ClaimPage(items=represent_past(db(), then)), fields=query.wanted)


@blueprint.post("/articles/<article_id>/second-reading", responses={200: SecondReadingRecord})
@token_requires(Role.REVIEWER, write=False)
@parsed
def read_article_again(path: ArticlePath) -> Response:
    """Ask the desk's language model what the rules missed in the article's current text.

    Its claims are proposals like any other; where it names one that is known, it becomes one of that
    claim's proposers. 404 where the desk has no language model, 502 where that cannot be asked."""
    number, reading = reread(db(), path.article_id, the_model())
    with database.writing(engine()) as session:
        tally, added = second(session, path.article_id, number, reading, by=account(), at=now())
        items = represent_claims(session, added)
    match_afterwards(path.article_id)
    return answer(SecondReadingRecord(tally=tally, claims=items))


@blueprint.get("/articles/<article_id>/versions", responses={200: Versions})
@token_requires(Role.READER)
@parsed
def list_versions(path: ArticlePath) -> Response:
    """List the texts that an article has had, oldest first."""
    found = articles.versions(db(), articles.get(db(), path.article_id))
    return answer(Versions(items=represent_versions(db(), found)))


@blueprint.get("/articles/<article_id>/versions/<number>", responses={200: VersionText})
@token_requires(Role.READER)
@parsed
def get_version(path: VersionPath) -> Response:
    """Get one text of an article: what the offsets of its claims count in."""
    article = articles.get(db(), path.article_id)
    return answer(represent_text(db(), articles.version(db(), article, path.number), article.language))
