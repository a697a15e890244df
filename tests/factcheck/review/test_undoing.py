"""Taking back the last thing one did, and merging claims that say the same."""

from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from claims.assignment import AssignmentDraft, Priority
from claims.claim import Claim
from claims.decision import DecisionDraft
from claims.errors import InvalidInput, MoveImpossible, MoveRefused, NotAllowed, StaleVersion
from claims.proposal import Ruling
from claims.store import claims, decisions, events, sources, tags, votes
from claims.tag import MOST
from claims.verdict import Verdict
from claims.workflow import Action, State
from factcheck import history, ledger, review
from factcheck.search import search
from tests import making
from tests.factcheck.review.conftest import SUPPORTED, Desk


def undo(desk: Desk, who: str = "reviewer", **more: Any) -> Claim:
    return review.undo(desk.session, desk.claim_id, by=desk.people[who], at=making.later(99), **more)


def twin(desk: Desk) -> Claim:
    """A claim of another article that says the same."""
    return making.proposal(desk.session, making.article(desk.session, desk.people["reviewer"]))


def merge(desk: Desk, other: Claim, who: str = "reviewer", **more: Any) -> Claim:
    """The other one into the desk's claim."""
    by = desk.people[who]
    return review.merge(desk.session, other.id or 0, desk.claim_id, by=by, at=making.later(50), **more)


STEPS = {
    "accept": (State.PROPOSED, lambda desk: desk.move("reviewer", Action.ACCEPT), "reviewer"),
    "dismiss": (State.OPEN, lambda desk: desk.move("reviewer", Action.DISMISS, reason="Meinung"), "reviewer"),
    "take": (State.OPEN, lambda desk: desk.move("reviewer", Action.TAKE), "reviewer"),
    "release": (State.IN_CHECK, lambda desk: desk.move("reviewer", Action.RELEASE), "reviewer"),
    "submit": (
        State.IN_CHECK,
        lambda desk: desk.move("reviewer", Action.SUBMIT, decision=SUPPORTED),
        "reviewer",
    ),
    "approve": (State.SUBMITTED, lambda desk: desk.move("editor", Action.APPROVE), "editor"),
    "send_back": (
        State.APPROVED,
        lambda desk: desk.move("editor", Action.SEND_BACK, reason="Mehr"),
        "editor",
    ),
    "tag": (
        State.OPEN,
        lambda desk: review.tag(
            desk.session, desk.claim_id, ["Verein"], by=desk.people["reviewer"], at=making.START
        ),
        "reviewer",
    ),
    "cite": (State.IN_CHECK, lambda desk: desk.cite(), "reviewer"),
    "assign": (
        State.OPEN,
        lambda desk: review.assign(
            desk.session,
            desk.claim_id,
            AssignmentDraft(
                assignee_id=desk.people["colleague"].id, due=making.later(5000), priority=Priority.HIGH
            ),
            by=desk.people["reviewer"],
            at=making.START,
        ),
        "reviewer",
    ),
    "edit": (
        State.OPEN,
        lambda desk: review.edit(
            desk.session,
            desk.claim_id,
            review.ClaimEdit(start=45, end=80, speaker="Ada"),
            by=desk.people["reviewer"],
            at=making.START,
        ),
        "reviewer",
    ),
}
_GROWS = {"version", "updated_at"}
_AS_SENT_BACK = {"decision_id"}
"""A submission taken back stays the claim's last one, as after it was sent back."""


@pytest.mark.parametrize("action", STEPS)
def test_what_one_did_is_taken_back_and_the_claim_is_as_it_was(desk: Desk, action: str) -> None:
    state, step, who = STEPS[action]
    desk.bring_to(state)
    before, cited = desk.claim.model_dump(exclude=_GROWS | _AS_SENT_BACK), _standing(desk)
    step(desk)
    undo(desk, who, expect=desk.claim.version)
    assert desk.reread().model_dump(exclude=_GROWS | _AS_SENT_BACK) == before
    assert _standing(desk) == cited
    assert tags.of_claim(desk.session, desk.claim_id) == []
    told = events.of_claim(desk.session, desk.claim_id)[-1]
    assert (told.action, told.body["undone"]) == ("undo", action)
    assert history.sentence(told, {told.actor_id: "Ida"}, "en", "UTC").startswith("Undone: ")
    assert "{" not in history.sentence(told, {told.actor_id: "Ida"}, "de", "UTC")
    ledger.verify(desk.session)


