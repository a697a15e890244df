"""Cut a text into digits, words and single signs, each with its place in code points."""

import re
import unicodedata
from enum import IntEnum
from typing import NamedTuple

from factcheck.extraction.memo import Memo


class Kind(IntEnum):
    DIGITS = 1
    WORD = 2
    SIGN = 3
    NAME = 4
    """Letters with digits behind them, such as A380, G7, CO2: never a number."""


class Token(NamedTuple):
    """`low` is the word lower-cased and composed (NFC); `text[start:end]` are its words."""

    kind: Kind
    low: str
    start: int
    end: int
    capital: bool


_LETTER = "A-Za-zªµºÀ-ÖØ-öø-ʯ\u0300-\u036fͰ-῿"
_CODES = "EUR|USD|GBP|CHF|JPY|US|RM|Rs"
_DIGITS = rf"[0-9]+(?:[.,:][0-9]+|['’][0-9]{{3}}(?![0-9]))*|(?<![0-9{_LETTER}.])\.[0-9]+"
_WORD = rf"(?:{_CODES})(?=[0-9$])|[{_LETTER}]+(?:['’][{_LETTER}]+)*(?![0-9])"
_NAME = rf"[{_LETTER}]+[0-9][0-9{_LETTER}]*"
_PATTERN = re.compile(rf"{_WORD}|{_NAME}|{_DIGITS}|\S")
_BEGINS_WORD = re.compile(f"[{_LETTER}]")
_COUNTS = re.compile("[0-9]")
_new = tuple.__new__
_MARKS = re.compile("[\u0300-\u036f]")


def _kind_of(form: str) -> Kind:
    counts = _COUNTS.search(form)
    if _BEGINS_WORD.match(form):
        return Kind.NAME if counts else Kind.WORD
    return Kind.DIGITS if counts else Kind.SIGN


_LOOKS: Memo[tuple[Kind, str, bool]] = Memo(lambda form: (_kind_of(form), form.lower(), form[0].isupper()))
"""What the form alone says of a token: its kind, lower case, and whether a capital begins it."""


def tokenize(text: str) -> list[Token]:
    """All tokens in order; white space lies between them.

    Decomposed letters (a + combining diaeresis) are read like the composed ones, while the places
    stay those of the text as it is.
    """
    if _MARKS.search(text):
        return [_composed(token) for token in _cut(text)]
    return _cut(text)


def _cut(text: str) -> list[Token]:
    tokens, end, find = [], 0, text.find
    for form in _PATTERN.findall(text):
        kind, low, capital = _LOOKS[form]
        start = find(form, end)
        end = start + len(form)
        # Token(…) costs a call of its own, and this is the busiest line of the extraction
        tokens.append(_new(Token, (kind, low, start, end, capital)))
    return tokens


def _composed(token: Token) -> Token:
    return token._replace(low=unicodedata.normalize("NFC", token.low))


def low(tokens: list[Token], at: int) -> str:
    """The lower-cased word at an index, empty outside the text."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def glued(tokens: list[Token], at: int) -> bool:
    """Whether nothing stands between the token at an index and the one before it."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end
