from hypothesis import given
from hypothesis import strategies as st

from api.pages.manuscript import Mark, Paragraph, set_out
from api.pages.presentation import exact
from claims.selector import Place

TEXT = "Der Verein zählt zwölf Mitglieder. Er wurde 2011 gegründet.\n\nDer Rest ist Schweigen."
_LETTERS = st.text(st.sampled_from("ab.  \n\r\u2028🚀é\u0301"), max_size=60)


@st.composite
def _marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark], list[Place]]:
    text = draw(_LETTERS)
    ends = st.tuples(st.integers(0, 60), st.integers(1, 61))
    spans = [(low, high) for low, high in draw(st.lists(ends, max_size=8)) if low < high]
    marks = [Mark(low, high, draw(st.integers(1, 4))) for low, high in spans]
    cuts = sorted(draw(st.sets(st.integers(0, 60), max_size=6)))
    sentences = [Place(start=low, end=high) for low, high in zip(cuts[::2], cuts[1::2], strict=False)]
    return text, marks, sentences


def _words(paragraphs: list[Paragraph], claim_id: int) -> str:
    return "".join(
        segment.text
        for paragraph in paragraphs
        for segment in paragraph.segments
        if claim_id in [line.claim_id for line in segment.lines]
    )


@given(_marked_texts())
def test_segments_and_gaps_together_are_the_text(made: tuple[str, list[Mark], list[Place]]) -> None:
    text, marks, sentences = made
    paragraphs = set_out(text, marks, sentences)
    shown = "".join("".join(part.text for part in each.segments) + each.gap for each in paragraphs)
    assert shown == text
    assert all(each.gap == "" or each.gap.isspace() for each in paragraphs)


@given(_marked_texts())
def test_each_segment_stands_where_it_says_and_has_just_the_marks_that_cover_it(
    made: tuple[str, list[Mark], list[Place]],
) -> None:
    text, marks, sentences = made
    for paragraph in set_out(text, marks, sentences):
        for segment in paragraph.segments:
            end = segment.start + len(segment.text)
            assert segment.text == text[segment.start : end] != ""
            covering = {mark for mark in marks if mark.start < end and mark.end > segment.start}
            assert sorted(line.claim_id for line in segment.lines) == sorted(m.claim_id for m in covering)
            assert all(mark.start <= segment.start and mark.end >= end for mark in covering)
            around = [at for at, a in enumerate(sentences) if a.start <= segment.start and end <= a.end]
            assert [segment.sentence] == (around or [None])
            assert segment.closes == any(a.end == end for a in sentences if a.start <= segment.start)


@given(_marked_texts())
def test_overlapping_marks_never_share_a_level(made: tuple[str, list[Mark], list[Place]]) -> None:
    for paragraph in set_out(*made):
        for segment in paragraph.segments:
            levels = [line.level for line in segment.lines]
            assert len(set(levels)) == len(levels)


@given(_marked_texts())
def test_every_claim_inside_the_text_has_one_note(made: tuple[str, list[Mark], list[Place]]) -> None:
    text, marks, sentences = made
    noted = [claim_id for each in set_out(text, marks, sentences) for claim_id in each.claim_ids]
    assert sorted(noted) == sorted({mark.claim_id for mark in marks if mark.start < len(text)})


def test_a_claim_within_a_claim_is_the_inner_link() -> None:
    [first, _] = set_out(TEXT, [Mark(0, 33, 1), Mark(17, 33, 2)])
    inner = next(segment for segment in first.segments if segment.text == "zwölf Mitglieder")
    assert [(line.claim_id, line.level, line.first) for line in inner.lines] == [(1, 0, False), (2, 1, True)]


def test_claims_that_overlap_keep_all_their_words() -> None:
    paragraphs = set_out(TEXT, [Mark(4, 22, 1), Mark(11, 33, 2)])
    assert _words(paragraphs, 1) == TEXT[4:22]
    assert _words(paragraphs, 2) == TEXT[11:33]


def test_each_place_of_a_claim_is_stepped_to_once() -> None:
    paragraphs = set_out(TEXT, [Mark(0, 33, 1), Mark(4, 10, 2), Mark(61, 84, 1)])
    steps = [
        line.claim_id for each in paragraphs for part in each.segments for line in part.lines if line.first
    ]
    assert steps == [1, 2, 1]


def test_lines_broken_by_a_typewriter_are_one_paragraph() -> None:
    wrapped = "Der Verein zählt zwölf\nMitglieder und baut\neine Halle.\n\nMehr steht im\nRegister."
    assert len(set_out(wrapped, [])) == 2


def test_a_paragraph_a_line_stays_a_paragraph_a_line() -> None:
    assert len(set_out("Der erste Absatz.\nDer zweite Absatz.\n\nDer dritte.\nDer vierte.", [])) == 4
    assert len(set_out("Eine Überschrift\nDer Absatz darunter.", [])) == 2


def test_a_carriage_return_reaches_the_browser_as_a_character() -> None:
    assert exact("a\r\n<b>") == "a&#13;\n&lt;b&gt;"
