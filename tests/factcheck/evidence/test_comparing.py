from datetime import date

import pytest

from claims.reason import Language
from factcheck.evidence import assess
from factcheck.evidence.assessment import Assessment, Consistency, Result, SlotName
from factcheck.evidence.kinship import against, kin
from factcheck.evidence.reasons import SENTENCES, sentence
from factcheck.extraction.language import detect_language


def _assess(claim: str, passage: str) -> Assessment:
    languages: tuple[Language, Language] = (detect_language(claim), detect_language(passage))
    return assess(claim, passage, languages)


def _result(found: Assessment, name: SlotName) -> Result | None:
    return next((slot.result for slot in found.slots if slot.slot is name), None)


@pytest.mark.parametrize(
    ("claim", "passage", "outcome"),
    [
        # figures, with their comparators, units and precision
        ("Mindestens sieben Menschen starben.", "Acht Menschen starben.", Consistency.CONSISTENT),
        ("Mindestens sieben Menschen starben.", "Sechs Menschen starben.", Consistency.CONTRADICTED),
        ("Mindestens sieben Menschen starben.", "Mehrere Menschen starben.", Consistency.UNDECIDED),
        ("The fine was 50 million euros.", "The fine was 50 million dollars.", Consistency.UNDECIDED),
        ("The rate rose by 2 percent.", "The rate rose by 2 percentage points.", Consistency.UNDECIDED),
        ("The rate rose to 2 percent.", "The rate fell to 2 percent.", Consistency.CONTRADICTED),
        ("The rate rose by 2 percent.", "The rate rose to 2 percent.", Consistency.UNDECIDED),
        # who died is not who was hurt
        (
            "In Rheinau starben sechs Menschen.",
            "In Rheinau starben sechs Menschen, 30 Menschen wurden verletzt.",
            Consistency.CONSISTENT,
        ),
        # times
        ("Die Werft wurde 1990 gegründet.", "Die Werft wurde 1994 gegründet.", Consistency.CONTRADICTED),
        (
            "Die Werft wurde im Mai 1990 gegründet.",
            "Am 3. Mai 1990 wurde die Werft gegründet.",
            Consistency.CONSISTENT,
        ),
        ("Die Werft baute 2019 zwölf Schiffe.", "Die Werft baute 2021 neun Schiffe.", Consistency.UNDECIDED),
        # names: one holder, one winner, another matter
        ("Anna Ohm is the mayor of Kelton.", "Bert Lang is the mayor of Kelton.", Consistency.CONTRADICTED),
        ("Anna Ohm is a member of the board.", "Bert Lang is a member of the board.", Consistency.UNDECIDED),
        (
            "Anna Ohm is the mayor of Kelton.",
            "Bert Lang is the deputy mayor of Kelton.",
            Consistency.UNDECIDED,
        ),
        # ranks
        (
            "It is the largest port in the country.",
            "It is the second largest port in the country.",
            Consistency.CONTRADICTED,
        ),
        (
            "It is the largest port in the country.",
            "It is one of the largest ports in the country.",
            Consistency.UNDECIDED,
        ),
        # denials and opposites
        ("Der Rat hat dem Plan zugestimmt.", "Der Rat hat den Plan abgelehnt.", Consistency.CONTRADICTED),
        ("Der Rat hat dem Plan nicht zugestimmt.", "Der Rat hat den Plan abgelehnt.", Consistency.CONSISTENT),
        ("The senator voted for the bill.", "The senator voted against the bill.", Consistency.CONTRADICTED),
        # plans, forecasts and hearsay
        ("The firm closed the plant.", "The firm plans to close the plant.", Consistency.UNDECIDED),
        ("The firm paid bribes.", "Rumours say that the firm paid bribes.", Consistency.UNDECIDED),
        # words alone
        (
            "Der Minister trat im Mai zurück.",
            "Der Minister sprach im Mai mit der Presse.",
            Consistency.UNDECIDED,
        ),
    ],
)
def test_slots_decide_and_shared_words_do_not(claim: str, passage: str, outcome: Consistency) -> None:
    assert _assess(claim, passage).assessment is outcome


def test_every_slot_is_told_with_its_words() -> None:
    found = _assess(
        "Ende 2021 hatte die Brandis AG 1.200 Beschäftigte.",
        "Die Brandis AG beschäftigte Ende 2021 insgesamt 900 Menschen.",
    )
    assert {slot.slot: slot.result for slot in found.slots}[SlotName.TIME] is Result.CONSISTENT
    assert _result(found, SlotName.NAME) is Result.CONSISTENT


def test_what_happened_is_told_in_the_words_of_each_side() -> None:
    found = assess("Seven people left.", "Acht Menschen haben das Haus verlassen.", ("en", "de"))
    [event] = [slot for slot in found.slots if slot.slot is SlotName.DIRECTION]
    assert (event.claim, event.passage) == ("left", "verlassen")


def test_days_of_publication_date_both_sides() -> None:
    claim, passage = (
        "Das Werk wurde im vergangenen Jahr geschlossen.",
        "Das Werk wurde im Vorjahr geschlossen.",
    )
    dates = [(date(2020, 5, 1), date(2020, 6, 1)), (date(2020, 5, 1), date(2023, 6, 1))]
    found = [assess(claim, passage, ("de", "de"), *pair).assessment for pair in dates]
    assert found == [Consistency.CONSISTENT, Consistency.CONTRADICTED]


@pytest.mark.parametrize("passage", ["Was geschah am Montag?", "…", "Rund um die Uhr."])
def test_a_passage_that_states_nothing_decides_nothing(passage: str) -> None:
    found = assess("Der Zug fährt seit 2019.", passage, ("de", "de"))
    assert found.assessment is Consistency.UNDECIDED
    assert sentence(found.reasons[-1], "de").startswith("Gefunden, nicht entschieden")


def test_no_outcome_is_called_a_verdict() -> None:
    words = " ".join(text for each in SENTENCES.values() for text in each.values()).lower()
    assert not any(word in words for word in ("verdict", "urteil", "belegt", "proves", "false", "falsch"))


def test_every_reason_has_both_languages_with_the_same_places() -> None:
    values = {"claim": "A", "passage": "B"}
    for code, texts in SENTENCES.items():
        assert set(texts) == {"de", "en"}, code
        told = [text.format(**values) for text in texts.values()]
        assert all(told), code


def test_words_of_one_happening_are_kin_across_languages() -> None:
    assert kin("sterben", "de") & kin("kill", "en")
    assert against(kin("freisprechen", "de")) & kin("convict", "en")
    assert not kin("haus", "de") & kin("prison", "en")
