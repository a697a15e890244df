"""What a claim was at a time: told from the log it is what could be seen then."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from sqlalchemy import Engine
from sqlmodel import Session

from claims import database
from claims.account import Account
from claims.assignment import AssignmentDraft, Priority
from claims.decision import DecisionDraft
from claims.errors import FactcheckError
from claims.evidence import EvidenceDraft
from claims.quantity import QuantityDraft
from claims.store import accounts, articles, claims, decisions, events, sources, tags
from claims.verdict import Stance, Verdict
from claims.workflow import Action, Role, State
from factcheck import ledger, review
from factcheck.ingest import ingest
from factcheck.past import PastClaim, claim_at, claims_at
from factcheck.reading import read
from tests import making
from tests.factcheck.review.conftest import ROLES, SUPPORTED
from tests.factcheck.review.test_machine import STRAIGHT

SAID = ("Der Verein zählt mindestens zwölf Mitglieder.", "Es wurde 2011 in Bochum gegründet.")
NEW = ("Im Herbst wird gewählt.", "Der Verein zählt mindestens elf Mitglieder.", *SAID)
PEOPLE = st.sampled_from(["reviewer", "reviewer", "colleague", "editor", "chief"])
ONE = st.sampled_from([0, 0, 1])
TURNS = {
    "": ("cli", Action.TAKE),
    "challenge": ("reader", Action.CHALLENGE),
    "send back": ("chief", Action.SEND_BACK),
    "confirm": ("editor", Action.CONFIRM),
    "withdraw": ("editor", Action.WITHDRAW),
    "lapse": ("cli", Action.LAPSE),
}
Photograph = dict[int, dict[str, Any]]


def photograph(session: Session, ids: list[int]) -> Photograph:
    """What can be seen of these claims now."""
    rows = claims.many(session, ids)
    return {
        number: {
            "claim": row.model_dump(),
            "decisions": [found.model_dump() for found in decisions.of_claims(session, [number])],
            "evidence": [found.model_dump() for found, _, _ in sources.evidence_of(session, [number])],
            "tags": tags.of_claim(session, number),
        }
        for number, row in rows.items()
    }


def told(past: PastClaim) -> dict[str, Any]:
    return {
        "claim": past.claim.model_dump(),
        "decisions": [found.model_dump() for found in past.decisions],
        "evidence": [found.model_dump() for found, _, _ in past.evidence],
        "tags": list(past.tags),
    }


class PastMachine(RuleBasedStateMachine):
    """An article that is worked on and read again, with a clock that goes on by a minute with each deed."""

    engine: Engine
    clock = 0

    @initialize()
    def set_up(self) -> None:
        PastMachine.clock += 1
        self.url, self.begun = f"https://verein.example/{self.clock}", self.clock
        self.seen: list[tuple[datetime, Photograph]] = []
        with database.writing(self.engine) as session:
            if accounts.find(session, "reviewer") is None:
                for name, roles in ROLES.items():
                    making.account(session, name, *roles)
        self.article_id = 0
        self.reread(SAID)

    @property
    def now(self) -> datetime:
        return making.later(self.clock)

    @rule()
    def print_it_twice(self) -> None:
        with database.reading(self.engine) as session:
            text = articles.version(session, articles.get(session, self.article_id)).text
        self.reread([text[: len(text) // 2]] if len(text) > 200 else [text, text])

    @rule(text=st.lists(st.sampled_from(NEW), max_size=4))
    def reread(self, text: list[str]) -> None:
        def act(session: Session, by: Account) -> None:
            draft = read(" ".join(text or NEW[:1]).encode(), language="de", url=self.url)
            self.article_id = ingest(session, draft, by=by, at=self.now).article.id or 0

        self._try(act, "reviewer")

    @rule(which=ONE, steps=st.sampled_from([5, 3, 4, 6, 7]), turn=st.sampled_from(list(TURNS)))
    def go_on(self, which: int, steps: int, turn: str) -> None:
        """Without it, chance alone would hardly ever publish anything."""
        for _ in range(steps):
            self._go_on(which)
            self.move(which, *TURNS[turn])

    def _go_on(self, which: int) -> None:
        def act(session: Session, _by: Account) -> None:
            number = self._number(session, which)
            who, action = STRAIGHT.get(claims.get(session, number).state, ("editor", Action.TAKE))
            by = accounts.named(session, who)
            if action is Action.SUBMIT:
                self._cite(session, number, by)
            review.move(session, number, action, by=by, at=self.now, reason="darum", decision=SUPPORTED)

        self._try(act, "reviewer")

    @rule(which=ONE, who=PEOPLE, action=st.sampled_from([a for a in Action if a is not Action.VOTE]))
    def move(self, which: int, who: str, action: Action) -> None:
        def act(session: Session, by: Account) -> None:
            decision = DecisionDraft(verdict=Verdict.NOT_ENOUGH_EVIDENCE, rationale="nichts gefunden")
            number = self._number(session, which)
            if action is Action.LAPSE:
                review.lapse(session, claims.get(session, number), by=by, at=self.now, why="Neues")
                return
            review.move(session, number, action, by=by, at=self.now, reason="darum", decision=decision)

        self._try(act, who)

    @rule(which=ONE, who=PEOPLE)
    def cite(self, which: int, who: str) -> None:
        self._try(lambda session, by: self._cite(session, self._number(session, which), by), who)

    def _cite(self, session: Session, number: int, by: Account) -> None:
        draft = EvidenceDraft(
            snapshot_id=making.snapshot(session, by).id or 0, quote=making.QUOTE, stance=Stance.REFUTES
        )
        review.cite(session, number, draft, by=by, at=self.now)

    @rule(which=ONE)
    def set_aside(self, which: int) -> None:
        def act(session: Session, by: Account) -> None:
            number = self._number(session, which)
            cited = sources.cited(session, [number])
            review.retract(session, number, (cited[0][0].id or 0) if cited else 0, by=by, at=self.now)

        self._try(act, "colleague")

    @rule(which=ONE, change=st.sampled_from(["text", "span", "figure", "speaker"]))
    def edit(self, which: int, change: str) -> None:
        def act(session: Session, by: Account) -> None:
            claim = claims.get(session, self._number(session, which))
            edits = {
                "text": review.ClaimEdit(text=f"Wortlaut Nummer {self.clock}"),
                "span": review.ClaimEdit(start=claim.start, end=claim.end - 2),
                "figure": review.ClaimEdit(
                    quantities=(QuantityDraft(exact=claim.exact[:3], value=self.clock),)
                ),
                "speaker": review.ClaimEdit(speaker="Karla Wendisch", worth=0.25),
            }
            review.edit(session, claim.id or 0, edits[change], by=by, at=self.now)

        self._try(act, "reviewer")

    @rule(which=ONE)
    def split(self, which: int) -> None:
        def act(session: Session, by: Account) -> None:
            claim = claims.get(session, self._number(session, which))
            spans = ((claim.start, claim.start + 9), (claim.start + 10, claim.end))
            review.split(session, claim.id or 0, *spans, by=by, at=self.now)

        self._try(act, "colleague")

    @rule(which=ONE, into=ONE)
    def merge(self, which: int, into: int) -> None:
        def act(session: Session, by: Account) -> None:
            one, other = self._number(session, which), self._number(session, into)
            review.merge(session, one, other, by=by, at=self.now)

        self._try(act, "colleague")

    @rule(which=ONE)
    def unmerge(self, which: int) -> None:
        self._try(
            lambda session, by: review.unmerge(session, self._number(session, which), by=by, at=self.now),
            "reviewer",
        )

    @rule(which=ONE, from_which=ONE)
    def adopt(self, which: int, from_which: int) -> None:
        def act(session: Session, by: Account) -> None:
            one, other = self._number(session, which), self._number(session, from_which)
            wanted = review.Adoption(why="sagt dasselbe", reason="darum")
            review.adopt(session, one, other, wanted, by=by, at=self.now, zone="Europe/Berlin")

        self._try(act, "reviewer")

    @rule(which=ONE, who=PEOPLE)
    def undo(self, which: int, who: str) -> None:
        self._try(
            lambda session, by: review.undo(session, self._number(session, which), by=by, at=self.now), who
        )

    @rule(which=ONE, who=PEOPLE, kept=st.lists(st.sampled_from(["Verein", "verein", "Bochum"]), max_size=2))
    def tag(self, which: int, who: str, kept: list[str]) -> None:
        self._try(
            lambda session, by: review.set_tags(
                session, self._number(session, which), kept, by=by, at=self.now
            ),
            who,
        )

    @rule(which=ONE, priority=st.sampled_from(Priority))
    def assign(self, which: int, priority: Priority) -> None:
        def act(session: Session, by: Account) -> None:
            due = self.now + timedelta(days=2)
            draft = AssignmentDraft(assignee_id=by.id, due=due, priority=priority)
            review.assign(session, self._number(session, which), draft, by=by, at=self.now)

        self._try(act, "colleague")

    @rule(name=st.sampled_from(["der Verein Nord", "der Club"]))
    def name(self, name: str) -> None:
        self._try(
            lambda session, by: review.set_alias(session, self.article_id, "Es", name, by=by, at=self.now),
            "reviewer",
        )

    @rule(which=st.sampled_from([0, 0, 1, 2]))
    def choose(self, which: int) -> None:
        def act(session: Session, by: Account) -> None:
            found = claims.of_article(session, self.article_id)
            claim = next((one for one in found if one.candidates), found[0])
            if which == 2:
                review.refuse_places(session, claim.id or 0, by=by, at=self.now)
            starts = [place["start"] for place in claim.candidates] or [0]
            review.choose_place(session, claim.id or 0, starts[which % len(starts)], by=by, at=self.now)

        self._try(act, "reviewer")

    def _number(self, session: Session, which: int) -> int:
        found = sorted(claim.id or 0 for claim in claims.of_article(session, self.article_id))
        return found[which % len(found)]

    def _try(self, act: Callable[[Session, Account], object], who: str) -> None:
        PastMachine.clock += 1
        try:
            with database.writing(self.engine) as session:
                act(session, accounts.named(session, who))
        except FactcheckError:
            return
        with database.reading(self.engine) as session:
            ids = [claim.id or 0 for claim in claims.of_article(session, self.article_id)]
            self.seen.append((self.now, photograph(session, ids)))

    def teardown(self) -> None:
        with database.reading(self.engine) as session:
            ids = [claim.id or 0 for claim in claims.of_article(session, self.article_id)]
            for at, seen in self.seen:
                past = claims_at(session, ids, at + timedelta(seconds=30))
                assert {number: told(one) for number, one in past.items()} == seen
                assert all(one.whole for one in past.values())
            assert claims_at(session, ids, making.later(self.begun)) == {}


def work_through(machine: PastMachine) -> None:
    """What chance alone may leave out."""
    machine.set_up()
    machine.go_on(0, 5, "")
    machine.move(0, *TURNS["challenge"])
    machine.move(0, *TURNS["confirm"])
    machine.go_on(0, 1, "")
    machine.set_aside(0)
    machine.go_on(0, 3, "confirm")
    machine.cite(0, "reviewer")
    machine.set_aside(0)
    machine.go_on(0, 2, "challenge")
    machine.move(0, *TURNS["confirm"])
    machine.reread([NEW[1], NEW[3]])
    machine.move(0, *TURNS["withdraw"])
    machine.go_on(1, 3, "")
    machine.move(1, *TURNS["send back"])
    machine.undo(1, "chief")
    machine.go_on(1, 1, "lapse")
    machine.tag(1, "editor", ["Verein"])
    machine.tag(1, "editor", [])
    machine.reread([])
    machine.set_up()
    machine.name("der Verein Nord")
    machine.merge(0, 1)
    machine.unmerge(0)
    machine.edit(0, "figure")
    machine.split(0)
    machine.reread([NEW[0], *SAID])
    machine.print_it_twice()
    machine.reread([NEW[0], SAID[1], SAID[0], NEW[0], SAID[0]])
    machine.choose(1)
    machine.teardown()


@pytest.mark.long
def test_told_from_the_log_claims_are_as_they_were_photographed(engine: Engine) -> None:
    class Machine(PastMachine):
        pass

    Machine.engine = engine
    run_state_machine_as_test(
        Machine, settings=settings(max_examples=15, stateful_step_count=30, deadline=None, derandomize=True)
    )
    work_through(Machine())
    with database.reading(engine) as session:
        log = events.since(session, 0, limit=100_000)
        assert ledger.verify(session).events > 0
    done = {event.action for event in log} | {event.body.get("undone") for event in log}
    assert done >= {
        *("publish", "correct", "lapse", "challenge", "confirm", "withdraw", "send_back", "undo", "merge"),
        *("unmerge", "split", "revise", "follow", "vanish", "choose_place", "reword", "retract", "untag"),
    }, "or it never got far enough to prove much"


def test_a_time_takes_in_events_up_to_the_first_that_is_stamped_later(session: Session) -> None:
    reviewer, claim_id = proposed(session)
    for action, minute in ((Action.ACCEPT, 10), (Action.TAKE, 30), (Action.RELEASE, 20)):
        review.move(session, claim_id, action, by=reviewer, at=making.later(minute))
    past = [claim_at(session, claim_id, making.later(minute)) for minute in (5, 15, 25, 30)]
    states = [one.claim.state for one in past if one is not None]
    assert states == [State.PROPOSED, State.OPEN, State.OPEN, State.OPEN]
    assert [one.seq for one in past if one is not None] == [0, 1, 1, 3]


def test_before_it_came_in_there_was_no_claim(session: Session) -> None:
    _, claim_id = proposed(session)
    assert claim_at(session, claim_id, making.later(-1)) is None
    assert claim_at(session, 4711, making.later(1)) is None


def test_events_of_an_earlier_program_leave_the_past_marked(session: Session) -> None:
    """They do not say what words and places were before an article was read again."""
    reviewer, claim_id = proposed(session)
    body = {"start": 0, "end": 44, "text": 2, "version": 2}
    by = reviewer.id or 0
    events.append(session, "follow", by=by, at=making.later(9), body=body, claim_id=claim_id)
    past = [claim_at(session, claim_id, making.later(minute)) for minute in (5, 9)]
    assert [one.whole for one in past if one is not None] == [False, True]


def proposed(session: Session) -> tuple[Account, int]:
    reviewer = making.account(session, "reviewer", Role.REVIEWER)
    return reviewer, making.proposal(session, making.article(session, reviewer)).id or 0
