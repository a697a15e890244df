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


@given(millions=st.integers(2, 999), below=st.integers(0, 999_999))
def test_german_millions_in_words_are_read_back(millions: int, below: int) -> None:
    thousands, rest = divmod(below, 1000)
    small = (f"{spell(thousands)}tausend" if thousands else "") + (spell(rest) if rest else "")
    words = f"{spell(millions)} Millionen {small}" if below >= 100 else f"{spell(millions)} Millionen"
    expected = millions * 1_000_000 + (below if below >= 100 else 0)
    assert only(f"Sie zählten {words} Vögel.", "de").value == expected


_ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ENGLISH_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def english(number: int, joined: str) -> str:
    """The English words for 1 to 999,999,999; `joined` stands between hundreds and tens."""
    for scale, name in ((1_000_000, "million"), (1000, "thousand")):
        if number >= scale:
            head, rest = divmod(number, scale)
            tail = f" {joined if rest < 100 else ''}{english(rest, joined)}" if rest else ""
            return f"{english(head, joined)} {name}{tail}"
    hundreds, rest = divmod(number, 100)
    if hundreds:
        return f"{_ENGLISH[hundreds]} hundred" + (f" {joined}{english(rest, joined)}" if rest else "")
    tens, ones = divmod(rest, 10)
    if rest < 20:
        return _ENGLISH[rest]
    return _ENGLISH_TENS[tens] + (f"-{_ENGLISH[ones]}" if ones else "")


@given(number=st.integers(2, 999_999_999), joined=st.sampled_from(["and ", ""]))
def test_english_number_words_are_read_back(number: int, joined: str) -> None:
    assert only(f"They counted {english(number, joined)} birds.", "en").value == number


SEPARATORS: dict[Language, str] = {"de": ".'’\u00a0\u2009\u202f", "en": ",'’\u00a0\u2009\u202f"}


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=st.integers(1000, 10**12), pick=st.integers(0, 5), places=st.integers(0, 999))
def test_thousands_are_set_apart_by_any_of_the_signs_in_use(
    language: Language, number: int, pick: int, places: int
) -> None:
    separator = SEPARATORS[language][pick]
    whole = f"{number:,}".replace(",", separator)
    point = "," if language == "de" else "."
    decimals = f"{point}{places}" if separator in ".," and places else ""
    expected = float(f"{number}.{places}") if decimals else number
    quantity = only(f"{whole}{decimals} kg", language)
    assert quantity.value == pytest.approx(expected)
    assert quantity.exact == f"{whole}{decimals} kg"


SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, " million": 10**6}


@given(
    tenths=st.integers(10, 9999),
    sign=st.sampled_from(["$", "£", "€", "US$", "A$"]),
    scale=st.sampled_from(sorted(SHORT_SCALES)),
)
def test_money_with_a_short_scale_is_exact(tenths: int, sign: str, scale: str) -> None:
    written = f"{sign}{tenths // 10}.{tenths % 10}{scale}"
    quantity = only(f"It costs {written} now.", "en")
    assert (quantity.value, quantity.exact) == (float(Decimal(tenths) / 10 * SHORT_SCALES[scale]), written)
