"""Taking back the last thing one did with a claim, while nobody built on it: a new event, `undo`.

`_ROWS` says how each action is undone. What is not in it stays: publishing, correcting and withdrawing
change what readers know, words of notes and inquiries are erased, not undone, and of votes nobody is told.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session

from claims.account import Account
from claims.assignment import Priority
from claims.claim import Claim, Kind, Modality
from claims.errors import MoveRefused, NotAllowed
from claims.event import Event
from claims.store import claims, decisions, events, notes, sources, tags
from claims.tag import MOST, key
from claims.workflow import Role, State, may
from factcheck.review import merging, voting
from factcheck.review.moves import standing_verdict

_BESIDE = {
    *("note", "note_reply", "note_resolve", "note_reopen", "tag", "untag"),
    *("ask", "answer", "decline", "no_answer", "amend", "confirm_proposal", "wish"),
    *("vote", "void_votes", "votes_differ"),
}
"""What others do beside an action without building on it. A vote is among them since it must not show."""
_SILENT = ("void_votes", "votes_differ", "wish")
"""What somebody did that is no step of theirs with the claim: what they did before that can be taken back."""
_COPIED = ("verdict", "stance", "into", "merged", "added", "removed", "thread")
_BUNDLED = {"accept": ("edit", "split"), "take": ("accept",)}
"""What is done together in one step is undone in one step, too."""


@dataclass
class _Undoing:
    """One event while it is taken back; `facts` is what the new event says besides."""

    session: Session
    claim: Claim
    event: Event
    by: Account
    at: datetime
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def said(self) -> dict[str, Any]:
        return self.event.body


def undo(session: Session, claim_id: int, *, by: Account, at: datetime, expect: int | None = None) -> Claim:
    """Take back the last thing that this account did with the claim; again, the one before it.

    Raises NotFound, StaleVersion, NotAllowed, MoveRefused where somebody built on it or it is not one that
    can be taken back.
    """
    touched = {claim_id, *_partners(undoable(session, claim_id, by))}
    held = {number: claims.lock(session, number, None) for number in sorted(touched)}
    claim = claims.lock(session, claim_id, expect)
    found = undoable(session, claim_id, by)
    if not found or not touched.issuperset(_partners(found)):
        raise MoveRefused("There is nothing of yours to take back here: somebody built on it, or it stays.")
    for event in found:
        if not may(by.role_set, _ROWS[event.action].role):
            raise NotAllowed("Taking this back takes the role that did it.")
        _take_back(_Undoing(session, claim, event, by, at), held)
    return claim


def undoable(session: Session, claim_id: int, by: Account) -> list[Event]:
    """What `undo` would take back, the newest first; nothing where it would be refused."""
    history = events.of_claim(session, claim_id)
    undone = {event.body["undoes"] for event in history if "undoes" in event.body}
    standing = [event for event in history if event.seq not in undone and "undoes" not in event.body]
    own = [event for event in standing if event.actor_id == by.id and event.action not in _SILENT]
    if not own or own[-1].action not in _ROWS or not may(by.role_set, _ROWS[own[-1].action].role):
        return []
    last = own[-1]
    if any(_builds(event, last) for event in standing if event.seq > last.seq):
        return []
    before = standing[standing.index(last) - 1] if standing.index(last) else None
    found = [last, before] if before is not None and _is_one_step(before, last) else [last]
    return found if all(_is_free(session, event) for event in found) else []


def _is_one_step(before: Event, last: Event) -> bool:
    """Whether one press did both: a proposal is accepted by changing it, and by taking it."""
    return before.action in _BUNDLED.get(last.action, ()) and (before.at, before.actor_id) == (
        last.at,
        last.actor_id,
    )


def _builds(event: Event, last: Event) -> bool:
    thread = last.body.get("thread")
    return event.action not in _BESIDE or (thread is not None and event.body.get("thread") == thread)


def _is_free(session: Session, event: Event) -> bool:
    """Whether what the event made besides is as it left it."""
    if event.action == "split":
        return claims.get(session, event.body["into"][-1]).version == 1 and "held" in event.body
    if event.action == "edit":
        return "held" in event.body
    if event.action == "submit":
        return not voting.voters(session, event.body["decision"])
    if event.action == "send_back":
        return _has_its_ground(session, event.body["decision"])
    return True


def _has_its_ground(session: Session, decision_id: int) -> bool:
    """Whether the verdict that a decision took over still stands, where it took one over."""
    adopts = decisions.get(session, decision_id).adopts
    return adopts is None or decisions.get(session, adopts).ended_at is None


def _partners(found: list[Event]) -> set[int]:
    """The other claims that taking these back changes."""
    return {
        number
        for event in found
        for number in (*event.body.get("into", ()), event.body.get("merged"))
        if number is not None
    }


def _take_back(one: _Undoing, held: dict[int, Claim]) -> None:
    if one.event.action == "merge":
        merging.unmerge(one.session, one.said.get("merged") or one.claim.id or 0, by=one.by, at=one.at)
        return
    _ROWS[one.event.action].back(one)
    claim = one.claim
    claims.touch(one.session, claim, one.at)
    facts = {name: one.said[name] for name in _COPIED if name in one.said}
    facts |= one.facts | {"undoes": one.event.seq, "undone": one.event.action}
    events.record(one.session, claim, "undo", by=one.by.id or 0, at=one.at, facts=facts)
    if one.event.action == "split":
        _drop(one, held[one.said["into"][-1]])
    voting.void_outdated(one.session, claim, by=one.by, at=one.at)
    voting.settle(one.session, claim, None, one.by, one.at)


def _drop(one: _Undoing, second: Claim) -> None:
    """The second part of a claim that is whole again leaves the work."""
    before, second.state = second.state, State.DISMISSED
    claims.touch(one.session, second, one.at)
    added = events.of_claim(one.session, second.id or 0)[0]
    facts = {"from": before.value, "to": second.state.value, "undoes": added.seq, "undone": added.action}
    events.record(one.session, second, "undo", by=one.by.id or 0, at=one.at, facts=facts)
    voting.settle(one.session, second, None, one.by, one.at)


def _move_back(one: _Undoing) -> None:
    claim, before = one.claim, one.claim.state
    claim.state = State(one.said["from"])
    if "held" in one.said:
        _set_terms(claim, one.said["held"])
    claim.verdict = standing_verdict(one.session, claim)
    one.facts |= {
        "from": before.value,
        "to": claim.state.value,
        "standing": claim.verdict.value if claim.verdict else None,
        "lapsed": claim.lapsed,
    }


def _rule_back(one: _Undoing) -> None:
    if one.said["from"] == State.PROPOSED:
        decisions.take_back_ruling(one.session, one.claim.id or 0)
    _move_back(one)


def _submit_back(one: _Undoing) -> None:
    # the decision stays readable, as one that no longer stands: somebody may have seen it
    decisions.get(one.session, one.said["decision"]).ended_at = one.at
    _move_back(one)


def _adopt_back(one: _Undoing) -> None:
    for number in one.said["copied"]:
        sources.evidence(one.session, number).retracted_at = one.at
    one.facts["copied"] = one.said["copied"]
    if one.said["from"] == State.PROPOSED:
        decisions.take_back_ruling(one.session, one.claim.id or 0)
    _submit_back(one)


def _send_again(one: _Undoing) -> None:
    decisions.get(one.session, one.said["decision"]).ended_at = None
    _move_back(one)


def _approve_back(one: _Undoing) -> None:
    decided = decisions.get(one.session, one.said["decision"])
    decided.approved_by = decided.approved_at = None
    _move_back(one)


def _words_back(one: _Undoing) -> None:
    members: dict[str, Callable[[str], object]] = {"kind": Kind, "modality": Modality}
    for name, value in {**one.said["before"], **one.said["held"]}.items():
        setattr(one.claim, name, members[name](value) if name in members else value)
    one.facts |= {"before": one.said["after"], "after": one.said["before"]}


def _set_terms(claim: Claim, terms: dict[str, Any]) -> None:
    claim.assignee_id, claim.priority = terms["assignee_id"], Priority(terms["priority"])
    claim.due = datetime.fromisoformat(terms["due"]) if terms["due"] else None


def _assign_back(one: _Undoing) -> None:
    _set_terms(one.claim, one.said["before"])
    one.facts |= {"before": one.said["after"], "after": one.said["before"]}


def _tags_back(one: _Undoing) -> None:
    number = one.claim.id or 0
    for written in one.said["added"]:
        tags.remove(one.session, number, written)
    # others may have put on the same meanwhile, or as many as there is room for
    on = {key(written) for written in tags.of_claim(one.session, number)}
    back = [written for written in one.said["removed"] if key(written) not in on][: MOST - len(on)]
    for written in back:
        tags.add(one.session, number, written, by=one.by.id or 0, at=one.at)
    one.facts["removed"] = back


def _cite_back(one: _Undoing) -> None:
    sources.evidence(one.session, one.said["evidence"]).retracted_at = one.at
    one.facts["evidence"] = one.said["evidence"]


def _cite_again(one: _Undoing) -> None:
    sources.evidence(one.session, one.said["evidence"]).retracted_at = None
    one.facts["evidence"] = one.said["evidence"]


def _reopen(one: _Undoing) -> None:
    thread = notes.thread(one.session, one.claim.id or 0, one.said["thread"])
    thread.resolved_by = thread.resolved_at = None


def _resolve(one: _Undoing) -> None:
    thread = notes.thread(one.session, one.claim.id or 0, one.said["thread"])
    thread.resolved_by, thread.resolved_at = one.by.id, one.at


def _nothing(_one: _Undoing) -> None:
    """A merge is undone by `merging.unmerge`, which writes the events of both claims."""


@dataclass(frozen=True)
class _Row:
    back: Callable[[_Undoing], None]
    role: Role = Role.REVIEWER


_ROWS = {
    "accept": _Row(_rule_back),
    "dismiss": _Row(_rule_back),
    "take": _Row(_move_back),
    "release": _Row(_move_back),
    "submit": _Row(_submit_back),
    "adopt": _Row(_adopt_back),
    "send_back": _Row(_send_again, Role.EDITOR),
    "approve": _Row(_approve_back, Role.EDITOR),
    "edit": _Row(_words_back),
    "split": _Row(_words_back),
    "merge": _Row(_nothing),
    "tag": _Row(_tags_back),
    "untag": _Row(_tags_back),
    "cite": _Row(_cite_back),
    "retract": _Row(_cite_again),
    "assign": _Row(_assign_back),
    "note_resolve": _Row(_reopen),
    "note_reopen": _Row(_resolve),
}
