"""A desk on which people were erased: every page, answer and report still comes, and says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import select

from claims import database
from claims.inquiry import Inquiry
from claims.miss import Miss
from claims.note import Note
from claims.store import accounts
from factcheck.keeping import erasing
from factcheck.keeping.erasing import Place
from tests import making
from tests.api.pages.office import Office, open_office
from tests.api.test_leaks import _walk

INQUIRY = {
    "channel": "phone",
    "asked_on": "2020-05-03",
    "whom": "Amt",
    "contact": "Frau Zink",
    "question": "Wie?",
}


@pytest.fixture
def office(home: Path, database_url: str) -> Iterator[Office]:
    """A published claim with an inquiry, notes, an assignment and a report of a miss; then the reviewer, and
    all words about people, were erased."""
    opened = open_office(home, database_url)
    opened.bring_to("in_check")
    opened.cite(note="Von Frau Zink.")
    opened.press("ida", "ask", **INQUIRY)
    opened.press("ida", "reply", reply="answered", reply_on="2020-05-04", answer="So.")
    opened.press("ida", "note", remark="Frau Zink ist nett.")
    opened.press("edgar", "assign", assignee="2", message="Frag Frau Zink.")
    opened.submit()
    opened.press("edgar", "approve")
    opened.press("edgar", "publish")
    with database.writing(opened.engine) as session:
        by = accounts.named(session, "edgar")
        words = [mention.place for mention in erasing.mentions(session, "Frau Zink")]
        erasing.erase_words(session, words, by=by, at=making.later(500))
        erasing.erase_account(session, "ida", by=by, at=making.later(501), language="de")
        left = [*session.exec(select(Note)), *session.exec(select(Inquiry)), *session.exec(select(Miss))]
        assert {Place("note", 1, 1), Place("inquiry", 1, 1)} <= set(words)
        assert "Zink" not in str(left)
    yield opened
    opened.engine.dispose()
    opened.app.extensions["factcheck.engine"].dispose()


@pytest.mark.long
def test_every_page_answer_and_report_of_a_desk_with_erased_people_still_comes(office: Office) -> None:
    found = [got for who in ("edgar", "adam") for got in _walk(office, who)]
    assert {got.what: got.status for got in found if got.status >= 500} == {}
    assert [got.what for got in found if "frau zink" in got.said.lower()] == []


def test_the_page_of_a_claim_says_what_was_erased_and_who_did_its_work(office: Office) -> None:
    page = office.look("edgar")
    assert "Gelöschtes Konto" in page
    assert "(gelöscht)" in page or "(erased)" in page
    assert "Frau Zink" not in page
    report = office.client("edgar").get("/articles/1/report.html?scope=internal")
    assert (report.status_code, "Gelöschtes Konto" in report.text) == (200, True)
