"""Who is said to have said what, inside a sentence and over several."""

import pytest

from claims.reason import Language
from factcheck.extraction.parsing import parse
from factcheck.extraction.speakers import attribute, find_speakers

FRAMES: list[tuple[Language, str, str, str]] = [
    ("de", "Der Hafen sei sicher, sagte Anna Berger.", "Anna Berger", "sagte"),
    ("de", "Anna Berger sagte, der Hafen sei sicher.", "Anna Berger", "sagte"),
    ("de", "Die Behörde kündigte an, dass der Hafen schließt.", "Die Behörde", "kündigte"),
    ("de", "Laut Polizei kamen 300 Menschen.", "Polizei", "Laut"),
    ("de", "Der Polizei zufolge kamen 300 Menschen.", "Der Polizei", "zufolge"),
    ("de", "Nach Angaben der Polizei kamen 300 Menschen.", "Angaben der Polizei", "Nach"),
    ("de", "Es kamen 300 Menschen, so die Polizei.", "die Polizei", "so"),
    ("de", "Nach ersten Angaben des Senders kamen 300 Menschen.", "ersten Angaben des Senders", "Nach"),
    ("de", "Ihrer Meinung nach ist der Hafen sicher.", "Ihrer Meinung", "nach"),
    ("de", "Das bestätigte die Polizei am Abend.", "die Polizei", "bestätigte"),
    ("de", "Der Hafen sei sicher, sagte Berger weiter.", "Berger", "sagte"),
    ("de", "Berger sagte, die Kräne seien nun im Hafen und dort seien sie sicher.", "Berger", "sagte"),
    ("de", "Die Polizei geht davon aus, dass der Hafen sicher ist.", "Die Polizei", "geht"),
    ("de", "Berger hat dem Rat vorgeworfen, den Hafen zu vernachlässigen.", "Berger", "vorgeworfen"),
    ("de", "Den Plan bezeichnet sie als „kühn“.", "sie", "bezeichnet"),
    ("de", "Viele Anwohner klagten über den Lärm.", "Viele Anwohner", "klagten"),
    ("de", "Eine Studie, die im Mai erschien, zeigt, dass der See wärmer wird.", "Eine Studie", "zeigt"),
    ("en", "The harbour is safe, Anna Berger said.", "Anna Berger", "said"),
    ("en", '"The harbour is safe," said Anna Berger.', "Anna Berger", "said"),
    ("en", "The council said the harbour was safe.", "The council", "said"),
    ("en", "According to police, 300 people came.", "police", "According to"),
    ("en", "Officials believe the harbour is safe.", "Officials", "believe"),
    ("en", "The union is urging the council to reopen the harbour.", "The union", "urging"),
    ("en", "The yard cut jobs but said it had new orders.", "The yard", "said"),
]
NO_SPEAKER: list[tuple[Language, str]] = [
    ("de", "Der Rat sieht einen neuen Hafen vor."),
    ("de", "Die Werft baut drei Fähren und verkauft sie."),
    ("en", "The yard builds three ferries and sells them."),
    ("en", "I think the harbour is safe."),
]


@pytest.mark.parametrize(("language", "text", "speaker", "cue"), FRAMES)
def test_a_frame_names_its_speaker_and_its_cue(language: Language, text: str, speaker: str, cue: str) -> None:
    found = find_speakers(text, language)
    assert [(one.exact, one.cue) for one in found] == [(speaker, cue)]
    assert text[found[0].start : found[0].end] == speaker
    assert found[0].start <= found[0].head_start < found[0].head_end <= found[0].end


@pytest.mark.parametrize(("language", "text"), NO_SPEAKER)
def test_where_nobody_is_named_as_saying_it_there_is_no_speaker(language: Language, text: str) -> None:
    assert find_speakers(text, language) == []


def test_the_message_is_what_is_said() -> None:
    text = "Gestern teilte die Reederei mit, dass die Fähre wieder fährt."
    message = find_speakers(text, "de")[0].message
    assert message is not None
    assert text[message.start : message.end].startswith("dass die Fähre wieder fährt")


def speakers(text: str, language: Language) -> list[list[tuple[str, str | None]]]:
    sentences = parse(text, language)
    return [[(one.speaker, one.resolved) for one in found] for found in attribute(text, sentences, language)]


def test_the_subjunctive_of_reported_speech_keeps_its_speaker() -> None:
    text = (
        "Der Hafen sei sicher, sagte Anna Berger. Das Dach habe gehalten. Es gebe keine Schäden. Es regnet."
    )
    berger = [("Anna Berger", "Anna Berger")]
    assert speakers(text, "de") == [berger, berger, berger, []]


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    text = "„Der Hafen ist sicher. Das Dach hat gehalten“, sagte Anna Berger. Es regnet."
    berger = [("Anna Berger", "Anna Berger")]
    assert speakers(text, "de") == [berger, berger, []]


def test_a_quotation_that_begins_anew_keeps_its_speaker() -> None:
    text = '"The roof held," said Anna Berger. "There is no damage."'
    berger = [("Anna Berger", "Anna Berger")]
    assert speakers(text, "en") == [berger, berger]


def test_a_pronoun_stands_for_the_person_named_before() -> None:
    text = "Anna Berger leitet die Werft. Sie sagte, der Hafen sei sicher."
    assert speakers(text, "de")[1] == [("Anna Berger", "Anna Berger")]


def test_a_surname_is_resolved_to_the_full_name() -> None:
    text = "Anna Berger leads the yard. The harbour is safe, Ms Berger said."
    assert speakers(text, "en")[1] == [("Berger", "Anna Berger")]


def test_the_company_is_resolved_where_it_was_named_before() -> None:
    text = "Northwind closed its yard in May. The company said it had new orders."
    assert speakers(text, "en")[1] == [("The company", "Northwind")]


def test_the_company_stays_unresolved_where_the_article_never_names_it_first() -> None:
    text = "Das Unternehmen hat die Werft gekauft. Kolibri ist ein Rechner. Das Unternehmen sagte, er laufe."
    assert speakers(text, "de")[2] == [("Das Unternehmen", None)]
