from io import BytesIO
from pathlib import Path

import pytest
from lxml import html

from claims.claim import Origin
from claims.store import accounts, articles, claims
from claims.workflow import State
from factcheck import review
from tests import making
from tests.api.pages.looking import parts, words
from tests.api.pages.office import TEXT, Office, alerts, open_office, told
from tests.factcheck.reading.files import column, make_pdf, make_word

STORY = (
    "Die Brücke über die Ilm ist seit 2019 gesperrt. 🚧 Ihr Neubau kostet mindestens 3 Millionen Euro."
    "\r\n\r\n"
    "Warum dauert das so lange? Der Neubau kostet mindestens 3 Millionen Euro."
)


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _take_in(office: Office, **typed: object) -> int:
    """Fill in the form of a new article; returns the number of the article it leads to."""
    form = {**office.form("ida", "new", office.look("ida", "/articles/new")), **typed}
    answer = office.client("ida").post("/articles/new", data=form)
    assert answer.status_code == 302, answer.text
    return int(answer.location.rpartition("/")[2])


def _select(office: Office, article_id: int, **typed: object):  # type: ignore[no-untyped-def]
    page = office.look("ida", f"/articles/{article_id}")
    form = {**office.form("ida", "claims", page), **typed}
    return office.client("ida").post(f"/articles/{article_id}/claims", data=form)


def test_pasted_text_becomes_an_article_with_proposed_claims(office: Office) -> None:
    number = _take_in(office, text=STORY, title="Die Brücke", publisher="Ilmbote", published="2026-11-20")
    page = office.look("ida", f"/articles/{number}")
    assert "Taken in:" in told(page)
    assert "Die Brücke" in page
    assert "20 Nov 2026" in page
    with office.desk() as session:
        found = claims.of_article(session, number)
        text = articles.version(session, articles.get(session, number)).text
    assert [claim.state for claim in found] == [State.PROPOSED] * len(found) != []
    assert "\r" not in text


def test_an_uploaded_page_says_about_itself_what_was_left_empty(office: Office) -> None:
    head = "<head><title>Ilmbrücke gesperrt</title></head>"
    page = f"<html lang='de'>{head}<body><article><p>{STORY}</p></article></body></html>"
    number = _take_in(office, file=(BytesIO(page.encode()), "bruecke.html", "text/html"), author="Jo Kern")
    with office.desk() as session:
        article = articles.get(session, number)
        assert (article.title, article.author) == ("Ilmbrücke gesperrt", "Jo Kern")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bruecke.pdf", make_pdf(column("Die Brücke ist seit 2019 gesperrt."))),
        ("bruecke.docx", make_word(lambda word: word.add_paragraph("Die Brücke ist seit 2019 gesperrt."))),
        ("bruecke.md", "# Brücke\n\nDie *Brücke* ist seit 2019 gesperrt.".encode()),
    ],
)
def test_a_file_of_any_kind_that_the_form_offers_is_read(office: Office, name: str, content: bytes) -> None:
    assert f".{name.rpartition('.')[2]}," in office.look("ida", "/articles/new")
    number = _take_in(office, file=(BytesIO(content), name))
    with office.desk() as session:
        version = articles.version(session, articles.get(session, number))
    assert "Die Brücke ist seit 2019 gesperrt." in version.text
    assert version.content == content
    assert version.pages == ([0] if name.endswith(".pdf") else [])


def test_a_scan_is_refused_in_a_sentence(office: Office) -> None:
    form = office.form("ida", "new", office.look("ida", "/articles/new"))
    scan = (BytesIO(make_pdf([])), "scan.pdf")
    answer = office.client("ida").post("/articles/new", data={**form, "file": scan})
    assert answer.status_code == 422
    assert "scan.pdf has no text, only pictures of pages" in alerts(answer.text)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Paste the text, or choose a file."),
        ({"text": STORY, "published": "gestern"}, "“gestern” is no date"),
        ({"text": STORY, "url": "https://example.org/" + "x" * 2000}, "What you typed as Address"),
        (
            {"text": "Il ponte è chiuso dal 2019 e nessuno sa perché non riapre."},
            "neither German nor English",
        ),
    ],
)
def test_a_form_that_is_refused_keeps_what_was_typed(
    office: Office, typed: dict[str, str], sentence: str
) -> None:
    form = {**office.form("ida", "new", office.look("ida", "/articles/new")), "title": "Die Brücke", **typed}
    answer = office.client("ida").post("/articles/new", data=form)
    assert answer.status_code == 422
    assert sentence in alerts(answer.text)
    kept = office.form("ida", "new", answer.text)
    assert {name: kept[name].split() for name in typed} == {
        name: value.split() for name, value in typed.items()
    }
    assert kept["title"] == "Die Brücke"


