from pathlib import Path

import pytest
from lxml import html

from tests.api.pages.looking import keys
from tests.api.pages.office import Office, alerts, open_office


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def answers(office: Office, query: str, who: str = "rita") -> list[str]:
    answer = office.client(who).get("/ask", query_string={"q": query})
    assert answer.status_code == 200
    found = html.fromstring(answer.text).xpath("//li[@class='answer']")
    return [" ".join(each.text_content().split()) for each in found]


def test_the_page_waits_for_a_question(office: Office) -> None:
    assert "Has this been checked?" in office.look("rita", "/ask")


def test_a_reader_finds_the_verdict_and_its_evidence(office: Office) -> None:
    office.bring_to("published")
    [answer] = answers(office, "Der Verein zählt mindestens zwölf Mitglieder")
    assert "says the same" in answer
    assert "✓ supported" in answer
    assert "1 × supports" in answer
    assert "Vereinsregister" in answer


def test_an_answer_is_gone_through_by_the_keys_it_names(office: Office) -> None:
    page = office.look("rita", "/ask?q=Der+Verein+z%C3%A4hlt+mindestens+zw%C3%B6lf+Mitglieder.")
    assert keys(page) == ["j", "k", "o"]
    assert html.fromstring(page).xpath("//a[@data-step]")
    assert keys(office.look("rita", "/ask")) == []


def test_a_difference_is_told(office: Office) -> None:
    [answer] = answers(office, "Der Verein zählt mindestens zwanzig Mitglieder.")
    assert "differs" in answer
    assert "zwölf" in answer


def test_each_sentence_is_answered_in_place(office: Office) -> None:
    query = "Der Verein zählt mindestens zwölf Mitglieder. Morgen regnet es in Lissabon."
    first, second = answers(office, query)
    assert "says the same" in first
    assert second.startswith("Morgen regnet es in Lissabon. Never checked")


@pytest.mark.parametrize("query", ["?!", "Ceci est une phrase française assez longue pour être reconnue."])
def test_a_question_that_cannot_be_answered_says_why_and_stays(office: Office, query: str) -> None:
    answer = office.client("rita").get("/ask", query_string={"q": query})
    assert answer.status_code == 422
    assert alerts(answer.text)
    assert query in html.fromstring(answer.text).xpath("//textarea")[0].text


def test_nobody_asks_without_logging_in(office: Office) -> None:
    answer = office.app.test_client().get("/ask?q=zwölf")
    assert answer.status_code == 302
    assert "/login" in answer.location
