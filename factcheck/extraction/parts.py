"""Asides that hold a value against another or count its parts: "davon zwei im Süden", "twice as many as
in 2021"."""

import re
from itertools import pairwise
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import word_begins_numeral
from factcheck.extraction.numerals.german_words import FRACTIONS, ONES
from factcheck.extraction.openings import finite_at
from factcheck.extraction.segments import Segment
from factcheck.extraction.tokens import Token

_PARTS = words("davon hiervon")
_OF_THEM = words("them which whom these those it")
_SHARES = words("percent half third thirds quarter quarters fifth fifths tenth tenths majority")
_SOME = words("meisten einige viele wenige mehrere etliche keiner keine keines")
_CONTRASTING = words("dagegen hingegen wiederum indes indessen jedoch dafür")
_PARTING = frozenset(ONES) | words("gutes knappes guten knappen")
_HEAD = 5
"""Tokens within which "davon" stands behind how many: "mehr als die Hälfte davon"."""

_NEAR = 10
"""Tokens within which a figure and its share stand."""

_QUANTIFIERS = words("most many some half all several both none few much")
_EQUAL: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"(?:(?:fast|knapp|rund|etwa|mehr als|nur|gut|ungefähr) )?"
        r"(?:(?:doppelt|halb|dreimal|viermal|genau|zehnmal) )?"
        r"(?:(?<=doppelt )so \w+\b.* wie\b|so (?:viele?|groß|hoch|oft|lange?|schnell|teuer|wenige?)\b.* wie\b"
        r"|(?:\S+ ){0,4}(?<!\bmit )(?<!\bvon )(?<!\bauf )(?<!\bum )"
        r"(?:mehr|weniger|höher|niedriger|länger|größer|kleiner) als\b)"
    ),
    "en": re.compile(
        r"(?:(?:almost|nearly|about|more than|just|roughly) )?"
        r"(?:(?:twice|half|double|three times|four times) )?"
        r"(?:as (?:many|much|high|long|big|large|fast|old)\b.* as\b"
        r"|(?:\S+ ){0,4}(?<!\bwith )(?<!\bof )(?<!\bto )(?<!\bby )"
        r"(?:more|less|fewer|higher|lower|longer|larger|smaller) than\b)"
    ),
}
""" "(sie gab 40 Euro aus,) doppelt so viel wie 2021": what a value is held against. "(Kolibri,) ein Rechner
mit mehr als 200 Kernen" only has a bound."""

_NEARLY = words("nearly almost about roughly around only just still more than some over and or by far at")
_MEASURES = words("size height length weight width area equivalent population")
_NOT_RANKS = words("west latest nearest interest forest request test guest rest")
_MORE = words("more less worse")
_SHORTEST_RANK = 3


class Aside(NamedTuple):
    """Tokens [first, last) state a fact; `since` is where it begins to be apart from its clause: a clause
    that ends with it ends there, one that it leads begins at `resumes`; `verb` are the words with the
    verb that it shares."""

    first: int
    last: int
    since: int
    role: bool
    resumes: int | None = None
    verb: tuple[int, int] | None = None


def _are_of_them(tokens: list[Token], at: int) -> bool:
    """ "elf von ihnen schwer"."""
    return tokens[at].low == "von" and at + 1 < len(tokens) and tokens[at + 1].low == "ihnen"


def has_figure(piece: list[Token]) -> bool:
    """Whether a number or a German fraction ("ein Drittel", not "das Viertel") is among the tokens."""
    if any(token.tag == tags.NUMBER or token.low == "hälfte" for token in piece):
        return True
    return any(two.low in FRACTIONS and one.low in _PARTING for one, two in pairwise(piece))


