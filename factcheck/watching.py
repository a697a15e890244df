"""Looking at cited sources again: what is the same, what has changed, what has gone from the live page.

A failed try proves nothing: only a page that came and lacks the words, or an address at which there is
nothing any more, has a quote count as gone. The snapshot that it was quoted from stands in any case.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from urllib.parse import urlsplit

import sqlalchemy as sa
from sqlmodel import Session

from claims import database
from claims.account import Account
from claims.attempt import Attempt, Outcome
from claims.errors import QuoteAmbiguous, QuoteNotFound
from claims.evidence import Evidence
from claims.source import Capture, Source
from claims.store import claims, events
from claims.store import sources as store
from factcheck.evidence.capture import Tried, go, keep_again
from factcheck.evidence.fetching import Fetcher
from factcheck.evidence.quotes import find_quote
from factcheck.notices import tell_quote_gone

TASK = "watch"
"""Only one at a time asks the servers of others (`factcheck.leasing`)."""
DELAY_SECONDS = 2.0
"""Between two questions to one host."""

_FROM_THE_WEB = (Capture.FETCHED, Capture.ARCHIVED)


class Found(StrEnum):
    """How the live page stands to the last snapshot."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNSEEN = "unseen"
    """it could not be had this time, which says nothing"""


@dataclass(frozen=True)
class Watched:
    """What was found at one source; `lost` and `back` are numbers of evidence."""

    source_id: int
    title: str
    attempt: Attempt
    found: Found
    lost: tuple[int, ...]
    back: tuple[int, ...]


def watch(
    engine: sa.Engine,
    fetcher: Fetcher,
    sources: list[Source],
    by: Account,
    *,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Watched]:
    """Look at these sources, one after the other; what was found at one is stored before the next."""
    asked: dict[str, float] = {}
    for source in sources:
        url = source.url or ""
        host = urlsplit(url).netloc
        sleep(max(0.0, asked.get(host, 0.0) + DELAY_SECONDS - fetcher.clock()) if host in asked else 0.0)
        tried = go(fetcher, url)
        asked[host] = fetcher.clock()
        with database.writing(engine) as session:
            watched = _keep(session, source.id or 0, tried, by, now())
        yield watched


def _keep(session: Session, source_id: int, tried: Tried, by: Account, at: datetime) -> Watched:
    source = store.get(session, source_id)
    kept = keep_again(session, source, tried, by=by, at=at)
    text = tried.taken.snapshot.text if tried.taken else None
    found = _found(kept.attempt.outcome)
    lost, back = [], []
    if found is not Found.UNSEEN:
        for evidence, capture in store.standing_quotes(session, source_id):
            there = text is not None and _stands(text, evidence.exact)
            # what was typed in or came in a file was perhaps never on the page in these words
            if not there and evidence.gone_at is None and capture in _FROM_THE_WEB:
                _mark(session, evidence, "quote_gone", by, at)
                lost.append(evidence.id or 0)
            elif there and evidence.gone_at is not None:
                _mark(session, evidence, "quote_back", by, at)
                back.append(evidence.id or 0)
    return Watched(source_id, source.title, kept.attempt, found, tuple(lost), tuple(back))


def _found(outcome: Outcome) -> Found:
    known = {
        Outcome.UNCHANGED: Found.SAME,
        Outcome.CAPTURED: Found.CHANGED,
        Outcome.NOT_FOUND: Found.GONE,
    }
    return known.get(outcome, Found.UNSEEN)


def _stands(text: str, quote: str) -> bool:
    try:
        find_quote(text, quote)
    except QuoteAmbiguous:
        return True
    except QuoteNotFound:
        return False
    return True


def _mark(session: Session, evidence: Evidence, action: str, by: Account, at: datetime) -> None:
    """Flag a quote as gone from the live page, or take the flag away; the claim keeps its state."""
    gone = action == "quote_gone"
    claim = claims.lock(session, evidence.claim_id, None)
    evidence.gone_at = at if gone else None
    session.add(evidence)
    claims.touch(session, claim, at)
    events.record(session, claim, action, by=by.id or 0, at=at, facts={"evidence": evidence.id})
    if gone:
        tell_quote_gone(session, claim, at)
