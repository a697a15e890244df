"""Everything anybody can try, in any order, where two people decide without seeing each other's votes."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine
from sqlmodel import Session

from claims import database
from claims.account import Account
from claims.decision import DecisionDraft
from claims.store import accounts, decisions, events, votes
from claims.verdict import Stance, Verdict
from claims.vote import Vote
from claims.workflow import Action, Role, State, may
from factcheck import ledger, review
from factcheck.review import voting
from tests import making
from tests.factcheck.review.test_machine import ReviewMachine

CHECKING = ("reviewer", "colleague", "editor", "chief")


class BlindMachine(ReviewMachine):
    """The claim of `ReviewMachine`, whose article two people decide, or one again."""

    @initialize()
    def remember_no_votes(self) -> None:
        self.votes: dict[int | None, tuple[int, Verdict, str]] = {}

    @rule(who=st.sampled_from([*CHECKING, "admin"]), begin=st.sampled_from([True, True, False]))
    def decide_blindly(self, who: str, begin: bool) -> None:
        def switch(session: Session, by: Account) -> None:
            article = self._claim(session).article_id
            running = votes.runs(session, article_id=article, tag_key=None)
            if begin or running is None:
                review.begin_blind_review(session, by=by, at=making.START, article_id=article)
            else:
                review.end_blind_review(session, running.id or 0, by=by, at=making.START)

        self._try(switch, who)

    @rule(
        pair=st.permutations(CHECKING),
        first=st.sampled_from([Verdict.SUPPORTED, Verdict.REFUTED]),
        second=st.sampled_from([Verdict.SUPPORTED, Verdict.REFUTED]),
        then=st.sampled_from(["vote", "cite", "settle", "end", "nothing"]),
        blind=st.sampled_from([True, True, True, False]),
    )
    def vote(self, pair: list[str], first: Verdict, second: Verdict, then: str, blind: bool) -> None:
        """Without what comes before the first vote, chance alone would hardly ever let anybody cast one."""
        if blind:
            self.decide_blindly("editor", begin=True)
        if self.state is State.PROPOSED:
            self.move("reviewer", Action.ACCEPT, "", None)
        self.cite("colleague", Stance.SUPPORTS)
        self._vote(pair[0], first)
        if then == "cite":
            self.cite(pair[2], Stance.CONTEXT)
        if then != "nothing":
            self._vote(pair[1], second)
        if then == "end":
            self.decide_blindly("editor", begin=False)
        if then == "settle":
            self.move(pair[2], Action.TAKE, "", None)
            self.move(pair[2], Action.SUBMIT, "wegen neuer Zahlen", first)

    @invariant()
    def no_vote_is_known_before_its_time(self) -> None:
        with database.reading(self.engine) as session:
            cast = votes.of_claims(session, [self.claim_id])
            self._check_kept(session, cast)
            for person in accounts.everyone(session):
                self._check_secrecy(session, cast, person)

    def _vote(self, who: str, verdict: Verdict) -> None:
        draft = DecisionDraft(verdict=verdict, rationale="so steht es da")
        self._try(
            lambda session, by: review.move(
                session,
                self.claim_id,
                Action.VOTE,
                by=by,
                at=making.START,
                reason="wegen neuer Zahlen",
                decision=draft,
            ),
            who,
        )

    def _try(self, act: Callable[[Session, Account], object], who: str) -> None:
        # a rule here takes several steps, and each looks at what the one before left
        with database.reading(self.engine) as session:
            self._check_log(session, self._claim(session))
        super()._try(act, who)

    def _check_kept(self, session: Session, cast: list[Vote]) -> None:
        kept = {vote.id: (vote.account_id, vote.verdict, vote.rationale) for vote in cast}
        assert kept.items() >= self.votes.items(), "votes are kept as they were cast"
        self.votes = kept
        waiting = {vote.account_id for vote in cast if vote.decision_id is None and vote.void_at is None}
        assert len(waiting) <= 2
        for number in {vote.decision_id for vote in cast if vote.decision_id is not None}:
            voters, decided = votes.voters(session, number), decisions.get(session, number)
            assert len(voters) == 2, "a decision has both votes"
            assert not voters & {decided.approved_by, decided.published_by}, "no voter approves"

    def _check_secrecy(self, session: Session, cast: list[Vote], person: Account) -> None:
        waiting = [vote for vote in cast if vote.decision_id is None and vote.void_at is None]
        seen = {vote.id for vote in voting.visible_votes(session, [self.claim_id], person)}
        others = {vote.id for vote in waiting if vote.account_id != person.id}
        settles = len(waiting) == len(others) == 2 and may(person.role_set, Role.REVIEWER)
        assert settles or not seen & others, "nobody sees another's vote before it is settled"
        told = voting.discreet(session, events.of_claim(session, self.claim_id), person)
        assert {event.body["votes"][0] for event in told if event.action == Action.VOTE} <= seen


@pytest.mark.long
def test_no_order_of_requests_shows_a_vote_too_early_or_loses_one(engine: Engine) -> None:
    class Machine(BlindMachine):
        pass

    Machine.engine = engine
    run_state_machine_as_test(
        Machine,
        settings=settings(max_examples=120, stateful_step_count=20, deadline=None, derandomize=True),
    )
    with database.reading(engine) as session:
        actions = {event.action for event in events.since(session, 0, limit=100_000)}
        assert ledger.verify(session).events > 0
        settled = {vote.decision_id for vote, _ in votes.settled(session)}
    assert actions >= {"vote", "void_votes", "submit", "end_blind_review"}, "or it never got far enough"
    assert len(settled) > 3
