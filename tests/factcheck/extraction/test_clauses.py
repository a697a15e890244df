"""Propositions: which stretches of a sentence state something by themselves."""

import pytest

from claims.reason import Language
from factcheck.extraction.claims import extract
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
    # two verbs with one subject, the first of them with "once" or a verb of speech
    (
        "Anna Berger was once named as the youngest mayor and ran a bakery.",
        ["Anna Berger was once named as the youngest mayor", "ran a bakery"],
    ),
    (
        "The union praised the plan and demanded a vote.",
        ["The union praised the plan", "demanded a vote"],
    ),
    # two nouns are no clause, whatever the verb behind "because"
    (
        "The mayor faces a fine and the loss of her seat because she hid a loan.",
        ["The mayor faces a fine and the loss of her seat because she hid a loan"],
    ),
    # "as" tells of something else beside, unless the subject is the same
    (
        "The vote follows a strike at the mill as the owners try to cut wages.",
        ["The vote follows a strike at the mill", "as the owners try to cut wages"],
    ),
    (
        "Crews worked all night as they tried to clear the road.",
        ["Crews worked all night as they tried to clear the road"],
    ),
    # a relative clause without a comma tells a fact where it is in the past or has a figure
    (
        "Crews fought two floods that had spread to the valley.",
        ["Crews fought two floods", "that had spread to the valley"],
    ),
    (
        "The council runs offices which cost £3m a year.",
        ["The council runs offices", "which cost £3m a year"],
    ),
    ("The town needs a bus that is cheap.", ["The town needs a bus that is cheap"]),
    # what is said about a subject before it is named
    (
        "Built in Leeds in 1931, the tram was sold to a museum.",
        ["Built in Leeds in 1931", "the tram was sold to a museum"],
    ),
    (
        "Leaving the yard in 2014, she opened a bakery.",
        ["Leaving the yard in 2014", "she opened a bakery"],
    ),
    (
        "The youngest daughter of a miner, she has led the union since May.",
        ["The youngest daughter of a miner", "she has led the union since May"],
    ),
    ("Smiling at the crowd, she opened the bakery.", ["Smiling at the crowd, she opened the bakery"]),
    # what others do beside
    (
        "Wages differ between towns, with some nurses earning only £90 a week.",
        ["Wages differ between towns", "some nurses earning only £90 a week"],
    ),
    (
        "The crew, from Harbour College in Leeds, built the boat.",
        ["The crew, from Harbour College in Leeds", "built the boat"],
    ),
    # a part that is counted has no verb
    (
        "Five miners, two of them badly injured men, climbed out of the shaft.",
        [
            "Five miners, two of them badly injured men, climbed out of the shaft",
            "two of them badly injured men",
        ],
    ),
    # the last of a list is no apposition
    (
        "They visited the Harbour Office, the Mill Trust, Friends of Leeds and the Town Guild.",
        ["They visited the Harbour Office, the Mill Trust, Friends of Leeds and the Town Guild"],
    ),
    ("RIVERTON, Mo. (AP) — The mill has closed.", ["The mill has closed"]),
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
        ["Northwind, one of the largest yards in Europe", "closed in May"],
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


