"""The Markdown export, read by somebody else's Markdown reader."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.exports import Format, export
from factcheck.exports.markdown import escape
from factcheck.report import Report
from tests.factcheck.exports.hostile import reports, texts

_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_FRAMES = ["{}", "- {}", "1. {}", "> {}", "### 3. {}", "**Notiz**: {}", "- Name: {}"]


def _all(content: str) -> list[Token]:
    return [token for block in _READER.parse(content) for token in (block, *(block.children or ()))]


def _text(content: str) -> str:
    return "".join(token.content for token in _all(content) if token.type in ("text", "text_special"))


@given(texts, st.sampled_from(_FRAMES))
def test_a_text_reads_as_itself_wherever_it_stands(text: str, frame: str) -> None:
    read = _text(frame.format(escape(text))).strip("\u2068\u2069")
    assert read.endswith(" ".join(text.split()).strip("\u2068\u2069"))


@given(texts, st.sampled_from(_FRAMES))
def test_no_text_becomes_markup(text: str, frame: str) -> None:
    plain = {token.type for token in _all(frame.format("Text"))}
    assert {token.type for token in _all(frame.format(escape(text)))} - {"text_special"} <= plain


@given(reports())
def test_no_report_has_markup_links_or_headings_of_its_texts(report: Report) -> None:
    tokens = _all(export(report, Format.MARKDOWN).content.decode())
    forbidden = {
        "html_block",
        "html_inline",
        "image",
        "code_inline",
        "fence",
        "code_block",
        "hr",
        "table_open",
    }
    assert {token.type for token in tokens} & forbidden == set()
    sources = [evidence.source.url for claim in report.claims for evidence in claim.evidence]
    allowed = [url for url in (*sources, report.articles[0].url) if url and url.lower().startswith("http")]
    links = [token.attrs["href"] for token in tokens if token.type == "link_open"]
    assert len(links) == len(allowed)
    assert all(str(link).lower().startswith(("http://", "https://")) for link in links)
    titles = [token for token in tokens if token.type == "heading_open" and token.tag == "h3"]
    assert len(titles) == len(report.claims)


def test_text_from_right_to_left_does_not_turn_what_follows() -> None:
    assert escape("\u202everkehrt") == "\u2068\u202everkehrt\u2069"
    assert escape("שלום") == "\u2068שלום\u2069"
    assert escape("Bahn") == "Bahn"


def test_the_manuscript_has_the_numbers_of_its_claims(internal_report: Report) -> None:
    content = export(internal_report, Format.MARKDOWN).content.decode()
    manuscript = content.split("## Manuskript")[1].split("## Die Behauptungen")[0]
    assert "mindestens zwölf neue Straßenbahnen bestellt \\[1\\]. Sie kosten" in manuscript
    assert manuscript.count("\\[5\\]") == 2