def test_a_file_that_cannot_be_read_is_named_in_the_readers_language(office: Office) -> None:
    page = office.look("ida", "/articles/new")
    form = office.form("ida", "new", page)
    office.client("ida").post("/language", data={**office.form("ida", "language", page), "language": "de"})
    file = (BytesIO(b"%PDF-1.7 and more"), "notiz.pdf", "application/pdf")
    answer = office.client("ida").post("/articles/new", data={**form, "file": file})
    assert "notiz.pdf ist eine kaputte Datei" in alerts(answer.text)


def test_the_same_text_again_is_the_same_article(office: Office) -> None:
    first = _take_in(office, text=STORY)
    assert _take_in(office, text=STORY) == first
    assert "has this article already" in told(office.look("ida", f"/articles/{first}"))


def test_the_list_is_newest_first_with_claims_by_state(office: Office) -> None:
    number = _take_in(office, text=STORY, title="Die Brücke")
    page = html.fromstring(office.look("rita", "/articles"))
    links = page.xpath("//tbody//a/@href")
    assert links == [f"/articles/{number}", f"/articles/{office.article_id}"]
    assert "proposed" in page.xpath("//tbody/tr[1]")[0].text_content()


def test_the_list_goes_on_below_the_last_one_shown(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.pages.articles._PAGE", 1)
    newest = _take_in(office, text=STORY)
    first = html.fromstring(office.look("rita", "/articles"))
    [following] = first.xpath("//a[@rel='next']/@href")
    second = html.fromstring(office.look("rita", following))
    assert first.xpath("//tbody//a/@href") == [f"/articles/{newest}"]
    assert second.xpath("//tbody//a/@href") == [f"/articles/{office.article_id}"]
    assert second.xpath("//a[@rel='next']") == [], "or a link leads to an empty page"


def test_an_empty_list_says_how_to_begin(office: Office) -> None:
    page = office.look("ida", "/articles?before=1")
    assert "Take one in" in page


def test_the_text_of_the_page_is_the_text_of_the_article(office: Office) -> None:
    page = html.fromstring(office.look("rita", f"/articles/{office.article_id}"))
    for segment in parts(page, "segment"):
        start, words = int(segment.get("data-start")), segment.text_content()
        assert TEXT[start : start + len(words)] == words
    shown = "".join(segment.text_content() for segment in parts(page, "segment"))
    assert shown == TEXT.replace("\n\n", "")


def test_every_claim_has_its_mark_and_its_note(office: Office) -> None:
    page = html.fromstring(office.look("rita", f"/articles/{office.article_id}"))
    with office.desk() as session:
        wanted = {str(claim.id) for claim in claims.of_article(session, office.article_id)}
    assert {claim for mark in parts(page, "mark") for claim in mark.get("data-claims").split()} == wanted
    assert {note.get("data-claim") for note in parts(page, "note")} - {None} == wanted


def test_a_published_verdict_stands_in_the_margin_and_counts_as_answered(office: Office) -> None:
    before = html.fromstring(office.look("rita", f"/articles/{office.article_id}"))
    office.bring_to("published")
    page = html.fromstring(office.look("rita", f"/articles/{office.article_id}"))
    note = page.get_element_by_id(f"note-{office.claim_id}")
    assert "✓ supported" in words(note)
    assert "1 source" in note.text_content()
    assert words(parts(before, "coverage-figure")[0]).startswith("Coverage: 0 /")
    assert words(parts(page, "coverage-figure")[0]).startswith("Coverage: 1 /")
    [mark] = page.xpath(f"//a[@aria-describedby='note-{office.claim_id}']")
    assert {"line-published", "verdict-supported"} <= set(mark.get("class").split())


def test_what_was_dismissed_has_no_mark_but_stays_in_the_list(office: Office) -> None:
    office.press("ida", "dismiss", reason="Das ist eine Meinung.")
    page = html.fromstring(office.look("rita", f"/articles/{office.article_id}"))
    assert str(office.claim_id) not in {note.get("data-claim") for note in parts(page, "note")}
    assert f"/claims/{office.claim_id}" in page.xpath("//details//a/@href")


def test_a_merged_claim_stands_in_the_margin_as_the_one_that_stands_for_it(office: Office) -> None:
    with office.desk() as session:
        ida = accounts.named(session, "ida")
        other = next(c for c in claims.of_article(session, office.article_id) if c.id != office.claim_id)
        number = other.id or 0
        review.merge(session, number, office.claim_id, by=ida, at=making.later(60))
    office.bring_to("published")
    page = office.look("ida", f"/articles/{office.article_id}")
    [note] = html.fromstring(page).xpath(f"//li[@id='note-{number}']")
    assert "supported" in words(note)
    assert "1 source" in words(note)
    assert "dismissed" not in words(note)
    assert note.xpath(f".//a[@href='/claims/{office.claim_id}']/text()") == [f"as claim {office.claim_id}"]
    [mark] = html.fromstring(page).xpath(f"//a[@data-claims='{number}']")
    assert "line-published" in mark.get("class")


def test_a_sentence_without_a_claim_says_why(office: Office) -> None:
    number = _take_in(office, text=STORY)
    page = html.fromstring(office.look("ida", f"/articles/{number}"))
    [aside] = [one for one in parts(page, "aside") if "Warum" in one.text_content()]
    [note] = [one for one in parts(page, "note-aside") if one.get("data-at") == aside.get("data-start")]
    assert note.text_content() == "The sentence asks; it asserts nothing."


def test_words_and_offsets_add_just_that_claim(office: Office) -> None:
    number = _take_in(office, text=STORY)
    text = STORY.replace("\r\n", "\n")
    start = text.rindex("mindestens 3 Millionen Euro")
    answer = _select(office, number, words="mindestens 3 Millionen Euro", start=start, end=start + 27)
    assert answer.status_code == 302
    with office.desk() as session:
        [added] = [c for c in claims.of_article(session, number) if c.origin is Origin.PERSON]
    assert (added.start, added.exact, added.state) == (start, "mindestens 3 Millionen Euro", State.OPEN)
    page = office.look("ida", answer.location)
    assert f"Added as claim {added.id}." in told(page)


def test_offsets_that_no_longer_fit_the_words_are_not_believed(office: Office) -> None:
    _select(office, office.article_id, words="Der Vorstand lädt im Mai zum Fest", start=3, end=36)
    with office.desk() as session:
        [added] = [c for c in claims.of_article(session, office.article_id) if c.origin is Origin.PERSON]
    assert added.exact == "Der Vorstand lädt im Mai zum Fest"


def test_words_that_stand_twice_ask_which_place_is_meant(office: Office) -> None:
    number = _take_in(office, text=STORY)
    asked = _select(office, number, words="eubau kostet mindestens 3 Millionen Euro")
    assert asked.status_code == 200
    form = office.form("ida", "claims", asked.text)
    places = html.fromstring(asked.text).xpath("//input[@name='start']/@value")
    assert len(places) == 2
    office.client("ida").post(f"/articles/{number}/claims", data={**form, "start": places[1]})
    with office.desk() as session:
        [added] = [c for c in claims.of_article(session, number) if c.origin is Origin.PERSON]
    assert added.start == int(places[1])


def test_words_that_do_not_stand_there_are_kept_and_refused(office: Office) -> None:
    answer = _select(office, office.article_id, words="Die Halle steht leer.")
    page = office.look("ida", answer.location.partition("#")[0])
    assert "do not stand in the article" in told(page)
    assert office.form("ida", "claims", page)["words"] == "Die Halle steht leer."


def test_a_reader_sees_articles_but_adds_nothing(office: Office) -> None:
    page = office.look("rita", f"/articles/{office.article_id}")
    assert parts(page, "add-claim") == []
    assert "articles/new" not in office.look("rita", "/articles")
    token = office.form("rita", "logout", page)["csrf_token"]
    for path in ("/articles/new", f"/articles/{office.article_id}/claims"):
        sent = {"csrf_token": token, "text": STORY, "words": "zwölf"}
        assert office.client("rita").post(path, data=sent).status_code == 403


def test_adding_without_the_token_is_refused(office: Office) -> None:
    for path in ("/articles/new", f"/articles/{office.article_id}/claims"):
        assert office.client("ida").post(path, data={"text": STORY, "words": "zwölf"}).status_code == 400


@pytest.mark.parametrize("path", ["/articles/999", "/articles/99999999999999999999"])
def test_an_article_that_is_not_there_is_not_found(office: Office, path: str) -> None:
    assert office.client("rita").get(path).status_code == 404


def test_markup_in_an_article_is_words(office: Office) -> None:
    attack = "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>"
    text = f"Der Verein {attack} zählt mindestens 12 Mitglieder, sagte {attack}."
    number = _take_in(office, text=text, title=attack, author=attack, publisher=attack)
    for path in (f"/articles/{number}", "/articles", f"/queue?article={number}"):
        page = html.fromstring(office.look("ida", path))
        assert page.xpath("//img | //script[not(@src)]") == []
    shown = html.fromstring(office.look("ida", f"/articles/{number}"))
    assert "".join(segment.text_content() for segment in parts(shown, "segment")) == text


def test_an_address_that_is_no_web_address_is_refused_and_what_was_typed_stays(office: Office) -> None:
    browser = office.client("ida")
    fields = {**office.form("ida", "new", office.look("ida", "/articles/new")), "text": STORY}
    answer = browser.post("/articles/new", data={**fields, "url": "javascript:alert(1)"})
    assert answer.status_code == 422
    assert "is no web address" in answer.text
    assert STORY.splitlines()[0] in answer.text


def test_an_editor_marks_the_desks_own_text(office: Office) -> None:
    path = f"/articles/{office.article_id}"
    assert "own-text" not in office.look("ida", path)
    form = office.form("edgar", "own-text", office.look("edgar", path))
    office.client("edgar").post(f"{path}/own-text", data={**form, "own_text": "yes"})
    shown = html.fromstring(office.look("rita", path)).text_content()
    assert "the desk's own text" in shown
