"""Read a number that begins with a German word."""

from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals.german_words import (
    FRACTIONS,
    HALVES,
    ONES,
    SCALE_NOUNS,
    SCALES,
    read_word,
)
from factcheck.extraction.numerals.numeral import Numeral, multiply
from factcheck.extraction.numerals.tokens import Token, glued, low

_VAGUE = words(
    """
    paar mehrere mehreren einige einigen viele vielen zig mehrerer
    """
)
_MOSTLY = words(
    """
    gutes gute guten knappes knappe knappen rundes volles ganzes
    """
)
_MEASURES = words(
    "stunde minute sekunde tag woche monat jahr jahrzehnt kilometer meter prozent liter kilo hektar"
)
_CURRENCIES = words("euro € eur dollar us $ franken chf")
_MILLION = 1e6
_MEASURING = words(
    "um als mindestens höchstens wenigstens rund etwa fast knapp gut beinahe nahezu ungefähr maximal davon "
    "denen deren wovon nur lediglich sogar"
)
"""Before these "ein Viertel" is a fourth; elsewhere it may be part of a town."""

_PARTITIVE = frozenset(
    ("der", "des", "aller", "von", "seiner", "ihrer", "davon", "dieser", ".", ",", "", "unter")
)


def begins_german(word: str) -> bool:
    """Whether a lower-case word can begin a German number."""
    return word in ONES or word in ("hälfte", "dreiviertel") or read_word(word) is not None


def read_german(tokens: list[Token], at: int) -> Numeral | None:
    """The number in words at a token, None where there is none or it is vague (ein paar tausend)."""
    word = tokens[at].low
    if low(tokens, at - 1) in _VAGUE:
        return None
    if word == "hälfte":
        return _read_half(tokens, at)
    if word in ONES:
        return _read_one(tokens, at)
    if word == "dreiviertel":
        partitive = low(tokens, at + 1) in _PARTITIVE
        return Numeral(FRACTIONS[word], at, at + 1, spelled=True, share=True) if partitive else None
    value = read_word(word)
    if value is None:
        return None
    fraction = _read_fraction(tokens, at, value)
    if fraction is not None:
        return fraction
    decimal = _read_decimal(tokens, at, value)
    return scale_german(tokens, decimal or Numeral(value, at, at + 1, spelled=True))


def scale_german(tokens: list[Token], numeral: Numeral) -> Numeral:
    """The numeral multiplied by the Million, Mrd. or Dutzend that follows."""
    at = numeral.stop
    if low(tokens, at) in ("-", "‑") and glued(tokens, at) and low(tokens, at + 1) in SCALE_NOUNS:
        at += 1
    factor = SCALES.get(low(tokens, at)) or _business_scale(tokens, at)
    if factor is None:
        return numeral
    stop = at + (low(tokens, at) != "teur")
    # the full stop of Mio. is its own unless it ends the text
    if low(tokens, stop) == "." and glued(tokens, stop) and stop + 1 < len(tokens):
        stop += len(low(tokens, at)) <= 4
    again = SCALES.get(low(tokens, stop), 0)
    if again > 1e5 and factor <= 1e3:
        factor, stop = factor * again, stop + 1
    value = multiply(numeral.value, factor)
    rest = read_word(low(tokens, stop)) if numeral.spelled and factor >= _MILLION else None
    if rest is not None and rest >= 100:
        value, stop = value + rest, stop + 1
    return numeral._replace(value=value, stop=stop, scale=factor, article=False, plain=False)


def _business_scale(tokens: list[Token], at: int) -> float | None:
    """1,2 Bio. Euro and 500 T€: scales only where money follows."""
    if at >= len(tokens) or not tokens[at].capital:
        return None
    if tokens[at].low == "t" and low(tokens, at + 1) in ("€", "eur"):
        return 1e3
    if tokens[at].low == "bio" and low(tokens, at + 1) == "." and low(tokens, at + 2) in _CURRENCIES:
        return 1e12
    return None


def _read_decimal(tokens: list[Token], at: int, value: float) -> Numeral | None:
    """drei Komma fünf."""
    if low(tokens, at + 1) != "komma":
        return None
    places, stop = "", at + 2
    while (
        stop < len(tokens)
        and (digit := read_word("ein" if low(tokens, stop) == "eins" else low(tokens, stop))) is not None
    ):
        places += f"{digit:.0f}"
        stop += 1
    return Numeral(float(f"{value:.0f}.{places}"), at, stop, spelled=True) if places else None


def _read_fraction(tokens: list[Token], at: int, count: float) -> Numeral | None:
    """zwei Drittel, drei viertel, zu drei Vierteln."""
    part = FRACTIONS.get(low(tokens, at + 1).removesuffix("n"))
    if part is None or count * part >= 2:
        return None
    return Numeral(count * part, at, at + 2, spelled=True, share=True)


def _read_half(tokens: list[Token], at: int) -> Numeral | None:
    before = low(tokens, at - 1)
    if before not in ("die", "zur") and low(tokens, at + 1) not in (
        "der",
        "des",
        "aller",
        "von",
        "seiner",
        "ihrer",
    ):
        return None
    if before in ("der", "ersten", "zweiten", "erste", "zweite", "andere", "anderen"):
        return None
    return Numeral(0.5, at - (before in ("die", "zur")), at + 1, spelled=True, share=True)


def _read_one(tokens: list[Token], at: int) -> Numeral | None:
    """ein Drittel, eine halbe Million, ein Dutzend, eine gute Stunde; else 1, perhaps a mere article."""
    after = at + 1 + (low(tokens, at + 1) in _MOSTLY)
    following = low(tokens, after)
    if following in FRACTIONS and following != "hälfte":
        parts = low(tokens, after + 1) in _PARTITIVE or low(tokens, at - 1) in _MEASURING or after > at + 1
        if following != "viertel" or parts:
            return Numeral(FRACTIONS[following], at, after + 1, spelled=True, share=True)
        return None
    if following in HALVES:
        half = Numeral(0.5, at, after + 1, spelled=True)
        return scale_german(tokens, half)
    if following in SCALE_NOUNS or (following in SCALES and tokens[after].capital):
        return scale_german(tokens, Numeral(1.0, at, after, spelled=True))
    if after > at + 1 and following in _MEASURES:
        return Numeral(1.0, at, after, spelled=True)
    if low(tokens, at + 1).startswith("einzig") or low(tokens, at - 1) in ("genau", "exakt"):
        return Numeral(1.0, at, at + 1, spelled=True)
    decimal = _read_decimal(tokens, at, 1.0)
    return scale_german(tokens, decimal) if decimal else Numeral(1.0, at, at + 1, spelled=True, article=True)