def counts_parts(tokens: list[Token], first: int, last: int) -> bool:
    """ "davon 20 am Stammsitz", "davon ein Drittel Frauen", "die meisten davon per Schiff", "three of them
    seriously"."""
    if tokens[first].low in _PARTS:
        following = {token.low for token in tokens[first + 1 : min(first + 2, last)]}
        return bool(following & ONES) or has_figure(tokens[first:last])
    near = range(first, min(first + _HEAD, last))
    of = next((at for at in near if tokens[at].low in _PARTS or _are_of_them(tokens, at)), None)
    if of is not None:
        counted = any(token.low in _SOME for token in tokens[first:of]) or has_figure(tokens[first:of])
        return counted and finite_at(tokens, first, last) is None
    parted = last - first > 3 and tokens[first + 1].low == "of" and tokens[first + 2].low in _OF_THEM
    counted = tokens[first].tag == tags.NUMBER or word_begins_numeral(tokens[first].low, "en")
    return parted and (counted or tokens[first].low in _QUANTIFIERS)


def contrasts(tokens: list[Token], segment: Segment) -> bool:
    """German "(Die Bahn sprach von Pech,) die Polizei dagegen von Vorsatz": another subject, its verb."""
    piece = tokens[segment.first : segment.last]
    lows = {token.low for token in piece[1:-1]}
    begins = segment.sign == tags.COMMA and piece[0].tag in (tags.DETERMINER, tags.NOUN)
    return begins and not lows.isdisjoint(_CONTRASTING)


def gives_values(tokens: list[Token], segment: Segment) -> bool:
    """German "(Die Zahl ist gestiegen:) von 12 auf 19": nothing but values behind their prepositions."""
    piece = [token for token in tokens[segment.first : segment.last] if token.tag != tags.STOP]
    led = len(piece) > 1 and piece[0].low in ("von", "um", "auf") and segment.sign == tags.COLON
    nouns = sum(token.tag == tags.NOUN for token in piece)
    return led and nouns <= sum(token.tag == tags.NUMBER for token in piece)


def measures_part(tokens: list[Token], first: int, last: int) -> bool:
    """English: "(1,100 jobs,) about 8% of its workforce", "(£740,000,) a little over a tenth of the package":
    a share of a whole put beside a figure."""
    figures = [at for at in range(max(0, first - _NEAR), first - 1) if tokens[at].tag == tags.NUMBER]
    of = next((at for at in range(first + 1, min(last - 1, first + _NEAR)) if tokens[at].low == "of"), None)
    if not figures or of is None or any(token.tag in tags.VERBAL for token in tokens[first:last]):
        return False
    share = tokens[of - 1]
    return share.text == "%" or share.low in _SHARES or (share.low == "cent" and tokens[of - 2].low == "per")


def compares_value(tokens: list[Token], segment: Segment, last: int, language: Language) -> bool:
    if finite_at(tokens, segment.first, segment.last) is not None:
        return False
    text = " ".join(token.low for token in tokens[segment.first : last])
    return _EQUAL[language].match(text) is not None


def ranks(tokens: list[Token], segment: Segment, last: int, before: Segment) -> bool:
    """English "(lost £48m,) the biggest loss in its history", "nearly 11 times local earnings", "the size of
    Italy", "a larger share than in May", behind a clause that has its verb: a rank or a measure held against
    another."""
    first = segment.first
    while first < last - 2 and tokens[first].low in _NEARLY:
        first += 1
    if last - first < _SHORTEST_RANK:
        return False
    one, two = tokens[first], tokens[first + 1]
    stated = any(token.tag in tags.VERBAL for token in tokens[before.first : before.last])
    if not stated or finite_at(tokens, first, last) is not None:
        return False
    if one.low == "the" and any(token.low in _MEASURES for token in tokens[first + 1 : first + 3]):
        return tokens[first + 2].low == "of"
    if two.low == "times" or one.low in ("twice", "double", "half", "triple"):
        return one.tag == tags.NUMBER or word_begins_numeral(one.low, "en")
    if one.low in ("a", "an") and (two.low.endswith("er") or two.low in _MORE):
        return any(token.low == "than" for token in tokens[first + 2 : last])
    superlative = (two.low.endswith("est") and two.low not in _NOT_RANKS) or two.low in ("most", "first")
    return one.low in ("the", "its", "their", "his", "her") and superlative
