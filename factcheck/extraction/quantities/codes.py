"""Digits that are a key, not a number: telephone numbers, ISBNs, versions, paragraphs in brackets."""

import re

from factcheck.extraction.numerals import Kind, Numeral, Token, glued, low
from factcheck.extraction.quantities.exclusion_words import SPORT

_ROW = 6

_LEADING_ZERO = re.compile(r"0\d+")


def is_code(tokens: list[Token], numeral: Numeral) -> bool:
    """Leading zeros, 24/7, 9/11, the first part of a telephone number."""
    if _LEADING_ZERO.fullmatch(tokens[numeral.start].low):
        return True
    at = numeral.stop
    if _is_goal_count(tokens, numeral) or _is_hyphened(tokens, numeral) or _is_bracketed(tokens, numeral):
        return True
    if low(tokens, at) == "/" and glued(tokens, at) and glued(tokens, at + 1):
        return tokens[at + 1].kind is Kind.DIGITS
    return _is_in_row(tokens, numeral)


def _is_hyphened(tokens: list[Token], numeral: Numeral) -> bool:
    """978-3-16-148410-0, and 555-1234 as a telephone number has it: three digits, then four."""
    at, groups = numeral.stop, [numeral.start]
    while (
        low(tokens, at) in ("-", "‑")
        and glued(tokens, at)
        and glued(tokens, at + 1)
        and _are_digits(tokens, at + 1)
    ):
        groups.append(at + 1)
        at += 2
    lengths = [len(tokens[index].low) for index in groups]
    return len(groups) > 2 or lengths == [3, 4]


def _are_digits(tokens: list[Token], at: int) -> bool:
    return low(tokens, at).isdecimal()


def _is_bracketed(tokens: list[Token], numeral: Numeral) -> bool:
    """The second number of Article 5(1)."""
    at = numeral.start
    return (
        low(tokens, at - 1) == "("
        and glued(tokens, at)
        and glued(tokens, at - 1)
        and _are_digits(tokens, at - 2)
    )


def _is_goal_count(tokens: list[Token], numeral: Numeral) -> bool:
    """Both numbers of 2 zu 1 in the company of winning and losing."""
    at = numeral.start
    other = at + 2 if low(tokens, at + 1) == "zu" else at - 2 if low(tokens, at - 1) == "zu" else -1
    if not 0 <= other < len(tokens) or not (numeral.plain and tokens[other].low.isdecimal()):
        return False
    if low(tokens, max(at, other) + 1) in ("prozent", "%", "stimmen"):
        return False
    return any(low(tokens, index) in SPORT for index in range(at - 6, at + 6))


def _is_in_row(tokens: list[Token], numeral: Numeral) -> bool:
    """0800 123 456: three groups of digits, or two that begin with a zero, with no word between."""
    first, last = numeral.start, numeral.stop
    while first > max(0, numeral.start - _ROW) and tokens[first - 1].kind is Kind.DIGITS:
        first -= 1
    while last < min(len(tokens), numeral.stop + _ROW) and tokens[last].kind is Kind.DIGITS:
        last += 1
    if last - first == numeral.stop - numeral.start:
        return False
    return last - first > 2 or tokens[first].low[0] == "0"
