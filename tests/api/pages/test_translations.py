import pytest

from api.translations import catalogue


def test_every_sentence_of_the_desk_has_its_german() -> None:
    kept = catalogue.read()
    unknown = [str(message.id) for message in catalogue.extract() if message.id and message.id not in kept]
    assert unknown == [], "run python -m api.translations, then translate what it lists"
    assert catalogue.gaps(kept) == []


@pytest.mark.parametrize(("english", "german"), [(" event ", "Eintrag"), ("snapshot", "Schnappsch")])
def test_one_thing_has_one_german_word(english: str, german: str) -> None:
    said = [message for message in catalogue.read() if english in f" {str(message.id).lower()}"]
    assert said
    assert [str(message.id) for message in said if german not in str(message.string)] == []


def test_no_german_is_kept_for_a_sentence_that_is_gone() -> None:
    said = catalogue.extract()
    assert [str(message.id) for message in catalogue.read() if message.id and message.id not in said] == []


def test_the_compiled_catalogue_is_the_one_that_is_kept() -> None:
    assert catalogue.MO.read_bytes() == catalogue.compiled(catalogue.read())


def test_errors_are_found_wherever_they_are_raised() -> None:
    found = catalogue.extract()
    for sentence in (
        "There is no claim number %(id)s.",
        "The text is neither German nor English; it looks like %(language)s.",
        "Name or password is wrong.",
        "There is nothing to withdraw: no verdict on this claim was published.",
        "How the marks read",
    ):
        assert sentence in found
