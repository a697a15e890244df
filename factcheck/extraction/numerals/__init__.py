"""Words, digits and what they are worth: the ground that quantities and times share.

`tokenize(text) -> list[Token]` cuts a text once; `read_numeral(tokens, at, language) -> Numeral | None`
reads the number that begins at a token, in digits or in words.
"""

from factcheck.extraction.numerals.numeral import Numeral, multiply
from factcheck.extraction.numerals.reading import begins_numeral, read_numeral, word_begins_numeral
from factcheck.extraction.numerals.tokens import Kind, Token, glued, low, tokenize

__all__ = [
    "Kind",
    "Numeral",
    "Token",
    "begins_numeral",
    "glued",
    "low",
    "multiply",
    "read_numeral",
    "tokenize",
    "word_begins_numeral",
]
