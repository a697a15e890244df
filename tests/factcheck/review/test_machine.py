"""Everything anybody can try, in any order: what may never happen does not happen."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine
from sqlmodel import Session

from claims import database
from claims.account import Account
from claims.claim import Claim
from claims.decision import DecisionDraft
from claims.errors import Conflict, NotAllowed, StaleVersion
from claims.kinship import Kinship
from claims.store import accounts, claims, decisions, events, kinships, sources
from claims.verdict import Stance, Verdict
from claims.workflow import Action, State
from factcheck import ledger, review
from tests import making
from tests.factcheck.review.conftest import ROLES

PEOPLE = st.sampled_from(sorted(ROLES))
STRAIGHT = {
    State.PROPOSED: ("reviewer", Action.ACCEPT),
    State.OPEN: ("reviewer", Action.TAKE),
    State.IN_CHECK: ("reviewer", Action.SUBMIT),
    State.SUBMITTED: ("editor", Action.APPROVE),
    State.APPROVED: ("chief", Action.PUBLISH),
    State.PUBLISHED: ("reviewer", Action.CORRECT),
    State.CHALLENGED: ("editor", Action.CONFIRM),
    State.CORRECTED: ("editor", Action.WITHDRAW),
}
PUBLIC = {State.PUBLISHED, State.CORRECTED}


class ReviewMachine(RuleBasedStateMachine):
    """One claim on a real database; each rule is a request of its own, committed or not at all."""

    engine: Engine

    @initialize()
    def set_up(self) -> None:
        with database.writing(self.engine) as session:
            by = accounts.find(session, "reviewer")
            if by is None:
                people = [making.account(session, name, *roles) for name, roles in ROLES.items()]
                by = next(person for person in people if person.name == "reviewer")
            claim = making.proposal(session, making.article(session, by))
            self.claim_id = claim.id or 0
            self.twin_id = making.proposal(session, making.article(session, by)).id or 0
            same = Kinship(
                claim_id=self.twin_id,
                other_id=self.claim_id,
                score=1.0,
                differences=[],
                found_at=making.START,
            )
            kinships.replace(session, self.twin_id, [same])
            self.state, self.version, self.log = claim.state, claim.version, events.last(session)
            self.public: int | None = None
            self.cited = False

    @rule(
        who=PEOPLE,
        action=st.sampled_from([action for action in Action if action is not Action.LAPSE]),
        reason=st.sampled_from(["", "wegen neuer Zahlen"]),
        verdict=st.none() | st.sampled_from(Verdict),
    )
    def move(self, who: str, action: Action, reason: str, verdict: Verdict | None) -> None:
        decision = DecisionDraft(verdict=verdict, rationale="so steht es da") if verdict else None
        self._try(
            lambda session, by: review.move(
                session,
                self.claim_id,
                action,
                by=by,
                at=making.START,
                expect=self.version,
                reason=reason,
                decision=decision,
            ),
            who,
        )

    @rule(alone=st.sampled_from(["", "", "editor", "chief"]), steps=st.integers(1, 3))
    def go_the_straight_way(self, alone: str, steps: int) -> None:
        """Without it, chance alone would hardly ever publish anything; `alone` tries it as one person."""
        for _ in range(steps):
            self._go_on(alone)
            self.nothing_forbidden_has_happened()

    @rule()
    def think_better_of_it(self) -> None:
        who, _ = STRAIGHT.get(self.state, ("editor", Action.TAKE))
        self._go_on("")
        self.nothing_forbidden_has_happened()
        self.undo(who, twin=False)

    def _go_on(self, alone: str) -> None:
        who, action = STRAIGHT.get(self.state, ("editor", Action.TAKE))
        who = alone or who
        if self.state is State.IN_CHECK and not self.cited:
            self.cited = True
            self.cite("reviewer", Stance.SUPPORTS)
            return
        self.move(who, action, "wegen neuer Zahlen", Verdict.SUPPORTED)

    @rule(who=PEOPLE, stance=st.sampled_from(Stance))
    def cite(self, who: str, stance: Stance) -> None:
        self._try(lambda session, by: making.evidence(session, self._claim(session), by, stance), who)

    @rule(who=PEOPLE)
    def reword(self, who: str) -> None:
        change = review.ClaimEdit(text="Der Verein hat zwölf Mitglieder oder mehr.")
        self._try(
            lambda session, by: review.edit(session, self.claim_id, change, by=by, at=making.START), who
        )

    @rule(who=st.sampled_from(["reviewer", "colleague", "editor"]), twin=st.booleans())
    def undo(self, who: str, twin: bool) -> None:
        number, seen = (self.twin_id, None) if twin else (self.claim_id, self.version)
        self._try(lambda session, by: review.undo(session, number, by=by, at=making.START, expect=seen), who)

    @rule(who=PEOPLE, away=st.booleans())
    def merge(self, who: str, away: bool) -> None:
        """Into its twin, or the twin into it."""
        one, other = (self.claim_id, self.twin_id) if away else (self.twin_id, self.claim_id)
        self._try(lambda session, by: review.merge(session, one, other, by=by, at=making.START), who)

    @rule(who=PEOPLE, away=st.booleans())
    def adopt(self, who: str, away: bool) -> None:
        """The twin takes over the claim's verdict, or the claim the twin's."""
        one, other = (self.twin_id, self.claim_id) if away else (self.claim_id, self.twin_id)
        wanted = review.Adoption(reason="wegen neuer Zahlen")
        self._try(
            lambda session, by: review.adopt(
                session, one, other, wanted, by=by, at=making.START, zone="Europe/Berlin"
            ),
            who,
        )

    @rule(back=st.booleans())
    def adopt_the_straight_way(self, back: bool) -> None:
        """Without it, chance alone would hardly ever publish what was taken over."""
        for _ in range(7):
            if self.state not in PUBLIC:
                self._go_on("")
                self.nothing_forbidden_has_happened()
        self.adopt("colleague", away=True)
        if back:
            self.nothing_forbidden_has_happened()
            self.undo("colleague", twin=True)
        for who, action in (("editor", Action.APPROVE), ("chief", Action.PUBLISH)):
            self.nothing_forbidden_has_happened()
            self._move_twin(who, action)

    def _move_twin(self, who: str, action: Action) -> None:
        self._try(lambda session, by: review.move(session, self.twin_id, action, by=by, at=making.START), who)

    @rule(days=st.integers(0, 1))
    def let_a_day_come(self, days: int) -> None:
        """On the first nothing is due yet, on the second what was published is."""
        with database.writing(self.engine) as session:
            by, today = accounts.named(session, "cli"), making.START.date() + timedelta(days=days)
            review.lapse_due(session, by=by, at=making.START, today=today)

    @rule(who=PEOPLE)
    def split(self, who: str) -> None:
        spans = ((0, 10), (11, 44))
        self._try(
            lambda session, by: review.split(session, self.claim_id, *spans, by=by, at=making.START), who
        )

    @rule(away=st.booleans())
    def unmerge(self, away: bool) -> None:
        number = self.claim_id if away else self.twin_id
        self._try(lambda session, by: review.unmerge(session, number, by=by, at=making.START), "colleague")

    @rule()
    def lapse(self) -> None:
        self._try(
            lambda session, by: review.lapse(
                session, self._claim(session), by=by, at=making.START, why="Text geändert"
            ),
            "cli",
        )

    @rule(who=PEOPLE, behind=st.integers(1, 3), action=st.sampled_from(Action))
    def act_on_what_is_no_longer_so(self, who: str, behind: int, action: Action) -> None:
        stale = self.version - behind

        def act() -> None:
            with database.writing(self.engine) as session:
                by = accounts.named(session, who)
                review.move(session, self.claim_id, action, by=by, at=making.START, expect=stale)

        with pytest.raises(StaleVersion):
            act()

    @invariant()
    def nothing_forbidden_has_happened(self) -> None:
        with database.reading(self.engine) as session:
            claim = self._claim(session)
            self._check_log(session, claim)
            self._check_people(session)
            self._check_public(session, claim)
            self._check_grounds(session)

    def _try(self, act: Callable[[Session, Account], object], who: str) -> None:
        try:
            with database.writing(self.engine) as session:
                act(session, accounts.named(session, who))
        except (Conflict, NotAllowed):
            with database.reading(self.engine) as session:
                claim = self._claim(session)
                assert (claim.state, claim.version) == (self.state, self.version)
                assert events.last(session) == self.log

    def _claim(self, session: Session) -> Claim:
        return claims.get(session, self.claim_id)

    def _check_log(self, session: Session, claim: Claim) -> None:
        history = events.of_claim(session, self.claim_id)
        # a vote that waits, or is void, leaves the claim at its version: nobody is to notice
        versions = [event.body["version"] for event in history if "version" in event.body]
        assert versions == list(range(2, claim.version + 1)), "each change writes one event"
        reached = [event.body["to"] for event in history if "to" in event.body]
        assert (reached or ["proposed"])[-1] == claim.state
        self.state, self.version, self.log = claim.state, claim.version, events.last(session)

    def _check_people(self, session: Session) -> None:
        for decision in decisions.of_claims(session, [self.claim_id]):
            signed = {decision.approved_by, decision.published_by}
            assert decision.submitted_by not in signed
            if decision.published_at is not None:
                assert None not in signed

    def _check_public(self, session: Session, claim: Claim) -> None:
        if claim.state in PUBLIC:
            assert claim.public_decision_id is not None
            assert claim.verdict is decisions.get(session, claim.public_decision_id).verdict
        if self.public is not None and claim.public_decision_id != self.public:
            successor = decisions.get(session, claim.public_decision_id or 0)
            assert successor.corrects == self.public
            assert successor.correction_reason
        self.public = claim.public_decision_id

    def _check_grounds(self, session: Session) -> None:
        """What was taken over stands only as long as that does, rests on the same words, and on no circle."""
        for decision in decisions.of_claims(session, [self.claim_id, self.twin_id]):
            if decision.adopts is None or decision.ended_at is not None:
                continue
            ground = decisions.get(session, decision.adopts)
            assert ground.ended_at is None
            assert ground.claim_id != decision.claim_id
            assert (
                ground.adopts is None or decisions.get(session, ground.adopts).claim_id != decision.claim_id
            )
            rows = sources.evidence_of(session, [decision.claim_id, ground.claim_id])
            quotes = {evidence.id: (evidence.snapshot_id, evidence.exact) for evidence, _, _ in rows}
            kept = [e.id for e, _, _ in rows if e.id in ground.evidence_ids and e.retracted_at is None]
            assert {quotes[number] for number in kept} <= {quotes[n] for n in decision.evidence_ids}


@pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgresql", marks=pytest.mark.long)], indirect=True
)
def test_no_order_of_requests_breaks_the_rules(engine: Engine) -> None:
    class Machine(ReviewMachine):
        pass

    Machine.engine = engine
    run_state_machine_as_test(
        Machine,
        settings=settings(max_examples=40, stateful_step_count=25, deadline=None, derandomize=True),
    )
    with database.reading(engine) as session:
        actions = {event.action for event in events.since(session, 0, limit=100_000)}
        assert ledger.verify(session).events > 0
        lapses = [event for event in events.since(session, 0, limit=100_000) if event.action == "lapse"]
    assert actions >= {"publish", "correct", "lapse", "undo", "merge", "unmerge", "split", "adopt"}, (
        "or it never got far enough to prove much"
    )
    assert any("ground" in event.body for event in lapses), "nothing that was taken over lost its ground"
