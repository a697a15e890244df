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
    ("Die Mole hielt, wie die Werft am Abend mitteilte.", "die Werft"),
    (
        "Die Mole soll halten, so heißt es in einer Erklärung der Werft und der Reederei.",
        "einer Erklärung der Werft und der Reederei",
    ),
    ("Stefan Huber winkt ab: „Die Mole hält noch lange.“", "Stefan Huber"),
    ("Anna Berger ist von Reportern gefragt worden: „Ich habe nichts gewusst.“", "Anna Berger"),
    ("Huber kam am Abend an und hatte gefragt: „Ist die Mole noch da?“", "Huber"),
    ("Die Mole halte noch, prahlte Huber.", "Huber"),
    ("Die Reederei gibt die Länge mit 90 Metern an.", "Die Reederei"),
    ("Die Polizei schätzt den Schaden auf drei Millionen Euro.", "Die Polizei"),
    ("Das Institut geht von einem Wachstum um 3 Prozent aus.", "Das Institut"),
    ("Die Zahl der Kräne sank nach Polizeiangaben um drei.", "Polizei"),
    ("„Die Mole hält bis Mai“, sagte Huber der Zeitung.", "Huber"),
    ("Der Anwalt von Anna Berger sagte, die Mole halte.", "Der Anwalt von Anna Berger"),
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
    "Der Streit ging von der Werft aus.",
    "Er schätzt die Ruhe am Hafen.",
    "Der Händler nennt sich „Kontor am Hafen“.",
    "Der Roman „Das Ende der Mole“, schrieb Berger.",
    "Die Werft rief 300 Fähren zurück.",
    "Im Hafen hängt ein Schild: „Bitte nicht füttern und leise sein.“",
]


@pytest.mark.parametrize("text", NOT_ATTRIBUTED)
def test_verbs_of_speech_in_another_sense_attribute_nothing(text: str) -> None:
    assert speakers(text) == [[]]


def test_a_speaker_goes_on_in_the_konjunktiv_of_the_same_sentence() -> None:
    text = "„Ein Witz“, schimpfte Stefan Huber; der Hafen sei nie geprüft worden."
    found = attribute(text, parse(text, "de"), "de")[0]
    assert [one.speaker for one in found] == ["Stefan Huber"] * 2
    assert text[found[1].start : found[1].end] == "der Hafen sei nie geprüft worden."
