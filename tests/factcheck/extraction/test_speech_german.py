"""German turns of phrase that attribute, and verbs of speech that mean something else."""

import pytest

from factcheck.extraction.parsing import parse
from factcheck.extraction.speakers import attribute


def speakers(text: str) -> list[list[str]]:
    return [[one.speaker for one in found] for found in attribute(text, parse(text, "de"), "de")]


ATTRIBUTED = [
    ("Die Werft sieht Handlungsbedarf bei den Kränen.", "Die Werft"),
    ("Nordstadt – Die Werft sieht keinen Grund zur Sorge.", "Die Werft"),
    ("Die Werft wertet den Vertrag als Erfolg.", "Die Werft"),
    ("Huber erwägt, gegen das Urteil vorzugehen.", "Huber"),
    ("Den Schaden bezifferte die Werft mit drei Millionen Euro.", "die Werft"),
    ("Die Reederei steht dem Plan skeptisch gegenüber.", "Die Reederei"),
    ("Die Werft stellte neue Kräne in Aussicht.", "Die Werft"),
    ("Huber zeigte sich enttäuscht.", "Huber"),
    ("Die Werft ist der Ansicht, dass die Mole hält.", "Die Werft"),
    ("Die Reederei bleibt überzeugt, dass die Mole hält.", "Die Reederei"),
    ("Huber gab zu bedenken, dass die Mole alt ist.", "Huber"),
    ("Von der Gewerkschaft war der Abbau von 90 Stellen befürchtet worden.", "der Gewerkschaft"),
    ("„Die Mole hält bis Mai“, freut sich Anna Berger.", "Anna Berger"),
    ("„Die Mole hält bis Mai“, ließ sich Hafenmeisterin Anna Berger zitieren.", "Anna Berger"),
    ("„Ein Witz“, schimpfte Trainer Stefan Huber.", "Stefan Huber"),
]


@pytest.mark.parametrize(("text", "speaker"), ATTRIBUTED)
def test_a_german_turn_of_phrase_attributes(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]


NOT_ATTRIBUTED = [
    "Nordstadt bestreitet sein zweites Gruppenspiel gegen Südstadt.",
    "Das Gericht hat den Kassier zu drei Jahren Haft verurteilt.",
    "In der 52. Minute sah Verteidiger Stefan Huber die Rote Karte, was die Partie kippen ließ.",
    "Der Sturm forderte drei Todesopfer.",
    "Ihr Turm steht dem Rathaus gegenüber.",
    "Der Hafen ist sicher.",
]


@pytest.mark.parametrize("text", NOT_ATTRIBUTED)
def test_verbs_of_speech_in_another_sense_attribute_nothing(text: str) -> None:
    assert speakers(text) == [[]]
