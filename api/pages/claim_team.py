"""What the desk's people say to each other about a claim, as its page shows it: who is to check it and until
when, tags, notes in threads, and who is looking at it. Those who only read see the tags."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from claims.account import Account
from claims.assignment import is_overdue
from claims.claim import Claim
from claims.event import Event
from claims.note import Note
from claims.objection import Objection
from claims.store import accounts, claims, events, notes, objections, presences, tags, wishes
from claims.workflow import TO_DO, Action, Role, State, may
from factcheck.review import assignable

_ANSWERING = {Action.SEND_BACK, Action.SUBMIT, Action.CORRECT, Action.ADOPT, Action.LAPSE}
"""A verdict that was sent back, and what comes after it."""


@dataclass(frozen=True)
class Remark:
    """A note and who wrote it."""

    note: Note
    by: str


@dataclass(frozen=True)
class Thread:
    """The note that begins it, and the answers."""

    first: Remark
    answers: list[Remark]
    resolved_by: str

    @property
    def id(self) -> int:
        return self.first.note.id or 0

    @property
    def is_resolved(self) -> bool:
        return self.first.note.is_resolved

    @property
    def answer_form(self) -> str:
        return f"answer-{self.id}"

    @property
    def settle_form(self) -> str:
        return f"settle-{self.id}"


@dataclass(frozen=True)
class Message:
    """What was said to the one to whom the claim is assigned, or against a verdict."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Asked:
    """That somebody asked the desk to check the claim: in which words, and what they noted for those who
    check."""

    who: str
    at: datetime
    words: str
    note: str


@dataclass(frozen=True)
class Team:
    """`checks` says whether this account checks claims: all but the tags is for those. `due_day` and
    `due_time` are the deadline in the desk's time zone, as the form has them."""

    checks: bool
    assigns: bool
    assignee: str
    overdue: bool
    due_day: str
    due_time: str
    tags: list[str]
    message: Message | None = None
    doubt: Message | None = None
    returned: Message | None = None
    threads: list[Thread] = field(default_factory=list)
    colleagues: list[Account] = field(default_factory=list)
    known_tags: list[str] = field(default_factory=list)
    looking: list[str] = field(default_factory=list)
    objections: list[Objection] = field(default_factory=list)
    wishes: list[Asked] = field(default_factory=list)

    @property
    def open_threads(self) -> list[Thread]:
        return [thread for thread in self.threads if not thread.is_resolved]

    @property
    def resolved_threads(self) -> list[Thread]:
        return [thread for thread in self.threads if thread.is_resolved]

    @property
    def forms(self) -> set[str]:
        """The forms that the page has."""
        if not self.checks:
            return set()
        threads = {thread.settle_form for thread in self.threads}
        answers = {thread.answer_form for thread in self.open_threads}
        return threads | answers | {"tag", "untag", "note"} | ({"assign"} if self.assigns else set())


def team(session: Session, claim: Claim, account: Account, at: datetime, zone: str) -> Team:
    """What this account may see and do, at `at`."""
    claim_id, names = claim.id or 0, accounts.names(session)
    due = claim.due.astimezone(ZoneInfo(zone)) if claim.due else None
    seen = Team(
        checks=may(account.role_set, Role.REVIEWER),
        assigns=may(account.role_set, Role.REVIEWER) and claim.state in TO_DO,
        assignee=names.get(claim.assignee_id or 0, ""),
        overdue=claim.state in TO_DO and is_overdue(claim.due, at),
        due_day=due.date().isoformat() if due else "",
        due_time=due.strftime("%H:%M") if due else "",
        tags=tags.of_claim(session, claim_id),
    )
    if not seen.checks:
        return seen
    told = events.of_claim(session, claim_id)
    inside = {
        "message": _message(told, claim, names),
        "doubt": _doubt(told, names) if claim.state is State.CHALLENGED else None,
        "returned": _returned(told, names) if claim.state in (State.OPEN, State.IN_CHECK) else None,
        "wishes": _wishes(session, claim_id, names),
        "threads": _threads(notes.of_claim(session, claim_id), names),
        "colleagues": assignable(session),
        "known_tags": tags.all_tags(session),
        "looking": lookers(session, claim_id, account, at),
        "objections": [found for found in objections.of_claim(session, claim_id) if found.contact],
    }
    return Team(**{**vars(seen), **inside})


def lookers(session: Session, claim_id: int, account: Account, at: datetime) -> list[str]:
    """The names of those who look at the claim besides this account."""
    found = presences.others(session, claim_id, account.id or 0, at)
    names = accounts.names(session, set(found))
    return sorted(names[account_id] for account_id in found)


def is_due_for_a_sign(session: Session, claim_id: int, account: Account, at: datetime) -> bool:
    """Whether the last sign that this account looks at the claim is so old that another is worth writing."""
    last = presences.last_seen(session, claim_id, account.id or 0)
    return last is None or at - last > timedelta(seconds=15)


def _doubt(found: list[Event], names: dict[int, str]) -> Message | None:
    """Why the verdict was challenged last."""
    last = next((event for event in reversed(found) if event.action == Action.CHALLENGE.value), None)
    return Message(last.note, names.get(last.actor_id, ""), last.at) if last and last.note else None


def _returned(found: list[Event], names: dict[int, str]) -> Message | None:
    """What was missing when the last verdict was sent back, until another is submitted or that is undone."""
    undone = {event.body["undoes"] for event in found if "undoes" in event.body}
    standing = (event for event in reversed(found) if event.seq not in undone and "undoes" not in event.body)
    last = next((event for event in standing if event.action in _ANSWERING), None)
    if last is None or last.action != Action.SEND_BACK.value or not last.note:
        return None
    return Message(last.note, names.get(last.actor_id, ""), last.at)


def _message(found: list[Event], claim: Claim, names: dict[int, str]) -> Message | None:
    """The last words to who has the claim now."""
    for event in reversed(found):
        if event.action == "assign" and event.body["after"]["assignee_id"] != claim.assignee_id:
            return None
        if event.action == "assign" and event.note:
            return Message(event.note, names.get(event.actor_id, ""), event.at)
    return None


def _wishes(session: Session, claim_id: int, names: dict[int, str]) -> list[Asked]:
    """For the claim, and for those that it stands for."""
    both = [claim_id, *(claim.id or 0 for claim in claims.merged(session, claim_id))]
    found = wishes.of_claims(session, both)
    told = events.of_claims(session, both, "wish") if found else []
    noted = {event.body["wish"]: event.note or "" for event in told}
    return [
        Asked(names.get(wish.account_id, ""), wish.made_at, wish.words, noted.get(wish.id or 0, ""))
        for wish in found
    ]


def _threads(found: list[Note], names: dict[int, str]) -> list[Thread]:
    remarks = [Remark(note, names.get(note.written_by, "")) for note in found]
    return [
        Thread(
            first=first,
            answers=[remark for remark in remarks if remark.note.thread_id == first.note.id],
            resolved_by=names.get(first.note.resolved_by or 0, ""),
        )
        for first in remarks
        if first.note.thread_id is None
    ]
