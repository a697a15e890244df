import pytest

from claims.errors import UnreadableDocument
from factcheck.reading import read, read_document
from tests.factcheck.reading.files import read_or_refuse

ARTICLE = """---
title: "Busse: zwölf"
author: Jo Kern
date: 2026-11-24T10:00
tags: [verkehr]
---
# Zwölf *neue* Busse

Der Rat hat [zwölf Busse](https://rat.example/12) bestellt,
wie er **am Mittwoch** sagte.[^1] Ein \\* Stern &amp; `Kürzel`.

- eins
- zwei

> Ein Zitat.

| Jahr | Busse |
|------|------:|
| 2024 | 17    |

[^1]: Eine Note.
"""


def _text(source: str) -> str:
    return read_document(source.encode(), name="artikel.md").text


def test_a_reader_sees_words_not_signs() -> None:
    assert _text(ARTICLE).split("\n\n") == [
        "Zwölf neue Busse",
        "Der Rat hat zwölf Busse bestellt, wie er am Mittwoch sagte. Ein * Stern & Kürzel.",
        "eins",
        "zwei",
        "Ein Zitat.",
        "Jahr\nBusse",
        "2024\n17",
        "Eine Note.",
    ]


def test_what_stands_at_the_top_is_about_the_article() -> None:
    draft = read(ARTICLE.encode(), name="artikel.md")
    assert (draft.title, draft.author, draft.published) == ("Busse: zwölf", "Jo Kern", "2026-11-24")
    assert draft.media_type == "text/markdown"


def test_the_first_heading_is_the_title_where_nothing_else_says_one() -> None:
    assert read_document(b"Zwei Busse\n==========\n\nMehr nicht.", name="a.markdown").title == "Zwei Busse"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Vorher.\n\n```\nx = 12\n```\n\nNachher.", "Vorher.\n\nNachher."),
        ("Vorher.\n\n    x = 12\n\nNachher.", "Vorher.\n\nNachher."),
        ("![Ein Bild](bild.png)\n\nDer Text.", "Der Text."),
        ("<!-- geheim -->\n\nDer Text.", "Der Text."),
        ("<script>alert(12)</script>\n\nDer Text.", "Der Text."),
        ("<div>Ein <em>Kasten</em> hier &amp; da</div>", "Ein Kasten hier & da"),
        ("Der <b>Text</b>.", "Der Text."),
        ("Erste Zeile.  \nZweite Zeile.", "Erste Zeile.\nZweite Zeile."),
        ("~~Elf~~ Busse.", "Elf Busse."),
        ("Text\n---\n\nMehr.", "Text\n\nMehr."),
        ("---\n\nKein Vorspann, nur ein Strich.", "Kein Vorspann, nur ein Strich."),
        ("\ufeff# Titel\r\n\r\nText.\r\n", "Titel\n\nText."),
    ],
)
def test_what_is_kept_and_what_is_left_out(source: str, text: str) -> None:
    assert _text(source) == text


@pytest.mark.parametrize("source", ["```\nx = 12\n```", "---\ntitle: Busse\n---\n", "![Bild](b.png)"])
def test_a_file_without_words_is_refused(source: str) -> None:
    with pytest.raises(UnreadableDocument, match="no text"):
        _text(source)


def test_markdown_is_known_by_its_name_or_media_type_only() -> None:
    assert read_document(b"# Zwei Busse", name="a.txt").text == "# Zwei Busse"
    assert read_document(b"# Zwei Busse", media_type="text/markdown").text == "Zwei Busse"


@pytest.mark.parametrize("source", ["[" * 20_000, "> " * 20_000 + "x", "*a **b " * 5_000, "|a" * 20_000])
def test_deep_nesting_ends_soon(source: str) -> None:
    text, refusal = read_or_refuse(source.encode(), "a.md")
    assert len(text) <= len(source)
    assert text or refusal


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    document = read_document(b"---\n\nAbsatz eins.\n\n---\n\nAbsatz zwei.", name="a.md")
    assert document.text.split() == ["Absatz", "eins.", "Absatz", "zwei."]


def test_a_list_keeps_what_stands_deep_in_it() -> None:
    nested = "\n".join(f"{'  ' * depth}- Punkt {depth}" for depth in range(15))
    assert "Punkt 14" in read_document(nested.encode(), name="a.md").text


def test_a_break_parts_words() -> None:
    assert "eins.\nSatz" in read_document(b"Satz eins.<br>Satz zwei.", name="a.md").text


def test_comments_and_scripts_are_left_out_wherever_they_end() -> None:
    shown = read_document(b"<div>vor <!-- nie --> und <script>nie()</script> nach <!-- nie", name="a.md").text
    assert shown.split() == ["vor", "und", "nach"]


@pytest.mark.parametrize("piece", ["<script ", "<!--", "[^"])
def test_openings_without_end_are_looked_for_once(piece: str) -> None:
    text = read_document(("Der Rat tagte.\n\n<div>\n" + piece * 40_000).encode(), name="a.md").text
    assert text.startswith("Der Rat tagte.")
