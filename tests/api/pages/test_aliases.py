"""Who is meant: said, shown and taken back on the article's page, marked on the claim's."""

from pathlib import Path

import pytest
from lxml import html

from claims.article import ArticleDraft
from claims.claim import Claim
from claims.store import accounts, claims
from factcheck.ingest import ingest
from tests import making
from tests.api.pages.looking import parts, words
from tests.api.pages.office import Office, open_office, told

TEXT = (
    "Das Unternehmen hat 2014 drei Fähren verkauft. Die Mitarbeiter des Unternehmens bekamen 300 Euro. "
    "Es hieß, dass 40 Leute gehen mussten."
)


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


@pytest.fixture
def article_id(office: Office) -> int:
    draft = ArticleDraft(text=TEXT, language="de", content=TEXT.encode(), media_type="text/plain")
    with office.desk() as session:
        return ingest(session, draft, by=accounts.named(session, "ida"), at=making.START).article.id or 0


def first_claim(office: Office, article_id: int) -> Claim:
    with office.desk() as session:
        return claims.of_article(session, article_id)[0]


def send(office: Office, article_id: int, action: str = "aliases", **typed: str) -> str:
    page = html.fromstring(office.look("ida", f"/articles/{article_id}"))
    [token, *_] = [field.value for field in page.xpath("//input[@name='csrf_token']")]
    path = f"/articles/{article_id}/{action}"
    answer = office.client("ida").post(path, data={"csrf_token": token, **typed})
    assert answer.status_code == 302, answer.text
    return office.look("ida", answer.location)


def test_open_words_are_offered_with_the_number_of_their_claims(office: Office, article_id: int) -> None:
    page = office.look("ida", f"/articles/{article_id}")
    [row] = parts(page, "meant-open")
    assert [words(part) for part in parts(row, "meant-words")] == ["das Unternehmen"]
    assert "in 2 claims" in words(row)


def test_a_name_words_the_claims_anew_and_can_be_undone(office: Office, article_id: int) -> None:
    page = send(office, article_id, alias_words="das Unternehmen", alias_name="Nordlicht")
    assert "2 claims worded anew." in told(page)
    assert [words(part) for part in parts(page, "meant-name")] == ["Nordlicht"]
    assert parts(page, "meant-open") == []
    assert first_claim(office, article_id).text == "Nordlicht hat 2014 drei Fähren verkauft"
    page = send(office, article_id, "aliases/drop", alias_words="das Unternehmen")
    assert first_claim(office, article_id).text == "Das Unternehmen hat 2014 drei Fähren verkauft"
    assert parts(page, "meant-name") == []


def test_what_cannot_be_named_comes_back_with_what_was_typed(office: Office, article_id: int) -> None:
    page = send(office, article_id, alias_words="die Reederei", alias_name="Nordlicht")
    assert "die Reederei" in told(page)
    form = html.fromstring(page).xpath("//form[@class='meant-other']")[0]
    assert (form.fields["alias_words"], form.fields["alias_name"]) == ("die Reederei", "Nordlicht")


def test_a_reader_sees_who_is_meant_and_has_no_form(office: Office, article_id: int) -> None:
    page = office.look("rita", f"/articles/{article_id}")
    [section] = parts(page, "meant")
    assert "das Unternehmen open in 2 claims" in words(section)
    assert section.xpath(".//form") == []
    answer = office.client("rita").post(f"/articles/{article_id}/aliases", data={})
    assert answer.status_code in (400, 403)


def test_the_claims_page_marks_what_is_open(office: Office, article_id: int) -> None:
    claim = first_claim(office, article_id)
    page = office.look("ida", f"/claims/{claim.id}")
    [mark] = parts(parts(page, "claim-text")[0], "unresolved")
    assert words(mark) == "Das Unternehmen"
    assert mark.get("title").startswith("open: ")
    send(office, article_id, alias_words="das Unternehmen", alias_name="Nordlicht")
    page = office.look("ida", f"/claims/{claim.id}")
    assert parts(page, "unresolved") == []
    assert "Worded anew since Ida said who “das Unternehmen” is" in words(parts(page, "history")[0])


def test_a_reviewer_sets_how_a_claim_stands(office: Office, article_id: int) -> None:
    claim = first_claim(office, article_id)
    page = office.look("ida", f"/claims/{claim.id}")
    form = office.form("ida", "edit", page)
    assert form["modality"] == "asserted"
    answer = office.client("ida").post(f"/claims/{claim.id}/edit", data={**form, "modality": "planned"})
    assert answer.status_code == 302, answer.text
    page = office.look("ida", f"/claims/{claim.id}")
    assert "planned" in words(parts(page, "claim-words")[0])
    assert "modality now planned, before asserted" in words(parts(page, "history")[0])
