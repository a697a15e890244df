import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.selector import CONTEXT, Place, Selector, anchor, has_context, occurrences

# emoji with joiners, combining marks, right-to-left, line ends of every kind
ODD = st.sampled_from(["👩‍🔬", "e\u0301", "\r\n", "\u2028", "שלום", "ﬁ", "ß", " ", "a", "7", "\u00a0"])
TEXTS = st.one_of(st.text(min_size=1), st.lists(ODD, min_size=1).map("".join))


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(spans())
def test_a_selector_holds_the_words_of_its_place(span: tuple[str, int, int]) -> None:
    text, start, end = span
    made = anchor(text, start, end)
    assert text[made.start : made.end] == made.exact
    assert text[: made.start].endswith(made.prefix)
    assert text[made.end :].startswith(made.suffix)
    assert max(len(made.prefix), len(made.suffix)) <= CONTEXT


@given(spans())
def test_a_place_has_the_context_that_its_own_selector_gives(span: tuple[str, int, int]) -> None:
    text, start, end = span
    assert has_context(text, Place(start=start, end=end), anchor(text, start, end))


def test_context_tells_two_occurrences_apart() -> None:
    text = "Im Mai waren es zwölf. Im Juni waren es zwölf, sagte sie."
    first, second = (Place(start=at, end=at + 5) for at in occurrences(text, "zwölf"))
    assert not has_context(text, first, anchor(text, second.start, second.end))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 9)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not inside"):
        anchor("acht Hunde"[:5], start, end)


def test_words_must_be_as_long_as_their_place() -> None:
    with pytest.raises(ValueError, match="as long as"):
        Selector(start=0, end=3, exact="vier")


def test_occurrences_may_overlap() -> None:
    assert occurrences("anana", "ana") == [0, 2]


@pytest.mark.parametrize(
    ("other", "share"), [((0, 10), 1), ((5, 15), 1 / 3), ((0, 5), 0.5), ((10, 20), 0), ((12, 20), 0)]
)
def test_overlap_is_what_two_places_share_of_what_they_cover(other: tuple[int, int], share: float) -> None:
    place, second = Place(start=0, end=10), Place(start=other[0], end=other[1])
    assert place.overlap(second) == second.overlap(place) == pytest.approx(share)


def test_a_place_is_shifted_with_all_that_it_carries() -> None:
    words = anchor("acht Hunde", 5, 10)
    assert words.shifted(3) == words.model_copy(update={"start": 8, "end": 13})
