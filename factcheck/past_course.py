"""The course that a claim took, told by its events one after the other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from claims import tag
from claims.event import Event
from claims.workflow import Action


@dataclass
class Signed:
    """Who signed a decision and when, as far as that had happened."""

    fields: dict[str, Any] = field(
        default_factory=lambda: dict.fromkeys(
            ("approved_by", "approved_at", "published_by", "published_at", "ended_at")
        )
    )

    def sign(self, deed: str, by: int | None, at: datetime | None) -> None:
        self.fields |= {f"{deed}_by": by, f"{deed}_at": at}

    def end(self, at: datetime) -> None:
        self.fields["ended_at"] = self.fields["ended_at"] or at

    def stand_again(self) -> None:
        self.fields["ended_at"] = None


@dataclass
class Course:
    """Where a claim has got to. `cited` is its evidence with when it was set aside, `gone` that whose quote
    the live page had lost, `tags` are by their keys."""

    state: str | None = None
    verdict: str | None = None
    lapsed: bool = False
    merged_into: int | None = None
    decision: int | None = None
    public: int | None = None
    signed: dict[int, Signed] = field(default_factory=dict)
    cited: dict[int, datetime | None] = field(default_factory=dict)
    gone: dict[int, datetime] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)

    def standing(self, first_state: str) -> dict[str, Any]:
        """The claim's columns that tell it; `first_state` where no event has said one."""
        return {
            "state": self.state or first_state,
            "verdict": self.verdict,
            "lapsed": self.lapsed,
            "merged_into": self.merged_into,
            "decision_id": self.decision,
            "public_decision_id": self.public,
        }

    def end(self, number: int | None, at: datetime) -> None:
        if number is not None:
            self.signed[number].end(at)

    @property
    def current(self) -> Signed:
        return self.signed[self.decision or 0]


def follow_course(events: Iterable[Event]) -> Course:
    """Where these events, the first of a claim's history, led it."""
    course = Course()
    for event in events:
        body = event.body
        course.state = body.get("to", course.state)
        if "standing" in body:
            course.verdict, course.lapsed = body["standing"], body["lapsed"]
        if body.get("decision", 0) not in {0, *course.signed}:
            course.decision = body["decision"]
            course.signed[body["decision"]] = Signed()
        steps = _BACK if event.action == "undo" else _ON
        step = steps.get(body["undone"] if event.action == "undo" else event.action)
        if step is not None:
            step(course, event)
        _tag(course, event)
    return course


def _tag(course: Course, event: Event) -> None:
    on, off = event.body.get("added", ()), event.body.get("removed", ())
    if event.action == "undo":
        on, off = off, on
    for written in off:
        course.tags.pop(tag.key(written), None)
    for written in on:
        course.tags.setdefault(tag.key(written), written)


def _approve(course: Course, event: Event) -> None:
    course.current.sign("approved", event.actor_id, event.at)


def _approve_back(course: Course, _event: Event) -> None:
    course.current.sign("approved", None, None)


def _publish(course: Course, event: Event) -> None:
    course.end(course.public, event.at)
    course.current.sign("published", event.actor_id, event.at)
    course.public = course.decision


def _end_current(course: Course, event: Event) -> None:
    course.end(course.decision, event.at)


def _send_again(course: Course, _event: Event) -> None:
    course.current.stand_again()


def _confirm(course: Course, event: Event) -> None:
    if course.decision != course.public:
        course.end(course.decision, event.at)
        course.decision = course.public


def _end_both(course: Course, event: Event) -> None:
    course.end(course.decision, event.at)
    course.end(course.public, event.at)


def _merge(course: Course, event: Event) -> None:
    if "into" in event.body:
        (course.merged_into,) = event.body["into"]


def _unmerge(course: Course, event: Event) -> None:
    if "into" in event.body:
        course.merged_into = None


def _cite(course: Course, event: Event) -> None:
    course.cited[event.body["evidence"]] = None


def _copy(course: Course, event: Event) -> None:
    course.cited |= dict.fromkeys(event.body["copied"])


def _copy_back(course: Course, event: Event) -> None:
    course.cited |= dict.fromkeys(event.body["copied"], event.at)
    course.end(course.decision, event.at)


def _set_aside(course: Course, event: Event) -> None:
    course.cited[event.body["evidence"]] = event.at


def _adopt(course: Course, event: Event) -> None:
    course.cited |= dict.fromkeys(event.body["copied"])


def _adopt_back(course: Course, event: Event) -> None:
    course.cited |= dict.fromkeys(event.body["copied"], event.at)
    _end_current(course, event)


def _lose_quote(course: Course, event: Event) -> None:
    course.gone[event.body["evidence"]] = event.at


def _find_quote(course: Course, event: Event) -> None:
    course.gone.pop(event.body["evidence"], None)


_ON: dict[str, Callable[[Course, Event], None]] = {
    Action.APPROVE: _approve,
    Action.PUBLISH: _publish,
    Action.SEND_BACK: _end_current,
    Action.CONFIRM: _confirm,
    Action.WITHDRAW: _end_both,
    Action.LAPSE: _end_both,
    Action.ADOPT: _copy,
    "merge": _merge,
    "unmerge": _unmerge,
    "cite": _cite,
    "retract": _set_aside,
    Action.ADOPT: _adopt,
    "quote_gone": _lose_quote,
    "quote_back": _find_quote,
}
_BACK: dict[str, Callable[[Course, Event], None]] = {
    Action.SUBMIT: _end_current,
    Action.ADOPT: _copy_back,
    Action.SEND_BACK: _send_again,
    Action.APPROVE: _approve_back,
    Action.ADOPT: _adopt_back,
    "cite": _set_aside,
    "retract": _cite,
}
