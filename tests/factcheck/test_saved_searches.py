"""Saved searches: under a name of their own, changed by who saved them and by editors."""

import pytest
from sqlmodel import Session

from claims.account import Account
from claims.assignment import Priority
from claims.errors import Conflict, InvalidInput, NotAllowed, NotFound
from claims.store import saved_searches, tags
from claims.store.filters import Filters
from claims.verdict import Verdict
from claims.workflow import Role, State
from factcheck.saved_searches import MOST, claim_ids, delete, filters_of, rename, save, subject
from tests import making


@pytest.fixture
def rita(session: Session) -> Account:
    return making.account(session, "rita", Role.READER)


def _save(session: Session, by: Account, name: str, filters: Filters | None = None) -> int:
    found = save(session, name, filters or Filters(tag="harbour"), by=by, at=making.START)
    return found.id or 0


def test_a_saved_search_finds_what_its_filters_let_through(session: Session, rita: Account) -> None:
    article = making.article(session, rita)
    tagged, other = making.proposal(session, article), making.proposal(session, article)
    open_one = making.proposal(session, article)
    open_one.state = State.OPEN
    for claim in (tagged, open_one):
        tags.add(session, claim.id or 0, "Harbour", by=rita.id or 0, at=making.START)
    filters = Filters(tag="harbour", verdict=(), kind=(other.kind,), min_worth=0.25)
    number = _save(session, rita, "Harbour", filters)
    session.expire_all()
    assert filters_of(session, number) == filters
    assert claim_ids(session, number) == [tagged.id, open_one.id]
    narrower = Filters(state=(State.OPEN,), inside=filters_of(session, number))
    assert claim_ids(session, _save(session, rita, "Open", narrower)) == [open_one.id]


def test_a_name_stands_for_one_search_whatever_its_case(session: Session, rita: Account) -> None:
    number = _save(session, rita, "  Hafen \n Nord ")
    assert saved_searches.get(session, number).name == "Hafen Nord"
    with pytest.raises(Conflict, match="hafen nord"):
        _save(session, rita, "hafen nord")
    assert rename(session, number, "HAFEN Nord", by=rita).name == "HAFEN Nord"


@pytest.mark.parametrize("name", ["", "  ", "…", "x" * 81, "a\u202eb"])
def test_what_is_no_name_is_refused(session: Session, rita: Account, name: str) -> None:
    with pytest.raises(InvalidInput):
        _save(session, rita, name)


def test_a_search_without_filters_is_refused(session: Session, rita: Account) -> None:
    with pytest.raises(InvalidInput):
        _save(session, rita, "All", Filters())


def test_there_are_no_more_searches_than_somebody_reads(session: Session, rita: Account) -> None:
    for number in range(MOST):
        _save(session, rita, f"No. {number}")
    with pytest.raises(Conflict):
        _save(session, rita, "One more")


def test_who_saved_it_and_editors_change_a_search_and_nobody_else(session: Session, rita: Account) -> None:
    other = making.account(session, "otto", Role.REVIEWER)
    editor = making.account(session, "edda", Role.EDITOR)
    number = _save(session, rita, "Harbour")
    for change in (
        lambda: rename(session, number, "Mine", by=other),
        lambda: delete(session, number, by=other),
    ):
        with pytest.raises(NotAllowed):
            change()
    rename(session, number, "The harbour", by=editor)
    delete(session, number, by=rita)
    with pytest.raises(NotFound):
        claim_ids(session, number)


def test_what_a_search_is_about_says_nothing_of_the_work(rita: Account) -> None:
    about = Filters(tag="harbour", verdict=(Verdict.REFUTED,), words="crane", speaker="Wendisch")
    whole = about.model_copy(
        update={
            "state": (State.OPEN,),
            "assignee_id": rita.id,
            "unassigned": True,
            "dated": True,
            "priority": (Priority.HIGH,),
            "lapsed": True,
            "quote_gone": True,
            "wished": True,
        }
    )
    assert subject(whole) == about
