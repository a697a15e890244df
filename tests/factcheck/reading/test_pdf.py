from io import BytesIO

import pypdf
import pytest
from playwright.sync_api import Page

from claims.errors import UnreadableDocument
from claims.layout import page_of
from factcheck.reading import read, read_document
from tests.factcheck.reading.files import Row, assemble, column, make_pdf, read_or_refuse

TWO = """Der Stadtrat hat am Mittwoch zwölf neue Busse bestellt, wie die
Verwaltung mitteilte. Sie kosten 4,2 Millionen Euro und fahren bald.

Die Linie 7 bekommt drei davon, die Linie 9 bekommt ebenfalls drei
davon. Über die übrigen wird der Rat erst im kommenden Jahr reden."""


def _paragraphs(content: bytes) -> list[str]:
    return read_document(content, name="artikel.pdf").text.split("\n\n")


def test_lines_become_paragraphs_where_the_page_leaves_a_gap() -> None:
    assert _paragraphs(make_pdf(column(TWO))) == [
        "Der Stadtrat hat am Mittwoch zwölf neue Busse bestellt, wie die Verwaltung mitteilte. Sie kosten "
        "4,2 Millionen Euro und fahren bald.",
        "Die Linie 7 bekommt drei davon, die Linie 9 bekommt ebenfalls drei davon. Über die übrigen wird der "
        "Rat erst im kommenden Jahr reden.",
    ]


def test_an_indented_line_after_a_full_stop_begins_a_paragraph() -> None:
    rows = column(TWO.replace("\n\n", "\n"))
    rows[2] = Row(rows[2].y, rows[2].text, x=86)
    assert len(_paragraphs(make_pdf(rows))) == 2


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    text = """Der Stadtrat hat am Mittwoch zwölf neue Busse bestellt, wie die Verwaltung
    sagte. Nun.
    Die Linie 7 bekommt drei davon, die Linie 9 bekommt ebenfalls drei davon, und
    über die übrigen wird der Rat erst im kommenden Jahr wieder beraten und dann
    beschließen."""
    assert [len(paragraph.split()) for paragraph in _paragraphs(make_pdf(column(text)))] == [14, 29]


def test_letters_of_another_size_begin_a_paragraph_and_large_ones_are_the_title() -> None:
    heading = [Row(780, "Zwölf neue Busse", size=20), Row(756, "für die Innenstadt", size=20)]
    found = read_document(make_pdf([*heading, *column(TWO)]))
    assert found.text.split("\n\n")[0] == "Zwölf neue Busse für die Innenstadt"
    assert found.title == "Zwölf neue Busse für die Innenstadt"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("Gut steht es um die Wirt-\nschaft im Land.", "Wirtschaft im Land"),
        ("Das stand in der E-\nMail des Amtes.", "in der E-Mail des"),
        ("Es ging um Nord-\nund Südseite zugleich.", "um Nord- und Südseite"),
        ("Es ging um Nord-\nbzw. Südseite.", "um Nord- bzw. Südseite"),
        ("Die Meta-\nChefin sprach.", "Die Meta-Chefin sprach"),
        ("Im Haushalt 2024–\n2025 fehlt Geld.", "Haushalt 2024–2025 fehlt"),
        ("Die Covid-\n19-Zahlen sinken.", "Die Covid-19-Zahlen sinken"),
        ("Sie kamen – wie sie sagten –\nzu spät.", "wie sie sagten – zu spät"),
        ("Alle Bürger und/\noder Gäste.", "und/oder Gäste"),
    ],
)
def test_hyphens_at_the_end_of_a_line_are_undone_where_they_are_the_printers(lines: str, joined: str) -> None:
    rows = column(f"Der Rat der Stadt hat lange und gründlich darüber beraten, bevor er\n{lines}")
    assert joined in read_document(make_pdf(rows)).text


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("This is what the govern-\nment of the day said.", "the government of"),
        ("It was a well-\nknown fact by then.", "a well-known fact"),
        ("It was the long-\nterm plan of the council.", "the long-term plan"),
        ("It is the duck-\nbilled one again, the duckbilled.", "the duckbilled one"),
    ],
)
def test_english_compounds_keep_their_hyphen(lines: str, joined: str) -> None:
    rows = column(f"The council of the town has met for a long time, and then it said:\n{lines}")
    assert joined in read_document(make_pdf(rows)).text


def test_ligatures_are_typed_as_letters(page: Page) -> None:
    page.set_content("<p style='font-family:DejaVu Serif,serif'>Die Oﬀensive ﬁng ﬂott an.</p>")
    assert read_document(page.pdf()).text == "Die Offensive fing flott an."


