"""Whether words can be who speaks, by themselves: a name, a role, a body, a pronoun of persons."""

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause
from factcheck.extraction.descriptions import body_of
from factcheck.extraction.lexicon import words
from factcheck.extraction.phrases import Span, is_aged, noun_phrase
from factcheck.extraction.roles import is_role
from factcheck.extraction.tokens import Token

_FEWEST = 3
"""Tokens that a quotation behind a colon has at least to be speech."""

_PERSONS = words("er sie he she")
_SHARES = words("% percent prozent per")


def is_quoted(tokens: list[Token], following: Clause) -> bool:
    return tokens[following.first].tag == tags.QUOTE and following.last - following.first > _FEWEST


def is_role_alone(tokens: list[Token], clause: Clause) -> bool:
    """ "Ein Sprecher der Werft: „…“": nothing but somebody's role, more than the three words of a name."""
    found = noun_phrase(tokens, clause.first, clause.last, "de")
    nouns = [token.text for token in tokens[clause.first : clause.last] if token.tag == tags.NOUN]
    whole = found is not None and found[1] == clause.last and bool(nouns)
    return whole and tokens[clause.first].tag == tags.DETERMINER and is_role(nouns[0], "de")


def can_speak(tokens: list[Token], source: Span, language: Language) -> bool:
    """A pronoun of persons, a role, or what looks like a name: two nouns in a row, one without an article."""
    if tokens[source[0]].low in _PERSONS:
        return True
    nouns = [at for at in range(*source) if tokens[at].tag == tags.NOUN]
    if any(is_aged(tokens[at]) for at in range(*source)):
        return True
    if not nouns:
        return False
    bare = nouns[0] == source[0] and source[1] - source[0] == 1
    head = tokens[nouns[0]]
    named = bare or nouns[1:2] == [nouns[0] + 1]
    return named or is_role(head.text, language) or bool(body_of(head.low, language))


def is_share(tokens: list[Token], source: Span) -> bool:
    """ "57% of drivers told pollsters": that so many say it is the fact."""
    for at in range(source[0], min(source[0] + 3, source[1])):
        if tokens[at].tag == tags.NUMBER:
            return at + 1 < len(tokens) and tokens[at + 1].low in _SHARES
    return False
