"""The reviews of others held against the events that took them in: `check_reviews(session, events)`.

An event has one digest for all the reviews of its batch as they were then. An event that changed some, or
took them away, says what their digests were; so the log is read from its end, beginning with what stands now.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from sqlmodel import Session

from claims.errors import LogBroken
from claims.store import imported
from claims.store.events import Entry
from claims.store.imported import IMPORT, touched
from factcheck.importing.reading import ReviewDraft

_BATCH = 1000

_Standing = dict[int, str | None]
"""By number of a review that there was at a time, the digest of what it said; None where nobody knows."""


def check_reviews(session: Session, told: Sequence[Entry]) -> None:
    """Raises LogBroken for the first of these events, which are in the order of the log, of whose reviews one
    is not what it was, or gone."""
    standing: _Standing = dict(_digests(session, sorted({each for event in told for each in touched(event)})))
    broken = [event.seq for event in reversed(told) if not _holds(event, standing)]
    if broken:
        raise LogBroken("A review of event %(seq)s was changed after it was taken in.", min(broken))


def _digests(session: Session, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Of what the rows say, not of what they say of themselves."""
    names = list(ReviewDraft.model_fields)
    for at in range(0, len(numbers), _BATCH):
        for number, values in imported.said(session, names, numbers[at : at + _BATCH]):
            # JSON has no tuples
            plain = [tuple(value) if isinstance(value, list) else value for value in values]
            row: dict[str, Any] = dict(zip(names, plain, strict=True))
            yield number, ReviewDraft.model_construct(**row).digest


def _holds(event: Entry, standing: _Standing) -> bool:
    """Whether the event says what stood after it; what stood before it is in `standing` then."""
    numbers = touched(event)
    taken_in = event.action == IMPORT
    if taken_in:
        holds = all(number in standing for number in numbers)
        stood = [standing.pop(number, None) for number in numbers]
        if holds and None not in stood:
            told = "\n".join(sorted(digest or "" for digest in stood))
            holds = hashlib.sha256(told.encode()).hexdigest() == event.body["sha256"]
    else:
        holds = not any(number in standing for number in numbers)
    before = event.body["changed"] if taken_in else numbers
    # an earlier program did not say what was there before
    standing.update(zip(before, event.body.get("was") or [None] * len(before), strict=True))
    return holds
