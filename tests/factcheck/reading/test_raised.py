"""Raised figures: powers stay, marks of notes go, in web pages and Word files."""

import pytest

from factcheck.reading import read_document
from factcheck.reading.raised import raise_figure
from tests.factcheck.reading.files import word_with_body


@pytest.mark.parametrize(
    ("before", "sign", "said"),
    [
        ("etwa 10", "6", "⁶"),
        ("10", "-6", "⁻⁶"),
        ("40 m", "2", "²"),
        ("mitteilten.", "3", ""),
        ("seit 2019", "1", ""),
        ("the 1", "st", "st"),
        ("laut Polizei", "[12]", ""),
        ("laut Polizei", "*", ""),
        ("", "1", ""),
    ],
)
def test_a_raised_sign_is_a_power_a_mark_or_its_own_words(before: str, sign: str, said: str) -> None:
    assert raise_figure(before, sign) == said


def test_a_web_page_keeps_its_powers_and_loses_the_marks_of_its_notes() -> None:
    page = (
        "<html><head><title>Sterne</title></head><body><article><h1>Sterne</h1>"
        "<p>Die Galaxie hat etwa 10<sup>6</sup> Sterne, teilten Forscher der Universität mit.<sup>3</sup> "
        "Das Feld misst 40 m<sup>2</sup> und gehört seit 2019<sup>1</sup> dem Land."
        "<sup><a href='#n'>[2]</a></sup></p>"
        "<p>Der Versuch wurde dreimal wiederholt, und jedes Mal kamen dieselben Ergebnisse heraus.</p>"
        "</article></body></html>"
    )
    text = read_document(page.encode(), name="a.html").text
    assert "etwa 10⁶ Sterne, teilten Forscher der Universität mit. Das Feld misst 40 m² und" in text
    assert "seit 2019 dem Land." in text


def test_a_word_file_keeps_its_powers_and_loses_the_marks_of_its_notes() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    plain = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    runs = [
        plain.format("Die Galaxie hat 10"),
        raised.format("6"),
        plain.format(" Sterne, sagt die Werft."),
        raised.format("2"),
        plain.format(" Sie hat H"),
        '<w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r>',
        plain.format("O."),
    ]
    text = read_document(word_with_body(f"<w:p>{''.join(runs)}</w:p>"), name="a.docx").text
    assert text == "Die Galaxie hat 10⁶ Sterne, sagt die Werft. Sie hat H2O."
