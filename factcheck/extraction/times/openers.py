"""The words around an expression of time that belong to it: seit Ende, early, bis zum, onwards."""

from typing import NamedTuple

from claims.time import Part
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Kind, Token, glued, low
from factcheck.extraction.times.families import Grammar

_ARTICLES = words("der die das des dem den the this dieses diesem")
_PREPOSITIONS = words("im in am an vom zum zu zur um gegen beim auf für on at during of for over within")
_LEADING = _ARTICLES | _PREPOSITIONS
_NOUNS = words("anfang mitte ende beginn")
_BEHIND_NOUN = words("des der jahr")
_ENGLISH_NOUNS = words("end beginning start middle")
"""Verbs as well: the work will end this year."""
_BEHIND_ADJECTIVE = words("in jahr year the -")
_BEHIND_DAYTIME = words("des vom zum auf")
_ONWARDS = ("an", "onwards", "onward")
_FROM = ("von", "vom", "from")
_UNTIL = words("bis to until till through - – —")

_SINCE = words("since seit")
_HAPPENED = words("of von vom")
_LONGEST_EVENT = 6
"""Words from "since" to the preposition before the time."""


class Opening(NamedTuple):
    """Where an expression begins with the words before it, and what they say of it."""

    first: int
    bound: str = ""
    within: Part | None = None
    about: bool = False


def open_to_the_left(tokens: list[Token], core: int, floor: int, grammar: Grammar) -> Opening:
    """Walk from the core back over all words that belong to it, to the one that bounds it at most."""
    opening = Opening(core)
    while (step := _step(tokens, opening, core, floor, grammar)) is not None:
        opening = step
    return _since_what(tokens, opening, floor) if opening.bound in ("", "from") else opening


def _since_what(tokens: list[Token], opening: Opening, floor: int) -> Opening:
    """since the earthquake of 1988, seit der Flut von 2002: the year names what happened; in "since the weir
    was rebuilt in 1988" it dates it."""
    if low(tokens, opening.first) not in _HAPPENED:
        return opening
    for at in range(opening.first - 2, max(floor, opening.first - _LONGEST_EVENT) - 1, -1):
        if tokens[at].kind is not Kind.WORD:
            break
        if tokens[at].low in _SINCE:
            named = low(tokens, at + 1) in _ARTICLES
            return opening._replace(first=at, bound="since") if named else opening
    return opening


def _step(tokens: list[Token], opening: Opening, core: int, floor: int, grammar: Grammar) -> Opening | None:
    first = opening.first
    pair = (low(tokens, first - 2), low(tokens, first - 1))
    if first - 2 >= floor and not opening.bound and pair in grammar.paired:
        return opening._replace(first=first - 2, bound=grammar.paired[pair])
    word = pair[1]
    if first <= floor or word not in grammar.openers or not _belongs(tokens, first, core, word, grammar):
        return None
    role = grammar.openers[word]
    if opening.bound and role != opening.bound:
        return None
    return Opening(
        first - 1,
        role or opening.bound,
        opening.within or (None if low(tokens, first) in grammar.daytimes else grammar.parts.get(word)),
        opening.about or (opening.within is None and not opening.bound and word in grammar.about),
    )


def _belongs(tokens: list[Token], first: int, core: int, word: str, grammar: Grammar) -> bool:
    after = low(tokens, first)
    if tokens[first - 1].kind is Kind.SIGN and not glued(tokens, first):
        return False
    if word in _ENGLISH_NOUNS:
        return after in ("of", "-")
    if word in grammar.parts and first != core:
        return after in (_BEHIND_NOUN if word in _NOUNS else _BEHIND_ADJECTIVE | grammar.daytimes)
    if word in grammar.daytimes:
        return after in _BEHIND_DAYTIME
    return not (word in _LEADING and after in _PREPOSITIONS)


def runs_on(tokens: list[Token], stop: int, opening: Opening, grammar: Grammar) -> int:
    """Where an expression ends that goes on to this day: von 1990 an, from 2010 to date."""
    first = low(tokens, opening.first)
    if low(tokens, stop) in _ONWARDS and first in _FROM:
        return stop + 1
    if low(tokens, stop) == "on" and first == "from" and low(tokens, stop + 1) in (",", ".", ";", ""):
        return stop + 1
    if opening.bound not in ("from", "since") or low(tokens, stop) not in _UNTIL:
        return stop
    end = stop + 1 + (low(tokens, stop + 1) in ("the", "zum"))
    return end + 1 if low(tokens, end) in grammar.present else stop
