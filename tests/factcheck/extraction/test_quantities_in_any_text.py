"""Numbers of any size and form are read back, and no text makes the reading stumble."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from claims.reason import Language
from factcheck.extraction.quantities import find_quantities
from tests.factcheck.extraction.counting import only

LANGUAGES: list[Language] = ["de", "en"]
ARTICLE_TEXT = st.text(
    st.sampled_from("0123456789.,:/-–%€$£ \n\u00a0äöüß🦊e\u0301abcmMUhrZwei zwei one half Mio"), max_size=80
)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.one_of(st.text(max_size=120), ARTICLE_TEXT))
def test_places_are_exact_ordered_and_apart_in_any_text(language: Language, text: str) -> None:
    end = 0
    for quantity in find_quantities(text, language):
        assert quantity.start >= end
        assert text[quantity.start : quantity.end] == quantity.exact
        end = quantity.end


@pytest.mark.parametrize("language", LANGUAGES)
@given(before=st.text(st.sampled_from("🦊🧮e\u0301 a\u0308\n"), max_size=12))
def test_places_count_code_points_behind_emoji_and_combining_marks(language: Language, before: str) -> None:
    text = f"{before} 12.345 kg" if language == "de" else f"{before} 12,345 kg"
    quantity = only(text, language)
    assert (quantity.exact, quantity.start, quantity.value) == (
        text[len(before) + 1 :],
        len(before) + 1,
        12345,
    )


@pytest.mark.parametrize("language", LANGUAGES)
@given(thousandths=st.integers(0, 10**12))
def test_a_number_printed_in_the_style_of_a_language_is_read_back(
    language: Language, thousandths: int
) -> None:
    number = thousandths / 100
    printed = format_decimal(number, format="#,##0.##", locale=language)
    assert only(f"{printed} kg", language).value == pytest.approx(number)


UNDER_THOUSAND = st.integers(2, 999)
_ONES = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
_TENS = ["", "zehn", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def spell(number: int) -> str:
    """The German word for 0 to 999, written independently of the grammar's tables; 0 is empty."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if rest <= 12:
        tail = _ONES[rest]
    elif rest < 20:
        tail = {16: "sechzehn", 17: "siebzehn"}.get(rest, f"{_ONES[ones]}zehn")
    else:
        tail = f"{_ONES[ones]}und{_TENS[tens]}" if ones else _TENS[tens]
    return (f"{_ONES[hundreds]}hundert" if hundreds else "") + tail


@given(thousands=st.integers(0, 999), rest=UNDER_THOUSAND)
def test_german_number_words_are_read_back(thousands: int, rest: int) -> None:
    word = (f"{spell(thousands)}tausend" if thousands else "") + spell(rest)
    assert only(f"Sie zählten {word} Vögel.", "de").value == thousands * 1000 + rest


SCALE_WORDS: list[tuple[Language, str, int]] = [
    ("de", "Tausend", 10**3),
    ("de", "Millionen", 10**6),
    ("de", "Mio.", 10**6),
    ("de", "Milliarden", 10**9),
    ("de", "Mrd.", 10**9),
    ("de", "Billionen", 10**12),
    ("en", "thousand", 10**3),
    ("en", "million", 10**6),
    ("en", "bn", 10**9),
    ("en", "billion", 10**9),
    ("en", "trillion", 10**12),
]


@given(st.integers(min_value=1, max_value=999_999_999), st.integers(0, 3), st.sampled_from(SCALE_WORDS))
def test_a_number_with_its_scale_is_exact(digits: int, places: int, scale: tuple[Language, str, int]) -> None:
    language, word, factor = scale
    number = Decimal(digits).scaleb(-places)
    written = format_decimal(number, format="#,##0.###", locale=language)
    text = (
        f"Der Hafen kostet {written} {word} Euro."
        if language == "de"
        else f"It costs {written} {word} euros."
    )
    assert only(text, language).value == float(number * factor)
