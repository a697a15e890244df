import pytest
from sqlmodel import select

from claims.decision import DecisionDraft
from claims.errors import (
    InvalidInput,
    MoveImpossible,
    MoveRefused,
    NotAllowed,
    NotFound,
    StaleVersion,
)
from claims.proposal import Answer, Ruling
from claims.store import decisions, events, sources
from claims.verdict import Stance, Verdict
from claims.workflow import Action, State
from factcheck import ledger, review
from tests import making
from tests.factcheck.review.conftest import REFUTED, SUPPORTED, Desk


def test_the_whole_way_takes_two_people(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    decision = decisions.get(desk.session, desk.claim.public_decision_id or 0)
    assert desk.reread().verdict is Verdict.SUPPORTED
    assert decision.submitted_by == desk.people["reviewer"].id
    assert decision.approved_by == decision.published_by == desk.people["editor"].id
    assert [event.action for event in events.of_claim(desk.session, desk.claim_id)] == [
        "accept",
        "take",
        "cite",
        "submit",
        "approve",
        "publish",
    ]
    assert ledger.verify(desk.session).events == 7  # the source's capture is the seventh


def test_a_verdict_stands_only_when_it_was_approved(desk: Desk) -> None:
    desk.bring_to(State.SUBMITTED)
    assert desk.claim.verdict is None
    desk.move("editor", Action.APPROVE)
    assert desk.claim.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("who", ["reviewer", "admin", "reader", "cli"])
def test_approving_takes_an_editor(desk: Desk, who: str) -> None:
    desk.bring_to(State.SUBMITTED)
    with pytest.raises(NotAllowed):
        desk.move(who, Action.APPROVE)


@pytest.mark.parametrize("who", ["editor", "chief"])
def test_who_submitted_can_neither_approve_nor_publish_nor_send_back(desk: Desk, who: str) -> None:
    desk.bring_to(State.IN_CHECK)
    desk.move(who, Action.SUBMIT, decision=SUPPORTED)
    with pytest.raises(NotAllowed, match="other than who submitted"):
        desk.move(who, Action.APPROVE)
    with pytest.raises(NotAllowed, match="other than who submitted"):
        desk.move(who, Action.SEND_BACK, reason="doch nicht")
    desk.move("chief" if who == "editor" else "editor", Action.APPROVE)
    with pytest.raises(NotAllowed, match="other than who submitted"):
        desk.move(who, Action.PUBLISH)


@pytest.mark.parametrize("verdict", [v for v in Verdict if v is not Verdict.NOT_ENOUGH_EVIDENCE])
def test_no_verdict_without_evidence_that_is_more_than_context(desk: Desk, verdict: Verdict) -> None:
    desk.bring_to(State.OPEN)
    desk.move("reviewer", Action.TAKE)
    desk.cite(Stance.CONTEXT)
    draft = DecisionDraft(verdict=verdict, rationale="Gefühl")
    with pytest.raises(MoveRefused, match="more than context"):
        desk.move("reviewer", Action.SUBMIT, decision=draft)


def test_evidence_that_was_set_aside_carries_no_verdict(desk: Desk) -> None:
    desk.bring_to(State.IN_CHECK)
    [(evidence, _, _)] = sources.evidence_of(desk.session, [desk.claim_id])
    review.retract(desk.session, desk.claim_id, evidence.id or 0, by=desk.people["reviewer"], at=making.START)
    with pytest.raises(MoveRefused, match="more than context"):
        desk.move("reviewer", Action.SUBMIT, decision=SUPPORTED)


def test_too_little_evidence_is_a_verdict_that_needs_none(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    desk.move("reviewer", Action.TAKE)
    draft = DecisionDraft(verdict=Verdict.NOT_ENOUGH_EVIDENCE, rationale="Niemand führt darüber Buch.")
    assert desk.move("reviewer", Action.SUBMIT, decision=draft).state is State.SUBMITTED


@pytest.mark.parametrize(
    ("state", "who", "action"),
    [
        (State.PROPOSED, "reviewer", Action.DISMISS),
        (State.SUBMITTED, "editor", Action.SEND_BACK),
        (State.PUBLISHED, "reader", Action.CHALLENGE),
        (State.PUBLISHED, "editor", Action.WITHDRAW),
        (State.CHALLENGED, "editor", Action.CONFIRM),
    ],
)
@pytest.mark.parametrize("reason", ["", "  \n "])
def test_a_reason_is_asked_for_and_blanks_are_none(
    desk: Desk, state: State, who: str, action: Action, reason: str
) -> None:
    desk.bring_to(state)
    with pytest.raises(MoveRefused, match="reason"):
        desk.move(who, action, reason=reason)
    assert desk.reread().state is state


def test_a_correction_needs_a_public_reason_and_the_old_verdict_stands_meanwhile(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    with pytest.raises(MoveRefused, match="reason"):
        desk.move("colleague", Action.CORRECT, decision=REFUTED)
    desk.move("colleague", Action.CORRECT, decision=REFUTED, reason="Neue Zahlen vom Amt.")
    assert (desk.claim.state, desk.claim.verdict) == (State.SUBMITTED, Verdict.SUPPORTED)
    desk.move("editor", Action.APPROVE)
    assert desk.claim.verdict is Verdict.SUPPORTED
    desk.move("editor", Action.PUBLISH)
    assert (desk.claim.state, desk.claim.verdict) == (State.CORRECTED, Verdict.REFUTED)
    old, new = decisions.of_claims(desk.session, [desk.claim_id])
    assert (new.corrects, new.correction_reason) == (old.id, "Neue Zahlen vom Amt.")
    assert old.verdict is Verdict.SUPPORTED
    assert old.ended_at is not None


def test_a_correction_that_was_sent_back_still_takes_its_reason(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    desk.move("colleague", Action.CORRECT, decision=REFUTED, reason="Neue Zahlen vom Amt.")
    desk.move("editor", Action.SEND_BACK, reason="Welches Amt?")
    with pytest.raises(MoveRefused, match="reason"):
        desk.move("colleague", Action.SUBMIT, decision=REFUTED)
    desk.move("colleague", Action.SUBMIT, decision=REFUTED, reason="Neue Zahlen vom Registergericht.")
    desk.move("editor", Action.APPROVE)
    assert desk.move("editor", Action.PUBLISH).state is State.CORRECTED


def test_a_challenge_that_is_not_borne_out_leads_back(desk: Desk) -> None:
    desk.bring_to(State.CHALLENGED)
    assert desk.claim.verdict is Verdict.SUPPORTED
    assert desk.move("editor", Action.CONFIRM, reason="Geprüft, es bleibt dabei.").state is State.PUBLISHED


def test_a_withdrawn_verdict_stands_no_longer(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    desk.move("editor", Action.WITHDRAW, reason="Die Quelle war gefälscht.")
    assert (desk.claim.state, desk.claim.verdict) == (State.WITHDRAWN, None)
    assert desk.claim.public_decision_id is not None


def test_a_lapsed_claim_keeps_its_old_decision_and_loses_its_verdict(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    review.lapse(desk.session, desk.claim, by=desk.people["cli"], at=making.later(60), why="Text geändert.")
    assert (desk.claim.state, desk.claim.lapsed, desk.claim.verdict) == (State.OPEN, True, None)
    assert decisions.of_claims(desk.session, [desk.claim_id])[0].verdict is Verdict.SUPPORTED
    desk.move("reviewer", Action.TAKE)
    desk.move("reviewer", Action.SUBMIT, decision=REFUTED, reason="Neu geprüft.")
    desk.move("editor", Action.APPROVE)
    desk.move("editor", Action.PUBLISH)
    assert (desk.claim.state, desk.claim.lapsed) == (State.CORRECTED, False)


def test_a_stale_version_is_told_what_changed(desk: Desk) -> None:
    seen = desk.claim.version
    desk.move("colleague", Action.ACCEPT)
    with pytest.raises(StaleVersion) as refused:
        desk.move("reviewer", Action.DISMISS, reason="egal", expect=seen)
    assert refused.value.current == desk.claim.version
    changes = review.changes_since(desk.session, desk.claim_id, seen)
    assert [(event.action, event.actor_id) for event in changes] == [("accept", desk.people["colleague"].id)]


def test_what_is_refused_leaves_no_trace(desk: Desk) -> None:
    desk.bring_to(State.SUBMITTED)
    before = (desk.claim.version, events.last(desk.session))
    for who, action in (("reviewer", Action.APPROVE), ("editor", Action.PUBLISH), ("editor", Action.TAKE)):
        with pytest.raises((NotAllowed, MoveImpossible)):
            desk.move(who, action)
    desk.session.expire_all()
    assert (desk.claim.version, events.last(desk.session)) == before


def test_taking_assigns_and_releasing_gives_back(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    assert desk.move("reviewer", Action.TAKE).assignee_id == desk.people["reviewer"].id
    assert desk.move("reviewer", Action.RELEASE).assignee_id is None


@pytest.mark.parametrize(
    ("action", "answer"), [(Action.ACCEPT, Answer.ACCEPTED), (Action.DISMISS, Answer.DISMISSED)]
)
def test_the_answer_to_a_proposal_is_kept_apart_from_it(desk: Desk, action: Action, answer: Answer) -> None:
    desk.move("reviewer", action, reason="kein Streitpunkt")
    ruling = desk.session.exec(select(Ruling)).one()
    assert (ruling.answer, ruling.ruled_by) == (answer, desk.people["reviewer"].id)


def test_a_claim_that_is_not_there_cannot_be_moved(desk: Desk) -> None:
    with pytest.raises(NotFound):
        review.move(desk.session, 999, Action.ACCEPT, by=desk.people["reviewer"], at=making.START)


def _correct(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    desk.move("colleague", Action.CORRECT, decision=REFUTED, reason="Neue Zahlen vom Amt.")


def test_a_claim_whose_verdict_stands_cannot_be_reworded_or_dismissed_on_the_way(desk: Desk) -> None:
    _correct(desk)
    desk.move("editor", Action.SEND_BACK, reason="Welches Amt?")
    with pytest.raises(MoveImpossible, match="correction"):
        review.edit(
            desk.session,
            desk.claim_id,
            review.ClaimEdit(text="Etwas anderes."),
            by=desk.people["reviewer"],
            at=making.START,
        )
    desk.move("colleague", Action.RELEASE)
    with pytest.raises(MoveImpossible, match="withdraw"):
        desk.move("colleague", Action.DISMISS, reason="egal")
    assert desk.reread().verdict is Verdict.SUPPORTED


def test_a_correction_that_was_wrong_is_dropped_and_what_was_public_stays(desk: Desk) -> None:
    _correct(desk)
    desk.move("editor", Action.CONFIRM, reason="Das Amt hat sich berichtigt.")
    assert (desk.claim.state, desk.claim.verdict) == (State.PUBLISHED, Verdict.SUPPORTED)
    assert desk.claim.decision_id == desk.claim.public_decision_id
    standing, dropped = decisions.of_claims(desk.session, [desk.claim_id])
    assert standing.ended_at is None
    assert dropped.ended_at is not None


def test_a_verdict_can_be_withdrawn_while_a_correction_waits(desk: Desk) -> None:
    _correct(desk)
    assert desk.move("editor", Action.WITHDRAW, reason="Die Quelle war gefälscht.").state is State.WITHDRAWN
    assert all(decision.ended_at for decision in decisions.of_claims(desk.session, [desk.claim_id]))


@pytest.mark.parametrize("action", [Action.WITHDRAW, Action.CONFIRM])
def test_what_was_never_published_can_be_neither_withdrawn_nor_confirmed(desk: Desk, action: Action) -> None:
    desk.bring_to(State.SUBMITTED)
    with pytest.raises(MoveImpossible):
        desk.move("editor", action, reason="doch nicht")


def test_lapsing_ends_every_decision_once(desk: Desk) -> None:
    _correct(desk)
    review.lapse(desk.session, desk.claim, by=desk.people["cli"], at=making.later(60), why="Text geändert.")
    ends = {decision.ended_at for decision in decisions.of_claims(desk.session, [desk.claim_id])}
    assert ends == {making.later(60)}


def test_a_claim_whose_words_changed_is_bound_to_new_ones_and_is_there_again(desk: Desk) -> None:
    desk.claim.vanished = True
    with pytest.raises(InvalidInput, match="where it starts"):
        review.edit(
            desk.session,
            desk.claim_id,
            review.ClaimEdit(end=20),
            by=desk.people["reviewer"],
            at=making.START,
        )
    change = review.ClaimEdit(start=0, end=44)
    bound = review.edit(desk.session, desk.claim_id, change, by=desk.people["reviewer"], at=making.START)
    assert (bound.vanished, bound.exact) == (False, making.TEXT[:44])
    assert bound.quantities[0]["value"] == 12


@pytest.mark.parametrize(("start", "end"), [(44, 46), (0, 500), (10, 10)])
def test_a_span_without_words_or_outside_the_text_is_refused(desk: Desk, start: int, end: int) -> None:
    with pytest.raises(InvalidInput):
        review.add_claim(
            desk.session, desk.claim.article_id, start, end, by=desk.people["reviewer"], at=making.START
        )


def test_an_edit_that_changes_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidInput):
        review.edit(
            desk.session, desk.claim_id, review.ClaimEdit(), by=desk.people["reviewer"], at=making.START
        )


def test_splitting_makes_two_claims_with_slots_of_their_own(desk: Desk) -> None:
    first, second = review.split(
        desk.session, desk.claim_id, (0, 44), (46, 80), by=desk.people["reviewer"], at=making.START
    )
    assert (first.quantities[0]["value"], second.times[0]["edtf"]) == (12, "2011")
    assert (first.state, second.state) == (State.OPEN, State.OPEN)


@pytest.mark.parametrize(("action", "who"), [(Action.CONFIRM, "editor"), (Action.WITHDRAW, "editor")])
def test_what_is_kept_or_withdrawn_is_the_verdict_that_readers_know(
    desk: Desk, action: Action, who: str
) -> None:
    _correct(desk)
    desk.move(who, action, reason="Das Amt hat sich berichtigt.")
    event = events.of_claim(desk.session, desk.claim_id)[-1]
    assert event.body["verdict"] == "supported"
    assert event.body["decision"] == desk.claim.public_decision_id


def test_a_reason_has_an_end(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="too long"):
        desk.move("reviewer", Action.DISMISS, reason="a" * 10_001)
