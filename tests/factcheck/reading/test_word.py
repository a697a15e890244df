import struct
import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx.document import Document as WordDocument

from claims.errors import UnreadableDocument
from factcheck.reading import read, read_document
from tests.factcheck.reading.files import change_part, make_word, word_with_body


def _text(body: str) -> str:
    return read_document(word_with_body(body), name="artikel.docx").text


def _write(document: WordDocument) -> None:
    document.add_heading("Zwölf neue Busse", 0)
    document.add_heading("Beschluss", 1)
    paragraph = document.add_paragraph("Der Rat hat ")
    paragraph.add_run("zwölf").bold = True
    paragraph.add_run(" neue\tBusse bestellt.\nSie fahren bald.")
    document.add_paragraph("Erstens: zwei.", style="List Bullet")
    document.add_paragraph("Zweitens: drei.", style="List Number")
    table = document.add_table(2, 2)
    for at, words in enumerate(("Jahr", "Busse", "2024", "17")):
        table.cell(at // 2, at % 2).text = words
    properties = document.core_properties
    properties.author = "Jo  Kern"
    properties.created = datetime(2026, 11, 20, 8, tzinfo=UTC)
    properties.modified = datetime(2026, 11, 20, 19, tzinfo=UTC)


def test_headings_lists_and_tables_are_paragraphs_and_lines() -> None:
    assert read_document(make_word(_write)).text == (
        "Zwölf neue Busse\n\nBeschluss\n\nDer Rat hat zwölf neue Busse bestellt.\nSie fahren bald.\n\n"
        "Erstens: zwei.\n\nZweitens: drei.\n\nJahr\nBusse\n\n2024\n17"
    )


def test_the_file_says_who_wrote_it_when() -> None:
    draft = read(make_word(_write))
    assert (draft.title, draft.author, draft.published) == ("Zwölf neue Busse", "Jo Kern", "2026-11-20")
    assert (draft.language, draft.pages) == ("de", ())


def test_a_title_that_the_file_has_goes_before_the_one_in_its_text() -> None:
    def write(document: WordDocument) -> None:
        _write(document)
        document.core_properties.title = "Busse"

    assert read_document(make_word(write)).title == "Busse"


def _p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def _r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _table(cell: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"


def test_what_was_inserted_is_in_and_what_was_deleted_is_out() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>elf</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{_r("zwölf")}</w:ins>'
    moved = f'<w:moveFrom w:id="3">{_r("hier ")}</w:moveFrom><w:moveTo w:id="4">{_r(" dort")}</w:moveTo>'
    assert _text(_p(_r("Es sind "), deleted, inserted, moved, _r("."))) == "Es sind zwölf dort."


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    joined = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>' + _r("Es sind") + "</w:p>"
    assert _text(joined + _p(_r("zwölf.")) + _p(_r("Mehr nicht."))) == "Es sind zwölf.\n\nMehr nicht."
    assert _text(_p(_r("Mehr nicht.")) + joined) == "Mehr nicht.\n\nEs sind"


def test_a_deleted_run_inside_a_box_does_not_bring_the_rest_down() -> None:
    box = (
        f'<w:del w:id="1"><w:r><w:pict><w:txbxContent>{_p(_r("weg"))}</w:txbxContent></w:pict></w:r></w:del>'
    )
    assert _text(_p(_r("Es"), box, _r(" bleibt."))) == "Es bleibt."


def test_a_box_is_a_paragraph_of_its_own_and_read_once() -> None:
    inside = f"<w:txbxContent>{_p(_r('Ein Zitat.'))}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert _text(_p(_r("Der Satz "), both, _r("geht weiter."))) == "Ein Zitat.\n\nDer Satz geht weiter."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (_p(_r("Sicht"), "<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r>", _r("bar")), "Sichtbar"),
        (_p('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Offen</w:t></w:r>'), "Offen"),
        (_p("<w:r><w:instrText>PAGE</w:instrText></w:r>", _r("Seite")), "Seite"),
        (_p(_r("E"), "<w:r><w:noBreakHyphen/></w:r>", _r("Mail")), "E-Mail"),
        (_p(_r("Wirt"), "<w:r><w:softHyphen/></w:r>", _r("schaft")), "Wirtschaft"),
        (_p("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>", _r("Text")), "Text"),
        (_p("<w:hyperlink>", _r("Link"), "</w:hyperlink>"), "Link"),
        (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{_p(_r('Hier klicken'))}"
            f"</w:sdtContent></w:sdt>{_p(_r('Text'))}",
            "Text",
        ),
        (f"<w:sdt><w:sdtContent>{_p(_r('Feld'))}</w:sdtContent></w:sdt>", "Feld"),
        (_table(_p(_r("a")) + _table(_p(_r("b"))) + _p(_r("c"))), "a\nb\nc"),
    ],
)
def test_the_text_is_what_would_be_printed(body: str, text: str) -> None:
    assert _text(body) == text


