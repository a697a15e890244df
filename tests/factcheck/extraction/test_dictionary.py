"""The dictionaries, read in parts, against simplemma's own reading of the whole."""

import random

import pytest
from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

from claims.reason import Language
from factcheck.extraction.dictionary import Dictionary


@pytest.mark.long
@pytest.mark.parametrize("language", ["de", "en"])
def test_words_have_the_forms_that_simplemma_reads_in_whatever_order_they_are_asked_for(
    language: Language,
) -> None:
    whole = DEFAULT_DICTIONARY_FACTORY.get_dictionary(language)
    words = list(whole)
    some = random.Random(7).sample(words, 20_000)
    parts = Dictionary(language)
    assert all(parts[word] == whole[word] for word in some)
    assert len(parts) == len(words)
    assert list(parts.items()) == list(whole.items())
    others = [word[:-1] + "x" for word in words[:20_000]]
    assert [parts.get(other) for other in others] == [whole.get(other) for other in others]


def test_a_word_is_found_alone_and_what_no_word_begins_with_is_not() -> None:
    english = Dictionary("en")
    assert english["houses"] == "house"
    assert (english.get("houzes"), english.get("h"), english.get("")) == (None, "h", None)
