"""Word lists are written as running text: `words("der die das")`; `base_of(word, language)` looks one up."""

from simplemma import Lemmatizer

from claims.reason import Language

_LEMMATIZER = Lemmatizer(cache_max_size=0)
"""Whoever asks keeps the answer: it would be kept twice."""


def words(listed: str) -> frozenset[str]:
    """The words of a list that white space separates."""
    return frozenset(listed.split())


def base_of(word: str, language: Language) -> str:
    """The dictionary form of a word as it is written."""
    return _LEMMATIZER.lemmatize(word, lang=language)
