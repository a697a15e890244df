"""How far the desk's people agree where two of them decide without seeing each other's votes: the figures of
`factcheck.agreement` for what the desk has.

Only votes that led to a decision count: votes that wait are secret, void ones were cast on other words. An
item is one decision, so a claim that was sent back and voted on again counts twice.
"""

from datetime import datetime, tzinfo

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session

from claims.store import votes
from factcheck.agreement import (
    Measured,
    MonthMeasured,
    PairMeasured,
    Vote,
    measure,
    measure_articles,
    measure_months,
    measure_pairs,
)

FEW = 30
"""Items below which a figure says little: with so few, a handful of votes more moves it by tenths."""


class Concord(BaseModel):
    """The figures for everybody, for each two people, for each article by its number, and month by month."""

    model_config = ConfigDict(frozen=True)

    everybody: Measured
    pairs: tuple[PairMeasured, ...]
    articles: dict[int, Measured]
    months: tuple[MonthMeasured, ...]


def measure_desk(session: Session, zone: tzinfo, since: datetime | None = None) -> Concord:
    """By all votes, or those cast from `since` on. `zone` is the desk's: its clocks
    tell what month a vote belongs to."""
    settled = votes.settled(session, since)
    cast = [
        Vote(item=vote.decision_id or 0, rater=vote.account_id, verdict=vote.verdict, at=vote.cast_at)
        for vote, _ in settled
    ]
    return Concord(
        everybody=measure(cast),
        pairs=measure_pairs(cast),
        articles=measure_articles(cast, {vote.decision_id or 0: article for vote, article in settled}),
        months=measure_months(cast, zone),
    )
