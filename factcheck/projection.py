"""Keeping the search index up with the event log: `catch_up(session, home) -> ClaimIndex`."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from sqlmodel import Session

from claims.claim import Claim
from claims.event import Event
from claims.imported import ImportedReview
from claims.reason import Language
from claims.store import articles, claims, events, imported
from claims.store.claims import Cursor, Filters
from claims.store.imported import FORGET, IMPORT, touched
from claims.store.kinships import MATCH
from claims.workflow import State
from factcheck.matching.filing import Batch, Unread, read_batch, read_batches
from factcheck.matching.index import (
    BEGINNING,
    BrokenIndex,
    ClaimIndex,
    Document,
    Mark,
    clear,
    clear_stale,
    index_folder,
)

Progress = Callable[[int], None]
"""Called with the number of claims indexed so far."""

_BATCH = 1000
_REPAIRS = 3


def catch_up(
    session: Session, home: Path, progress: Progress | None = None, processes: int = 1
) -> ClaimIndex:
    """The index, with every event in it that the session sees. Raises DeskBusy. Where it is built anew,
    so many `processes` read the claims.

    The session should have written nothing that is not committed: the index would know it first.

    A folder that was deleted, is broken, comes from another version or knows events that the log has
    not (a backup was restored) is built anew.
    """
    folder = index_folder(home)
    broken = 0
    while True:
        try:
            index = _opened(folder)
            if _advance(session, index, progress, processes):
                return index
        except BrokenIndex:
            broken += 1
            if broken > _REPAIRS:
                raise
            discard(home)


def discard(home: Path) -> None:
    """Throw the index away; the next question builds it anew."""
    _cached.cache_clear()
    clear(index_folder(home))


def rebuild(session: Session, home: Path, progress: Progress | None = None, processes: int = 1) -> int:
    """Throw the index away and build it from the claims; returns how many are in it."""
    discard(home)
    index = catch_up(session, home, progress, processes)
    clear_stale(index_folder(home))
    return index.count()


@lru_cache(maxsize=8)
def _cached(folder: Path) -> ClaimIndex:
    return ClaimIndex(folder)


def _opened(folder: Path) -> ClaimIndex:
    index = _cached(folder)
    if index.usable:
        return index
    _cached.cache_clear()
    return _cached(folder)


def _advance(session: Session, index: ClaimIndex, progress: Progress | None, processes: int) -> bool:
    """Whether the index is now where the log is; False where another process was writing."""
    head = Mark(*events.head(session))
    if index.seen == head or (seen := index.mark()) == head:
        return True
    last = head.seq
    known = seen == BEGINNING or _knows(session, seen)
    if known and seen.seq == last:  # both are at the beginning
        return True
    if not known and seen.seq > last and _knows_by_now(session, seen):
        return True
    upto = _mark_of(session, last) if last else BEGINNING
    if known and seen != BEGINNING:
        return index.write(seen, lambda: _changed(session, seen.seq, progress), upto)
    return index.write(seen, lambda: _everything(session, progress, processes), upto, all_new=True)


def _knows(session: Session, mark: Mark) -> bool:
    """Whether the log has this very event."""
    found = events.since(session, mark.seq - 1, limit=1)
    return bool(found) and (found[0].seq, found[0].hash) == mark


def _knows_by_now(session: Session, mark: Mark) -> bool:
    """Whether the log has the event by now: the index may be ahead of what this session sees, which is
    the desk as it was when its transaction began."""
    with Session(session.get_bind().engine) as fresh:
        return _knows(fresh, mark)


def _mark_of(session: Session, seq: int) -> Mark:
    event = events.since(session, seq - 1, limit=1)[0]
    return Mark(event.seq, event.hash)


def _changed(session: Session, seq: int, progress: Progress | None) -> Iterator[list[Document]]:
    """The claims that the events after `seq` touched, as they are now."""
    done = 0
    while batch := events.since(session, seq):
        ids = {event.claim_id for event in batch if event.claim_id is not None}
        for article_id in {
            event.article_id
            for event in batch
            if event.claim_id is None and event.article_id and event.action != MATCH
        }:
            ids |= {claim.id for claim in claims.of_article(session, article_id) if claim.id is not None}
        made = read_batch(_batch(session, claims.many(session, ids).values()))
        yield [*(Document(number) for number in ids - {each.claim_id for each in made}), *made]
        yield from _reviews_of(session, batch)
        seq = batch[-1].seq
        done += len(ids)
        if progress:
            progress(done)


def _everything(session: Session, progress: Progress | None, processes: int) -> Iterator[list[Document]]:
    done = 0
    for made in read_batches(_all_batches(session), processes):
        yield made
        done += len(made)
        if progress:
            progress(done)


def _all_batches(session: Session) -> Iterator[Batch]:
    after = None
    while page := claims.page(session, Filters(), after=after, limit=_BATCH):
        yield _batch(session, page)
        after = Cursor(worth=page[-1].worth, id=page[-1].id or 0)
        session.expunge_all()
    last = 0
    while rows := imported.page(session, after=last, limit=_BATCH):
        yield _batch_of_others(rows)
        last = rows[-1].id or 0


def _reviews_of(session: Session, batch: list[Event]) -> Iterator[list[Document]]:
    """The reviews of others that these events took in, changed or took away, as they are now."""
    for event in batch:
        if event.action not in (IMPORT, FORGET):
            continue
        numbers = touched(event)
        found = imported.many(session, numbers)
        gone = [Document(-number) for number in numbers if number not in found]
        yield gone + read_batch(_batch_of_others(found.values()))


def _batch_of_others(rows: Iterable[ImportedReview]) -> Batch:
    """A review has the negative of its number, which no claim has; its title says what it is about."""
    batch = Batch([], [])
    for row in rows:
        batch.claims.append(
            Unread(-(row.id or 0), row.text, _language(row.language), 0, 0, len(batch.articles))
        )
        batch.articles.append((row.title, ""))
    return batch


def _batch(session: Session, found: Iterable[Claim]) -> Batch:
    """Those of the claims that answer: dismissed ones do not, unless another stands for them."""
    rows = [row for row in found if row.state is not State.DISMISSED or row.merged_into is not None]
    known = articles.many(session, {claim.article_id for claim in rows})
    places: dict[tuple[int, int], int] = {}
    batch = Batch([], [])
    for row in rows:
        key = (row.article_id, row.article_version)
        if key not in places:
            places[key] = len(batch.articles)
            article = known[row.article_id]
            text = articles.version(session, article, row.article_version).text
            batch.articles.append((article.title, text))
        language = _language(row.language)
        batch.claims.append(Unread(row.id or 0, row.text, language, row.start, row.end, places[key]))
    return batch


def _language(code: str) -> Language:
    return "de" if code == "de" else "en"
