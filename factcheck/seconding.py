"""What a language model proposed, taken into the desk beside what the rules proposed."""

from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.article import Article, ArticleVersion
from claims.claim import Claim, ClaimDraft, Origin
from claims.errors import StaleVersion
from claims.selector import Place
from claims.store import articles, claims, events
from claims.workflow import State
from factcheck.model import SecondReading
from factcheck.model.merging import SAME_WORDS


def second(
    session: Session, article_id: int, number: int, reading: SecondReading, *, by: Account, at: datetime
) -> list[Claim]:
    """Propose what the model found in version `number` of the article and the desk has not; where the
    desk has the claim, name the model as one of its proposers. Returns the new claims.

    Raises NotFound, and StaleVersion where the article has been read again meanwhile.
    """
    article = articles.get(session, article_id)
    if article.current != number:
        raise StaleVersion(
            "The article was read again meanwhile: ask the language model about version %(current)s.",
            article.current,
        )
    version = articles.version(session, article)
    model = reading.tally.model
    known = [claim for claim in claims.of_article(session, article_id) if not claim.vanished]
    added: list[Claim] = []
    for draft in reading.extraction.claims:
        if model not in draft.proposers:
            continue
        claim = next((claim for claim in known if _has(claim, draft)), None)
        if claim is None:
            added.append(_propose(session, article, version, draft, model, by, at))
        elif model not in claim.proposers:
            _confirm(session, claim, model, by, at)
    counted = reading.tally.model_dump(exclude={"why"})
    body = {"number": number, **counted, "proposed": len(added)}
    events.append(session, "second", by=by.id or 0, at=at, article_id=article_id, body=body)
    return added


def _has(claim: Claim, draft: ClaimDraft) -> bool:
    places = (claim.selector, *(Place.model_validate(place) for place in claim.also_at))
    return any(place.overlap(draft) >= SAME_WORDS for place in places)


def _propose(
    session: Session,
    article: Article,
    version: ArticleVersion,
    draft: ClaimDraft,
    model: str,
    by: Account,
    at: datetime,
) -> Claim:
    claim = claims.add(
        session,
        draft,
        article_id=version.article_id,
        article_version=version.number,
        language=article.language,
        origin=Origin.MACHINE,
        state=State.PROPOSED,
        at=at,
    )
    facts = {"to": claim.state.value, "start": claim.start, "end": claim.end, "model": model}
    events.record(session, claim, "propose", by=by.id or 0, at=at, facts=facts)
    return claim


def _confirm(session: Session, claim: Claim, model: str, by: Account, at: datetime) -> None:
    claim.proposers = [*claim.proposers, model]
    claims.touch(session, claim, at)
    events.record(session, claim, "confirm_proposal", by=by.id or 0, at=at, facts={"model": model})
