"""The section of a claim's page that says whom the desk asked: noted, answered and corrected with forms."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.inquiry import Reply
from claims.store import inquiries
from tests.api.pages.looking import parts, words
from tests.api.pages.office import Office, alerts, open_office, told

ASKED = {
    "whom": "Vorstand des Kegelclubs",
    "channel": "phone",
    "asked_on": "2020-05-03",
    "due_on": "2020-05-05",
    "question": "Wie viele Mitglieder sind es heute?",
    "contact": "Frau Lindqvist, Apparat 12",
}
ANSWERED = {"reply": "answered", "reply_on": "2020-05-04", "answer": "Vierzehn, seit Oktober."}


@pytest.fixture
def office(home: Path, database_url: str) -> Iterator[Office]:
    opened = open_office(home, database_url)
    opened.bring_to("open")
    yield opened
    opened.engine.dispose()
    opened.app.extensions["factcheck.engine"].dispose()


def _section(page: str) -> str:
    found = [words(part) for part in parts(page, "section") if part.get("id") == "people"]
    return found[0] if found else ""


def _reply_of(office: Office) -> Reply:
    with office.desk() as session:
        [found] = inquiries.of_claims(session, [office.claim_id], confidential=True)
    return found.reply


def test_whom_the_desk_asked_stands_on_the_page(office: Office) -> None:
    assert "Nobody has been asked yet." in _section(office.look("ida"))
    page = office.press("ida", "ask", **ASKED)
    assert told(page) == "Noted whom you asked."
    shown = _section(page)
    for expected in (
        "Vorstand des Kegelclubs",
        "asked by phone on 3 May 2020",
        "Frau Lindqvist, Apparat 12",
        "Wie viele Mitglieder sind es heute?",
        "No answer yet, wanted by 5 May 2020 – overdue",
        "noted by Ida",
    ):
        assert expected in shown
    assert "Asked by Ida (by phone): Vorstand des Kegelclubs" in page


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (ANSWERED, "Answered on 4 May 2020"),
        ({"reply": "declined", "reply_on": "2020-05-04"}, "Declined to answer on 4 May 2020"),
        ({"reply": "silent", "reply_on": "2020-05-06"}, "No answer by 6 May 2020"),
    ],
)
def test_what_came_back_is_noted(office: Office, typed: dict[str, str], shown: str) -> None:
    office.press("ida", "ask", **ASKED)
    page = office.press("edgar", "reply", **typed)
    assert shown in _section(page)
    assert typed.get("answer", "") in _section(page)
    assert _reply_of(office) == typed["reply"]


def test_an_answered_inquiry_takes_no_second_answer(office: Office) -> None:
    office.press("ida", "ask", **ASKED)
    office.press("ida", "reply", **ANSWERED)
    assert "reply" not in office.offers("ida")


@pytest.mark.parametrize(
    ("action", "typed", "said"),
    [
        ("ask", {**ASKED, "whom": " "}, "Who was asked: this must not be empty."),
        ("ask", {**ASKED, "asked_on": "gestern"}, "Asked on: write the date as 2026-11-24."),
        ("ask", {**ASKED, "asked_on": "2999-01-01", "due_on": ""}, "2999-01-01 is still to come."),
        ("ask", {**ASKED, "due_on": "2020-05-02"}, "An answer cannot be due before"),
        ("reply", {**ANSWERED, "answer": ""}, "Write down what they answered."),
        ("reply", {**ANSWERED, "reply": "silent"}, "Who did not answer said nothing"),
        ("reply", {**ANSWERED, "reply": ""}, "Say whether they answered."),
        ("reply", {**ANSWERED, "reply_on": "2020-05-01"}, "A reply cannot be older"),
    ],
)
def test_what_cannot_be_noted_comes_back_with_all_that_was_typed(
    office: Office, action: str, typed: dict[str, str], said: str
) -> None:
    office.press("ida", "ask", **ASKED)
    answer = office.send("ida", action, **typed)
    assert answer.status_code == 422
    assert said in alerts(answer.text)
    sent = dict(office.form("ida", action, answer.text))
    assert {name: (sent.get(name) or "").strip() for name in typed} == {
        name: text.strip() for name, text in typed.items()
    }


def test_a_stale_form_is_told_what_changed_and_keeps_what_was_typed(office: Office) -> None:
    fields = {**office.form("ida", "ask"), **ASKED}
    office.press("edgar", "ask", **{**ASKED, "whom": "Stadtarchiv"})
    answer = office.post("ida", "ask", fields)
    assert answer.status_code == 412
    assert "Asked by Edgar (by phone): Stadtarchiv" in alerts(answer.text)
    assert office.form("ida", "ask", answer.text)["question"].strip() == ASKED["question"]


def test_words_typed_into_a_form_that_is_gone_are_still_shown(office: Office) -> None:
    office.press("ida", "ask", **ASKED)
    fields = {**office.form("ida", "reply"), **ANSWERED}
    office.press("edgar", "reply", reply="answered", reply_on="2020-05-04", answer="Zwölf.")
    with office.desk() as session:
        [found] = inquiries.of_claims(session, [office.claim_id], confidential=True)
    answer = office.post("ida", f"inquiries/{found.id}/reply", fields)
    assert answer.status_code == 412
    assert [words(part) for part in parts(answer.text, "kept-words")] == [ANSWERED["answer"]]


def test_one_s_own_entry_is_corrected(office: Office) -> None:
    office.press("ida", "ask", **ASKED)
    office.press("ida", "reply", **ANSWERED)
    page = office.press("ida", "amend", whom="Kassenwartin des Kegelclubs", answer="Fünfzehn.", due_on="")
    assert told(page) == "The entry is corrected."
    assert "Kassenwartin des Kegelclubs" in _section(page)
    assert "Fünfzehn." in _section(page)
    page = office.press("ida", "amend", reply="pending")
    assert [words(part) for part in parts(page, "inquiry-reply")] == ["No answer yet"]


def test_an_editor_may_protect_somebody_whom_a_reviewer_asked(office: Office) -> None:
    office.press("edgar", "ask", **ASKED)
    assert "amend" not in office.offers("ida")
    page = office.press("ida", "protect")
    assert "confidential" in _section(page)
    assert "protect" not in office.offers("ida")


def test_readers_see_who_was_asked_but_neither_contacts_nor_forms(office: Office) -> None:
    office.press("ida", "ask", **ASKED)
    page = office.look("rita")
    assert ASKED["whom"] in _section(page)
    assert ASKED["contact"] not in page
    assert office.offers("rita") & {"ask", "reply", "amend", "protect"} == set()


def test_readers_see_nothing_of_a_confidential_inquiry(office: Office) -> None:
    office.press("ida", "ask", **ASKED, confidential="yes")
    office.press("ida", "reply", **ANSWERED)
    page = office.look("rita")
    assert _section(page) == ""
    for typed in (ASKED["whom"], ASKED["question"], ANSWERED["answer"], "Asked by", "Answer noted"):
        assert typed not in page


def test_the_section_speaks_german(office: Office) -> None:
    office.press("ida", "ask", **ASKED)
    browser = office.client("ida")
    browser.post("/language", data={**office.form("ida", "language"), "language": "de"})
    shown = _section(office.look("ida"))
    assert shown.startswith("Gefragt wurden Vorstand des Kegelclubs am Telefon gefragt am 3. Mai 2020")
    assert "Noch keine Antwort, erbeten bis 5. Mai 2020 – überfällig" in shown
