"""Keeping the search index up with the event log: `catch_up(session, home) -> ClaimIndex`."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from sqlmodel import Session

from claims.article import Article
from claims.claim import Claim
from claims.event import Event
from claims.imported import ImportedReview
from claims.reason import Language
from claims.store import articles, claims, events, imported
from claims.store.claims import Cursor, Filters
from claims.store.imported import FORGET, IMPORT, touched
from claims.store.kinships import MATCH
from claims.workflow import State
from factcheck.matching.documents import document_terms, surroundings, topics
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
from factcheck.matching.stored import pack
from factcheck.matching.terms import analyse

Progress = Callable[[int], None]
"""Called with the number of claims indexed so far."""

_BATCH = 1000
_REPAIRS = 3


def catch_up(session: Session, home: Path, progress: Progress | None = None) -> ClaimIndex:
    """The index, with every event in it that the session sees. Raises DeskBusy.

    The session should have written nothing that is not committed: the index would know it first.

    A folder that was deleted, is broken, comes from another version or knows events that the log has
    not (a backup was restored) is built anew.
    """
    folder = index_folder(home)
    broken = 0
    while True:
        try:
            index = _opened(folder)
            if _advance(session, index, progress):
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


def rebuild(session: Session, home: Path, progress: Progress | None = None) -> int:
    """Throw the index away and build it from the claims; returns how many are in it."""
    discard(home)
    index = catch_up(session, home, progress)
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


def _advance(session: Session, index: ClaimIndex, progress: Progress | None) -> bool:
    """Whether the index is now where the log is; False where another process was writing."""
    seen, head = index.mark(), Mark(*events.head(session))
    if seen == head:
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
    return index.write(seen, lambda: _everything(session, progress), upto, all_new=True)


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
        found = claims.many(session, ids)
        gone = [Document(claim_id) for claim_id in ids - found.keys()]
        yield gone + _documents(session, found.values())
        yield from _reviews_of(session, batch)
        seq = batch[-1].seq
        done += len(ids)
        if progress:
            progress(done)


def _everything(session: Session, progress: Progress | None) -> Iterator[list[Document]]:
    after, done = None, 0
    while page := claims.page(session, Filters(), after=after, limit=_BATCH):
        yield _documents(session, page)
        after = Cursor(worth=page[-1].worth, id=page[-1].id or 0)
        done += len(page)
        session.expunge_all()
        if progress:
            progress(done)
    yield from _everything_of_others(session, done, progress)


def _everything_of_others(session: Session, done: int, progress: Progress | None) -> Iterator[list[Document]]:
    after = 0
    while page := imported.page(session, after=after, limit=_BATCH):
        yield [_review_document(row) for row in page]
        after = page[-1].id or 0
        done += len(page)
        if progress:
            progress(done)


def _reviews_of(session: Session, batch: list[Event]) -> Iterator[list[Document]]:
    """The reviews of others that these events took in, changed or took away, as they are now."""
    for event in batch:
        if event.action not in (IMPORT, FORGET):
            continue
        numbers = touched(event)
        found = imported.many(session, numbers)
        yield [
            _review_document(found[number]) if number in found else Document(-number) for number in numbers
        ]


def _review_document(row: ImportedReview) -> Document:
    """A review has the negative of its number, which no claim has."""
    language = _language(row.language)
    analysis = analyse(row.text, language)
    terms = tuple(document_terms(analysis)) or ("-",)
    return Document(-(row.id or 0), terms, (), topics(row.title, "", language), pack(analysis))


def _documents(session: Session, found: Iterable[Claim]) -> list[Document]:
    rows = list(found)
    known = articles.many(session, {claim.article_id for claim in rows})
    texts: dict[tuple[int, int], str] = {}
    made = []
    for claim in rows:
        key = (claim.article_id, claim.article_version)
        if key not in texts:
            texts[key] = articles.version(session, known[claim.article_id], claim.article_version).text
        made.append(_document(claim, known[claim.article_id], texts[key]))
    return made


def _document(claim: Claim, article: Article, text: str) -> Document:
    number = claim.id or 0
    if claim.state is State.DISMISSED and claim.merged_into is None:
        return Document(number)
    language = _language(claim.language)
    analysis = analyse(claim.text, language)
    return Document(
        number,
        tuple(document_terms(analysis)) or ("-",),
        surroundings(text, claim.start, claim.end, language),
        topics(article.title, text, language),
        pack(analysis),
    )


def _language(code: str) -> Language:
    return "de" if code == "de" else "en"
