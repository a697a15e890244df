"""A person states quantities and times, and no machine takes them back."""

import pytest
from pydantic import ValidationError
from sqlmodel import Session

from claims.account import Account
from claims.article import Article
from claims.claim import Claim
from claims.errors import InvalidInput
from claims.quantity import Comparator, QuantityDraft
from claims.store import articles, claims, events
from claims.time import TimeDraft
from claims.workflow import Role, State
from factcheck import history, ledger, review
from factcheck.ingest import Ingested, ingest
from factcheck.reading import read
from tests import making
from tests.factcheck.review.conftest import Desk

TWELVE = QuantityDraft(exact="zwölf Mitglieder", comparator=Comparator.GT, value=12, unit="Mitglieder")


def edit(desk: Desk, **change: object) -> Claim:
    by = desk.people["reviewer"]
    return review.edit(
        desk.session,
        desk.claim_id,
        review.ClaimEdit.model_validate(change),
        by=by,
        at=making.START,
    )


def figures(claim: Claim) -> list[tuple[str, str, float]]:
    return [(each["exact"], each["comparator"], each["value"]) for each in claim.quantities]


def test_a_person_states_how_many_by_the_claims_own_words(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    edit(desk, quantities=(TWELVE,))
    claim = desk.reread()
    assert figures(claim) == [("zwölf Mitglieder", "gt", 12)]
    found = claim.quantities[0]
    assert making.TEXT[found["start"] : found["end"]] == "zwölf Mitglieder"
    told = events.of_claim(desk.session, desk.claim_id)[-1]
    assert "quantities now “> 12 Mitglieder”" in history.sentence(told, {}, "en", "UTC")
    assert "Mengen nun „> 12 Mitglieder“" in history.sentence(told, {}, "de", "UTC")
    ledger.verify(desk.session)


def test_a_person_states_when_and_takes_it_back(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    edit(desk, start=45, end=80)
    before = desk.reread().times
    edit(desk, times=(TimeDraft(exact="2011", edtf="2011~"),))
    assert [each["edtf"] for each in desk.reread().times] == ["2011~"]
    told = events.of_claim(desk.session, desk.claim_id)[-1]
    assert "times now “about 2011”, before “2011”" in history.sentence(told, {}, "en", "UTC")
    review.undo(desk.session, desk.claim_id, by=desk.people["reviewer"], at=making.START)
    assert desk.reread().times == before


@pytest.mark.parametrize("words", ["dreizehn Mitglieder", "Bochum"])
def test_what_the_claim_does_not_say_is_refused(desk: Desk, words: str) -> None:
    desk.bring_to(State.OPEN)
    with pytest.raises(InvalidInput, match="do not stand in the claim"):
        edit(desk, quantities=(QuantityDraft(exact=words, value=13),))


def test_words_that_stand_there_twice_need_their_place(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    with pytest.raises(InvalidInput, match="times: give some more"):
        edit(desk, quantities=(QuantityDraft(exact="e", value=1),))
    at = making.TEXT.index("Mitglieder")
    edit(desk, quantities=(QuantityDraft(exact="i", value=1, start=at + 1),))
    assert desk.reread().quantities[0]["start"] == at + 1


def test_a_new_span_keeps_what_was_stated_and_reads_the_words_that_come_in(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    edit(desk, start=10, end=44)
    edit(desk, quantities=(TWELVE,))
    edit(desk, start=0, end=80)
    claim = desk.reread()
    assert figures(claim) == [("zwölf Mitglieder", "gt", 12)]
    assert [each["edtf"] for each in claim.times] == ["2011"]
    edit(desk, start=45, end=80)
    assert figures(desk.reread()) == []


def test_a_figure_that_a_person_struck_does_not_come_back_with_a_wider_span(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    edit(desk, start=10, end=44)
    edit(desk, quantities=())
    edit(desk, start=0, end=44)
    assert figures(desk.reread()) == []


def test_both_parts_of_a_split_have_what_was_stated_of_their_words(desk: Desk) -> None:
    desk.bring_to(State.OPEN)
    edit(desk, start=0, end=80)
    edit(desk, quantities=(TWELVE,), times=(TimeDraft(exact="2011", edtf="2010/2011"),))
    by = desk.people["reviewer"]
    first, second = review.split(desk.session, desk.claim_id, (0, 44), (45, 80), by=by, at=making.START)
    assert (figures(first), first.times) == ([("zwölf Mitglieder", "gt", 12)], [])
    assert [each["edtf"] for each in second.times] == ["2010/2011"]
    change = review.ClaimEdit(start=48)
    review.edit(desk.session, second.id or 0, change, by=by, at=making.START)
    assert [each["edtf"] for each in claims.get(desk.session, second.id or 0).times] == ["2010/2011"]


def test_what_was_stated_stays_where_the_same_words_are_set_otherwise_and_falls_with_other_words(
    session: Session,
) -> None:
    by = making.account(session, "rita", Role.REVIEWER)
    text = "Der Verein „Gut Holz“ zählt zwölf Mitglieder. Er wurde 2011 in Bochum gegründet."
    first = _take_in(session, text, by)
    claim = next(each for each in first.claims if "zwölf" in each.exact)
    change = review.ClaimEdit(quantities=(TWELVE,))
    review.edit(session, claim.id or 0, change, by=by, at=making.START)
    set_otherwise = text.replace("„Gut Holz“", '"Gut  Holz"')
    _take_in(session, set_otherwise, by, first.article)
    session.refresh(claim)
    assert figures(claim) == [("zwölf Mitglieder", "gt", 12)]
    at = claim.quantities[0]["start"]
    stored = articles.version(session, first.article).text
    assert stored[at : at + 16] == "zwölf Mitglieder"
    _take_in(session, set_otherwise.replace("zwölf", "dreizehn"), by, first.article)
    session.refresh(claim)
    assert figures(claim) == [("dreizehn Mitglieder", "eq", 13)]


def _take_in(session: Session, text: str, by: Account, article: Article | None = None) -> Ingested:
    draft = read(text.encode(), language="de")
    return ingest(session, draft, by=by, at=making.START, article_id=article.id if article else None)


@pytest.mark.parametrize("edtf", ["2019-13", "2019-02-30", "im Mai", "/"])
def test_a_time_that_no_calendar_has_is_refused(edtf: str) -> None:
    with pytest.raises(ValidationError):
        TimeDraft(exact="2019", edtf=edtf)
