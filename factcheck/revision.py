"""An article read again with changes: each claim follows its words, or is marked as vanished."""

from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.article import Article, ArticleVersion
from claims.claim import Claim
from claims.quantity import Quantity
from claims.selector import Place, Selector, anchor, follow
from claims.store import claims, events
from claims.time import TimeExpression
from claims.workflow import State
from factcheck.review.moves import lapse

_UNDER_DECISION = (State.SUBMITTED, State.APPROVED)


def follow_claims(
    session: Session,
    article: Article,
    before: ArticleVersion,
    after: ArticleVersion,
    *,
    by: Account,
    at: datetime,
) -> list[Place]:
    """Bind the article's claims to its new text; returns the places of those that it still has.

    A claim whose words are gone keeps its old place and version, is marked as vanished, and lapses
    where it had been decided.
    """
    places: list[Place] = []
    for claim in claims.of_article(session, article.id or 0):
        found = _follow(claim, before, after)
        if found is None:
            _vanish(session, claim, by, at)
        else:
            _bind(session, claim, found, before, after, by, at)
            places += [found, *(Place(**place) for place in claim.also_at)]
    return places


def _follow(claim: Claim, before: ArticleVersion, after: ArticleVersion) -> Place | None:
    # words that had gone once are not looked for again: what reads like them now is a new claim
    if claim.vanished or claim.article_version != before.number:
        return None
    return follow(before.text, after.text, claim.selector)


def _bind(
    session: Session,
    claim: Claim,
    place: Place,
    before: ArticleVersion,
    after: ArticleVersion,
    by: Account,
    at: datetime,
) -> None:
    others = [follow(before.text, after.text, _selector(before.text, spot)) for spot in claim.also_at]
    claim.also_at = [spot.model_dump() for spot in others if spot is not None]
    shift = place.start - claim.start
    claim.quantities = [
        Quantity.model_validate(found).shifted(shift).model_dump(mode="json") for found in claim.quantities
    ]
    claim.times = [
        TimeExpression.model_validate(found).shifted(shift).model_dump(mode="json") for found in claim.times
    ]
    for field, value in anchor(after.text, place.start, place.end).model_dump().items():
        setattr(claim, field, value)
    claim.article_version = after.number
    claims.touch(session, claim, at)
    _record(session, "follow", claim, by, at)


def _vanish(session: Session, claim: Claim, by: Account, at: datetime) -> None:
    if claim.vanished:
        return
    claim.vanished = True
    if claim.verdict is not None or claim.state in _UNDER_DECISION:
        lapse(session, claim, by=by, at=at, why="The claim's words are no longer in the article.")
    else:
        claims.touch(session, claim, at)
    _record(session, "vanish", claim, by, at)


def _record(session: Session, action: str, claim: Claim, by: Account, at: datetime) -> None:
    facts = {"start": claim.start, "end": claim.end, "text": claim.article_version}
    events.record(session, claim, action, by=by.id or 0, at=at, facts=facts)


def _selector(text: str, place: dict[str, int]) -> Selector:
    return anchor(text, place["start"], place["end"])
