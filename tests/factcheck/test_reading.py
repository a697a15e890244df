import pytest

from claims.errors import InvalidInput, UnreadableDocument, UnsupportedLanguage
from factcheck.reading import read

GERMAN = "Der Stadtrat hat am Mittwoch zwölf neue Busse bestellt. Sie kosten 4,2 Millionen Euro.\r\n"
PAGE = """<!doctype html><html lang="de"><head><title>Zwölf neue Busse – Stadtblatt</title>
<meta property="og:title" content="Zwölf neue Busse"><meta name="author" content="Redaktion Lokales">
<meta property="og:site_name" content="Stadtblatt">
<meta property="article:published_time" content="2026-03-04">
</head><body><nav>Startseite Sport Kultur</nav><article><h1>Zwölf neue Busse</h1>
<p>Der Stadtrat hat am Mittwoch zwölf neue Busse bestellt, wie die Verwaltung mitteilte.</p>
<p>Sie kosten 4,2 Millionen Euro und sollen ab dem Sommer auf allen Linien der Innenstadt fahren.</p>
</article><footer>Impressum</footer></body></html>"""


def test_plain_text_is_kept_to_the_letter() -> None:
    draft = read(GERMAN.encode())
    assert draft.text == GERMAN
    assert (draft.language, draft.media_type) == ("de", "text/plain")


def test_a_page_gives_its_article_and_says_who_wrote_it_when() -> None:
    draft = read(PAGE.encode(), name="busse.html")
    assert "zwölf neue Busse bestellt" in draft.text
    assert "Impressum" not in draft.text
    assert "Startseite" not in draft.text
    assert (draft.title, draft.author, draft.publisher) == (
        "Zwölf neue Busse",
        "Redaktion Lokales",
        "Stadtblatt",
    )
    assert (draft.published, draft.media_type) == ("2026-03-04", "text/html")


def test_what_the_caller_says_goes_before_what_the_page_says() -> None:
    draft = read(PAGE.encode(), title="Busse", published="2026-03", url="https://stadtblatt.example/busse")
    assert (draft.title, draft.published, draft.url) == (
        "Busse",
        "2026-03",
        "https://stadtblatt.example/busse",
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\x00\x01\x02\x03text", "binary"),
        (b"ELF\x7f\x02\x01\x01 abc", "binary"),
        ("Die Straße".encode("latin-1"), "not UTF-8"),
        (b"%PDF-1.7 ...", "broken"),
        (b"PK\x03\x04 ...", "broken"),
        (b"--- ... ---", "no text"),
        (b"<html><body></body></html>", "no article text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableDocument, match=sentence) as refused:
        read(content, name="file.txt")
    assert "\n" not in str(refused.value)


def test_another_language_is_refused() -> None:
    french = "Le conseil municipal a commandé douze nouveaux autobus mercredi, selon un communiqué."
    with pytest.raises(UnsupportedLanguage):
        read(french.encode())


def test_a_language_that_is_named_is_believed() -> None:
    assert read(b"Zug", language="de").language == "de"


@pytest.mark.parametrize("published", ["gestern", "24.11.2026", "2026-1-1", "2026-13", "2026-02-30"])
def test_a_date_that_is_none_says_how_to_write_it(published: str) -> None:
    with pytest.raises(InvalidInput, match="2026-11-24"):
        read(GERMAN.encode(), published=published)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"\xef\xbb\xbf" + PAGE.encode(), ""),
        (f"<!-- Vorlage 7 -->\n<!-- Stand: M\u00e4rz -->{PAGE}".encode(), ""),
        (PAGE[PAGE.index("<article>") :].encode(), "busse.html"),
    ],
)
def test_a_page_is_known_by_how_it_begins_or_by_its_name(content: bytes, name: str) -> None:
    draft = read(content, name=name)
    assert draft.media_type == "text/html"
    assert "<p>" not in draft.text


def test_many_comments_are_looked_through_at_once() -> None:
    assert read(b"<!---->" * 580 + GERMAN.encode()).media_type == "text/plain"
