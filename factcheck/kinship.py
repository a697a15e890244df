"""Which claims of the desk say what an article's claims say: looked up when it was taken in, and kept.

An article is matched in steps of its own after it was stored: the index knows only what is committed, and no
other writer waits for a search. Where that fails, or the article has more claims than anybody waits for,
`match_waiting` makes up for it, which the process beside the server calls; an event says that it is done.
"""

import logging
import time
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from claims import database
from claims.account import Account
from claims.claim import Claim
from claims.decision import Decision
from claims.errors import DeskBusy
from claims.kinship import Kinship
from claims.reason import Reason
from claims.store import claims, decisions, events, kinships
from claims.store.kinships import MATCH
from claims.workflow import State
from factcheck.desk import actor
from factcheck.matching.index import ClaimIndex
from factcheck.matching.reasons import turned
from factcheck.matching.relation import Match, Relation
from factcheck.matching.terms import analyse
from factcheck.review.adopting import is_adoptable, is_due
from factcheck.search import matches, whole
from factcheck.settings import Settings

LOG = logging.getLogger("factcheck.kinship")

PATIENCE = 3.0
"""Seconds that whoever takes an article in waits for this."""

_CANDIDATES = 20
"""Claims held against each: fewer than for a question, since what says the same is among the first."""
_MOST = 8
"""Kept for each claim."""
_UNDECIDED = (State.PROPOSED, State.OPEN, State.IN_CHECK)
"""Only these can take a verdict over or be merged."""
_RECENT = 20_000
"""Events to look back over for articles that wait."""
_AT_ONCE = 20


@dataclass(frozen=True)
class Kin:
    """The checked claim that says what another one says, and how that one differs from it; `adoptable` where
    its verdict can be taken over."""

    claim: Claim
    decision: Decision
    differences: tuple[Reason, ...]
    adoptable: bool
    due: bool


def match_article(
    engine: Engine, home: Path, article_id: int, by: Account, at: datetime, *, patience: float | None = None
) -> bool:
    """Hold an article's claims against the desk's, those most worth checking first, for as many seconds as
    anybody has patience; whether all were. Nothing is lost where the index is busy: it is tried again."""
    try:
        with database.reading(engine) as session:
            mine = _undecided(session, article_id)
            found = _find(session, home, mine, at, patience)
        with database.writing(engine) as session:
            for number, kin in found.items():
                _keep(session, number, kin)
            if len(found) == len(mine):
                facts = {"claims": len(found), "found": sum(map(len, found.values()))}
                events.append(session, MATCH, by=by.id or 0, at=at, article_id=article_id, body=facts)
    except DeskBusy as error:
        LOG.warning("article %s is matched later: %s", article_id, error)
        return False
    return len(found) == len(mine)


def match_waiting(engine: Engine, settings: Settings, at: datetime) -> int:
    """Match the articles that still wait for it; returns how many."""
    with database.reading(engine) as session:
        waiting = kinships.unmatched(session, events.last(session) - _RECENT, _AT_ONCE)
    if not waiting:
        return 0
    with database.writing(engine) as session:
        by = actor(session, settings.user.strip().lower(), at)
    return sum(match_article(engine, settings.home, number, by, at) for number in waiting)


def refresh(session: Session, home: Path, claim: Claim, at: datetime) -> None:
    """Look up anew what the claim says; the session has written nothing yet. What was found before holds
    where the index is busy."""
    try:
        found = whole(session, home, lambda index: _kin(session, index, claim, at))
    except DeskBusy:
        return
    _keep(session, claim.id or 0, found)


def waits(claim: Claim) -> bool:
    """Whether the claim can take a verdict over: none of its own stands or is under way."""
    return claim.state in _UNDECIDED and not claim.is_standing


def checked_kin(session: Session, wanted: Iterable[Claim], today: date) -> dict[int, Kin]:
    """By number of a claim that waits to be decided on: the one with a published verdict that says the same,
    else the one that differs least."""
    numbers = {claim.id or 0 for claim in wanted if waits(claim)}
    pairs = list(_pairs(kinships.of_claims(session, numbers), numbers))
    others = claims.many(session, {other for _, other, _ in pairs})
    standing = {number: claim for number, claim in others.items() if claim.is_standing}
    decided = decisions.many(session, {claim.public_decision_id or 0 for claim in standing.values()})
    found: dict[int, Kin] = {}
    for number, other, differences in sorted(pairs, key=lambda pair: len(pair[2])):
        if other in standing:
            claim = standing[other]
            decision = decided[claim.public_decision_id or 0]
            kin = Kin(
                claim, decision, differences, is_adoptable(claim, decision, today), is_due(decision, today)
            )
            found.setdefault(number, kin)
    return found


def _pairs(rows: Iterable[Kinship], numbers: Set[int]) -> Iterator[tuple[int, int, tuple[Reason, ...]]]:
    """Each as a claim's number, the other's and how the first differs, for either that is wanted."""
    for row in rows:
        differences = tuple(map(Reason.model_validate, row.differences))
        if row.claim_id in numbers:
            yield row.claim_id, row.other_id, differences
        if row.other_id in numbers:
            yield row.other_id, row.claim_id, tuple(map(turned, differences))


def _undecided(session: Session, article_id: int) -> list[Claim]:
    """The article's claims that can take a verdict over, those most worth checking first."""
    found = [claim for claim in claims.of_article(session, article_id) if claim.state in _UNDECIDED]
    return sorted(found, key=lambda claim: -claim.worth)


def _find(
    session: Session, home: Path, wanted: Iterable[Claim], at: datetime, patience: float | None
) -> dict[int, list[Kinship]]:
    """What was found for each claim, of as many as there was time for."""
    until = None if patience is None else time.monotonic() + patience

    def find(index: ClaimIndex) -> dict[int, list[Kinship]]:
        in_time = takewhile(lambda _claim: until is None or time.monotonic() < until, wanted)
        return {claim.id or 0: _kin(session, index, claim, at) for claim in in_time}

    return whole(session, home, find)


def _kin(session: Session, index: ClaimIndex, claim: Claim, at: datetime) -> list[Kinship]:
    query, number = analyse(claim.text, claim.language), claim.id or 0
    found = matches(session, index, query, _CANDIDATES, claim)
    told = [(other, match) for other, match in found if match.relation is not Relation.RELATED]
    return [_kinship(number, other.id or 0, match, at) for other, match in told if other.id != number][:_MOST]


def _kinship(number: int, other: int, match: Match, at: datetime) -> Kinship:
    """The newer claim says what the older one says."""
    differences = match.differences if other < number else tuple(map(turned, match.differences))
    return Kinship(
        claim_id=max(number, other),
        other_id=min(number, other),
        score=round(match.score, 4),
        differences=[difference.model_dump(mode="json") for difference in differences],
        found_at=at,
    )


def _keep(session: Session, number: int, found: list[Kinship]) -> None:
    kinships.replace(session, number, [kin for kin in found if kin.claim_id == number])
    kinships.merge(session, [kin for kin in found if kin.claim_id != number])
