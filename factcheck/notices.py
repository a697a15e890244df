"""Telling people what concerns them: a projection of the event log into inboxes.

`follow` reads on from the last event that it saw and writes a notice for everybody whom an event concerns.
It runs at the end of every request and command that writes, in the same transaction, and on the timer, so
that no place which writes an event has to remember it. Nobody is told of what they did themselves, nor is
anybody who cannot log in; of work only those are told who may still do it. What one was told of a claim
counts as read once one acts on it, and what asks for an approval once no verdict waits for it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from itertools import takewhile

from sqlmodel import Session

from claims.account import Account
from claims.claim import Claim
from claims.event import Event
from claims.notice import Occasion
from claims.objection import READER_FORM
from claims.store import accounts, claims, decisions, events, notices, votes
from claims.workflow import Action, Role, may

_NEAR = timedelta(hours=24)
"""How long before its deadline somebody is reminded of a claim."""
_SETTLING = {Action.PUBLISH, Action.CONFIRM, Action.WITHDRAW, Action.DISMISS}
_ASKING = {"add", "wish", Action.CHALLENGE}
"""By these somebody asks the desk to look at something: a claim that they found or wonder about, or a verdict
once more."""


@dataclass(frozen=True)
class _Case:
    """An event while it is found out whom it concerns."""

    session: Session
    event: Event
    people: dict[int, Account]

    @cached_property
    def earlier(self) -> list[Event]:
        """What happened to the claim before and was not taken back, the last thing first."""
        return self._before(events.of_claim(self.session, self.event.claim_id or 0))

    def _before(self, found: list[Event]) -> list[Event]:
        before = [event for event in reversed(found) if event.seq < self.event.seq]
        undone = {event.body["undoes"] for event in before if "undoes" in event.body}
        return [event for event in before if event.seq not in undone and "undoes" not in event.body]

    @cached_property
    def deciders(self) -> set[int]:
        """Who stands for the decision that the event is about."""
        number = self.event.body.get("decision")
        return deciders(self.session, number)

    @property
    def submitter(self) -> set[int]:
        number = self.event.body.get("decision")
        return {decisions.get(self.session, number).submitted_by} if number else set()

    @property
    def approvers(self) -> set[int]:
        """The editors who had no part in what was decided."""
        number = self.event.body.get("decision") or 0
        return self.editors - self.submitter - votes.voters(self.session, number)

    @property
    def editors(self) -> set[int]:
        return {number for number, account in self.people.items() if may(account.role_set, Role.EDITOR)}

    @property
    def assignee(self) -> set[int]:
        """Who had the claim before this event."""
        for event in self.earlier:
            if event.action == "assign":
                return {event.body["after"]["assignee_id"]} - {None}
            if event.action == Action.TAKE:
                return {event.actor_id}
            if event.action in (Action.RELEASE, Action.LAPSE):
                return set()
            if event.action == Action.SEND_BACK:
                return _Case(self.session, event, self.people).submitter
        return set()

    @property
    def askers(self) -> set[int]:
        """Who asked for what is settled now, of this claim or of one that it stands for."""
        number = self.event.claim_id or 0
        both = [number, *(claim.id or 0 for claim in claims.merged(self.session, number))]
        earlier = self._before(events.all_of_claims(self.session, both))
        unsettled = takewhile(lambda event: event.action not in _SETTLING, earlier)
        return {event.actor_id for event in unsettled if event.action in _ASKING}


_CONCERNS: dict[str, tuple[Occasion, Callable[[_Case], set[int]]]] = {
    "assign": (Occasion.ASSIGNED, lambda case: {case.event.body["after"]["assignee_id"]} - {None}),
    Action.SEND_BACK: (Occasion.SENT_BACK, lambda case: case.submitter),
    Action.SUBMIT: (Occasion.APPROVAL_WANTED, lambda case: case.approvers),
    Action.ADOPT: (Occasion.APPROVAL_WANTED, lambda case: case.approvers),
    Action.CORRECT: (Occasion.APPROVAL_WANTED, lambda case: case.approvers),
    Action.CHALLENGE: (Occasion.CHALLENGED, lambda case: case.editors | case.deciders),
    Action.LAPSE: (Occasion.LAPSED, lambda case: case.deciders | case.assignee),
    **{action: (Occasion.ANSWERED, lambda case: case.askers) for action in _SETTLING},
}
"""event -> why somebody is told of it, and who"""
_WANTED = (Occasion.APPROVAL_WANTED, Occasion.ADJUDICATION_WANTED)
_DECIDED = {
    *_SETTLING,
    Action.SUBMIT,
    Action.ADOPT,
    Action.CORRECT,
    Action.APPROVE,
    Action.SEND_BACK,
    Action.LAPSE,
}
"""With these, or once they are undone, no earlier verdict waits for anybody."""
_FOLLOWED = {*_CONCERNS, *Action, "undo"}


def follow(session: Session, at: datetime) -> None:
    """Tell everybody what happened since this was last called."""
    found = notices.events_to_tell(session, _FOLLOWED)
    people = _people(session) if found else {}
    for event in found:
        _settle(session, event, at)
        if event.action not in _CONCERNS:
            continue
        occasion, whom = _CONCERNS[event.action]
        able = people if occasion is Occasion.ANSWERED else _checking(people)
        # who corrects one claim may not know what took its verdict over
        known = {event.actor_id} if "ground" not in event.body or occasion is not Occasion.LAPSED else set()
        for number in sorted((whom(_Case(session, event, people)) & able.keys()) - known):
            notices.add(session, number, occasion, claim_id=event.claim_id or 0, at=at, event_seq=event.seq)


def _settle(session: Session, event: Event, at: datetime) -> None:
    number = event.claim_id or 0
    notices.settle(session, number, at, before=event.seq, account_id=event.actor_id)
    if event.body.get("undone", event.action) in _DECIDED:
        notices.settle(session, number, at, before=event.seq, occasions=_WANTED)


def tell_deadlines(session: Session, at: datetime) -> None:
    """Remind whoever has a claim whose deadline is near or has passed, once for each deadline."""
    found = notices.due(session, at + _NEAR)
    if not found:
        return
    told = {
        (notice.account_id, notice.claim_id, notice.body.get("due"))
        for notice in notices.about(session, [claim.id or 0 for claim, _ in found], Occasion.DUE)
    }
    people = _checking(_people(session))
    for claim, assignee in found:
        due = claim.due.isoformat() if claim.due else ""
        if assignee in people and (assignee, claim.id, due) not in told:
            notices.add(session, assignee, Occasion.DUE, claim_id=claim.id or 0, at=at, body={"due": due})


def tell_adjudication_wanted(session: Session, claim: Claim, voters: Iterable[int], at: datetime) -> None:
    """Two people voted and disagree: tell the editors who are neither of them."""
    whom = {number for number, account in _people(session).items() if may(account.role_set, Role.EDITOR)}
    _tell(session, whom - set(voters), Occasion.ADJUDICATION_WANTED, claim, at)


def tell_quote_gone(session: Session, claim: Claim, at: datetime) -> None:
    """A live page lost words that the claim's verdict rests on: tell who decided, and who has the claim."""
    whom = deciders(session, claim.decision_id) | {claim.assignee_id or 0}
    _tell(session, whom & _checking(_people(session)).keys(), Occasion.QUOTE_GONE, claim, at)


def deciders(session: Session, decision_id: int | None) -> set[int]:
    """Who submitted, approved and published a decision."""
    if not decision_id:
        return set()
    decided = decisions.get(session, decision_id)
    return {decided.submitted_by, decided.approved_by or 0, decided.published_by or 0} - {0}


def _tell(session: Session, whom: Iterable[int], occasion: Occasion, claim: Claim, at: datetime) -> None:
    for number in sorted(whom):
        notices.add(session, number, occasion, claim_id=claim.id or 0, at=at)


def _people(session: Session) -> dict[int, Account]:
    """Everybody who works here now, by number: whoever has a role, and is no timer or form."""
    return {
        account.id or 0: account
        for account in accounts.everyone(session)
        if account.roles and account.disabled_at is None and account.name != READER_FORM
    }


def _checking(people: dict[int, Account]) -> dict[int, Account]:
    return {number: account for number, account in people.items() if may(account.role_set, Role.REVIEWER)}
