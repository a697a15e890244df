"""Two people decide on a claim without seeing each other's votes; a third settles what they disagree on."""

import pytest

from claims.decision import DecisionDraft
from claims.errors import Conflict, InvalidInput, LogBroken, MoveRefused, NotAllowed, StaleVersion
from claims.notice import Occasion
from claims.store import accounts, decisions, events, notices, votes
from claims.verdict import Stance, Verdict
from claims.workflow import Action, State
from factcheck import ledger, review
from factcheck.history import sentence
from factcheck.review import voting
from tests import making
from tests.factcheck.review.conftest import REFUTED, SUPPORTED, Desk

NOT_ENOUGH = DecisionDraft(verdict=Verdict.NOT_ENOUGH_EVIDENCE, rationale="Es gibt nichts.")


@pytest.fixture
def blind(desk: Desk) -> Desk:
    """A claim in check with one piece of evidence, under the blind review of its article."""
    desk.bring_to(State.IN_CHECK)
    _begin(desk)
    return desk


def _begin(desk: Desk, tag: str = "") -> int:
    article = None if tag else desk.claim.article_id
    by = desk.people["editor"]
    begun = review.begin_blind_review(desk.session, by=by, at=making.START, article_id=article, tag=tag)
    return begun.id or 0


def _vote(desk: Desk, who: str, draft: DecisionDraft = SUPPORTED) -> None:
    desk.move(who, Action.VOTE, decision=draft)


def _known(desk: Desk, who: str) -> list[tuple[str, Verdict]]:
    """The votes that this person may know of."""
    names = {account.id: name for name, account in desk.people.items()}
    found = voting.visible_votes(desk.session, [desk.claim_id], desk.people[who])
    return [(names[vote.account_id], vote.verdict) for vote in found]


def _told(desk: Desk, who: str) -> list[str]:
    """What the claim's history tells this person of votes."""
    found = voting.discreet(desk.session, events.of_claim(desk.session, desk.claim_id), desk.people[who])
    return [event.action for event in found if "vote" in event.action]


def _others(*voted: str) -> set[str]:
    return {"reader", "reviewer", "colleague", "editor", "chief", "admin", "cli"} - set(voted)


def test_the_first_vote_is_known_to_who_cast_it_alone(blind: Desk) -> None:
    before = (blind.claim.version, blind.claim.updated_at, blind.claim.state)
    _vote(blind, "reviewer")
    claim = blind.reread()
    assert (claim.version, claim.updated_at, claim.state) == before
    assert _known(blind, "reviewer") == [("reviewer", Verdict.SUPPORTED)]
    assert _told(blind, "reviewer") == ["vote"]
    for other in _others("reviewer"):
        assert (_known(blind, other), _told(blind, other)) == ([], [])
    counted = {who: voting.count_waiting(blind.session, claim, by) for who, by in blind.people.items()}
    assert {who for who, number in counted.items() if number} == {"editor", "chief"}


def test_two_equal_votes_are_submitted_by_the_second_and_approved_by_neither(blind: Desk) -> None:
    _vote(blind, "reviewer")
    _vote(blind, "editor", SUPPORTED.model_copy(update={"rationale": "Auch ich lese es so."}))
    assert blind.claim.state is State.SUBMITTED
    decision = decisions.get(blind.session, blind.claim.decision_id or 0)
    assert decision.submitted_by == blind.people["editor"].id
    assert decision.rationale == "Auch ich lese es so."
    assert _known(blind, "colleague") == [("reviewer", Verdict.SUPPORTED), ("editor", Verdict.SUPPORTED)]
    assert _known(blind, "reader") == []
    with pytest.raises(NotAllowed):
        blind.move("editor", Action.APPROVE)
    blind.move("chief", Action.APPROVE)


def test_a_voter_who_did_not_submit_cannot_approve_publish_or_send_back(blind: Desk) -> None:
    _vote(blind, "editor")
    _vote(blind, "reviewer")
    for action, reason in ((Action.APPROVE, ""), (Action.SEND_BACK, "Noch einmal.")):
        with pytest.raises(NotAllowed):
            blind.move("editor", action, reason=reason)
    blind.move("chief", Action.APPROVE)
    with pytest.raises(NotAllowed):
        blind.move("editor", Action.PUBLISH)


