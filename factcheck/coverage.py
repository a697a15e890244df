"""How far an article is checked: a status for each of its sentences, and how much of it is answered.

Pure. A sentence has the status of the claim on it that is least far: not looked at, open, in work, checked;
only a dispute goes before all, since it puts an answer in doubt. A sentence without a claim is answered
where a machine or a person said why it makes none; else nobody looked at it.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from claims.selector import Place
from claims.verdict import Verdict
from claims.workflow import State


class Status(StrEnum):
    """What a sentence is to those who check, the most urgent first."""

    DISPUTED = "disputed"
    UNSEEN = "not_looked_at"
    OPEN = "still_open"
    IN_WORK = "in_work"
    CHECKED = "checked"
    NO_CLAIM = "no_claim"


_ORDER = list(Status)
_IN_WORK = (State.IN_CHECK, State.SUBMITTED, State.APPROVED)


@dataclass(frozen=True)
class Standing:
    """How far a claim is. `contested`: the votes on it disagree."""

    state: State
    verdict: Verdict | None = None
    contested: bool = False

    @cached_property
    def status(self) -> Status | None:
        """What it makes its sentence; None for a claim that is none any more."""
        if self.state is State.CHALLENGED or self.contested:
            return Status.DISPUTED
        if self.state in (State.DISMISSED, State.WITHDRAWN):
            return None
        if self.state is State.PROPOSED:
            return Status.UNSEEN
        if self.verdict is not None and self.state is not State.OPEN:
            return Status.CHECKED
        return Status.IN_WORK if self.state in _IN_WORK else Status.OPEN


@dataclass(frozen=True)
class Sentence:
    """A sentence and its status; `verdicts` are those of its claims where it is checked, each once."""

    place: Place
    status: Status
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True)
class Coverage:
    """How many sentences that make a claim are checked, of how many, and the same in code points."""

    sentences: int
    of_sentences: int
    characters: int
    of_characters: int

    @property
    def share(self) -> float:
        """The share of the text that is checked, 0 to 1, in code points; 1 where there is nothing to do."""
        return self.characters / self.of_characters if self.of_characters else 1.0


def judge(
    sentences: Sequence[tuple[Place, bool]], claims: Iterable[tuple[Place, Standing]]
) -> list[Sentence]:
    """The status of each sentence, in order. Of a sentence it is known whether somebody or a machine said
    that it makes no claim; a claim has a share in every sentence that it runs through."""
    on: list[list[Standing]] = [[] for _ in sentences]
    starts = [place.start for place, _ in sentences]
    ends = [place.end for place, _ in sentences]
    for place, standing in claims:
        for at in range(bisect_right(ends, place.start), bisect_left(starts, place.end)):
            on[at].append(standing)
    return [_judge(place, excused, under) for (place, excused), under in zip(sentences, on, strict=True)]


def _judge(place: Place, excused: bool, under: list[Standing]) -> Sentence:
    found = [status for standing in under if (status := standing.status) is not None]
    if not found:
        withdrawn = any(standing.state is State.WITHDRAWN for standing in under)
        none = Status.OPEN if withdrawn else Status.NO_CLAIM
        return Sentence(place, none if under or excused else Status.UNSEEN)
    status = min(found, key=_ORDER.index)
    given = (standing.verdict for standing in under if status is Status.CHECKED)
    return Sentence(place, status, tuple(dict.fromkeys(verdict for verdict in given if verdict)))


def measure(sentences: Iterable[Sentence]) -> Coverage:
    """What is checked of the sentences that make a claim, or may make one."""
    counted = [sentence for sentence in sentences if sentence.status is not Status.NO_CLAIM]
    checked = [sentence for sentence in counted if sentence.status is Status.CHECKED]
    return Coverage(len(checked), len(counted), _length(checked), _length(counted))


def tally(sentences: Iterable[Sentence]) -> dict[Status, int]:
    """How many sentences have each status, in the order of the statuses; those that none has are left out."""
    found = Counter(sentence.status for sentence in sentences)
    return {status: found[status] for status in Status if status in found}


def _length(sentences: list[Sentence]) -> int:
    return sum(sentence.place.end - sentence.place.start for sentence in sentences)