def _numbered(count: int) -> list[list[Row]]:
    # each page has words of its own, its head and its number
    words = ["Rat", "Bus", "Tor", "Ort", "Weg", "Hof"]
    return [
        [
            Row(800, "Stadtblatt, Ausgabe 7", size=9),
            *column(
                f"Auf Blatt {words[at]} steht etwas über {words[at]}.\nDer Satz über {words[at]} ist aus."
            ),
            Row(40, f"Seite {at + 1} von {count}", size=9),
        ]
        for at in range(count)
    ]


@pytest.mark.parametrize("count", [2, 6])
def test_heads_and_page_numbers_that_repeat_are_left_out(count: int) -> None:
    text = read_document(make_pdf(*_numbered(count))).text
    assert "Stadtblatt" not in text
    assert "Seite" not in text
    assert text.count("Auf Blatt") == count


def test_a_figure_that_changes_otherwise_than_the_page_is_kept() -> None:
    pages = [[*column(f"Text über {word} und mehr."), Row(40, f"{number} Stimmen")]
             for word, number in (("Ort", 12), ("Weg", 97))]  # fmt: skip
    text = read_document(make_pdf(*pages)).text
    assert "12 Stimmen" in text
    assert "97 Stimmen" in text


def test_pages_are_kept_and_an_empty_one_counts() -> None:
    found = read_document(make_pdf(column("Erste Seite."), [], column("Dritte Seite.")))
    assert [page_of(found.pages, found.text.index(word)) for word in ("Erste", "Dritte")] == [1, 3]
    assert len(found.pages) == 3


def test_a_sentence_that_runs_over_a_page_stays_one() -> None:
    first = "Der Rat der Stadt hat lange und gründlich darüber beraten, ob er die\nzwölf neuen Busse, die"
    found = read_document(make_pdf(column(first), column("man braucht, bestellt.")))
    assert found.text.endswith("neuen Busse, die man braucht, bestellt.")
    assert found.pages == (0, found.text.index("man braucht"))


def test_raised_figures_are_powers_or_marks_of_notes() -> None:
    rows = column("Die Halle hat 200 m\nund kostet viel, wie er sagte.\nSo steht es da.")
    small = [Row(rows[0].y + 4, "2", x=72 + 98, size=6), Row(rows[1].y + 4, "12", x=72 + 140, size=6)]
    text = read_document(make_pdf([rows[0], small[0], rows[1], small[1], rows[2]])).text
    assert "12" not in text
    assert "wie er sagte." in text


def test_text_along_the_edge_is_left_out() -> None:
    credit = b"BT /F1 7 Tf 0 1 -1 0 560 300 Tm (Foto: dpa) Tj ET"
    body = b"BT /F1 11 Tf 1 0 0 1 72 700 Tm (Der Rat hat beraten und entschieden.) Tj ET"
    assert read_document(assemble([credit + body])).text == "Der Rat hat beraten und entschieden."


def test_a_page_that_lies_on_its_side_is_read() -> None:
    lines = (
        b"BT /F1 11 Tf 0 1 -1 0 200 72 Tm (Der Rat hat am Mittwoch) Tj 0 1 -1 0 214 72 Tm (beraten.) Tj ET"
    )
    assert read_document(assemble([lines])).text == "Der Rat hat am Mittwoch beraten."


def test_the_file_says_who_wrote_it_when() -> None:
    info = "/Title (Zw\xf6lf Busse) /Author (Jo Kern) /CreationDate (D:20261120101500+01'00')"
    draft = read(make_pdf(column(TWO), info=info, catalog="/Lang (de-DE)"))
    assert (draft.title, draft.author, draft.published) == ("Zwölf Busse", "Jo Kern", "2026-11-20")
    assert (draft.language, draft.media_type, draft.pages) == ("de", "application/pdf", (0,))


@pytest.mark.parametrize(
    ("info", "published"),
    [
        ("/CreationDate (D:20261120) /ModDate (D:20261124)", "2026-11"),
        ("/CreationDate (D:20251120) /ModDate (D:20261124)", None),
        ("/CreationDate (D:20261120) /Creator (Mozilla/5.0 Chrome)", None),
        ("/CreationDate (gestern)", None),
        ("/CreationDate (D:20269999)", None),
    ],
)
def test_no_day_is_taken_that_the_file_does_not_settle(info: str, published: str | None) -> None:
    assert read_document(make_pdf(column(TWO), info=info)).published == published


@pytest.mark.parametrize("title", ["Microsoft Word - busse.docx", "Unbenannt 1", "layout_7.indd"])
def test_a_file_name_is_no_title(title: str) -> None:
    assert read_document(make_pdf(column(TWO), info=f"/Title ({title})")).title == ""


def test_a_scan_is_refused_with_what_to_do() -> None:
    picture = b"q 500 0 0 700 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"
    with pytest.raises(UnreadableDocument, match=r"only pictures of pages.*OCR"):
        read_document(assemble([picture, picture]), name="scan.pdf")