def test_an_open_claim_takes_votes_too(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    _begin(desk)
    _vote(desk, "reviewer", NOT_ENOUGH)
    _vote(desk, "colleague", NOT_ENOUGH)
    assert desk.claim.state is State.SUBMITTED


def test_different_votes_wait_for_a_third_person_who_sees_both(blind: Desk) -> None:
    _vote(blind, "reviewer")
    _vote(blind, "editor", REFUTED)
    assert blind.claim.state is State.IN_CHECK
    both = [("reviewer", Verdict.SUPPORTED), ("editor", Verdict.REFUTED)]
    assert _known(blind, "colleague") == _known(blind, "chief") == both
    assert _known(blind, "reviewer") == both[:1]
    assert _known(blind, "editor") == both[1:]
    assert _known(blind, "reader") == _known(blind, "admin") == []
    for voter in ("reviewer", "editor"):
        with pytest.raises(NotAllowed, match="You voted"):
            blind.move(voter, Action.SUBMIT, decision=SUPPORTED)
    with pytest.raises(MoveRefused, match="disagree"):
        _vote(blind, "colleague")
    blind.move("colleague", Action.SUBMIT, decision=REFUTED)
    for barred in ("editor", "colleague"):
        with pytest.raises(NotAllowed):
            blind.move(barred, Action.APPROVE)
    blind.move("chief", Action.APPROVE)
    kept = votes.of_claims(blind.session, [blind.claim_id])
    assert [(vote.verdict, vote.decision_id) for vote in kept] == [
        (Verdict.SUPPORTED, blind.claim.decision_id),
        (Verdict.REFUTED, blind.claim.decision_id),
    ]
    assert _known(blind, "reviewer") == both


def test_editors_who_did_not_vote_are_told_that_somebody_has_to_decide(blind: Desk) -> None:
    _vote(blind, "reviewer")
    _vote(blind, "editor", REFUTED)
    found = notices.about(blind.session, [blind.claim_id], Occasion.ADJUDICATION_WANTED)
    assert [notice.account_id for notice in found] == [blind.people["chief"].id]


def test_whoever_decides_has_to_have_seen_both_votes(blind: Desk) -> None:
    seen = blind.claim.version
    _vote(blind, "reviewer")
    _vote(blind, "editor", REFUTED)
    with pytest.raises(StaleVersion):
        blind.move("colleague", Action.SUBMIT, decision=REFUTED, expect=seen)


def test_all_who_check_claims_are_told_that_votes_differ_and_nothing_of_what_they_say(blind: Desk) -> None:
    seen = blind.claim.version
    _vote(blind, "reviewer")
    _vote(blind, "editor", REFUTED)
    told = {
        who: [
            event.action
            for event in voting.discreet(
                blind.session,
                review.changes_since(blind.session, blind.claim_id, seen),
                blind.people[who],
            )
        ]
        for who in ("reviewer", "editor", "colleague", "reader", "admin")
    }
    assert all(told[who] == ["votes_differ"] for who in ("reviewer", "editor", "colleague"))
    assert told["reader"] == told["admin"] == []
    [differ] = [e for e in events.of_claim(blind.session, blind.claim_id) if e.action == "votes_differ"]
    assert differ.body == {"version": blind.claim.version}
    names = accounts.names(blind.session)
    assert sentence(differ, names, "en", "Europe/Berlin").startswith("Two votes differ: somebody who has not")
    ledger.verify(blind.session)


def test_nobody_submits_alone_or_votes_twice(blind: Desk) -> None:
    for _ in range(2):
        with pytest.raises(MoveRefused, match="cast your vote instead"):
            blind.move("colleague", Action.SUBMIT, decision=SUPPORTED)
        if not votes.waiting(blind.session, blind.claim_id):
            _vote(blind, "reviewer")
    with pytest.raises(MoveRefused, match="Your vote"):
        _vote(blind, "reviewer", REFUTED)


def test_a_vote_asks_for_what_a_submission_asks_for(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    _begin(desk)
    with pytest.raises(MoveRefused, match="more than context"):
        _vote(desk, "reviewer")
    with pytest.raises(MoveRefused, match="verdict and a rationale"):
        desk.move("reviewer", Action.VOTE)
    with pytest.raises(NotAllowed):
        _vote(desk, "reader", NOT_ENOUGH)
    assert votes.of_claims(desk.session, [desk.claim_id]) == []


def test_where_one_person_decides_nobody_votes(desk: Desk) -> None:
    desk.bring_to(State.IN_CHECK)
    with pytest.raises(MoveRefused, match="submit a verdict"):
        _vote(desk, "reviewer")


@pytest.mark.parametrize("change", ["cite", "retract", "edit"])
def test_new_words_or_evidence_void_a_vote_that_waits(blind: Desk, change: str) -> None:
    _vote(blind, "reviewer")
    by, at = blind.people["colleague"], making.later(90)
    if change == "cite":
        blind.cite(Stance.REFUTES, "colleague")
    elif change == "retract":
        [number] = votes.waiting(blind.session, blind.claim_id)[0].evidence_ids
        review.retract(blind.session, blind.claim_id, number, by=by, at=at)
    else:
        edit = review.ClaimEdit(text="Der Verein hat zwölf Mitglieder oder mehr.")
        review.edit(blind.session, blind.claim_id, edit, by=by, at=at)
    [vote] = votes.of_claims(blind.session, [blind.claim_id])
    assert vote.void_at is not None
    assert votes.waiting(blind.session, blind.claim_id) == []
    assert _told(blind, "reviewer") == ["vote", "void_votes"]
    assert _told(blind, "editor") == ["void_votes"]
    assert _told(blind, "colleague") == _told(blind, "reader") == []
    _vote(blind, "reviewer", NOT_ENOUGH)
    _vote(blind, "colleague", NOT_ENOUGH)
    assert blind.claim.state is State.SUBMITTED
    assert [who for who, _ in _known(blind, "chief")] == ["reviewer", "colleague"]


def test_what_a_claim_is_worth_is_no_reason_to_vote_again(blind: Desk) -> None:
    _vote(blind, "reviewer")
    review.edit(
        blind.session,
        blind.claim_id,
        review.ClaimEdit(worth=0.9),
        by=blind.people["colleague"],
        at=making.later(90),
    )
    assert len(votes.waiting(blind.session, blind.claim_id)) == 1


def test_a_claim_that_is_dismissed_keeps_no_vote_waiting(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    _begin(desk)
    _vote(desk, "reviewer", NOT_ENOUGH)
    desk.move("colleague", Action.DISMISS, reason="Doch keine Behauptung.")
    assert votes.waiting(desk.session, desk.claim_id) == []


def test_a_tag_brings_its_claims_under_blind_review_in_any_spelling(desk: Desk) -> None:
    desk.bring_to(State.IN_CHECK)
    _begin(desk, "  #Wahl ")
    desk.move("reviewer", Action.RELEASE)
    review.tag(desk.session, desk.claim_id, ["WAHL"], by=desk.people["reviewer"], at=making.START)
    desk.move("reviewer", Action.TAKE)
    with pytest.raises(MoveRefused):
        desk.move("reviewer", Action.SUBMIT, decision=SUPPORTED)


def test_a_vote_that_waits_keeps_the_claim_blind_when_the_review_ends(desk: Desk) -> None:
    desk.bring_to(State.IN_CHECK)
    number = _begin(desk)
    _vote(desk, "reviewer")
    review.end_blind_review(desk.session, number, by=desk.people["chief"], at=making.START)
    with pytest.raises(MoveRefused):
        desk.move("colleague", Action.SUBMIT, decision=SUPPORTED)
    _vote(desk, "colleague")
    assert desk.claim.state is State.SUBMITTED


def test_an_ended_review_leaves_other_claims_to_one_person(desk: Desk) -> None:
    desk.bring_to(State.IN_CHECK)
    number = _begin(desk)
    review.end_blind_review(desk.session, number, by=desk.people["editor"], at=making.START)
    desk.move("reviewer", Action.SUBMIT, decision=SUPPORTED)
    with pytest.raises(Conflict):
        review.end_blind_review(desk.session, number, by=desk.people["editor"], at=making.START)


def test_editors_say_where_two_people_decide_once_and_of_one_thing(desk: Desk) -> None:
    _begin(desk)
    with pytest.raises(Conflict):
        _begin(desk)
    with pytest.raises(InvalidInput):
        review.begin_blind_review(desk.session, by=desk.people["editor"], at=making.START)
    for who in ("reviewer", "admin"):
        with pytest.raises(NotAllowed):
            review.begin_blind_review(desk.session, by=desk.people[who], at=making.START, tag="Wahl")
    told = events.of_article(desk.session, desk.claim.article_id, "begin_blind_review")
    assert [event.actor_id for event in told] == [desk.people["editor"].id]


def test_the_reason_for_deciding_anew_on_what_is_public_is_asked_of_both(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    by = desk.people["cli"]
    review.lapse(desk.session, desk.claim, by=by, at=making.START, why="Text geändert")
    desk.move("reviewer", Action.TAKE)
    _begin(desk)
    with pytest.raises(MoveRefused, match="Say why"):
        _vote(desk, "reviewer", REFUTED)
    for who in ("reviewer", "colleague"):
        desk.move(who, Action.VOTE, decision=REFUTED, reason=f"Neu gezählt von {who}.")
    decision = decisions.get(desk.session, desk.claim.decision_id or 0)
    assert decision.correction_reason == "Neu gezählt von colleague."


@pytest.mark.parametrize("field", ["verdict", "rationale", "account_id"])
def test_the_log_says_where_a_vote_was_changed(blind: Desk, field: str) -> None:
    _vote(blind, "reviewer")
    assert ledger.verify(blind.session).events > 0
    [vote] = votes.waiting(blind.session, blind.claim_id)
    changed = {"verdict": Verdict.REFUTED, "rationale": "Anders.", "account_id": blind.people["chief"].id}
    setattr(vote, field, changed[field])
    blind.session.add(vote)
    blind.session.flush()
    with pytest.raises(LogBroken, match="vote of event"):
        ledger.verify(blind.session)


def test_no_event_says_what_was_voted(blind: Desk) -> None:
    _vote(blind, "reviewer", REFUTED)
    event = events.of_claim(blind.session, blind.claim_id)[-1]
    assert event.action == "vote"
    assert "refuted" not in str(event.body)
    assert REFUTED.rationale not in f"{event.body}{event.note}"
