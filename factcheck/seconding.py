"""What a language model proposed, taken into the desk beside what the rules proposed."""

from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.article import Article
from claims.claim import Claim, ClaimDraft
from claims.errors import StaleVersion
from claims.selector import Place
from claims.store import articles, claims, events
from factcheck.extraction.claims import extract
from factcheck.ingest import propose
from factcheck.model import LanguageModel, SecondReading, Tally, read_again


def reread(session: Session, article_id: int, model: LanguageModel) -> tuple[int, SecondReading]:
    """The number of the article's current version, and what rules and model find in it.

    Changes nothing, for a model takes its time and nobody else should wait to write. Raises NotFound,
    ModelUnreachable.
    """
    article = articles.get(session, article_id)
    version = articles.version(session, article)
    named = [alias.draft for alias in articles.aliases(session, article_id)]
    extraction = extract(version.text, article.language, article.published_on, named)
    return version.number, read_again(model, version.text, extraction, article.published_on)


def seconded(session: Session, article: Article) -> Tally | None:
    """What became of the claims that a model named in the current version, when it was last asked."""
    asked = events.of_article(session, article.id or 0, "second")
    of_version = [event for event in asked if event.body["number"] == article.current]
    return Tally.model_validate(of_version[-1].body["tally"]) if of_version else None


def second(
    session: Session, article_id: int, number: int, reading: SecondReading, *, by: Account, at: datetime
) -> tuple[Tally, list[Claim]]:
    """Propose what the model found in version `number` of the article and the desk has not; where the
    desk has the claim, name the model as one of its proposers. Returns the count, and the new claims.

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
    known = [claim for claim in claims.of_article(session, article_id) if claim.is_bound]
    added: list[Claim] = []
    for draft in reading.extraction.claims:
        if model not in draft.proposers:
            continue
        claim = next((claim for claim in known if _has(claim, draft)), None)
        if claim is None:
            added.append(propose(session, version, draft, article.language, by=by, at=at, model=model))
        elif model not in claim.proposers:
            _confirm(session, claim, model, by, at)
    found = reading.tally.named - reading.tally.dropped
    tally = reading.tally.model_copy(update={"added": len(added), "confirmed": found - len(added)})
    body = {"number": number, "tally": tally.model_dump(mode="json")}
    events.append(session, "second", by=by.id or 0, at=at, article_id=article_id, body=body)
    return tally, added


def _has(claim: Claim, draft: ClaimDraft) -> bool:
    places = (claim.selector, *(Place.model_validate(place) for place in claim.also_at))
    return any(map(draft.is_of_same_words, places))


def _confirm(session: Session, claim: Claim, model: str, by: Account, at: datetime) -> None:
    claim.proposers = [*claim.proposers, model]
    claims.touch(session, claim, at)
    events.record(session, claim, "confirm_proposal", by=by.id or 0, at=at, facts={"model": model})
