"""Whether what a pronoun stands for is in the claim itself: `is_grounded(tokens, named, at, fits)`."""

from collections.abc import Sequence

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.antecedents import genders
from factcheck.extraction.descriptions import body_of
from factcheck.extraction.lexicon import words
from factcheck.extraction.reference_words import TIMES, Genders
from factcheck.extraction.roles import is_role
from factcheck.extraction.tokens import Token

_PEOPLE = words(
    "man woman boy girl mother father child patient driver victim resident voter customer user worker"
)
_HUMAN: Genders = frozenset("mf")
_ANY: Genders = frozenset("mfnp")
_BACK = 5
"""Tokens before a noun in which its article is looked for."""


def is_grounded(
    tokens: Sequence[Token],
    names: Sequence[bool | None],
    at: int,
    fits: Genders,
    language: Language,
    *,
    owns: bool = False,
) -> bool:
    """Whether a noun phrase before token `at` can be what a form that `fits` stands for; behind it where a
    clause or phrase comes first that looks ahead. `names` says of each token whether it is part of a
    person's name (True), of another (False) or of none; `owns`: the form is a possessive."""
    if any(_shown(tokens, names, i, language) & fits for i in range(at)):
        return True
    if tokens[0].tag != tags.SUBORDINATOR and not (owns and tokens[0].tag == tags.PREPOSITION):
        return False
    comma = next((i for i in range(at, len(tokens)) if tokens[i].tag == tags.COMMA), at)
    verb = next((i for i in range(at, len(tokens)) if tokens[i].tag in tags.VERBAL), len(tokens))
    since = min(verb, comma) if comma > at else verb
    return any(_shown(tokens, names, i, language) & fits for i in range(since, len(tokens)))


def _shown(tokens: Sequence[Token], names: Sequence[bool | None], at: int, language: Language) -> Genders:
    """The genders that the noun at `at` can have; none where it is no noun."""
    if tokens[at].tag != tags.NOUN or names[at] is not None:
        return _of_name(names[at], language)
    if _is_aside(tokens, at, language):
        return frozenset()
    if language == "en":
        return _english(tokens[at].low)
    for i in range(at - 1, max(-1, at - _BACK), -1):
        if tokens[i].tag == tags.DETERMINER:
            return genders(tokens[i])
        if tokens[i].tag not in (tags.ADJECTIVE, tags.NUMBER, tags.ADVERB):
            break
    return frozenset("fp")


def _is_aside(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """A common noun behind a preposition, "nach dem Unfall": seldom what a pronoun takes up."""
    low = tokens[at].low
    if low in TIMES[language]:
        return True
    if is_role(tokens[at].text, language) or body_of(low, language) or low in _PEOPLE:
        return False
    for i in range(at - 1, max(-1, at - _BACK), -1):
        if tokens[i].tag == tags.PREPOSITION:
            return True
        if tokens[i].tag not in (tags.DETERMINER, tags.ADJECTIVE, tags.NUMBER, tags.ADVERB, tags.NOUN):
            return False
    return False


def _of_name(person: bool | None, language: Language) -> Genders:
    if person is None:
        return frozenset()
    if person:
        return _HUMAN
    return frozenset("np") if language == "en" else _ANY


def _english(low: str) -> Genders:
    singular = low.removesuffix("'s").removesuffix("’s")
    if singular.endswith("s") and not singular.endswith(("ss", "us", "is")):
        return frozenset("p")
    if is_role(singular, "en") or singular in _PEOPLE:
        return _HUMAN | frozenset("p")
    return frozenset("np")