def test_a_scan_with_a_stamp_on_each_page_is_a_scan() -> None:
    stamps = [[Row(20, "Digitalisiert im Archiv", size=7)]] * 3
    with pytest.raises(UnreadableDocument, match="only pictures of pages"):
        read_document(make_pdf(*stamps))


def _locked(user: str, algorithm: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(make_pdf(column(TWO))))
    writer.encrypt(user, "owner", algorithm=algorithm)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_file_that_only_its_owner_may_change_is_read(algorithm: str) -> None:
    assert "zwölf neue Busse" in read_document(_locked("", algorithm)).text


def test_a_file_with_a_password_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="locked with a password"):
        read_document(_locked("geheim", "AES-256"), name="a.pdf")


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
def test_a_file_that_is_cut_off_is_read_or_refused_in_one_sentence(kept: float) -> None:
    whole = make_pdf(*_numbered(6))
    text, refusal = read_or_refuse(whole[: int(kept * len(whole))], "a.pdf")
    assert "Auf Blatt" in text or refusal.startswith("a.pdf ")
    assert "\n" not in refusal


@pytest.mark.parametrize(
    "listed", ["2 0 R", "5 0 R 2 0 R", "99 0 R", "(none)", "5 0 R [5 0 R]"], ids=lambda kids: str(kids)
)
def test_a_page_tree_that_loops_or_is_broken_ends(listed: str) -> None:
    text, refusal = read_or_refuse(make_pdf(column(TWO), kids=lambda _: listed), "a.pdf")
    assert "zwölf" in text or refusal.startswith("a.pdf ")


def test_a_printed_web_page_reads_as_it_looks(page: Page) -> None:
    page.set_content(
        """<html lang="de"><title>Zwölf Busse</title><style>p {text-align: justify; hyphens: manual}
        .two {columns: 2}</style><h1>Zwölf neue Busse</h1><p>Der Stadtrat hat am Mittwoch zwölf neue Busse
        bestellt, wie die Verwaltung mitteilte. Sie kosten 4,2 Millionen Euro und sollen ab dem Sommer auf
        allen Linien der Innenstadt fahren.</p><ul><li>Erstens: zwei Busse.</li><li>Zweitens: drei
        <b>neue</b> Bahnen.</li></ul><div class="two"><p>Eine erste Spalte mit viel Text, die umbrochen
        wird, weil sie schmal ist, und die irgendwann endet, aber nicht hier, sondern dort, wo es
        passt.</p><p>Eine zweite Spalte beginnt danach. Sie sagt, dass 45 Prozent dafür sind.</p></div>"""
    )
    found = read_document(
        page.pdf(
            format="A5",
            margin={"top": "2cm", "bottom": "2cm", "left": "2cm", "right": "2cm"},
        )
    )
    assert found.text.split("\n\n") == [
        "Zwölf neue Busse",
        "Der Stadtrat hat am Mittwoch zwölf neue Busse bestellt, wie die Verwaltung mitteilte. Sie kosten "
        "4,2 Millionen Euro und sollen ab dem Sommer auf allen Linien der Innenstadt fahren.",
        "Erstens: zwei Busse.",
        "Zweitens: drei neue Bahnen.",
        "Eine erste Spalte mit viel Text, die umbrochen wird, weil sie schmal ist, und die irgendwann endet, "
        "aber nicht hier, sondern dort, wo es passt.",
        "Eine zweite Spalte beginnt danach. Sie sagt, dass 45 Prozent dafür sind.",
    ]
    assert found.published is None


def test_sentences_that_slides_repeat_are_kept_where_they_stand_first() -> None:
    slides = [
        [
            Row(740, "Nordlicht AG"),
            Row(600, f"Im Jahr {year} verkaufte die Werft {sold} Boote."),
            Row(560, "Sie hat zwei Werke in Linz."),
            Row(60, f"Seite {page}"),
        ]
        for page, (year, sold) in enumerate([(2021, 40), (2022, 41), (2023, 42)], 1)
    ]
    text = read_document(make_pdf(*slides), name="slides.pdf").text
    assert "Nordlicht AG" not in text
    assert "Seite" not in text
    assert [text.count(f"verkaufte die Werft {sold} Boote.") for sold in (40, 41, 42)] == [1, 1, 1]
    assert text.count("Sie hat zwei Werke in Linz.") == 1


def test_rows_of_a_table_that_end_with_figures_stay_apart() -> None:
    page = column("""
        Die Werft legte am Montag ihre Zahlen für das vergangene Jahr vor.
        Umsatz in Europa 12,4 Mio
        Umsatz in Amerika 3,1 Mio
        Umsatz in Asien 0,8 Mio
    """)
    text = read_document(make_pdf(page), name="a.pdf").text
    assert "Umsatz in Europa 12,4 Mio\n\nUmsatz in Amerika 3,1 Mio\n\nUmsatz in Asien 0,8 Mio" in text
