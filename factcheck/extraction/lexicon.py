"""Word lists are written as running text: `words("der die das")`; `base_of` and `is_known` look a word up."""

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.utils import normalize_token

from claims.reason import Language
from factcheck.extraction.dictionary import DICTIONARIES

_LEMMATIZER = Lemmatizer(
    cache_max_size=0,  # whoever asks keeps the answer: it would be kept twice
    lemmatization_strategy=DefaultStrategy(dictionary_factory=DICTIONARIES),
)
_LOOKUP = DictionaryLookupStrategy(DICTIONARIES)


def words(listed: str) -> frozenset[str]:
    """The words of a list that white space separates."""
    return frozenset(listed.split())


def base_of(word: str, language: Language) -> str:
    """The dictionary form of a word as it is written."""
    return _LEMMATIZER.lemmatize(word, lang=language)


def is_known(word: str, language: Language) -> bool:
    """Whether the dictionary has the word, as it is written or with its first letter in the other case."""
    return _LOOKUP.get_lemma(normalize_token(word), language) is not None
