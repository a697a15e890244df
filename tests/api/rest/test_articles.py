"""Articles over REST: taken in once, read again with changes, in any Unicode."""

import base64

import pytest

from tests.api.rest.conftest import TEXT, Desk
from tests.factcheck.model.answering import marking, serving
from tests.factcheck.reading.files import column, make_pdf, make_word


def test_the_claims_of_an_article_are_anchored_in_its_text(desk: Desk) -> None:
    text = f"🦊 {TEXT}\r\nZoë war dabei."
    article = desk.article(text)
    version = desk["reader"].get(f"/articles/{article['id']}/versions/1").json
    assert isinstance(version, dict)
    assert version["text"] == text
    claims = desk["reader"].get(f"/articles/{article['id']}/claims").json["items"]  # type: ignore[index]
    assert claims
    assert [text[claim["start"] : claim["end"]] for claim in claims] == [claim["exact"] for claim in claims]
    assert len(version["sentences"]) >= 4


def test_the_same_text_twice_makes_one_article(desk: Desk) -> None:
    body = {"text": TEXT, "title": "Ein Verein"}
    first, again = (desk["reviewer"].post("/articles", body) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.headers["Location"] == again.headers["Location"]
    assert again.json["article"] == {  # type: ignore[index]
        **first.json["article"],  # type: ignore[index]
        "created": False,
        "changed": False,
    }
    assert len(desk["reader"].get("/articles").json["items"]) == 1  # type: ignore[index]


def test_a_changed_text_at_the_same_address_is_a_new_version(desk: Desk) -> None:
    about = {"url": "https://courier.example/verein", "published": "2026-11", "author": "Ruth Adler"}
    desk.article(**about)
    article = desk.article(f"Nachtrag. {TEXT}", **about)
    assert (article["version"], article["created"], article["changed"]) == (2, False, True)
    assert (article["published"], article["author"]) == ("2026-11", "Ruth Adler")
    versions = desk["reader"].get(f"/articles/{article['id']}/versions").json["items"]  # type: ignore[index]
    assert [version["number"] for version in versions] == [1, 2]
    texts = [
        desk["reader"].get(f"/articles/{article['id']}/versions/{number}").json["text"]  # type: ignore[index]
        for number in (1, 2)
    ]
    assert texts == [TEXT, f"Nachtrag. {TEXT}"]


def test_an_article_can_be_named_as_the_one_that_changed(desk: Desk) -> None:
    article = desk.article()
    changed = desk.article(f"Nachtrag. {TEXT}", article_id=article["id"])
    assert (changed["id"], changed["version"]) == (article["id"], 2)


def test_a_page_is_read_as_its_article(desk: Desk) -> None:
    page = (
        '<!doctype html><html lang="de"><head><title>Ein Verein</title></head><body><nav>Start</nav>'
        f"<article><h1>Ein Verein</h1><p>{TEXT}</p></article></body></html>"
    )
    body = {"content": base64.b64encode(page.encode()).decode(), "media_type": "text/html"}
    made = desk["reviewer"].made("/articles", body)
    assert (made["article"]["title"], made["article"]["language"]) == ("Ein Verein", "de")
    assert "mindestens zwölf Mitglieder" in " ".join(claim["exact"] for claim in made["claims"])


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (make_pdf(column(TEXT)), "application/pdf"),
        (make_word(lambda word: word.add_paragraph(TEXT)), None),
        (f"# Ein Verein\n\n{TEXT}".encode(), "text/markdown"),
    ],
)
def test_a_file_of_any_kind_is_read(desk: Desk, content: bytes, media_type: str | None) -> None:
    body = {"content": base64.b64encode(content).decode()}
    made = desk["reviewer"].made("/articles", body | ({"media_type": media_type} if media_type else {}))
    assert "mindestens zwölf Mitglieder" in " ".join(claim["exact"] for claim in made["claims"])


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"text": ""},
        {"text": TEXT, "content": "VGV4dA=="},
        {"text": "   \n "},
        {"text": TEXT, "language": "fr"},
        {"text": "Le conseil municipal a adopté hier soir le budget pour l'année prochaine."},
        {"content": "no base64"},
        {"content": base64.b64encode(b"%PDF-1.7 cut off").decode()},
        {"text": TEXT, "published": "2026-02-30"},
        {"text": TEXT, "published": "٢٠٢٦"},
        {"text": TEXT, "url": "javascript:alert(1)"},
        {"text": TEXT, "colour": "red"},
        {"text": TEXT + "\0"},
        {"text": TEXT, "title": "\0"},
    ],
)
def test_what_is_no_article_is_refused_and_stores_nothing(desk: Desk, wrong: dict[str, object]) -> None:
    response = desk["reviewer"].post("/articles", wrong)
    assert response.status_code == 422
    assert response.json["detail"]  # type: ignore[index]
    assert desk["reader"].get("/articles").json["items"] == []  # type: ignore[index]


def test_who_asks_learns_who_they_are(desk: Desk) -> None:
    me = desk["editor"].get("/me").json
    assert isinstance(me, dict)
    assert (me["name"], me["roles"]) == ("editor", ["editor"])


def test_a_language_model_reads_an_article_again(desk: Desk) -> None:
    article = desk.article()
    path = f"/articles/{article['id']}/second-reading"
    assert desk["reviewer"].post(path, None).status_code == 404
    with serving(marking((1, "in Bochum"), (1, "in Essen"))) as (address, _asked):
        update = {"model_url": address, "model_name": "little-model"}
        settings = desk.app.extensions["factcheck.settings"]
        desk.app.extensions["factcheck.settings"] = settings.model_copy(update=update)
        assert desk["reader"].post(path, None).status_code == 403
        made = desk["reviewer"].made(path, None)
    assert [(claim["exact"], claim["proposers"]) for claim in made["claims"]] == [
        ("in Bochum", ["little-model"])
    ]
    assert (made["tally"]["added"], made["tally"]["dropped"]) == (1, 1)
    assert desk["reviewer"].post(path, None).status_code == 502


def test_the_desks_own_text_is_said_when_it_is_taken_in(desk: Desk) -> None:
    assert desk["reviewer"].made("/articles", {"text": TEXT, "own_text": True})["article"]["own_text"] is True
