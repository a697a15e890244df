import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.pages.claim_passage import find_span, occurrences, passage, quoted
from claims.errors import InvalidInput
from claims.evidence import Evidence
from claims.layout import Layout

TEXT = "Eins kam. Zwei kam. Drei kam. Vier kam.\n\nFünf kam. Sechs kam."


def sentences(text: str) -> list[dict[str, int]]:
    found, at = [], 0
    for part in text.replace("\n\n", " \x00").split(". "):
        words = part.strip("\x00. ")
        start = text.index(words, at)
        found.append({"start": start, "end": start + len(words) + 1})
        at = start + len(words)
    return found


def test_two_sentences_stand_on_each_side() -> None:
    start = TEXT.index("Vier")
    shown = passage(TEXT, start, start + 4, sentences(TEXT))
    assert [[piece.text for piece in paragraph] for paragraph in shown.paragraphs] == [
        ["Zwei kam. Drei kam. ", "Vier", " kam."],
        ["Fünf kam. Sechs kam."],
    ]
    assert (shown.opens, shown.closes) == (False, True)
    assert [piece.marked for piece in shown.paragraphs[0]] == [False, True, False]


def test_a_claim_over_two_paragraphs_is_marked_in_both() -> None:
    start, end = TEXT.index("Vier"), TEXT.index("Fünf") + 4
    shown = passage(TEXT, start, end, sentences(TEXT))
    marked = [piece.text for paragraph in shown.paragraphs for piece in paragraph if piece.marked]
    assert marked == ["Vier kam.", "Fünf"]


@given(st.text(max_size=60), st.data())
def test_every_piece_stands_where_it_says(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = passage(text, start, end, [])
    for paragraph in shown.paragraphs:
        for piece in paragraph:
            assert text.startswith(piece.text, piece.start)
            assert piece.marked == (start <= piece.start < end)


def test_a_text_is_cut_at_its_quotes_and_stays_whole() -> None:
    first = Evidence(start=0, end=4, id=1)
    second = Evidence(start=2, end=6, id=2)
    pieces = quoted("abcdefgh", [first, second], Layout("abcdefgh"))
    assert [piece.text for piece in pieces] == ["ab", "cd", "ef", "gh"]
    assert [len(piece.evidence) for piece in pieces] == [1, 2, 1, 0]
    assert [[found.id for found in piece.begun] for piece in pieces] == [[1], [2], [], []]


def test_where_pages_and_paragraphs_begin_is_said_once_and_the_text_stays_whole() -> None:
    text = "Eins.\n\nZwei.\n\nDrei."
    pieces = quoted(text, [Evidence(start=3, end=9, id=1)], Layout(text, [0, text.index("Drei")]))
    assert "".join(piece.text for piece in pieces) == text
    told = [(piece.text.strip(), piece.page, piece.paragraph) for piece in pieces]
    assert told == [("Ein", 1, 1), ("s.", None, None), ("Zw", None, 2), ("ei.", None, None), ("Drei.", 2, 3)]
    assert [piece.paragraph for piece in quoted("Ein Satz.", [], Layout("Ein Satz."))] == [1]


def test_places_of_a_quote_are_shown_with_what_stands_around() -> None:
    found = occurrences("Ja, zwölf. Nein, zwölf!", "zwölf", (4, 17), width=5)
    assert [(place.before, place.words, place.after) for place in found] == [
        ("Ja, ", "zwölf", ". Nei"),
        ("ein, ", "zwölf", "!"),
    ]


def test_pasted_words_are_looked_for_near_the_claim_first() -> None:
    assert find_span(TEXT, "kam", None, (30, 40)) == (35, 38)
    assert find_span(TEXT, "Sechs kam", None, (0, 10)) == (TEXT.index("Sechs"), len(TEXT) - 1)
    with pytest.raises(InvalidInput, match="6 times"):
        find_span(TEXT, "kam", None, (0, 3))