FACTS: list[tuple[Language, str, list[str]]] = [
    # a relative clause with a figure, in the past, or about a name states a fact
    (
        "de",
        "Der Rat plant eine Brücke, für die er 40 Millionen Euro zahlt.",
        ["Der Rat plant eine Brücke", "für die er 40 Millionen Euro zahlt"],
    ),
    (
        "de",
        "Am stärksten litt der Hafen, der viele Kunden verlor.",
        ["Am stärksten litt der Hafen", "der viele Kunden verlor"],
    ),
    (
        "de",
        "Bienen sehen Farben, die für Menschen unsichtbar sind.",
        ["Bienen sehen Farben, die für Menschen unsichtbar sind"],
    ),
    # where a fact stands between a subject and its verb, the other begins with the verb
    (
        "de",
        "Die Werft, die seit 2019 zum Konzern gehört, baute drei Fähren.",
        ["die seit 2019 zum Konzern gehört", "baute drei Fähren"],
    ),
    (
        "de",
        "Dem Verein, der 2011 gegründet wurde, droht das Ende der Saison.",
        ["Dem Verein, der 2011 gegründet wurde, droht das Ende der Saison", "der 2011 gegründet wurde"],
    ),
    (
        "en",
        "The yard, which has 90 workers, sold two ferries.",
        ["which has 90 workers", "sold two ferries"],
    ),
    # a remark between dashes is none, a figure there is one
    (
        "de",
        "Der Bauherr der Halle – das liegt nahe – war die Stadt.",
        ["Der Bauherr der Halle – das liegt nahe – war die Stadt"],
    ),
    # what waits for its verb gets it behind a relative clause
    (
        "de",
        "Ursprünglich sollten die Hallen, in denen Schiffe gebaut werden, an Firmen verkauft werden.",
        ["Ursprünglich sollten die Hallen, in denen Schiffe gebaut werden, an Firmen verkauft werden"],
    ),
    (
        "de",
        "Der Kapitän hatte die Nacht und den Morgen mit Freunden verbracht und fuhr dann nach Hause.",
        ["Der Kapitän hatte die Nacht und den Morgen mit Freunden verbracht", "fuhr dann nach Hause"],
    ),
    # English clauses begin without a comma
    (
        "en",
        "Forty people were hurt when a ferry hit the pier.",
        ["Forty people were hurt", "when a ferry hit the pier"],
    ),
    ("en", "The roof leaks when it rains.", ["The roof leaks when it rains"]),
    (
        "en",
        "The town sold the yard even though the price was low.",
        ["The town sold the yard", "even though the price was low"],
    ),
    (
        "en",
        "When they retired in 2004 there were 64 shops; today there are 23.",
        ["When they retired in 2004 there were 64 shops", "today there are 23"],
    ),
    (
        "en",
        "The site belongs to Northwind which was founded in 2011.",
        ["The site belongs to Northwind", "which was founded in 2011"],
    ),
    (
        "en",
        "Orders have fallen since Northwind sold the yard.",
        ["Orders have fallen", "since Northwind sold the yard"],
    ),
    (
        "en",
        "The judge heard claims that Berger and Acker took money.",
        ["The judge heard claims that Berger and Acker took money"],
    ),
    # what a value is held against, and parts of a number
    (
        "de",
        "Die Stadt gab 610.000 Euro für Gas aus, fast doppelt so viel wie 2021.",
        ["Die Stadt gab 610.000 Euro für Gas aus", "fast doppelt so viel wie 2021"],
    ),
    (
        "de",
        "Berger war am Bau von Kolibri beteiligt, einem Rechner mit mehr als 200.000 Kernen.",
        ["Berger war am Bau von Kolibri beteiligt, einem Rechner mit mehr als 200.000 Kernen"],
    ),
    (
        "de",
        "Der Betrieb hat 5.900 Leute, davon 2.150 am Stammsitz.",
        ["Der Betrieb hat 5.900 Leute", "davon 2.150 am Stammsitz"],
    ),
    (
        "en",
        "Forty people were hurt, three of them seriously.",
        ["Forty people were hurt", "three of them seriously"],
    ),
    (
        "en",
        "Prices followed the wages, rising from $88 to $171.",
        ["Prices followed the wages", "rising from $88 to $171"],
    ),
    # what somebody was, told by a title
    (
        "en",
        "The pair arrived with former coach Anna Berger.",
        ["The pair arrived with former coach Anna Berger", "former coach Anna Berger"],
    ),
    (
        "de",
        "Den Preis übergab der frühere Direktor Paul Acker.",
        ["Den Preis übergab der frühere Direktor Paul Acker", "frühere Direktor Paul Acker"],
    ),
    # a headline's two halves
    (
        "de",
        "Verkauf der Werft perfekt – Anna Berger tritt zurück",
        ["Verkauf der Werft perfekt", "Anna Berger tritt zurück"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), FACTS)
def test_each_fact_of_a_sentence_is_a_proposition_of_its_own(
    language: Language, text: str, expected: list[str]
) -> None:
    assert propositions(text, language) == expected


def test_what_opens_a_sentence_reads_as_it_stands() -> None:
    claims = extract("Built in Leeds in 1931, the tram was sold to a museum.", "en").claims
    assert [claim.text for claim in claims] == ["Built in Leeds in 1931", "The tram was sold to a museum"]


def test_a_relative_clause_with_that_reads_with_its_noun() -> None:
    claims = extract("Crews fought two floods that had spread to the valley.", "en").claims
    assert [claim.text for claim in claims] == [
        "Crews fought two floods",
        "Two floods had spread to the valley",
    ]
