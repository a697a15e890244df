import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reason import Language
from factcheck.matching.german import compound_parts, infinitive, masculine
from factcheck.matching.words import find_words


def _keys(text: str, language: Language) -> list[str]:
    return [word.key for word in find_words(text, language) if not word.stop]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Gehaltserhöhung", ("Gehalt", "Erhöhung")),
        ("Gartenchemikalien", ("Garten", "Chemikalie")),
        ("Gesundheitsministerin", ("Gesundheit", "Ministerin")),
        ("Arbeitsmarktreform", ("Arbeitsmarkt", "Reform")),
        ("Regierung", ()),
        ("Haus", ()),
    ],
)
def test_compounds_are_taken_apart(word: str, parts: tuple[str, ...]) -> None:
    assert compound_parts(word) == parts


def test_a_participle_with_ge_inside_leads_to_its_verb() -> None:
    assert infinitive("abgeworben") == "abwerben"
    assert infinitive("abzuwerben") == "abwerben"
    assert infinitive("Angebot") == "Angebot"


def test_women_and_men_of_a_profession_are_compared_alike() -> None:
    assert masculine("Forscherin") == "Forscher"
    assert masculine("Berlin") == "Berlin"


def test_a_verb_and_its_particle_are_put_together() -> None:
    assert "ablehnen" in _keys("Der Verband lehnte den Entwurf gestern Abend ab.", "de")
    assert "zulegen" in _keys("Die Papiere legten um ein Prozent zu", "de")


def test_forms_of_a_word_have_one_key() -> None:
    assert _keys("Häuser Hauses Haus", "de") == ["haus"] * 3
    assert _keys("companies company company's", "en") == ["company"] * 3


def test_function_words_say_nothing() -> None:
    assert _keys("und der von mit", "de") == []
    assert _keys("and the of with", "en") == []


@given(st.text(max_size=80), st.sampled_from(["de", "en"]))
def test_words_stand_where_they_say(text: str, language: Language) -> None:
    places = [(word.start, word.end) for word in find_words(text, language)]
    assert places == sorted(places)
    for start, end in places:
        assert 0 <= start < end <= len(text)
