"""Words between quotation marks, inside a sentence and over several: `find_quotations(sentences, language)`.

„German“, »both« «ways», “English” and "straight" marks. A mark that could be either closes what is
open and opens where nothing is; spaces beside it decide first where they are on one side only.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.tokens import Token

_REACH = 12
"""Sentences over which a quotation may run; beyond, a closing mark was forgotten."""

_ALWAYS_OPENS = "„"
_EITHER = '"“”»«'


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens [first, last) between two marks; `opened`, `closed`: whether the mark is in this sentence."""

    first: int
    last: int
    opened: bool
    closed: bool


def find_quotations(sentences: Sequence[list[Token]], language: Language) -> list[list[Quotation]]:
    """For each sentence the parts of quotations in it, in order."""
    found: list[list[Quotation]] = []
    inside, age = False, 0
    for tokens in sentences:
        parts, inside_after = _of_sentence(tokens, inside, language)
        age = age + 1 if inside and inside_after and len(parts) == 1 else 0
        if age >= _REACH:
            parts, inside_after = _of_sentence(tokens, False, language)
            age = 0
        found.append(parts)
        inside = inside_after
    return found


def _of_sentence(tokens: list[Token], inside: bool, language: Language) -> tuple[list[Quotation], bool]:
    parts: list[Quotation] = []
    start, opened = 0, False
    for at, token in enumerate(tokens):
        if token.tag != tags.QUOTE or token.text not in _ALWAYS_OPENS + _EITHER:
            continue
        if _opens(tokens, at, inside, language):
            if inside and at > start:
                parts.append(Quotation(start, at, opened, closed=True))
            inside, start, opened = True, at + 1, True
        elif inside:
            if at > start:
                parts.append(Quotation(start, at, opened, closed=True))
            inside = False
        elif at > 0 and not parts:
            # a closing mark alone: the sentence was quoted from its beginning
            parts.append(Quotation(0, at, opened=False, closed=True))
    if inside and len(tokens) > start:
        parts.append(Quotation(start, len(tokens), opened, closed=False))
    return parts, inside


def _opens(tokens: list[Token], at: int, inside: bool, language: Language) -> bool:
    mark = tokens[at].text
    if mark in _ALWAYS_OPENS:
        return True
    before = at > 0 and tokens[at - 1].end == tokens[at].start
    after = at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end
    if mark == "“" and language == "de" and not after:
        return False
    if mark == "”":
        return False
    if before != after and mark in '"“':
        return after and (not inside or not before)
    return not inside and at + 1 < len(tokens)
