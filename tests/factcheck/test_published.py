"""What is public of a claim, read on both databases."""

import pytest

from claims.errors import NotFound
from claims.store import published
from claims.workflow import Action, State
from factcheck.published import Turn, read_published
from tests.factcheck.review.conftest import REFUTED, Desk, desk

__all__ = ["desk"]


def test_a_claim_tells_what_became_of_it_newest_first(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    desk.move("reader", Action.CHALLENGE, reason="Das stimmt so nicht.")
    desk.move("chief", Action.CONFIRM, reason="Doch.")
    desk.move("reviewer", Action.CORRECT, decision=REFUTED, reason="Wir haben neu gezählt.")
    desk.move("editor", Action.APPROVE)
    assert read_published(desk.session, desk.claim_id).verdict == "supported"
    desk.move("editor", Action.PUBLISH)
    found = read_published(desk.session, desk.claim_id)
    assert [chapter.turn for chapter in found.history] == [Turn.CORRECTION, Turn.CONFIRMATION, Turn.FIRST]
    newest = found.history[0]
    assert newest.old is not None
    assert newest.new is not None
    assert (newest.old.verdict, newest.new.verdict, newest.reason) == (
        "supported",
        "refuted",
        "Wir haben neu gezählt.",
    )
    assert (found.verdict, found.state) == ("refuted", State.CORRECTED)


def test_the_list_goes_on_behind_a_decision_and_begins_again_behind_none(desk: Desk) -> None:
    desk.bring_to(State.PUBLISHED)
    [(claim, decided)] = published.page(desk.session)
    assert claim.id == desk.claim_id
    assert published.page(desk.session, decided.id) == []
    assert len(published.page(desk.session, 4711)) == 1


def test_what_is_not_published_is_not_found(desk: Desk) -> None:
    desk.bring_to(State.APPROVED)
    for number in (desk.claim_id, 4711):
        with pytest.raises(NotFound, match="There is no published claim at this address"):
            read_published(desk.session, number)