def test_a_table_of_contents_is_known_by_the_name_of_its_style() -> None:
    body = _p('<w:pPr><w:pStyle w:val="Verzeichnis1"/></w:pPr>', _r("Kapitel 3")) + _p(_r("Text"))
    style = (
        b'<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style></w:styles>'
    )
    package = change_part(
        word_with_body(body), "word/styles.xml", lambda part: part.replace(b"</w:styles>", style)
    )
    assert read_document(package).text == "Text"


def test_notes_follow_at_the_end() -> None:
    body = _p(_r("Er kam"), '<w:r><w:footnoteReference w:id="2"/></w:r>', _r(" und ging."))
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:type="separator" w:id="0">{_p(_r("---"))}</w:footnote>'
        f'<w:footnote w:id="1">{_p(_r("Nirgends genannt."))}</w:footnote>'
        f'<w:footnote w:id="2">{_p(_r("Um neun Uhr."))}</w:footnote></w:footnotes>'
    )
    buffer = BytesIO(word_with_body(body))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/footnotes.xml", notes)
    assert read_document(buffer.getvalue()).text == "Er kam und ging.\n\nUm neun Uhr."


def _zip(**files: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (_zip(notes="nothing"), "zip file, but no Word file"),
        (_zip(mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument.*save it as DOCX"),
        (make_word(_write)[:3000], "broken file"),
        (change_part(make_word(_write), "word/document.xml", lambda part: part[:900]), "broken file"),
        (change_part(make_word(_write), "word/document.xml", lambda _: b""), "broken file"),
        (word_with_body(""), "no text"),
        (_OLE + "WordDocument".encode("utf-16-le"), "old kind.*save it as DOCX"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (_OLE + "Workbook".encode("utf-16-le"), "old kind, but no Word file"),
        (rb"{\rtf1 Der Rat hat zw\'f6lf Busse bestellt.}", "RTF.*save it as DOCX"),
        (b"Der Rat hat beraten.", "called DOCX, but is no Word file"),
    ],
)
def test_what_is_no_word_file_is_refused_in_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableDocument, match=sentence) as refused:
        read_document(content, name="artikel.docx")
    assert "\n" not in str(refused.value)


def test_entities_are_not_resolved() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    package = change_part(make_word(_write), "word/document.xml", lambda _: bomb)
    with pytest.raises(UnreadableDocument, match="broken"):
        read_document(package)


def test_a_part_that_unpacks_to_too_much_is_refused() -> None:
    package = change_part(make_word(_write), "word/document.xml", lambda _: b" " * 30_000_000)
    assert len(package) < 100_000
    with pytest.raises(UnreadableDocument, match="too large when it is unpacked"):
        read_document(package)


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    package = change_part(make_word(_write), "word/document.xml", lambda _: b" " * 30_000_000)
    lying = package.replace(struct.pack("<I", 30_000_000), struct.pack("<I", 2_000))
    with pytest.raises(UnreadableDocument, match="broken"):
        read_document(lying)
