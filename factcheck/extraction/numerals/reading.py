"""Read the number that begins at a token, in digits or words, with the scale behind it."""

import re

from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals.digits import read_digits
from factcheck.extraction.numerals.english import begins_english, read_english, scale_english
from factcheck.extraction.numerals.english_words import SCALES, SHORT_SCALES
from factcheck.extraction.numerals.german import begins_german, read_german, scale_german
from factcheck.extraction.numerals.numeral import Numeral, multiply
from factcheck.extraction.numerals.tokens import Kind, Token, glued, low

_VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8, "⅜": 3 / 8}
_MOST_GROUPS = 6
_NARROW_SPACES = "\u00a0\u2009\u202f"
_MEASURING = words("ran run runs swam jumped threw depth height length deep wall tall within ( measuring")
_DISTANCES = frozenset((50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000))
_MEASURED = words(
    """
    tall long wide deep high away below above hurdles race freestyle sprint relay x by from final apart
    squared thick ahead
    """
)


def begins_numeral(token: Token, language: Language) -> bool:
    """Whether a number can begin here; cheap, for a first pass over all tokens."""
    if token.kind is Kind.DIGITS:
        return True
    if token.kind is Kind.WORD:
        return word_begins_numeral(token.low, language)
    return token.low in _VULGAR


def word_begins_numeral(word: str, language: Language) -> bool:
    """The same for a lower-case word."""
    return begins_german(word) if language == "de" else begins_english(word)


def read_numeral(
    tokens: list[Token], at: int, language: Language, text: str = "", money: bool = False
) -> Numeral | None:
    """The number at a token, None where there is none.

    `text` is needed for thousands set apart by spaces, `money` says that a currency stands before,
    which makes a short m, k or b a scale.
    """
    token = tokens[at]
    if token.kind is not Kind.DIGITS and token.low not in _VULGAR:
        return read_german(tokens, at) if language == "de" else read_english(tokens, at)
    numeral = _read_digits(tokens, at, language, text)
    if numeral is None:
        return None
    if language == "de":
        return scale_german(tokens, numeral)
    return _scale_short(tokens, scale_english(tokens, numeral), money)


def _read_digits(tokens: list[Token], at: int, language: Language, text: str) -> Numeral | None:
    digits = tokens[at].low
    if digits in _VULGAR:
        return Numeral(_VULGAR[digits], at, at + 1, share=True)
    value = read_digits(digits, language)
    if value is None:
        return None
    following = low(tokens, at + 1)
    if following in _VULGAR:
        return Numeral(value + _VULGAR[following], at, at + 2)
    if digits.isdecimal() and (fraction := _read_slash_behind(tokens, at + 1)) is not None:
        return Numeral(value + fraction.value, at, fraction.stop)
    if following == "/" and glued(tokens, at + 1) and glued(tokens, at + 2):
        return _read_slash(tokens, at, value)
    stop = _spaced_thousands(tokens, at, text)
    if stop > at + 1:
        return Numeral(float("".join(tokens[k].low for k in range(at, stop)).replace(",", ".")), at, stop)
    return Numeral(value, at, at + 1, plain=digits.isdecimal())


def _read_slash_behind(tokens: list[Token], at: int) -> Numeral | None:
    """The fraction of 2 1/2."""
    digits = low(tokens, at)
    if (
        not digits.isdecimal()
        or low(tokens, at + 1) != "/"
        or not glued(tokens, at + 1)
        or not glued(tokens, at + 2)
    ):
        return None
    return _read_slash(tokens, at, float(digits))


def _read_slash(tokens: list[Token], at: int, value: float) -> Numeral | None:
    """3/4 is a fraction; 2023/24, 24/7 and the like are no numbers."""
    below = low(tokens, at + 2)
    if below.isdecimal() and 0 < value < float(below) <= 10 and not glued(tokens, at + 3):
        return Numeral(value / float(below), at, at + 3, share=True)
    return None


_FIRST_GROUP = re.compile(r"[1-9][0-9]{0,2}")
_NEXT_GROUP = re.compile(r"[0-9]{3}(?:,[0-9]+)?")


def _spaced_thousands(tokens: list[Token], at: int, text: str) -> int:
    """The index behind 200 000 (any narrow space; a plain one only before 000)."""
    stop = at + 1
    if not text or not _FIRST_GROUP.fullmatch(tokens[at].low):
        return stop
    while stop < min(len(tokens), at + _MOST_GROUPS) and _NEXT_GROUP.fullmatch(tokens[stop].low):
        between = text[tokens[stop - 1].end : tokens[stop].start]
        if len(between) != 1 or not (between in _NARROW_SPACES or tokens[stop].low == "000"):
            break
        stop += 1
    return stop


def _scale_short(tokens: list[Token], numeral: Numeral, money: bool) -> Numeral:
    """3.5m, 250k: million and thousand where glued to the digits and no metre is meant."""
    at = numeral.stop
    word = low(tokens, at)
    if word not in SHORT_SCALES or numeral.scale != 1 or not glued(tokens, at):
        return numeral
    metres = word == "m" and _is_metres(tokens, numeral)
    if not money and (word == "b" or metres):
        return numeral
    factor = SCALES[word]
    return numeral._replace(value=multiply(numeral.value, factor), stop=at + 1, scale=factor, plain=False)


def _is_metres(tokens: list[Token], numeral: Numeral) -> bool:
    """Whether m behind digits is a length: by the words around it, or because people run that far."""
    after = low(tokens, numeral.stop + 1)
    if after in _MEASURED or low(tokens, numeral.start - 1) in _MEASURING:
        return True
    return numeral.value in _DISTANCES and not after.endswith("s")
