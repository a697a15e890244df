from collections import Counter

from factcheck.matching import lexicon
from factcheck.matching.lexicon import concepts, opposites, read_entries, read_opposites
from factcheck.matching.words import find_words


def test_the_lexicon_is_broad() -> None:
    assert len(read_entries()) >= 1000


def test_no_line_occurs_twice() -> None:
    lines = Counter((entry.german, entry.english) for entry in read_entries())
    assert [line for line, times in lines.items() if times > 1] == []


def test_no_word_occurs_twice_in_a_line() -> None:
    for entry in read_entries():
        assert len(set(entry.german)) == len(entry.german), entry
        assert len(set(entry.english)) == len(entry.english), entry


def test_every_line_has_both_languages_and_no_stray_white_space() -> None:
    for entry in read_entries():
        for word in (*entry.german, *entry.english):
            assert word
            assert word == " ".join(word.split()), entry


def test_english_words_are_written_small() -> None:
    assert [word for entry in read_entries() for word in entry.english if word != word.lower()] == []


def test_german_and_english_words_of_a_line_meet_in_its_concept() -> None:
    for number, entry in enumerate(read_entries()):
        for word in entry.german:
            if " " not in word:
                (found,) = find_words(word, "de")
                assert number in concepts(found.key, "de"), word


def test_opposites_are_words_of_the_lexicon() -> None:
    german = {word for entry in read_entries() for word in entry.german}
    assert {word for pair in read_opposites() for word in pair} <= german


def test_nothing_is_its_own_opposite() -> None:
    for number, entry in enumerate(read_entries()):
        assert number not in opposites(frozenset({number})), entry


def test_rising_in_german_is_the_opposite_of_falling_in_english() -> None:
    assert opposites(concepts("steigen", "de")) & concepts("fall", "en")


def test_the_fingerprint_changes_with_the_tables_only() -> None:
    assert lexicon.fingerprint() == lexicon.fingerprint()
    assert len(lexicon.fingerprint()) == 16
