"""Definite descriptions that take up something named before: "das Unternehmen", "the deal".

`description_at(tokens, named, language) -> Description | None` for the noun phrase at the beginning.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.german import RELATIVES
from factcheck.extraction.lexicon import is_known, words
from factcheck.extraction.memo import remembered, remembered_by_language
from factcheck.extraction.reference_words import (
    BODIES,
    BODY_ENDINGS,
    DEFINITE,
    DEMONSTRATIVES,
    MATTERS,
    OFFICES,
    SPLIT,
    TIMES,
)
from factcheck.extraction.roles import is_role
from factcheck.extraction.tokens import Token

_DESCRIBING = frozenset({tags.ADJECTIVE, tags.NUMBER, tags.PERHAPS_FINITE, tags.PARTICIPLE, tags.NOUN})
_COMPLEMENT: dict[Language, frozenset[str]] = {
    "de": words("des der eines einer von vom aus für seines ihres namens mit deren dessen"),
    "en": words("of that which who whose behind for called known with to"),
}
_BARE_RELATIVE = words("he she they it we i")
_SUPERLATIVE = ("sten", "ste", "ster")
_SINGULAR_ARTICLES = words("das dem des beim vom zum im am")
_GENITIVE = words("des der")
_DATIVE = words("dem der beim vom zum zur im am")
_SINGULAR = {
    "der": "mf",
    "die": "f",
    "das": "n",
    "den": "m",
    "dem": "mn",
    "des": "mn",
    "beim": "mn",
    "zum": "mn",
}
_GENDERS = {**BODY_ENDINGS, **BODIES["de"]}
_INFLECTED = (*_GENDERS, *MATTERS["de"])
_DATIVE_ARTICLES = {"der": "dem", "die": "der", "das": "dem"}


class Description(NamedTuple):
    """`length` tokens; `sort` is body, person, matter or this (pointing back by itself); `base` the noun
    without its ending."""

    length: int
    sort: str
    base: str


def description_at(tokens: Sequence[Token], named: Sequence[bool], language: Language) -> Description | None:
    """The description that the tokens begin with; `named` says which are part of a name."""
    first = tokens[0].low
    demonstrative = first in DEMONSTRATIVES[language]
    if not demonstrative and first not in DEFINITE[language]:
        return None
    length = _length(tokens, named, language)
    if length < 2 or True in named[:length]:
        return None
    noun = tokens[length - 1]
    base = _base(noun.low, language)
    if demonstrative:
        return None if base in TIMES[language] or first == "that" else Description(length, "this", base)
    if length < len(tokens) and (named[length] or _is_described(tokens, length, language)):
        return None
    if language == "de" and length > 2 and _is_superlative(tokens[1 : length - 1]):
        return None
    if language == "en" and tokens[length - 2].tag == tags.NOUN and tokens[length - 2].text[0].islower():
        return None
    sort = _sort(first, noun.text, base, language)
    return Description(length, sort, base) if sort else None


def _is_superlative(adjectives: Sequence[Token]) -> bool:
    return any(token.low.endswith(_SUPERLATIVE) for token in adjectives)


def _is_described(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "die Firma aus Essen", "das Unternehmen, das …", "the firm he founded": what follows says which."""
    low = tokens[at].low
    if tokens[at - 1].low.endswith(("'s", "’s")):
        return False
    if low in _COMPLEMENT[language] or low in _BARE_RELATIVE:
        return True
    relative = tokens[at].tag == tags.COMMA and language == "de" and at + 2 < len(tokens)
    return relative and tokens[at + 1].low in RELATIVES and tokens[at + 2].tag not in tags.VERBAL


def _length(tokens: Sequence[Token], named: Sequence[bool], language: Language) -> int:
    at = 1
    while (
        at < len(tokens)
        and tokens[at].tag in _DESCRIBING
        and not named[at]
        and _same_phrase(tokens, at, language)
    ):
        at += 1
    while at > 1 and tokens[at - 1].tag != tags.NOUN:
        at -= 1
    return at


def _same_phrase(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """German: a phrase ends with its first noun, another noun beside it is another phrase."""
    return language == "en" or tokens[at - 1].tag != tags.NOUN


@remembered_by_language
def _base(low: str, language: Language) -> str:
    if language == "en":
        return low.removesuffix("'s").removesuffix("’s")
    for ending in ("s", "es"):
        if low.endswith(ending) and low[: -len(ending)].endswith(_INFLECTED):
            return low[: -len(ending)]
    return low


@lru_cache(maxsize=65536)
def _sort(first: str, form: str, base: str, language: Language) -> str:
    if base in MATTERS[language]:
        return "matter" if language == "en" or _is_singular(first, MATTERS["de"][base]) else ""
    if language == "de" and _names_already(form):
        return ""
    body = body_of(base, language)
    if body:
        return "body" if language == "en" or _is_singular(first, _GENDERS[body]) else ""
    if base in OFFICES or not is_role(form if language == "de" else base, language):
        return ""
    if language == "en":
        return "" if base.endswith("s") else "person"
    feminine = first in ("die", "der", "zur") and base.endswith("in")
    return (
        "person"
        if first in _SINGULAR_ARTICLES or feminine or (first == "der" and not base.endswith("n"))
        else ""
    )


@remembered_by_language
def body_of(base: str, language: Language) -> str:
    """The noun for a body that the noun is or, in German, ends with; "" where it is none."""
    if base in BODIES[language]:
        return base
    if language == "en":
        return ""
    return next((body for body in BODY_ENDINGS if base.endswith(body) and base != body), "")


@remembered
def _names_already(form: str) -> bool:
    """ "der VW-Konzern", "der Volkswagenkonzern": the first part is a name."""
    before, hyphen, _ = form.rpartition("-")
    if hyphen:
        return any(map(str.isupper, before))
    body = body_of(_base(form.lower(), "de"), "de")
    part = form[: len(_base(form.lower(), "de")) - len(body)] if body else ""
    known = any(is_known(each, "de") for each in (part, part.removesuffix("s")) if each)
    return bool(part) and not known


def _is_singular(first: str, gender: str) -> bool:
    """Whether the article goes with one of the noun: "der Unternehmen" are several."""
    return gender in _SINGULAR.get(first, "mfn")


def in_case(name: str, first: str, after_noun: bool) -> list[str]:
    """The words to put for a German description that begins with `first`: "des Unternehmens" behind a
    noun is "von" with the name, "beim" is "bei"; a name with an article of its own takes its case."""
    article, _, rest = name.partition(" ")
    genitive = after_noun and first in _GENITIVE
    if article in _DATIVE_ARTICLES and rest and (genitive or first in _DATIVE):
        name = f"{_DATIVE_ARTICLES[article]} {rest}"
    elif article == "der" and rest and first == "den":
        name = f"den {rest}"
    before = ["von"] if genitive else [SPLIT[first]] if first in SPLIT else []
    return [*before, name]
