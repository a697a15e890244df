"""Propositions: which stretches of a sentence state something by themselves."""

import pytest

from claims.reason import Language
from factcheck.extraction.parsing import parse
from factcheck.extraction.propositions import find_propositions


def propositions(text: str, language: Language) -> list[str]:
    return [
        text[slice(*sentence.span((found.first, found.last)))]
        for sentence in parse(text, language)
        for found in find_propositions(sentence, language)
    ]


GERMAN = [
    # coordinate clauses, with and without a subject of their own
    (
        "Die Werft baute 2014 drei Fähren und verkaufte sie nach Norwegen.",
        ["Die Werft baute 2014 drei Fähren", "verkaufte sie nach Norwegen"],
    ),
    (
        "1998 wurde die Mühle geschlossen und ihr Besitzer zog nach Graz.",
        ["1998 wurde die Mühle geschlossen", "ihr Besitzer zog nach Graz"],
    ),
    # participles under one auxiliary
    (
        "2020 wurden die Preise gesenkt und die Löhne erhöht.",
        ["2020 wurden die Preise gesenkt", "die Löhne erhöht"],
    ),
    # what completes a clause stays with it
    (
        "Der Rat hat die Straße gesperrt, um den Lärm zu senken.",
        ["Der Rat hat die Straße gesperrt, um den Lärm zu senken"],
    ),
    (
        "Die Schule wurde geschlossen, weil das Dach undicht war.",
        ["Die Schule wurde geschlossen, weil das Dach undicht war"],
    ),
    # a fact of its own in a subordinate or relative clause
    (
        "Die Bahn fuhr wieder, nachdem Arbeiter den Baum entfernt hatten.",
        ["Die Bahn fuhr wieder", "nachdem Arbeiter den Baum entfernt hatten"],
    ),
    (
        "Nachdem der Fluss gestiegen war, sperrte die Polizei die Brücke.",
        ["Nachdem der Fluss gestiegen war", "sperrte die Polizei die Brücke"],
    ),
    (
        "Der Rat lobte die Retter, die den Hund aus dem See gezogen hatten.",
        ["Der Rat lobte die Retter", "die den Hund aus dem See gezogen hatten"],
    ),
    # appositions and lists
    (
        "Mit dabei war Anna Berger, früher Leiterin der Werft.",
        ["Anna Berger, früher Leiterin der Werft"],
    ),
    (
        "Das Team nutzt Kolibri, einen Rechner mit 900 Kernen.",
        ["Das Team nutzt Kolibri", "Kolibri, einen Rechner mit 900 Kernen"],
    ),
    (
        "Die Stadt schloss zwölf Ämter, darunter zwei Büchereien.",
        ["Die Stadt schloss zwölf Ämter", "darunter zwei Büchereien"],
    ),
    # datelines and bullets are no part of a claim
    ("Graz – Die Mühle hat geschlossen.", ["Die Mühle hat geschlossen"]),
    ("- Die Mühle hat geschlossen.", ["Die Mühle hat geschlossen"]),
]
ENGLISH = [
    (
        "The yard built three ferries in 2014 and sold them to Norway.",
        ["The yard built three ferries in 2014", "sold them to Norway"],
    ),
    (
        "The mill closed in 1998 and its owner moved to Leeds.",
        ["The mill closed in 1998", "its owner moved to Leeds"],
    ),
    (
        "The council closed the road to reduce noise and dust.",
        ["The council closed the road to reduce noise and dust"],
    ),
    (
        "The firm owns the harbour, which employs 400 people.",
        ["The firm owns the harbour", "which employs 400 people"],
    ),
    (
        "Northwind, one of the largest yards in Europe, closed in May.",
        [
            "Northwind, one of the largest yards in Europe, closed in May",
            "Northwind, one of the largest yards in Europe",
        ],
    ),
    (
        "The firm bought the site in May, making it the largest owner in town.",
        ["The firm bought the site in May", "making it the largest owner in town"],
    ),
    (
        "Sales rose to 300 boats, against 250 a year before.",
        ["Sales rose to 300 boats", "250 a year before"],
    ),
    # of a report the content, of an act the whole
    ("The firm said it had sold the site.", ["it had sold the site"]),
    ("The firm told staff that the site was sold.", ["the site was sold"]),
    ("The site was sold in May, the firm said.", ["The site was sold in May"]),
    (
        "Experts are warning the town that the dam may break.",
        ["Experts are warning the town that the dam may break"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german_sentences_fall_into_their_propositions(text: str, expected: list[str]) -> None:
    assert propositions(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_sentences_fall_into_their_propositions(text: str, expected: list[str]) -> None:
    assert propositions(text, "en") == expected


def test_a_list_of_figures_without_a_verb_has_a_proposition_for_each() -> None:
    text = "Die Werte am Abend: Nord +0,20 Prozent, Süd -0,25 Prozent und West -0,84 Prozent."
    assert propositions(text, "de")[-3:] == ["Nord +0,20 Prozent", "Süd -0,25 Prozent", "West -0,84 Prozent"]
