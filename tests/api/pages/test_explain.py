from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from lxml import html

from claims.database import reading
from claims.miss import LONGEST_TEXT, Miss
from claims.store import misses
from tests.api.pages.looking import parts, words
from tests.api.pages.office import HALL, MEMBERS, Office, alerts, open_office, told

TEXT = "Laut Ruth Adler zählt der Chor seit 2019 mindestens 40 Mitglieder. Kommen am Montag wirklich alle?"
LONG = "Der Chor zählt mindestens 40 Mitglieder. " * 200


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def address(text: str = TEXT, **more: str) -> str:
    fields = {"language": "de", **more}
    return f"/explain?text={quote(text)}" + "".join(f"&{name}={value}" for name, value in fields.items())


def rows(page: str) -> list[str]:
    return [words(row) for row in parts(page, "explained-row")]


def report(office: Office, who: str = "ida", page: str = "", **typed: str) -> str:
    """Send the form under an explanation; the page that comes after it."""
    form = office.form(who, "report", page or office.look(who, address()))
    answer = office.client(who).post("/explain/report", data={**form, **typed})
    assert answer.status_code == 303, answer.text
    return office.look(who, answer.location)


def kept(office: Office) -> list[Miss]:
    with reading(office.engine) as session:
        return list(misses.walk(session))


def test_an_empty_page_teaches_with_sentences_to_try(office: Office) -> None:
    page = office.look("rita", "/explain")
    links = [found.get("href") for found in html.fromstring(page).xpath("//*[@class='explain-example']//a")]
    assert {parse_qs(urlsplit(link).query)["language"][0] for link in links} == {"de", "en"}
    for link in links:
        assert parts(office.look("rita", link), "finding")
    assert not parts(page, "finding")


def test_each_sentence_is_answered_with_its_claims_or_why_none(office: Office) -> None:
    first, second = rows(office.look("rita", address(published="2026-11-24")))
    assert "figure" in first
    assert "reported" in first
    assert "The sentence asks; it asserts nothing." in second


def test_a_quantity_is_told_with_its_words_sign_and_unit(office: Office) -> None:
    first, _ = rows(office.look("rita", address()))
    assert "≥ 40" in first
    assert "mindestens 40 Mitglieder" in first
    assert "mindestens → ≥" in first
    assert "unit Mitglied" in first


def test_times_speakers_names_and_worth_are_told(office: Office) -> None:
    first, second = rows(office.look("rita", address(published="2026-11-25")))
    assert "since 2019 seit 2019" in first
    assert "EDTF 2019/.." in first
    assert "Who says so Ruth Adler" in first
    assert "Names Ruth Adler" in first
    assert "of 100 – " in first
    assert "gives a figure: mindestens 40 Mitglieder" in first
    assert "23 Nov 2026 am Montag EDTF 2026-11-23" in second


def test_a_relative_date_without_a_day_of_publication_says_what_is_missing(office: Office) -> None:
    _, second = rows(office.look("rita", address()))
    assert "no date am Montag a day of publication may date it" in second


def test_a_claim_s_words_and_readings_are_marked_in_the_text(office: Office) -> None:
    page = office.look("rita", address())
    [text, _] = parts(page, "explained-text")
    assert words(text) == "1" + TEXT.partition(" Kommen")[0]
    assert [words(found) for found in parts(text, "read-quantity")] == ["mindestens 40 Mitglieder"]
    assert [words(found) for found in parts(text, "read-name")] == ["Ruth Adler"]
    assert [found.get("href") for found in parts(text, "mark-number")] == ["#c1"]


def test_the_text_reaches_the_page_escaped(office: Office) -> None:
    page = office.look(
        "rita", address("Der <b>Chor</b> & zählt \"40\" Mitglieder<script>alert('1')</script>.")
    )
    assert "<script>alert" not in page
    assert "<b>Chor" not in page
    assert "<script>alert('1')</script>" in words(parts(page, "explained-text")[0])


def test_what_is_typed_leads_to_an_address_that_can_be_passed_on(office: Office) -> None:
    form = office.form("rita", "explain", office.look("rita", "/explain"))
    sent = {**form, "text": TEXT.replace(" Kommen", "\r\nKommen"), "language": "de", "published": "2026"}
    answer = office.client("rita").post("/explain", data=sent)
    assert answer.status_code == 303
    assert parse_qs(urlsplit(answer.location).query) == {
        "text": [TEXT.replace(" Kommen", "\nKommen")],
        "language": ["de"],
        "published": ["2026"],
    }
    assert len(rows(office.look("rita", answer.location))) == 2


