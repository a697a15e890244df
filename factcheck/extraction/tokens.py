"""Words and signs of a sentence with a rough word class each: `tag_tokens(text, start, end, language)`.

Word classes are single letters, see `factcheck.extraction.tags`: what clause boundaries need, no more. A
class is decided by the form, the lists of function words and the neighbours.
"""

import re
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction import english, german
from factcheck.extraction.memo import Memo


class Token(NamedTuple):
    """A word or sign: its place in the text, its form, its form in lower case, its class."""

    start: int
    end: int
    text: str
    low: str
    tag: str


def _compile(owned: str) -> re.Pattern[str]:
    """`owned`: what the word behind a genitive without s begins with, "the farmers' union"."""
    return re.compile(
        r"[+-]?\d+(?:[.,:/]\d+)*(?:[-–]?[^\W\d_][\w\u0300-\u036f]*(?:-[\w\u0300-\u036f]+)*)?"
        r"|[^\W_][\w\u0300-\u036f]*(?:[-‐&./+'’@][\w\u0300-\u036f]+)*"
        rf"(?:-(?=[\s,])|(?<=s)['’](?=\s+{owned}))?"
        r"|\.{2,}|[^\w\s]|_+"
    )


_TOKEN = _compile("[a-z]")
_TOKEN_OF_NAMES = _compile(r"[^\W\d_]")
_OPENING = re.compile(r"(?<![\w.,!?])['‘’](?=\w)")


_new = tuple.__new__
_LOW: Memo[str] = Memo(str.lower)


def _tokens_of(text: str, start: int, end: int) -> re.Pattern[str]:
    """The sign in "the Farmers' Union" ends a quotation where one has begun."""
    named = text.find("s' ", start, end) >= 0 or text.find("s’ ", start, end) >= 0
    return _TOKEN_OF_NAMES if named and _OPENING.search(text, start, end) is None else _TOKEN


def tag_tokens(text: str, start: int, end: int, language: Language) -> list[Token]:
    """The tokens of `text[start:end]` with offsets in `text`."""
    forms = _tokens_of(text, start, end).findall(text, start, end)
    tags = german.tag(forms) if language == "de" else english.tag(forms)
    tokens, find = [], text.find
    for form, tag in zip(forms, tags, strict=True):
        # nothing but white space lies between two of them; Token(…) costs a call of its own for every word
        start = find(form, start)
        end = start + len(form)
        tokens.append(_new(Token, (start, end, form, _LOW[form], tag)))
        start = end
    return tokens