def _standing(desk: Desk) -> list[int | None]:
    rows = sources.evidence_of(desk.session, [desk.claim_id])
    return [evidence.id for evidence, _, _ in rows if evidence.retracted_at is None]


def test_a_proposal_that_was_changed_and_so_accepted_is_one_again_in_one_step(desk: Desk) -> None:
    before = desk.claim.model_dump(exclude=_GROWS)
    change = review.ClaimEdit(text="Der Verein hat zwölf Mitglieder.")
    review.edit(desk.session, desk.claim_id, change, by=desk.people["reviewer"], at=making.START)
    undo(desk)
    assert desk.reread().model_dump(exclude=_GROWS) == before
    assert desk.session.exec(select(Ruling)).all() == []


def test_one_goes_back_step_by_step(desk: Desk) -> None:
    desk.bring_to(State.SUBMITTED)
    for state in (State.IN_CHECK, State.IN_CHECK, State.OPEN, State.PROPOSED):
        assert undo(desk).state is state
    with pytest.raises(MoveRefused):
        undo(desk)


def test_the_second_part_of_a_split_leaves_the_work_unless_somebody_worked_on_it(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    by, exact = desk.people["reviewer"], desk.claim.exact
    _, second = review.split(desk.session, desk.claim_id, (0, 20), (21, 44), by=by, at=making.START)
    undo(desk)
    assert desk.reread().exact == exact
    assert claims.get(desk.session, second.id or 0).state is State.DISMISSED
    _, second = review.split(desk.session, desk.claim_id, (0, 20), (21, 44), by=by, at=making.START)
    review.tag(desk.session, second.id or 0, ["x"], by=desk.people["colleague"], at=making.START)
    with pytest.raises(MoveRefused):
        undo(desk)


def test_nobody_takes_back_what_somebody_else_did_or_built_on(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    with pytest.raises(MoveRefused):
        undo(desk, "colleague")
    desk.move("colleague", Action.TAKE)
    with pytest.raises(MoveRefused, match="somebody built on it"):
        undo(desk, "reviewer")
    with pytest.raises(StaleVersion):
        undo(desk, "colleague", expect=1)
    review.tag(desk.session, desk.claim_id, ["x"], by=desk.people["reviewer"], at=making.START)
    assert undo(desk, "colleague").state is State.OPEN, "a tag is beside it"


@pytest.mark.parametrize("state", [State.PUBLISHED, State.CHALLENGED])
def test_what_readers_know_is_not_taken_back(desk: Desk, state: State) -> None:
    desk.bring_to(state)
    for who in ("editor", "reviewer", "reader"):
        with pytest.raises((MoveRefused, NotAllowed)):
            undo(desk, who)


def test_an_approval_taken_back_leaves_no_signature(desk: Desk) -> None:
    desk.bring_to(State.APPROVED)
    undo(desk, "editor")
    decided = decisions.get(desk.session, desk.claim.decision_id or 0)
    assert (decided.approved_by, desk.claim.verdict) == (None, None)


def test_a_merged_claim_leaves_the_work_and_leads_to_the_other(desk: Desk, tmp_path: Path) -> None:
    desk.bring_to(State.OPEN)
    other = twin(desk)
    review.tag(desk.session, other.id or 0, ["Verein"], by=desk.people["reviewer"], at=making.START)
    assert merge(desk, other).id == desk.claim_id
    assert (other.state, other.merged_into) == (State.DISMISSED, desk.claim_id)
    assert tags.of_claim(desk.session, desk.claim_id) == ["Verein"]
    assert [each.id for each in claims.merged(desk.session, desk.claim_id)] == [other.id]
    desk.session.commit()
    found = search(desk.session, tmp_path, "Der Verein zählt mindestens zwölf Mitglieder.", language="de")
    assert [each.claim.id for each in found] == [desk.claim_id]
    ledger.verify(desk.session)


def test_the_words_of_a_merged_claim_still_find_the_other_when_that_reads_otherwise(
    desk: Desk, tmp_path: Path
) -> None:
    desk.bring_to(State.OPEN)
    other = twin(desk)
    merge(desk, other)
    change = review.ClaimEdit(text="Auf der Liste stehen zwölf Namen oder mehr.")
    review.edit(desk.session, desk.claim_id, change, by=desk.people["reviewer"], at=making.START)
    desk.session.commit()
    found = search(desk.session, tmp_path, other.text, language="de")
    assert [each.claim.id for each in found] == [desk.claim_id]


@pytest.mark.parametrize("way", ["undo here", "undo there", "unmerge"])
def test_a_merge_is_taken_back_from_either_side(desk: Desk, way: str) -> None:
    desk.bring_to(State.OPEN)
    other = twin(desk)
    review.tag(desk.session, other.id or 0, ["Verein"], by=desk.people["colleague"], at=making.START)
    before = other.model_dump(exclude=_GROWS)
    merge(desk, other)
    by = desk.people["reviewer"]
    if way == "unmerge":
        review.unmerge(desk.session, other.id or 0, by=desk.people["colleague"], at=making.later(60))
    else:
        number = desk.claim_id if way == "undo here" else other.id or 0
        review.undo(desk.session, number, by=by, at=making.later(60))
    assert claims.get(desk.session, other.id or 0).model_dump(exclude=_GROWS) == before
    assert tags.of_claim(desk.session, desk.claim_id) == []
    ledger.verify(desk.session)


def test_only_undecided_claims_are_merged_and_never_in_chains(desk: Desk) -> None:
    second, third = twin(desk), twin(desk)
    with pytest.raises(InvalidInput):
        merge(desk, desk.claim)
    with pytest.raises(NotAllowed):
        merge(desk, second, "reader")
    with pytest.raises(StaleVersion):
        merge(desk, second, expect_into=7)
    merge(desk, second)
    by = desk.people["reviewer"]
    with pytest.raises(MoveImpossible):
        review.merge(desk.session, third.id or 0, second.id or 0, by=by, at=making.START)
    with pytest.raises(MoveRefused):
        review.merge(desk.session, desk.claim_id, third.id or 0, by=by, at=making.START)
    desk.bring_to(State.PUBLISHED)
    with pytest.raises(MoveImpossible):
        merge(desk, third)


def test_history_tells_of_a_merge_on_both_sides(desk: Desk) -> None:
    other = twin(desk)
    merge(desk, other)
    told = [
        history.sentence(events.of_claim(desk.session, number)[-1], {1: "Ida"}, "en", "UTC")
        for number in (desk.claim_id, other.id or 0)
    ]
    assert told[0].startswith(f"Stands for claim {other.id} too")
    assert told[1].startswith(f"Merged into claim {desk.claim_id} by")


def test_a_tag_that_somebody_else_put_on_meanwhile_stays_and_is_not_put_on_twice(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    reviewer, colleague = desk.people["reviewer"], desk.people["colleague"]
    review.tag(desk.session, desk.claim_id, ["Vereine"], by=reviewer, at=making.START)
    review.untag(desk.session, desk.claim_id, "Vereine", by=reviewer, at=making.START)
    review.tag(desk.session, desk.claim_id, ["vereine"], by=colleague, at=making.START)
    undo(desk)
    assert tags.of_claim(desk.session, desk.claim_id) == ["vereine"]


def test_no_more_tags_come_back_than_a_claim_may_have(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    reviewer, colleague = desk.people["reviewer"], desk.people["colleague"]
    review.tag(desk.session, desk.claim_id, ["Vereine"], by=reviewer, at=making.START)
    review.untag(desk.session, desk.claim_id, "Vereine", by=reviewer, at=making.START)
    review.tag(desk.session, desk.claim_id, [f"Tag {n}" for n in range(MOST)], by=colleague, at=making.START)
    undo(desk)
    assert len(tags.of_claim(desk.session, desk.claim_id)) == MOST


def test_votes_on_the_part_that_leaves_the_work_are_void(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    reviewer, colleague = desk.people["reviewer"], desk.people["colleague"]
    review.begin_blind_review(
        desk.session, by=desk.people["editor"], at=making.START, article_id=desk.claim.article_id
    )
    second = review.split(desk.session, desk.claim_id, (0, 10), (11, 44), by=reviewer, at=making.START)[1]
    vote = DecisionDraft(verdict=Verdict.NOT_ENOUGH_EVIDENCE, rationale="Es gibt nichts.")
    review.move(desk.session, second.id or 0, Action.VOTE, by=colleague, at=making.START, decision=vote)
    undo(desk)
    assert claims.get(desk.session, second.id or 0).state is State.DISMISSED
    assert votes.waiting(desk.session, second.id or 0) == []
    assert ledger.verify(desk.session).events > 0
