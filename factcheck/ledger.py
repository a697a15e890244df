"""Whether the desk still is what its history says: the chain itself, and the rows that events speak of.

The chain holds in parts as well: each begins with the hash that is stored of the event before it, and the
part before proves that hash. So the parts of a long log can be walked by several processes at once.
"""

import gc
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice, pairwise
from multiprocessing import get_context

import sqlalchemy as sa
from sqlmodel import Session, col

from claims import database
from claims.claim import Claim
from claims.errors import InvalidInput, LogBroken
from claims.event import digest_note
from claims.inquiry import WORDS, Inquiry
from claims.store import events
from claims.store.compiled import Compiled
from claims.store.events import BEGINNING, Entry, Head
from claims.store.imported import FORGET, IMPORT
from factcheck.ledger_reviews import check_reviews
from factcheck.ledger_rows import check_rows

BATCH = 1000
"""Events whose rows are looked up at a time; parts of the log are a multiple of it."""
LONG = 200_000
"""Events from which on it pays to start another process."""


@dataclass(frozen=True)
class Verified:
    """How many events hold, and the head to note down: given back later, it shows whether the log was
    cut off or written anew in between."""

    events: int
    head: str


def verify(session: Session, expect: str = "", *, start: str = "", processes: int = 1) -> Verified:
    """Walk the chain and hold what it says against decisions, texts, snapshots and states.

    `expect` and `start` are heads noted earlier, as `NUMBER:HASH`: the first is to be found on the way, the
    second is where to begin, for what stands before it was verified when it was noted. Several `processes`
    share a long log; all but this one see what is committed, so they are for a session that changed nothing.
    Raises LogBroken at the first event that does not follow, or whose rows are not what it says; InvalidInput
    where a head is none.
    """
    wanted, begin = _parse(expect), _parse(start) or BEGINNING
    seen = _walk_all(session, [begin, *_borders(session, begin, processes)], wanted)
    if wanted is not None and wanted.seq > seen.last.seq:
        raise LogBroken("The log ends before event %(seq)s, which was noted down.", wanted.seq)
    _check_states(session, seen, all_of_them=begin == BEGINNING)
    _check_inquiries(session, seen.said)
    check_reviews(session, seen.reviews)
    return Verified(seen.last.seq - begin.seq, f"{seen.last.seq}:{seen.last.hash}")


@dataclass(frozen=True)
class _Sealed:
    """The digest that an event holds of words which stand in a row."""

    seq: int
    salt: str
    digest: str


@dataclass
class _Seen:
    """The last event that was walked, and what later events say anew, so that only the last word holds:
    states of claims, words of inquiries, reviews of others."""

    last: Head
    # two of them: pairs in one would keep Python's garbage collector busy
    states: dict[int, str] = field(default_factory=dict)
    stated: dict[int, int] = field(default_factory=dict)
    said: dict[tuple[int, str], _Sealed] = field(default_factory=dict)
    reviews: list[Entry] = field(default_factory=list)

    def take(self, entry: Entry) -> None:
        body = entry.body
        if "inquiry" in body:
            self.said.update(_sealed_words(entry))
        if entry.action in (IMPORT, FORGET):
            self.reviews.append(entry)
        if entry.claim_id is not None and "to" in body:
            self.states[entry.claim_id] = body["to"]
            self.stated[entry.claim_id] = entry.seq

    def follow(self, later: "_Seen") -> None:
        """Take what was seen in the part after this one."""
        self.last = later.last
        self.states |= later.states
        self.stated |= later.stated
        self.said |= later.said
        self.reviews += later.reviews


def _parse(noted: str) -> Head | None:
    if not noted:
        return None
    number, _, digest = noted.partition(":")
    if not number.isdigit() or len(digest) != 64:
        raise InvalidInput("A head is written as NUMBER:HASH, as `factcheck log verify` prints it.")
    return Head(int(number), digest)


