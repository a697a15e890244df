import pytest

from claims.layout import Layout, Spot, page_of

BLOCKS = "Eins ist da.\n\nZwei ist da.\nUnd geht weiter.\r\n \r\nDrei."
LINES = "Titel\nEin Satz. Noch einer.\nUnd einer."


def _paragraph(text: str, offset: int) -> int:
    return Layout(text).spot(offset).paragraph


@pytest.mark.parametrize(
    ("offset", "page"), [(0, 1), (9, 1), (10, 2), (24, 2), (25, 4), (40, 4)], ids=lambda value: str(value)
)
def test_a_place_is_on_the_last_page_that_began_before_it(offset: int, page: int) -> None:
    # the third page has no text, so that the fourth begins where it does
    assert page_of((0, 10, 25, 25), offset) == page


def test_a_text_without_pages_has_none() -> None:
    assert page_of((), 3) is None


def test_what_stands_before_the_first_page_counts_to_it() -> None:
    assert page_of((5, 10), 2) == 1


@pytest.mark.parametrize(("words", "number"), [("Eins", 1), ("Zwei", 2), ("geht", 3), ("Drei", 4)])
def test_lines_that_end_as_sentences_do_are_paragraphs(words: str, number: int) -> None:
    assert _paragraph(BLOCKS, BLOCKS.index(words)) == number


@pytest.mark.parametrize(("words", "number"), [("Titel", 1), ("Noch", 2), ("Und", 3)])
def test_a_text_without_blank_lines_has_a_paragraph_a_line(words: str, number: int) -> None:
    assert _paragraph(LINES, LINES.index(words)) == number


def test_wrapped_lines_are_no_paragraphs() -> None:
    text = "Der Rat hat am\nMittwoch zwölf\nBusse bestellt.\n\nSie kosten vier\nMillionen."
    assert _paragraph(text, text.index("Busse")) == 1
    assert _paragraph(text, text.index("Millionen")) == 2


def test_white_space_at_the_ends_makes_no_paragraph() -> None:
    text = "\n\n  Eins.\n\nZwei.\n\n"
    assert [_paragraph(text, at) for at in (0, 4, text.index("Zwei"), len(text))] == [1, 1, 2, 2]


def test_a_layout_answers_for_many_places() -> None:
    layout = Layout(BLOCKS, (0, BLOCKS.index("Zwei")))
    assert layout.spot(BLOCKS.index("Eins")) == Spot(page=1, paragraph=1)
    assert layout.spot(BLOCKS.index("Drei")) == Spot(page=2, paragraph=4)
