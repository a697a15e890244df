from datetime import date

import pytest

from claims.errors import InvalidInput
from claims.miss import LONGEST_TEXT
from claims.quantity import Comparator, Quantity
from claims.reason import Language
from claims.time import TimeExpression
from factcheck.explanation import bounding_words, explain, explanation_record
from factcheck.extraction.claims import extract
from factcheck.extraction.quantities import find_quantities
from factcheck.records import extraction_record

TEXT = (
    "Laut Ruth Adler hat der Chor seit 2019 mindestens 40 Mitglieder. Kommen 2027 wirklich 300 Gäste? "
    "Am Montag hat Ruth Adler gesungen."
)


def test_the_claims_and_sentences_are_those_of_the_extraction() -> None:
    found = explain(TEXT, "de", "2026-11-25")
    plain = extract(TEXT, "de", date(2026, 11, 25))
    assert found.claims == plain.claims
    assert [(each.start, each.end, each.claims, each.why_none) for each in found.sentences] == [
        (each.start, each.end, each.claims, each.why_none) for each in plain.sentences
    ]


def test_each_sentence_has_what_was_read_in_it() -> None:
    first, second, third = (sentence.slots for sentence in explain(TEXT, "de", "2026-11-25").sentences)
    assert [found.exact for found in first.quantities] == ["mindestens 40 Mitglieder"]
    assert [speaker.exact for speaker in first.speakers] == ["Ruth Adler"]
    assert [name.exact for name in first.names] == ["Ruth Adler"]
    assert [found.value for found in second.quantities] == [300]
    assert [found.edtf for found in second.times] == ["2027"]
    assert [(found.exact, found.edtf) for found in third.times] == [("Am Montag", "2026-11-23")]
    assert [name.exact for name in third.names] == ["Ruth Adler"]


def test_every_slot_says_where_its_words_stand() -> None:
    found = explain(TEXT, "de")
    slots = [
        slot
        for sentence in found.sentences
        for slots in (sentence.slots.quantities, sentence.slots.times, sentence.slots.names)
        for slot in slots
    ]
    assert len(slots) > 5
    assert all(TEXT[slot.start : slot.end] == slot.exact for slot in slots)


def test_a_date_that_is_not_a_day_dates_no_weekday() -> None:
    [sentence] = explain("Am Montag wurde in Bochum gesungen.", "de", "2026").sentences
    assert sentence.slots.times == (TimeExpression(start=0, end=9, exact="Am Montag"),)


def test_the_record_is_that_of_extract_with_slots() -> None:
    record = explanation_record(explain(TEXT, "de")).model_dump()
    slots = [sentence.pop("slots") for sentence in record["sentences"]]
    plain = extraction_record(extract(TEXT, "de"), TEXT, with_text=False).model_dump(exclude={"text"})
    assert record == plain
    assert len(slots) == 3


def test_reasons_read_in_the_language_that_is_wanted() -> None:
    record = explanation_record(explain(TEXT, "de"), "en")
    assert record.language == "de"
    assert record.sentences[1].why_none == "The sentence asks; it asserts nothing."


@pytest.mark.parametrize("text", ["", " \n\t", "a" * (LONGEST_TEXT + 1)])
def test_an_empty_text_and_one_that_is_too_long_are_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        explain(text)


@pytest.mark.parametrize(
    ("words", "language", "bound"),
    [
        ("mindestens zwölf Mitglieder", "de", "mindestens"),
        ("mehr als 300 Euro", "de", "mehr als"),
        ("nicht mehr als fünf Boote", "de", "nicht mehr als"),
        ("rund 1,2 Milliarden Euro", "de", "rund"),
        ("sieben oder mehr", "de", "oder mehr"),
        ("zwölf Mitglieder", "de", ""),
        ("at least 12 members", "en", "at least"),
        ("no fewer than 30 rowers", "en", "no fewer than"),
        ("nearly a third", "en", "nearly"),
        ("7 or more", "en", "or more"),
        ("between 3 and 5 boats", "en", ""),
    ],
)
def test_the_words_that_make_a_bound_are_named(words: str, language: Language, bound: str) -> None:
    [found] = find_quantities(words, language)
    assert bounding_words(found, language) == bound


def test_a_bound_that_no_words_stand_for_has_none() -> None:
    found = Quantity(start=0, end=2, exact="40", comparator=Comparator.GE, value=40)
    assert bounding_words(found, "de") == ""
