"""Who is told what: the log read on into inboxes."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from claims.assignment import AssignmentDraft
from claims.claim import Claim
from claims.notice import Notice, Occasion
from claims.store import accounts, notices
from claims.workflow import Action, State
from factcheck import review
from factcheck.notices import follow, tell_adjudication_wanted, tell_deadlines, tell_quote_gone
from tests import making
from tests.factcheck.review.conftest import REFUTED, Desk, desk

__all__ = ["desk"]


def _told(desk: Desk) -> list[tuple[str, Occasion]]:
    """What came into whose inbox since the last time that was asked."""
    follow(desk.session, making.later(90))
    names = {account.id: name for name, account in desk.people.items()}
    found = desk.session.exec(select(Notice).order_by(Notice.id))  # type: ignore[arg-type]
    told = [(names[notice.account_id], notice.occasion) for notice in found if notice.read_at is None]
    for account_id in names:
        notices.mark_read(desk.session, account_id or 0, making.later(91), until=10**9)
    desk.session.expire_all()
    return told


def _assign(desk: Desk, who: str, by: str, **more: object) -> None:
    draft = AssignmentDraft.model_validate({"assignee_id": desk.people[who].id, **more})
    review.assign(desk.session, desk.claim_id, draft, by=desk.people[by], at=making.later(1))


def test_whoever_gets_a_claim_is_told_and_nobody_of_what_they_did_themselves(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    _assign(desk, "colleague", "reviewer")
    assert _told(desk) == [("colleague", Occasion.ASSIGNED)]
    _assign(desk, "reviewer", "reviewer")
    assert _told(desk) == []


def test_editors_who_did_not_submit_are_asked_to_approve(desk: Desk) -> None:
    desk.bring_to(State.IN_CHECK)
    desk.people["reviewer"].roles = ["editor"]
    desk.move("reviewer", Action.SUBMIT, decision=REFUTED)
    assert _told(desk) == [("editor", Occasion.APPROVAL_WANTED), ("chief", Occasion.APPROVAL_WANTED)]


def test_who_submitted_is_told_that_it_came_back(desk: Desk) -> None:
    desk.bring_to(State.SUBMITTED)
    _told(desk)
    desk.move("editor", Action.SEND_BACK, reason="Bitte die Zahl von 2026.")
    assert _told(desk) == [("reviewer", Occasion.SENT_BACK)]


def test_a_challenge_is_told_to_editors_and_to_who_decided_and_its_end_to_who_challenged(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    _told(desk)
    desk.move("reader", Action.CHALLENGE, reason="Das stimmt so nicht.")
    expected = [(who, Occasion.CHALLENGED) for who in ("reviewer", "editor", "chief")]
    assert _told(desk) == expected
    desk.move("chief", Action.CONFIRM, reason="Das Register ist von gestern.")
    assert _told(desk) == [("reader", Occasion.ANSWERED)]


def test_what_lapses_is_told_to_who_decided_and_to_who_had_it(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    desk.move("reader", Action.CHALLENGE, reason="Das stimmt so nicht.")
    _assign(desk, "colleague", "chief")
    _told(desk)
    review.lapse(desk.session, desk.reread(), by=desk.people["cli"], at=making.later(40), why="Weg.")
    expected = [(who, Occasion.LAPSED) for who in ("reviewer", "colleague", "editor")]
    assert _told(desk) == expected


def test_an_event_is_told_once_however_often_the_log_is_read_on(desk: Desk) -> None:
    desk.bring_to(State.SUBMITTED)
    for _ in range(3):
        follow(desk.session, making.START)
    assert len(list(desk.session.exec(select(Notice)))) == 2


def test_nobody_who_is_gone_or_holds_no_role_is_told(desk: Desk) -> None:
    desk.people["editor"].disabled_at = making.START
    desk.people["chief"].roles = []
    desk.bring_to(State.SUBMITTED)
    assert _told(desk) == []


def _due(desk: Desk) -> Claim:
    desk.bring_to(State.OPEN)
    _assign(desk, "colleague", "editor", due=making.later(60 * 48))
    _told(desk)
    return desk.reread()


@pytest.mark.parametrize(("hours", "told"), [(23, False), (24, True), (49, True)])
def test_a_deadline_is_told_a_day_before_or_later_to_who_has_the_claim(
    desk: Desk, hours: int, told: bool
) -> None:
    _due(desk)
    tell_deadlines(desk.session, making.START + timedelta(hours=hours))
    assert _told(desk) == ([("colleague", Occasion.DUE)] if told else [])


def test_a_deadline_is_told_once_and_a_new_one_again(desk: Desk) -> None:
    claim = _due(desk)
    for hours in (30, 47, 50):
        tell_deadlines(desk.session, making.START + timedelta(hours=hours))
    assert _told(desk) == [("colleague", Occasion.DUE)]
    claim.due = making.START + timedelta(hours=60)
    tell_deadlines(desk.session, making.START + timedelta(hours=50))
    assert _told(desk) == [("colleague", Occasion.DUE)]


def test_what_is_done_is_due_no_more(desk: Desk) -> None:
    claim = _due(desk)
    claim.state = State.PUBLISHED
    tell_deadlines(desk.session, making.START + timedelta(hours=50))
    assert _told(desk) == []


def test_two_votes_that_differ_are_told_to_editors_who_did_not_vote(desk: Desk) -> None:
    voters = [desk.people[name].id or 0 for name in ("reviewer", "editor")]
    tell_adjudication_wanted(desk.session, desk.claim, voters, making.START)
    assert _told(desk) == [("chief", Occasion.ADJUDICATION_WANTED)]


def test_a_quote_that_is_gone_is_told_to_who_decided_and_who_has_the_claim(desk: Desk) -> None:
    desk.bring_to(State.APPROVED)
    desk.claim.assignee_id = desk.people["colleague"].id
    _told(desk)
    tell_quote_gone(desk.session, desk.claim, making.START)
    assert _told(desk) == [(who, Occasion.QUOTE_GONE) for who in ("reviewer", "colleague", "editor")]


def test_an_inbox_is_paged_newest_first_and_counted(session: Session) -> None:
    ida = making.account(session, "ida").id or 0
    claim = making.proposal(session, making.article(session, accounts.get(session, ida)))
    for _ in range(5):
        notices.add(session, ida, Occasion.LAPSED, claim_id=claim.id or 0, at=making.START)
    first = notices.page(session, ida, read=False, limit=2)
    second = notices.page(session, ida, read=False, before=first[-1].id, limit=2)
    assert [notice.id for notice in first + second] == [5, 4, 3, 2]
    notices.mark_read(session, ida, making.START, ids=[5, 2])
    assert notices.unread(session, ida) == 3
    session.expire_all()
    assert [notice.id for notice in notices.page(session, ida, read=True)] == [5, 2]
    assert [notice.id for notice in notices.newest(session, ida, before=5, limit=2)] == [4, 3]


def test_who_voted_is_not_asked_to_approve(desk: Desk) -> None:
    desk.bring_to(State.IN_CHECK)
    review.begin_blind_review(
        desk.session, by=desk.people["chief"], at=making.START, article_id=desk.claim.article_id
    )
    desk.move("editor", Action.VOTE, decision=REFUTED)
    desk.move("reviewer", Action.VOTE, decision=REFUTED)
    assert _told(desk) == [("chief", Occasion.APPROVAL_WANTED)]


def test_who_no_longer_checks_is_told_of_no_work(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    _told(desk)
    desk.people["reviewer"].roles = ["reader"]
    desk.move("reader", Action.CHALLENGE, reason="Das stimmt so nicht.")
    assert _told(desk) == [("editor", Occasion.CHALLENGED), ("chief", Occasion.CHALLENGED)]
    tell_quote_gone(desk.session, desk.claim, making.START)
    assert _told(desk) == [("editor", Occasion.QUOTE_GONE)]


def test_what_was_taken_back_counts_for_nothing(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    _assign(desk, "colleague", "editor")
    _told(desk)
    desk.move("reviewer", Action.TAKE)
    review.undo(desk.session, desk.claim_id, by=desk.people["reviewer"], at=making.later(50))
    review.lapse(desk.session, desk.reread(), by=desk.people["cli"], at=making.later(60), why="Weg.")
    assert _told(desk) == [("colleague", Occasion.LAPSED)]


def test_who_asked_is_told_of_the_answer_that_stands(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    asked = review.add_claim(
        desk.session, desk.claim.article_id, 0, 14, by=desk.people["colleague"], at=making.START
    )
    answer = {"by": desk.people["editor"], "at": making.later(10)}
    for _ in range(2):
        review.move(desk.session, asked.id or 0, Action.DISMISS, reason="Meinung", **answer)
        assert _told(desk) == [("colleague", Occasion.ANSWERED)]
        review.undo(desk.session, asked.id or 0, **answer)


def test_who_acts_on_a_claim_has_read_what_was_told_of_it(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    _assign(desk, "reviewer", "editor", message="Bitte bis Mittag.")
    _assign(desk, "colleague", "editor")
    desk.move("reviewer", Action.TAKE)
    assert _told(desk) == [("colleague", Occasion.ASSIGNED)]


@pytest.mark.parametrize("answer", [Action.APPROVE, Action.SEND_BACK, "undo"])
def test_an_approval_is_wanted_of_nobody_once_no_verdict_waits_for_it(desk: Desk, answer: str) -> None:
    desk.bring_to(State.SUBMITTED)
    follow(desk.session, making.later(50))
    if answer == "undo":
        review.undo(desk.session, desk.claim_id, by=desk.people["reviewer"], at=making.later(60))
    else:
        desk.move("editor", Action(answer), reason="Bitte genauer.")
    assert Occasion.APPROVAL_WANTED not in {occasion for _, occasion in _told(desk)}


def test_of_two_submissions_only_the_later_one_waits(desk: Desk) -> None:
    desk.bring_to(State.SUBMITTED)
    follow(desk.session, making.later(50))
    review.undo(desk.session, desk.claim_id, by=desk.people["reviewer"], at=making.later(60))
    desk.move("reviewer", Action.SUBMIT, decision=REFUTED)
    assert _told(desk) == [("editor", Occasion.APPROVAL_WANTED), ("chief", Occasion.APPROVAL_WANTED)]
