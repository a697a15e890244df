"""Taking an article in: stored once, its claims proposed; read again with changes, its claims followed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.article import AliasDraft, Article, ArticleDraft, ArticleVersion, published_on
from claims.claim import Claim, ClaimDraft, Extraction, Origin
from claims.reason import Language
from claims.selector import Place
from claims.store import articles, claims, events
from claims.store.events import Happening
from claims.workflow import State
from factcheck.extraction.claims import extract
from factcheck.revision import Revision, follow_claims


@dataclass(frozen=True)
class Ingested:
    """`created`: the article is new; `changed`: this reading added a version to it. `claims` are all
    that the article has, in the order of the text; `revision` says what became of those it had before,
    where it was read again."""

    article: Article
    version: ArticleVersion
    created: bool
    changed: bool
    claims: list[Claim]
    revision: Revision | None = None


def ingest(
    session: Session,
    draft: ArticleDraft,
    *,
    by: Account,
    at: datetime,
    article_id: int | None = None,
    extraction: Extraction | None = None,
    own_text: bool = False,
) -> Ingested:
    """Store an article and propose its claims.

    An article is its URL, or what `article_id` names; without either only equal bytes are the same
    article. The same text again changes nothing. `extraction` can be made beforehand (see `analyse`),
    so that no other writer waits for it; it is made anew where a reviewer said what words of the article
    mean. `own_text` says that the desk wrote it. Raises NotFound for an unknown `article_id`.
    """
    known = _known(session, draft, article_id)
    if known is not None and _reads_the_same(session, known, draft, article_id):
        version = articles.version(session, known)
        return Ingested(known, version, False, False, claims.of_article(session, known.id or 0))
    aliases = _aliases(session, known)
    if extraction is None or aliases:
        extraction = analyse(draft, aliases)
    article = known or articles.add(session, draft, at)
    before = articles.version(session, article) if known is not None else None
    article.own_text = article.own_text or own_text
    version = _add_version(session, article, draft, extraction, by, at)
    revision: Revision | None = None
    followed: list[Place] = []
    if before is not None:
        revision, followed = follow_claims(
            session, article, before, version, drafts=extraction.claims, by=by, at=at
        )
    propose_all(session, version, _unknown(extraction.claims, followed), draft.language, by=by, at=at)
    known_claims = claims.of_article(session, article.id or 0)
    return Ingested(article, version, known is None, True, known_claims, revision)


def analyse(draft: ArticleDraft, aliases: tuple[AliasDraft, ...] = ()) -> Extraction:
    """What the article claims, where reviewers said what words of it mean by those; takes no database."""
    return extract(draft.text, draft.language, published_on(draft.published), aliases)


def _aliases(session: Session, known: Article | None) -> tuple[AliasDraft, ...]:
    if known is None:
        return ()
    return tuple(alias.draft for alias in articles.aliases(session, known.id or 0))


def _known(session: Session, draft: ArticleDraft, article_id: int | None) -> Article | None:
    if article_id is not None:
        return articles.get(session, article_id)
    if draft.url:
        return articles.by_url(session, draft.url)
    return articles.by_content(session, _sha256(draft.content))


def _reads_the_same(session: Session, article: Article, draft: ArticleDraft, article_id: int | None) -> bool:
    if article_id is None and not draft.url:
        return True  # known by its bytes: an old file read again is no new version
    return articles.version(session, article).text_sha256 == _sha256(draft.text.encode())


def _add_version(
    session: Session,
    article: Article,
    draft: ArticleDraft,
    extraction: Extraction,
    by: Account,
    at: datetime,
) -> ArticleVersion:
    said = {
        field: value
        for field in ("title", "author", "publisher", "published")
        if (value := getattr(draft, field))
    }
    article.sqlmodel_update(said)
    sentences = [sentence.model_dump(mode="json", exclude={"claims"}) for sentence in extraction.sentences]
    version = articles.add_version(
        session,
        article,
        {
            **draft.model_dump(include={"text", "content", "media_type", "pages"}),
            "text_sha256": _sha256(draft.text.encode()),
            "content_sha256": _sha256(draft.content),
            "sentences": sentences,
            "added_by": by.id,
            "added_at": at,
        },
    )
    events.append(
        session,
        "ingest",
        by=by.id or 0,
        at=at,
        article_id=article.id,
        body={
            "number": version.number,
            "text_sha256": version.text_sha256,
            "url": article.url,
            **said,
            **({"own_text": True} if article.own_text else {}),
        },
    )
    return version


def _unknown(drafts: tuple[ClaimDraft, ...], known: list[Place]) -> list[ClaimDraft]:
    return [draft for draft in drafts if not any(map(draft.is_of_same_words, known))]


def propose(
    session: Session,
    version: ArticleVersion,
    draft: ClaimDraft,
    language: Language,
    *,
    by: Account,
    at: datetime,
    model: str | None = None,
) -> Claim:
    """Put a machine's draft forward as a claim, with its event; `model` where a language model drafted it."""
    [number] = propose_all(session, version, [draft], language, by=by, at=at, model=model)
    return claims.get(session, number)


def propose_all(
    session: Session,
    version: ArticleVersion,
    drafts: Sequence[ClaimDraft],
    language: Language,
    *,
    by: Account,
    at: datetime,
    model: str | None = None,
) -> list[int]:
    """The same with many drafts at once; returns the numbers of their claims, in the same order."""
    numbers = claims.add_all(
        session,
        drafts,
        article_id=version.article_id,
        article_version=version.number,
        language=language,
        origin=Origin.MACHINE,
        state=State.PROPOSED,
        at=at,
    )
    shared = {"to": State.PROPOSED.value, "version": 1} | ({"model": model} if model else {})
    told = [
        Happening("propose", {**shared, "start": draft.start, "end": draft.end}, version.article_id, number)
        for number, draft in zip(numbers, drafts, strict=True)
    ]
    events.append_all(session, told, by=by.id or 0, at=at)
    return numbers


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
