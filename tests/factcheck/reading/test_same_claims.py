"""One article in every kind of file that is read makes the same claims."""

from collections.abc import Callable
from html import escape
from importlib.resources import files

import pytest
from docx.document import Document as WordDocument
from playwright.sync_api import Page

from factcheck.extraction.claims import extract
from factcheck.reading import read
from tests.factcheck.reading.files import make_word

_ARTICLES = files("factcheck.examples") / "articles"
_NAMES = ["talente.de.txt", "talent.en.txt"]


def _article(name: str) -> str:
    return (_ARTICLES / name).read_text("utf-8")


def _paragraphs(text: str) -> list[str]:
    return [block for block in text.split("\n\n") if block.strip()]


def _html(text: str) -> str:
    marked = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in _paragraphs(text))
    head = '<head><meta charset="utf-8"></head>'
    return f"<!doctype html><html>{head}<body><article>{marked}</article></body></html>"


def _word(text: str) -> bytes:
    def write(document: WordDocument) -> None:
        for paragraph in _paragraphs(text):
            document.add_paragraph(paragraph)

    return make_word(write)


def _claims(content: bytes, name: str) -> list[tuple[str, str]]:
    draft = read(content, name=name)
    found = extract(draft.text, draft.language, None)
    assert all(draft.text[claim.start : claim.end] == claim.exact for claim in found.claims)
    return [(" ".join(claim.exact.split()), claim.text) for claim in found.claims]


@pytest.mark.parametrize("article", _NAMES)
@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.html", lambda text: _html(text).encode()),
        ("a.md", lambda text: text.replace("*", r"\*").replace("_", r"\_").encode()),
        ("a.docx", _word),
    ],
)
def test_an_article_makes_the_same_claims_in_every_kind_of_file(
    article: str, name: str, make: Callable[[str], bytes]
) -> None:
    text = _article(article)
    expected = _claims(text.encode(), "a.txt")
    assert len(expected) > 5
    assert _claims(make(text), name) == expected


@pytest.mark.parametrize("article", _NAMES)
@pytest.mark.parametrize(
    "style", ["text-align: justify", "columns: 2; hyphens: none", "font: 18px/1.2 sans-serif"]
)
def test_an_article_makes_the_same_claims_in_print(article: str, style: str, page: Page) -> None:
    text = _article(article)
    page.set_content(_html(text).replace("<body>", f'<body style="{style}">'))
    printed = page.pdf(
        format="A5",
        display_header_footer=True,
        header_template='<div style="font-size: 8px; width: 100%; text-align: center">Stadtblatt</div>',
        footer_template='<div style="font-size: 8px; margin: auto"><span class="pageNumber"></span></div>',
        margin={"top": "2cm", "bottom": "2cm", "left": "2cm", "right": "2cm"},
    )
    assert _claims(printed, "a.pdf") == _claims(text.encode(), "a.txt")