def _borders(session: Session, begin: Head, processes: int) -> list[Head]:
    """After which events the parts of a long log end, all but the last, which is open; as they are stored."""
    length = events.last(session) - begin.seq
    if processes < 2 or length < LONG:
        return []
    step = length // processes // BATCH * BATCH
    numbers = [begin.seq + step * part for part in range(1, processes)]
    stored = [(number, events.hash_of(session, number)) for number in numbers]
    return [Head(number, found) for number, found in stored if found is not None]


def _walk_all(session: Session, starts: Sequence[Head], wanted: Head | None) -> _Seen:
    """What is seen in all parts; what is wrong in an earlier part is said first."""
    with ExitStack() as stack:
        parts: list[Future[_Seen]] = []
        if len(starts) > 1:
            url = session.connection().engine.url
            # not forked: the connection cannot be shared
            pool = stack.enter_context(ProcessPoolExecutor(len(starts) - 1, get_context("spawn")))
            parts = [pool.submit(_walk_apart, url, part, end.seq, wanted) for part, end in pairwise(starts)]
        parts.append(_now(session, starts[-1], wanted))
        seen = _Seen(starts[0])
        for part, begin in zip(parts, starts, strict=True):
            if seen.last != begin:
                raise LogBroken("Event %(seq)s was changed after it was written.", begin.seq)
            seen.follow(part.result())
    return seen


def _now(session: Session, begin: Head, wanted: Head | None) -> "Future[_Seen]":
    """The part that is walked here."""
    done: Future[_Seen] = Future()
    try:
        done.set_result(_walk(session, begin, None, wanted))
    except LogBroken as error:
        done.set_exception(error)
    return done


def _walk_apart(url: sa.URL, begin: Head, upto: int, wanted: Head | None) -> _Seen:
    """The part that is walked by a process of its own."""
    gc.freeze()  # or what was loaded is looked through for garbage again and again
    engine = database.open_engine(url)
    try:
        with database.reading(engine) as session:
            return _walk(session, begin, upto, wanted)
    finally:
        engine.dispose()


def _walk(session: Session, begin: Head, upto: int | None, wanted: Head | None) -> _Seen:
    seen = _Seen(begin)
    walked = events.walk(session, begin, upto)
    while batch := list(islice(walked, BATCH)):
        seen.last = Head(batch[-1].seq, batch[-1].hash)
        _expect(wanted, batch)
        for entry in batch:
            seen.take(entry)
        check_rows(session, batch)
    return seen


def _expect(wanted: Head | None, batch: list[Entry]) -> None:
    at = -1 if wanted is None else wanted.seq - batch[0].seq
    if wanted is not None and 0 <= at < len(batch) and batch[at].hash != wanted.hash:
        raise LogBroken("Event %(seq)s is not the one that was noted down.", wanted.seq)


_STATES = Compiled(sa.select(col(Claim.id), col(Claim.state)).order_by(col(Claim.id)))


def _check_states(session: Session, seen: _Seen, *, all_of_them: bool) -> None:
    """Where only the end of the log was read, claims of which it says nothing are as they were before."""
    for claim_id, state in _STATES.put(session.connection(), {}):
        if seen.states.get(claim_id, "proposed" if all_of_them else state) != state:
            seq = seen.stated.get(claim_id, 0)
            raise LogBroken("A claim is not in the state that event %(seq)s left it in.", seq)


def _sealed_words(event: Entry) -> dict[tuple[int, str], _Sealed]:
    """By inquiry and field, what the event says of words about people."""
    return {
        (event.body["inquiry"], name): _Sealed(event.seq, event.salt, event.body[f"{name}_digest"])
        for name in WORDS
        if f"{name}_digest" in event.body
    }


def _check_inquiries(session: Session, said: dict[tuple[int, str], _Sealed]) -> None:
    """What stands in an inquiry is what was last said of it; erased on request it is empty."""
    for (number, name), sealed in said.items():
        found = session.get(Inquiry, number)
        words = getattr(found, name) if found is not None else ""
        if found is None or (words and digest_note(words, sealed.salt) != sealed.digest):
            raise LogBroken("The inquiry of event %(seq)s was changed after it was noted.", sealed.seq)
