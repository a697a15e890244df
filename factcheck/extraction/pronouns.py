"""What a pronoun can stand for by its form and its surroundings: `fitting(tokens, at, low, language)`."""

from collections.abc import Sequence

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.antecedents import is_plural
from factcheck.extraction.lexicon import words
from factcheck.extraction.reference_words import (
    FIRST_PERSON,
    IMPERSONAL,
    IMPERSONAL_VERBS,
    PRONOUNS,
    Genders,
)
from factcheck.extraction.tokens import Token

_NOUN_PHRASE = frozenset({tags.NOUN, tags.ADJECTIVE, tags.NUMBER})
_MAKING = words("make makes made find found")
_BE = words("is was 's would will may might has had could can isn't wasn't")
_REACH = 6
"""Tokens behind "it" that show whether it stands for nothing."""


def fitting(tokens: Sequence[Token], at: int, low: str, language: Language) -> Genders | None:
    """What the pronoun `low` at token `at` can stand for; None where there is none, or it stands for
    nothing, or addresses the reader."""
    fits = PRONOUNS[language].get(low)
    if fits is None or (low == "it" and _is_impersonal(tokens, at)):
        return None
    if language == "en":
        return fits
    following = tokens[at + 1].tag if at + 1 < len(tokens) else tags.STOP
    if tokens[at].tag != tags.PRONOUN and following in _NOUN_PHRASE:
        return None
    return _she_or_they(tokens, at) if low == "sie" else fits


def _she_or_they(tokens: Sequence[Token], at: int) -> Genders | None:
    """German "sie": by the verb one or several, with a capital inside a sentence the reader."""
    if at and tokens[at].text == "Sie":
        return None
    verb = next((token for token in tokens if token.tag in tags.VERBAL), None)
    if verb is None:
        return frozenset("fp")
    return frozenset("p") if is_plural(verb) else frozenset("f")


def _is_impersonal(tokens: Sequence[Token], at: int) -> bool:
    """ "It is clear that …", "it took years", "made it hard to …"."""
    behind = [token.low for token in tokens[at + 1 : at + _REACH] if token.tag != tags.ADVERB]
    if tokens[at].low != "it":  # contracted: "it's"
        behind = ["is", *behind]
    if not behind:
        return False
    if behind[0] in IMPERSONAL_VERBS or (at and tokens[at - 1].low in _MAKING):
        return True
    return behind[0] in _BE and not IMPERSONAL.isdisjoint(behind[1:3])


def is_first_person(form: str, language: Language) -> bool:
    """ "wir", "our"; not "US"."""
    return form.lower() in FIRST_PERSON[language] and not (len(form) > 1 and form.isupper())
