"""Noun phrases: where one that begins at a token ends."""

from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.lexicon import words
from factcheck.extraction.tokens import Token

Span = tuple[int, int]
"""Tokens [first, last)."""


class Cue(NamedTuple):
    """A verb of speech: its token and its infinitive (German) or form (English); `passive` verbs name
    their subject with "von"."""

    at: int
    base: str
    passive: bool


_BEFORE_NOUN = frozenset({tags.DETERMINER, tags.ADJECTIVE, tags.NUMBER, tags.ADVERB})
_GENITIVE = words("des der eines einer dieses dieser seines seiner ihres ihrer deren")
_ATTACHED = {"de": words("von vom aus für der beim"), "en": words("of for from")}
_NOMINATIVE = {
    "de": words("er sie wir ich man dieser diese dies jener"),
    "en": words("he she they we i it"),
}


def noun_phrase(
    tokens: list[Token], start: int, last: int, language: Language, *, whole: bool = True
) -> Span | None:
    """The noun phrase, or pronoun, that begins at `start`, with genitives and, if `whole`, with "von" or
    "of" behind it."""
    if start < last and tokens[start].low in _NOMINATIVE[language] and not _before_noun(tokens, start, last):
        return start, start + 1
    end = _simple(tokens, start, last)
    if end is None:
        return None
    while end < last:
        linked = whole or language == "en" or tokens[end].low in _GENITIVE
        further = _attached(tokens, end, last, language) if linked else None
        if further is None:
            break
        end = further
    return start, end


def _before_noun(tokens: list[Token], start: int, last: int) -> bool:
    return tokens[start].tag == tags.DETERMINER and _simple(tokens, start, last) is not None


def _simple(tokens: list[Token], start: int, last: int) -> int | None:
    at = start
    while at < last and tokens[at].tag in _BEFORE_NOUN:
        at += 1
    nouns = at
    while at < last and (
        tokens[at].tag == tags.NOUN or (at > nouns and tokens[at].low in ("&", "und", "and"))
    ):
        if tokens[at].tag != tags.NOUN and not (at + 1 < last and tokens[at + 1].tag == tags.NOUN):
            break
        at += 1
    return at if at > nouns else None


def _attached(tokens: list[Token], at: int, last: int, language: Language) -> int | None:
    if language == "de" and tokens[at].low in _GENITIVE:
        return _simple(tokens, at, last)
    if tokens[at].low in _ATTACHED[language] and at + 1 < last:
        return _simple(tokens, at + 1, last)
    return None
