"""Choosing where a claim's words stand, where several places of its article's newest text could be meant."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from claims.account import Account
from claims.claim import Claim
from claims.errors import InvalidInput, MoveImpossible, NotAllowed
from claims.selector import Place
from claims.store import articles, claims, events
from claims.workflow import Role, may
from factcheck.alignment import read
from factcheck.following import stretch_of
from factcheck.review.editing import stated
from factcheck.review.rebinding import EDITED, VANISHED, keep, lapse_decided, reword
from factcheck.review.voting import void_outdated


def choose_place(
    session: Session, claim_id: int, start: int, *, by: Account, at: datetime, expect: int | None = None
) -> Claim:
    """Bind the claim to the place that begins at `start`, one of its candidates.

    Where the sentence there reads otherwise than the claim's did, the claim says what it says now, and
    lapses where it had been decided.
    Raises NotFound, StaleVersion, NotAllowed, MoveImpossible, InvalidInput.
    """
    claim = _undecided(session, claim_id, by, expect)
    places = [Place(**place) for place in claim.candidates]
    place = next((place for place in places if place.start == start), None)
    if place is None:
        raise InvalidInput(
            "Choose one of the places that the claim has: none begins at %(start)s.", start=start
        )
    said = stated(claim)
    _bind(session, claim, place, by, at)
    facts = {"before": said, "after": stated(claim), "text": claim.article_version}
    return _record(session, claim, "choose_place", by, at, facts)


def refuse_places(
    session: Session, claim_id: int, *, by: Account, at: datetime, expect: int | None = None
) -> Claim:
    """Say that none of the candidates is meant: the claim's words vanished. Raises as `choose_place`."""
    claim = _undecided(session, claim_id, by, expect)
    lapse_decided(session, claim, by=by, at=at, why=VANISHED)
    claim.vanished, claim.candidates = True, []
    article = articles.get(session, claim.article_id)
    return _record(session, claim, "refuse_places", by, at, {"text": article.current})


def _undecided(session: Session, claim_id: int, by: Account, expect: int | None) -> Claim:
    claim = claims.lock(session, claim_id, expect)
    if not may(by.role_set, Role.REVIEWER):
        raise NotAllowed("Choosing a claim's place takes the role reviewer.")
    if not claim.candidates:
        raise MoveImpossible("There is nothing to choose: this claim has its place.")
    return claim


def _bind(session: Session, claim: Claim, place: Place, by: Account, at: datetime) -> None:
    article = articles.get(session, claim.article_id)
    version = articles.version(session, article)
    old_version = articles.version(session, article, claim.article_version)
    old, new = read(old_version.text, article.language), read(version.text, article.language)
    before, after = stretch_of(old, claim.selector), stretch_of(new, place)
    claim.also_at = []  # they were places of the old text
    if old.says(before) == new.says(after):
        keep(session, claim, article, version, place)
    else:
        lapse_decided(session, claim, by=by, at=at, why=EDITED)
        reword(claim, article, version, place, old.words(before))


def _record(
    session: Session, claim: Claim, action: str, by: Account, at: datetime, facts: dict[str, Any]
) -> Claim:
    claims.touch(session, claim, at)
    events.record(session, claim, action, by=by.id or 0, at=at, facts=facts)
    void_outdated(session, claim, by=by, at=at)
    return claim