def test_a_long_text_is_answered_where_it_was_sent(office: Office) -> None:
    form = office.form("rita", "explain", office.look("rita", "/explain"))
    answer = office.client("rita").post("/explain", data={**form, "text": LONG})
    assert answer.status_code == 200
    assert len(rows(answer.text)) == 200
    assert "too long to be passed on as a link" in answer.text


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"text": "a" * (LONGEST_TEXT + 1)}, "At most 20000 characters can be explained at a time"),
        ({"text": "Un club compte au moins douze membres depuis la rentrée de septembre."}, "neither German"),
        ({"text": "Der Chor zählt 40 Mitglieder." * 90, "published": "gestern"}, "“gestern” is no date"),
    ],
)
def test_what_cannot_be_explained_is_said_and_stays_typed(
    office: Office, fields: dict[str, str], says: str
) -> None:
    form = office.form("rita", "explain", office.look("rita", "/explain"))
    answer = office.client("rita").post("/explain", data={**form, **fields})
    if answer.status_code == 303:
        answer = office.client("rita").get(answer.location)
    assert answer.status_code == 422
    assert says in alerts(answer.text)
    assert fields["text"] in answer.text


def test_a_form_without_its_token_is_refused(office: Office) -> None:
    for path in ("/explain", "/explain/report"):
        assert office.client("ida").post(path, data={"text": TEXT, "what": "not_a_claim"}).status_code == 400
    assert kept(office) == []


def test_a_reviewer_reports_a_miss_in_a_sentence(office: Office) -> None:
    page = report(office, about="2", what="claim_missing", note="Es kommt darauf an.")
    assert "Reported" in told(page)
    [miss] = kept(office)
    assert (miss.text, miss.language, miss.words) == (TEXT, "de", "Kommen am Montag wirklich alle?")
    assert (miss.what, miss.note) == ("claim_missing", "Es kommt darauf an.")
    assert len(miss.answer["sentences"]) == 2


def test_a_report_can_be_about_the_whole_text(office: Office) -> None:
    report(office, about="0", what="wrong_speaker")
    assert kept(office)[0].words == TEXT


def test_a_report_on_a_long_text_leaves_its_explanation_in_sight(office: Office) -> None:
    form = office.form("ida", "explain", office.look("ida", "/explain"))
    page = office.client("ida").post("/explain", data={**form, "text": LONG}).text
    sent = {**office.form("ida", "report", page), "about": "2", "what": "wrong_words"}
    answer = office.client("ida").post("/explain/report", data=sent)
    assert answer.status_code == 200
    assert "Reported" in told(answer.text)
    assert len(rows(answer.text)) == 200
    assert kept(office)[0].text == LONG.strip()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"note": "Etwas."}, "Choose what is missed or wrong."),
        ({"what": "something_else", "note": " "}, "Say in the note what is wrong."),
        ({"what": "wrong_words", "note": "n" * 2001}, "The note is too long"),
    ],
)
def test_a_report_that_says_too_little_or_too_much_comes_back(
    office: Office, typed: dict[str, str], says: str
) -> None:
    form = office.form("ida", "report", office.look("ida", address()))
    answer = office.client("ida").post("/explain/report", data={**form, "about": "2", **typed})
    assert answer.status_code == 422
    assert says in alerts(answer.text)
    assert office.form("ida", "report", answer.text)["note"].strip() == typed["note"].strip()
    assert office.form("ida", "report", answer.text)["about"] == "2"
    assert kept(office) == []


def test_a_link_at_a_sentence_leads_to_a_report_about_it(office: Office) -> None:
    tools = parts(office.look("ida", address()), "explained-tools")[1]
    [link] = [found.get("href") for found in tools.iter("a") if "Report" in words(found)]
    page = office.look("ida", link.partition("#")[0])
    assert office.form("ida", "report", page)["about"] == "2"
    assert parts(page, "report")[0].get("open") is not None
    assert parts(office.look("ida", address(about="2")), "report")[0].get("open") is None


def test_readers_may_ask_why_but_not_report(office: Office) -> None:
    page = office.look("rita", address())
    assert parts(page, "finding")
    assert not parts(page, "report")
    token = office.form("rita", "explain", page)["csrf_token"]
    sent = {"csrf_token": token, "text": TEXT, "what": "not_a_claim"}
    assert office.client("rita").post("/explain/report", data=sent).status_code == 403


def test_a_claim_s_page_leads_to_why_it_was_found(office: Office) -> None:
    [link] = [
        found.get("href")
        for found in html.fromstring(office.look("rita")).iter("a")
        if words(found) == "Why was this found?"
    ]
    asked = parse_qs(urlsplit(link).query)
    assert asked["text"][0].endswith(MEMBERS)
    assert HALL not in asked["text"][0]
    page = office.look("rita", link.partition("#")[0])
    [row] = parts(page, "explained-about")
    assert words(parts(row, "explained-text")[0]).endswith(MEMBERS)
    assert row.get("id") == urlsplit(link).fragment


def test_the_desk_s_navigation_has_the_page(office: Office) -> None:
    [current] = html.fromstring(office.look("rita", "/explain")).xpath("//nav/a[@aria-current='page']")
    assert words(current) == "Explain"
