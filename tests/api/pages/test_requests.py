"""Asking the desk for a check on the page, and who sees what of it."""

from pathlib import Path

import pytest
from lxml import html

from tests.api.pages.looking import parts, words
from tests.api.pages.office import HALL, MEMBERS, Office, open_office, told

NINE = "Im Jahr 2019 verlor die Lindenauer Hafenbahn neun ihrer Lokomotiven."


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _asking(office: Office, query: str, who: str = "rita") -> str:
    answer = office.client(who).get("/ask", query_string={"q": query})
    assert answer.status_code == 200
    return answer.text


def _ask(office: Office, query: str, who: str = "rita", number: int = 0, note: str = "") -> str:
    """Press a button of the answer; returns the page that comes after it."""
    forms = [
        form for form in html.fromstring(_asking(office, query, who)).forms if form.action == "/ask/requests"
    ]
    answer = office.client(who).post(
        "/ask/requests", data={**dict(forms[number].form_values()), "note": note}
    )
    assert answer.status_code == 302
    return office.look(who, answer.location)


def _offers(page: str) -> list[str]:
    return [words(button) for form in parts(page, "answer-offer") for button in form.xpath(".//button")]


def test_a_reader_asks_for_one_sentence_of_a_paragraph(office: Office) -> None:
    office.bring_to("published")
    query = f"{MEMBERS} {NINE}"
    assert _offers(_asking(office, query)) == ["Request a check"]
    after = _ask(office, query, note="Bis 17 Uhr")
    assert told(after).startswith("You asked for a check of claim 3. Your inbox will say what became of it.")
    assert _offers(after) == []
    second = words(parts(after, "answer")[1])
    assert "proposed" in second
    assert "you asked for it" in second
    assert _offers(_asking(office, query, "emma")) == ["Tell me what becomes of it"]


def test_what_differs_can_be_asked_for_and_what_says_nothing_too(office: Office) -> None:
    assert _offers(_asking(office, "Der Verein zählt mindestens zwanzig Mitglieder.")) == ["Request a check"]
    page = _asking(office, "Pferde in Bochum")
    assert "No claim says this" in words(html.fromstring(page))
    assert _offers(page) == ["Request a check"]


def test_a_wish_for_a_claim_in_work_joins_it(office: Office) -> None:
    assert _offers(_asking(office, HALL)) == ["Tell me what becomes of it"]
    assert "claim 2" in told(_ask(office, HALL))
    assert _offers(_asking(office, HALL)) == []


def test_those_who_check_see_who_asked_in_which_words(office: Office) -> None:
    _ask(office, NINE, note="Bis 17 Uhr")
    page = office.look("ida", "/claims/3")
    [asked] = parts(page, "asked-for")
    assert words(asked).startswith("Rita asked for a check")
    assert [words(line) for line in asked.xpath("./p")][1:] == [NINE, "Bis 17 Uhr"]
    own = office.look("rita", "/claims/3")
    assert parts(own, "asked-for") == []
    assert "Bis 17 Uhr" not in own
    assert "Check asked for by Rita" in own


def test_what_was_asked_for_is_marked_and_stands_apart_from_articles(office: Office) -> None:
    _ask(office, NINE)
    queue = html.fromstring(office.look("ida", "/queue"))
    assert [words(row) for row in parts(queue, "list-article") if "asked for by Rita" in words(row)]
    marked = html.fromstring(office.look("ida", "/queue?wished=yes"))
    assert [link.get("id") for link in parts(marked, "list-claim")] == ["claim-3"]
    assert NINE not in office.look("ida", "/articles")
    [row] = parts(office.look("ida", "/articles?wished=yes"), "list-main")
    assert words(row).startswith(f"{NINE} asked for by Rita")
    sheet = office.look("ida", row.xpath(".//a/@href")[0])
    assert "asked for by Rita" in words(parts(sheet, "byline")[0])


def test_who_asked_sees_what_became_of_it(office: Office) -> None:
    empty = office.look("rita", "/inbox/requests")
    assert "You have not asked for a check yet." in empty
    _ask(office, HALL)
    _ask(office, NINE)
    office.claim_id = 3
    office.press("ida", "dismiss", reason="Das steht im Fahrplan.")
    page = office.look("rita", "/inbox/requests")
    first, second = parts(page, "notice")
    said = [words(line) for line in parts(first, "request-claim")[0].xpath("./p")]
    assert said == [NINE.rstrip("."), "dismissed", "Das steht im Fahrplan."]
    assert "proposed" in words(second)
    inbox = words(parts(office.look("rita", "/inbox"), "notice")[0])
    assert "Ida settled what you asked about claim 3." in inbox
    assert "Das steht im Fahrplan." in inbox


def test_the_inbox_says_the_verdict_that_was_asked_for(office: Office) -> None:
    _ask(office, MEMBERS)
    office.bring_to("published")
    [notice] = parts(office.look("rita", "/inbox"), "notice")
    assert "✓ supported" in words(notice)
    assert parts(office.look("emma", "/inbox"), "notice")  # its approval was wanted
    assert "✓ supported" not in words(parts(office.look("emma", "/inbox"), "notice")[0])


def test_too_long_a_text_is_an_article_and_no_request(office: Office) -> None:
    long = "Der Verein wächst seit Jahren " + "und wächst " * 200 + "weiter."
    form = office.form("rita", "ask/requests", _asking(office, NINE))
    answer = office.client("rita").post("/ask/requests", data={**form, "words": long})
    assert "not for a whole text" in told(office.look("rita", answer.location))
