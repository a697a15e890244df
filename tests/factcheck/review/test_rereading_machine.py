"""An article read again and again while its claim is worked on: no order of edits, moves and choices makes a
verdict stand for words that it was not given on, or binds the claim to others without saying so."""

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import Engine
from sqlmodel import Session

from claims import database
from claims.article import ArticleVersion
from claims.claim import Claim
from claims.store import articles, claims, events
from claims.workflow import State
from factcheck import ledger, review
from factcheck.alignment import read as set_out
from factcheck.following import stretch_of
from factcheck.ingest import ingest
from factcheck.reading import read
from tests import making
from tests.factcheck.review.test_machine import ReviewMachine

OTHERS = ("Der Platz war gesperrt.", "Die Stadt zahlt 30 Euro dazu.", "Im Herbst wird gewählt.")
DECIDED = {State.SUBMITTED, State.APPROVED, State.PUBLISHED, State.CHALLENGED, State.CORRECTED}


class RereadingMachine(ReviewMachine):
    """The rules of the review, and an article whose author goes on writing."""

    @initialize()
    def begin(self) -> None:
        self.decided: dict[int, str] = {}

    @rule(steps=st.integers(2, 6))
    def work_on(self, steps: int) -> None:
        self.go_the_straight_way("", steps)

    @rule(new=st.sampled_from(OTHERS), first=st.booleans())
    def write_more(self, new: str, first: bool) -> None:
        self._reread(lambda text: [new, *text] if first else [*text, new])

    @rule(number=st.sampled_from(["neun", "elf", "zwölf"]))
    def change_the_figure(self, number: str) -> None:
        def change(text: list[str]) -> list[str]:
            return [f"Der Verein zählt mindestens {number} Mitglieder." if "zählt" in s else s for s in text]

        self._reread(change)

    @rule(at=st.integers(0, 9))
    def repeat_or_swap(self, at: int) -> None:
        self._reread(lambda text: [*text[at:], *text[:at]] if at % 2 else [*text, text[at % len(text)]])

    @rule()
    def print_it_twice(self) -> None:
        self._reread(lambda text: [*text, *text] if len(text) < 8 else text[: len(text) // 2])

    @rule(at=st.integers(0, 9))
    def cut(self, at: int) -> None:
        self._reread(lambda text: [s for i, s in enumerate(text) if i != at % len(text)] or ["Nichts mehr."])

    @rule()
    def set_it_otherwise(self) -> None:
        self._reread(lambda text: ["  ".join(sentence.split()) for sentence in text])

    @precondition(lambda self: self.waits)
    @rule(who=st.sampled_from(["reviewer", "reviewer", "editor", "reader"]), which=st.integers(0, 3))
    def choose(self, who: str, which: int) -> None:
        def act(session: Session, by: object) -> None:
            claim = self._claim(session)
            number, at = claim.id or 0, making.START
            if which == 3:
                review.refuse_places(session, number, by=by, at=at)  # type: ignore[arg-type]
            else:
                start = claim.candidates[which % len(claim.candidates)]["start"]
                review.choose_place(session, number, start, by=by, at=at)  # type: ignore[arg-type]

        self._try(act, who)

    @property
    def waits(self) -> bool:
        with database.reading(self.engine) as session:
            return bool(self._claim(session).candidates)

    def _reread(self, change) -> None:  # type: ignore[no-untyped-def]
        def act(session: Session, by: object) -> None:
            claim = self._claim(session)
            article = articles.get(session, claim.article_id)
            text = articles.version(session, article).text
            places = set_out(text, "de").sentences
            new = " ".join(change([text[place.start : place.end] for place in places]))
            draft = read(new.encode(), language="de")
            ingest(session, draft, by=by, at=making.START, article_id=article.id)  # type: ignore[arg-type]

        self._try(act, "reviewer")

    @invariant()
    def every_span_has_its_words_or_says_that_they_are_gone(self) -> None:
        with database.reading(self.engine) as session:
            article = articles.get(session, self._claim(session).article_id)
            for claim in claims.of_article(session, article.id or 0):
                version = articles.version(session, article, claim.article_version)
                assert version.text[claim.start : claim.end] == claim.exact
                if claim.is_bound:
                    assert claim.article_version == article.current
                    for slot in (*claim.quantities, *claim.times):
                        assert version.text[slot["start"] : slot["end"]] == slot["exact"]
                newest = articles.version(session, article).text
                assert all(newest[spot["start"] : spot["end"]].strip() for spot in claim.candidates)
                self._check_decision(claim, version)

    def _check_decision(self, claim: Claim, version: ArticleVersion) -> None:
        if claim.state not in DECIDED or claim.decision_id is None:
            return
        reading = set_out(version.text, "de")
        sentence = reading.says(stretch_of(reading, claim.selector))
        assert self.decided.setdefault(claim.decision_id, sentence) == sentence


@pytest.mark.long
def test_no_order_of_edits_lets_a_verdict_stand_for_other_words(engine: Engine) -> None:
    class Machine(RereadingMachine):
        pass

    Machine.engine = engine
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=30, stateful_step_count=25, deadline=None, derandomize=True, phases=[Phase.generate]
        ),
    )
    with database.reading(engine) as session:
        actions = {event.action for event in events.since(session, 0, limit=100_000)}
        assert ledger.verify(session).events > 0
    assert actions >= {"publish", "revise", "vanish", "offer_places", "choose_place", "lapse"}
