"""What an author changed, as the pages of the desk show it, and choosing a place."""

from pathlib import Path

import pytest
from lxml import html

from claims.claim import Claim
from claims.store import articles, claims
from tests.api.pages.looking import parts, words
from tests.api.pages.office import MEMBERS, TEXT, Office, open_office, told


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    made = open_office(home, _sqlite_desk)
    with made.desk() as session:
        article = articles.get(session, made.article_id)
        article.url = "https://kegelclub.example/halle"
        session.add(article)
    return made


def _read_again(office: Office, text: str) -> str:
    form = office.form("ida", "new", office.look("ida", "/articles/new"))
    sent = {**form, "text": text, "url": "https://kegelclub.example/halle"}
    answer = office.client("ida").post("/articles/new", data=sent)
    assert answer.status_code == 302, answer.text
    return office.look("ida", answer.location)


def _claim(office: Office) -> Claim:
    with office.desk() as session:
        return claims.get(session, office.claim_id)


def test_an_edited_claim_shows_what_was_taken_out_and_put_in_on_its_page_and_in_the_queue(
    office: Office,
) -> None:
    office.bring_to("published")
    summary = html.fromstring(_read_again(office, TEXT.replace("zwölf", "elf")))
    assert "1 edited" in words(parts(summary, "revision")[0])
    assert f"/claims/{office.claim_id}" in parts(summary, "revision")[0].xpath(".//a/@href")
    for path in (office.path, "/queue?view=lapsed"):
        [shown] = parts(html.fromstring(office.look("ida", path)), "rewording")
        assert [each.text_content() for each in shown.xpath(".//del")] == ["[taken out:] zwölf [end]"]
        assert [each.text_content() for each in shown.xpath(".//ins")] == ["[put in:] elf [end]"]


def test_what_was_decided_anew_shows_no_change_any_more(office: Office) -> None:
    _read_again(office, TEXT.replace("zwölf", "elf"))
    office.bring_to("published")
    assert parts(html.fromstring(office.look("ida")), "rewording") == []


def test_of_several_places_one_is_chosen_on_the_claims_page(office: Office) -> None:
    office.bring_to("published")
    page = html.fromstring(_read_again(office, f"{MEMBERS} {MEMBERS}"))
    assert f"/claims/{office.claim_id}#places" in page.xpath("//a/@href")
    spots = html.fromstring(office.look("ida")).xpath("//input[@name='place']/@value")
    assert spots[-1] == "none"
    assert "has its place in version 2" in told(office.press("ida", "place", place=spots[1]))
    claim = _claim(office)
    assert (claim.start, claim.candidates) == (int(spots[1]), [])
    assert claim.exact == TEXT[claim.start - int(spots[1]) + TEXT.index(claim.exact) :][: len(claim.exact)]


def test_none_of_the_places_says_that_the_words_are_gone(office: Office) -> None:
    _read_again(office, f"{MEMBERS} {MEMBERS}")
    office.press("ida", "place", place="none")
    assert _claim(office).vanished


def test_a_place_that_is_none_is_refused_and_a_reader_only_looks(office: Office) -> None:
    _read_again(office, f"{MEMBERS} {MEMBERS}")
    assert office.send("ida", "place", place="7").status_code == 422
    assert office.send("ida", "place", place="here").status_code == 422
    assert parts(html.fromstring(office.look("rita")), "choosing")
    assert "place" not in office.offers("rita")
