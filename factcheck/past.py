"""What a claim was at a time in the past, from the event log: `claim_at`, `claims_at`.

Where the claim stood, its decisions, its evidence and its tags are told forwards by its events up to that
time. Its words and terms are gone back to from what they are today: each event says what they were before
it (`claims.trace`). Events of earlier versions of the program say less; `whole` is False where words may be
later ones for that reason.

Events are in order of their number, and clocks can go back. A time takes in the claim's events up to the
first that is stamped later: nothing stamped later is ever told, and what was stamped too early counts from
when the event before it does. Sources are told as they are described today, and what is confidential today
stays so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import Any, TypeVar

from sqlmodel import Session

from claims.claim import Claim
from claims.decision import Decision
from claims.event import Event
from claims.evidence import Evidence
from claims.source import Snapshot, Source
from claims.store import claims, decisions, events, sources
from claims.trace import TRACED
from factcheck.past_course import Course, follow_course

Cited = tuple[Evidence, Snapshot, Source]
Row = TypeVar("Row", Claim, Decision, Evidence)

_ARRIVALS = ("propose", "add")
_RETOLD = {
    *("follow", "revise", "vanish", "offer_places", "choose_place", "refuse_places", "confirm_proposal"),
}
"""What always changes words, and says what they were since `was` is in events."""


@dataclass(frozen=True)
class PastClaim:
    """The rows as they were, none of them in the session: the claim with its version and its last change,
    its decisions as far as they were signed, its evidence (`retracted_at` where it was set aside by then).
    `seq` is the number of the last event that counts, 0 for none."""

    claim: Claim
    decisions: tuple[Decision, ...]
    evidence: tuple[Cited, ...]
    tags: tuple[str, ...]
    seq: int
    whole: bool

    @property
    def decision(self) -> Decision | None:
        """The one that was under way or stood."""
        return self._numbered(self.claim.decision_id)

    @property
    def public_decision(self) -> Decision | None:
        """The one that readers knew."""
        return self._numbered(self.claim.public_decision_id)

    def _numbered(self, number: int | None) -> Decision | None:
        return next((decision for decision in self.decisions if decision.id == number), None)


def claim_at(session: Session, claim_id: int, at: datetime) -> PastClaim | None:
    """The claim as it was; None where it had not come in."""
    return claims_at(session, [claim_id], at).get(claim_id)


def claims_at(session: Session, ids: Iterable[int], at: datetime) -> dict[int, PastClaim]:
    """Those of these claims that had come in, as they were, by number."""
    rows = claims.many(session, ids)
    histories: dict[int, list[Event]] = {number: [] for number in rows}
    for event in events.all_of_claims(session, list(rows)):
        histories[event.claim_id or 0].append(event)
    known = {
        number: upto
        for number, row in rows.items()
        if (upto := _count(row, histories[number], at)) is not None
    }
    decided = _grouped(decisions.of_claims(session, list(known)))
    cited: dict[int, list[Cited]] = {number: [] for number in known}
    for found in sources.evidence_of(session, list(known)):
        cited[found[0].claim_id].append(found)
    return {
        number: _past(rows[number], histories[number], upto, decided.get(number, []), cited[number])
        for number, upto in known.items()
    }


def _count(row: Claim, history: Sequence[Event], at: datetime) -> int | None:
    """How many of its events count at that time; None where the claim was not there yet."""
    upto = sum(1 for _ in takewhile(lambda event: event.at <= at, history))
    arrives = bool(history) and history[0].action in _ARRIVALS
    return None if row.created_at > at or (arrives and not upto) else upto


def _grouped(found: Iterable[Decision]) -> dict[int, list[Decision]]:
    grouped: dict[int, list[Decision]] = {}
    for decision in found:
        grouped.setdefault(decision.claim_id, []).append(decision)
    return grouped


def _past(
    row: Claim, history: list[Event], upto: int, decided: list[Decision], cited: list[Cited]
) -> PastClaim:
    before, after = history[:upto], history[upto:]
    course = follow_course(before)
    return PastClaim(
        claim=_claim(row, before, after, course),
        decisions=tuple(
            _copy(decision, **course.signed[number].fields)
            for decision in decided
            if (number := decision.id or 0) in course.signed
        ),
        evidence=tuple(
            (
                _copy(one, retracted_at=course.cited[one.id or 0], gone_at=_gone_at(one, course)),
                snapshot,
                source,
            )
            for one, snapshot, source in cited
            if one.id in course.cited
        ),
        tags=tuple(course.tags[key] for key in sorted(course.tags)),
        seq=before[-1].seq if before else 0,
        whole=all("was" in event.body for event in after if event.action in _RETOLD),
    )


def _claim(row: Claim, before: list[Event], after: list[Event], course: Course) -> Claim:
    words: dict[str, Any] = {}
    for event in reversed(after):
        for told in ("before", "held", "was"):
            said = event.body.get(told) or {}
            words |= {name: value for name, value in said.items() if name in TRACED}
    versions = [event.body["version"] for event in before if "version" in event.body]
    return _copy(
        row,
        **words,
        **course.standing(_first_state(row, after)),
        version=versions[-1] if versions else 1,
        updated_at=before[-1].at if before else row.created_at,
    )


def _gone_at(evidence: Evidence, course: Course) -> datetime | None:
    """What was copied from another claim may have been gone by then."""
    copied_so = evidence.gone_at is not None and evidence.gone_at < evidence.added_at
    return course.gone.get(evidence.id or 0, evidence.gone_at if copied_so else None)


def _first_state(row: Claim, after: Iterable[Event]) -> str:
    """Where a claim stood of which no event has told it yet."""
    return next((event.body["from"] for event in after if "from" in event.body), row.state.value)


def _copy(row: Row, **changed: Any) -> Row:
    """A row of its own with the same columns but these; it belongs to no session."""
    return type(row).model_validate({**row.model_dump(), **changed})
