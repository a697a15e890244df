"""Saying that a sentence of an article makes no claim, and taking that back."""

from datetime import datetime

from sqlmodel import Session

from claims.account import Account
from claims.article import Article
from claims.aside import Aside
from claims.errors import InvalidInput, MoveRefused, NotAllowed
from claims.selector import Place
from claims.store import articles, asides, claims, events
from claims.workflow import Role, State, may

_LONGEST_REASON = 2000
_NO_CLAIM_ANY_MORE = (State.DISMISSED, State.WITHDRAWN)


def set_aside(
    session: Session, article_id: int, start: int, reason: str, *, by: Account, at: datetime
) -> Aside:
    """Say why the sentence in which `start` lies makes no claim.

    Said again, the new reason holds. Raises NotFound, NotAllowed, InvalidInput; MoveRefused where the
    sentence has a claim, which is to be dismissed instead.
    """
    article = _allowed(session, article_id, by)
    reason = reason.strip()
    if not reason or len(reason) > _LONGEST_REASON:
        raise InvalidInput(
            "Say why there is no claim, in at most %(limit)s characters.", limit=_LONGEST_REASON
        )
    version = articles.version(session, article)
    places = (Place(start=found["start"], end=found["end"]) for found in version.sentences)
    place = next((place for place in places if place.start <= start < place.end), None)
    if place is None:
        raise InvalidInput("No sentence of the article stands at %(start)s.", start=start)
    if _has_claim(session, article, place):
        raise MoveRefused("This sentence has a claim: dismiss it, with your reason.")
    for known in asides.of_articles(session, [article_id]):
        if known.start == place.start:
            asides.end(session, known, by.id or 0, at)
    aside = asides.add(session, article_id, version.number, place, reason, by=by.id or 0, at=at)
    body = {"aside": aside.id, "number": version.number, **place.model_dump()}
    events.append(
        session,
        "set_aside",
        by=by.id or 0,
        at=at,
        article_id=article_id,
        body=body,
        sealed={"reason": reason},
    )
    return aside


def take_up(session: Session, article_id: int, aside_id: int, *, by: Account, at: datetime) -> None:
    """Take back that a sentence makes no claim. Raises NotFound, NotAllowed."""
    _allowed(session, article_id, by)
    aside = asides.get(session, article_id, aside_id)
    asides.end(session, aside, by.id or 0, at)
    body = {"aside": aside.id, "number": aside.article_version, **aside.place.model_dump()}
    events.append(session, "take_up", by=by.id or 0, at=at, article_id=article_id, body=body)


def _allowed(session: Session, article_id: int, by: Account) -> Article:
    if not may(by.role_set, Role.REVIEWER):
        raise NotAllowed("Saying that a sentence makes no claim takes the role reviewer.")
    return articles.lock(session, article_id)


def _has_claim(session: Session, article: Article, place: Place) -> bool:
    return any(
        claim.is_bound
        and claim.state not in _NO_CLAIM_ANY_MORE
        and claim.start < place.end
        and place.start < claim.end
        for claim in claims.of_article(session, article.id or 0)
    )
