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
_IN_NAME = frozenset({tags.NOUN, tags.ADJECTIVE, tags.DETERMINER, tags.PREPOSITION, tags.NUMBER})
_LONGEST_NAME = 6
"""Tokens that a name between quotation marks has at most, with its closing mark."""

_GENITIVE = words("des der eines einer dieses dieser seines seiner ihres ihrer deren")
_ATTACHED = {"de": words("von vom aus für der beim"), "en": words("of for from")}
_WORKS = words("study report survey poll analysis review research statement inquiry investigation")
"""Nouns whose author "by" names."""

_ALONE = words(
    "einer eine eines einige viele mehrere manche andere anderer weitere weiterer beide jeder jede niemand "
    "keiner keine some many several another others one both few"
)
"""Words that can be a subject without a noun: "Viele berichten", "eine von ihnen"."""

_WHOSE = words("dessen deren")
_PARTITIVE = words("von of unter")
_THEM = words("ihnen uns denen them us these those")
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
    genitive = False
    while end < last:
        linked = whole or language == "en" or tokens[end].low in _GENITIVE
        further = _attached(tokens, end, last, language) if linked else None
        if further is None and genitive and tokens[end].low in ("und", "sowie") and end + 1 < last:
            further = _attached(tokens, end + 1, last, language)
        if further is None:
            break
        genitive = genitive or tokens[end].low in _GENITIVE
        end = further
    return start, end


def _before_noun(tokens: list[Token], start: int, last: int) -> bool:
    return tokens[start].tag == tags.DETERMINER and _simple(tokens, start, last) is not None


def _simple(tokens: list[Token], start: int, last: int) -> int | None:
    at = start
    if at + 1 < last and tokens[at].low in _WHOSE and tokens[at + 1].tag != tags.COMMA:
        at += 1
    while at < last and tokens[at].tag in _BEFORE_NOUN and not is_aged(tokens[at]):
        at += 1
    if (closing := _quoted_name(tokens, at, last)) is not None:
        return closing
    nouns = at
    while at < last and (tokens[at].tag == tags.NOUN or is_aged(tokens[at])):
        at += 1
        if at + 1 < last and tokens[at + 1].tag == tags.NOUN and _joins_nouns(tokens, at):
            at += 1
    return at if at > nouns else _without_noun(tokens, start, last)


def _without_noun(tokens: list[Token], start: int, last: int) -> int | None:
    """ "viele", "eine andere", "one"."""
    at = start
    while at < last and tokens[at].low in _ALONE:
        at += 1
    return at if at > start else None


def _quoted_name(tokens: list[Token], at: int, last: int) -> int | None:
    """Behind "der „Focus“": where a name between quotation marks ends that an article leads to."""
    if at == 0 or at + 2 >= last or tokens[at].tag != tags.QUOTE or tokens[at - 1].tag != tags.DETERMINER:
        return None
    for end in range(at + 1, min(at + _LONGEST_NAME, last)):
        if tokens[end].tag == tags.QUOTE:
            return end + 1 if tokens[end - 1].tag == tags.NOUN else None
        if tokens[end].tag not in _IN_NAME:
            return None
    return None


def is_aged(token: Token) -> bool:
    """ "der 19-Jährige": a number by its form, a noun by its use."""
    return token.tag == tags.NUMBER and "-Jährige" in token.text


def _joins_nouns(tokens: list[Token], at: int) -> bool:
    """ "und" between two nouns, or the full stop of an abbreviation: "Abg. Berger", "the U.S. Court"."""
    if tokens[at].low in ("&", "und", "and"):
        return True
    return tokens[at].text == "." and tokens[at].start == tokens[at - 1].end


def _attached(tokens: list[Token], at: int, last: int, language: Language) -> int | None:
    partitive = tokens[at].low in _PARTITIVE and tokens[at - 1].low in _ALONE
    if partitive and at + 1 < last and tokens[at + 1].low in _THEM:
        return at + 2
    if language == "de" and tokens[at].low in _GENITIVE:
        return _simple(tokens, at, last)
    by_author = language == "en" and tokens[at].low == "by" and tokens[at - 1].low in _WORKS
    if (tokens[at].low in _ATTACHED[language] or by_author) and at + 1 < last:
        return _simple(tokens, at + 1, last)
    return None
