"""Names of people and bodies in German and English sentences."""

import pytest

from claims.reason import Language
from factcheck.extraction.parsing import parse


def names(text: str, language: Language) -> list[str]:
    return [name.text for sentence in parse(text, language) for name in sentence.names]


TABLE: list[tuple[Language, str, list[str]]] = [
    ("de", "Gestern sprach Anna Berger mit den Arbeitern der Werft.", ["Anna Berger"]),
    ("de", "Die Bauern verkauften die Milch an den Elektronikhersteller Sonnig.", ["Sonnig"]),
    ("de", "Der Trainer lobte Präsident Kowalczyk für das Ergebnis.", ["Kowalczyk"]),
    ("de", "Das Skalierungsteam und die Massenbewegung kosten Geld.", []),
    ("de", "Forscher der OECD und von xBoard stellten das vor.", ["OECD", "xBoard"]),
    ("de", "Die Firma zog nach Wien und stellte Ingenieure von Siemens ein.", ["Wien", "Siemens"]),
    ("de", "Im Januar stiegen die Preise um 3 Prozent.", []),
    (
        "en",
        "Yesterday Anna Berger met workers of Northwind Ltd in Leeds.",
        ["Anna Berger", "Northwind Ltd", "Leeds"],
    ),
    ("en", "Analysts expect higher prices on Monday.", []),
    ("en", "The centre in Leeds bought 90 GPUs.", ["Leeds"]),
    ("en", "Goals came from Striker Anna Berger.", ["Anna Berger"]),
    ("en", "Mr Berger praised the OECD and the Harbour Trust.", ["Berger", "OECD", "Harbour Trust"]),
    ("de", "Sie forschte bei xBoard und X.", ["xBoard", "X"]),
    ("de", "Den Beitrag schrieb er auf X.", ["X"]),
    ("de", "Die beiden waren früher bei Birdwood tätig.", ["Birdwood"]),
    ("de", "Bei Starkregen meldete er sich von Testfahrten ab.", []),
    ("de", "Paul H. Berger zog um.", ["Paul H. Berger"]),
    ("en", "She did research at xBoard and X.", ["xBoard", "X"]),
    ("en", "The mayor met Anna B. Clark.", ["Anna B. Clark"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), TABLE)
def test_names_are_told_from_common_nouns(language: Language, text: str, expected: list[str]) -> None:
    assert names(text, language) == expected


def test_a_surname_alone_is_a_name_once_the_full_name_is_known() -> None:
    text = "Der Preis ging an Peter Acker. Acker dankte der Jury. Ackers Werk ist bekannt."
    assert names(text, "de") == ["Peter Acker", "Acker", "Ackers"]


def test_a_person_is_told_from_a_body() -> None:
    sentence = parse("Anna Berger leitet die Abteilung bei xBoard.", "de")[0]
    assert [(name.text, name.person) for name in sentence.names] == [("Anna Berger", True), ("xBoard", False)]
