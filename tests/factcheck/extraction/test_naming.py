"""Who the words that name a speaker stand for: names beside descriptions, pronouns, holders of records."""

import pytest

from claims.reason import Language
from factcheck.extraction.claims import extract
from factcheck.extraction.parsing import parse
from factcheck.extraction.speakers import attribute


def speakers(text: str, language: Language) -> list[list[tuple[str, str | None]]]:
    sentences = parse(text, language)
    return [[(one.speaker, one.resolved) for one in found] for found in attribute(text, sentences, language)]


BESIDE: list[tuple[Language, str, str]] = [
    ("en", "The operator, Northwind, said the pier was safe.", "Northwind"),
    ("en", "Two piers are open, according to the operator, Northwind.", "Northwind"),
    ("en", "The harbour minister, Anna Berger, promised that the pier would open.", "Anna Berger"),
    ("en", "The pier will open, project manager Tarvo Lindqel said.", "Tarvo Lindqel"),
    ("en", '"It held," Anna Berger, an engineer with the yard, told the evening news.', "Anna Berger"),
    ("de", "„Der Kran hält“, meinte der Vorsitzende des Verbandes, Stefan Huber.", "Stefan Huber"),
    ("de", "Die Mole halte, sagte Ex-Abg. Stefan Huber.", "Stefan Huber"),
    ("de", "Laut dem „Abendblatt“ ist die Mole gesperrt.", "Abendblatt"),
    ("de", "Die Mole ist laut einer hpa-Meldung gesperrt.", "hpa"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), BESIDE)
def test_a_name_goes_before_what_describes_it(language: Language, text: str, speaker: str) -> None:
    assert [one[0] for one in speakers(text, language)[0]] == [speaker]


STANDING_IN: list[tuple[Language, str, list[tuple[str, str | None]]]] = [
    (
        "en",
        "Anna Berger leads the yard. Ms Berger walked in. She said the pier was safe.",
        [("Berger", "Anna Berger")],
    ),
    (
        "en",
        "The council said the pier was safe. Engineer Anna Berger disagreed. She said it was not.",
        [("Anna Berger", "Anna Berger")],
    ),
    (
        "en",
        "Northwind is short of cranes, and its own figures show that nine are broken.",
        [("Northwind", None)],
    ),
    ("en", "The pier closed in May. It said nothing was wrong.", []),
    (
        "de",
        "Anna Berger traf als Erste. Der Ball sei noch heiß, sagte die 19-Jährige.",
        [("Anna Berger",) * 2],
    ),
    ("de", "Anna Berger leitet die Werft. Ihrer Ansicht nach hält die Mole.", [("Anna Berger",) * 2]),
]


@pytest.mark.parametrize(("language", "text", "expected"), STANDING_IN)
def test_what_stands_in_for_a_name_is_the_name_as_used_last(
    language: Language, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert speakers(text, language)[-1] == expected


def test_a_spokeswoman_is_no_he() -> None:
    text = "Stefan Huber leads the yard. A spokeswoman said the pier was safe. He said it was not."
    assert speakers(text, "en")[2] == [("Stefan Huber", "Stefan Huber")]


LABELS: list[tuple[str, list[str]]] = [
    ("Handball-EM: Nordstadt gewinnt gegen Südstadt", []),
    ("Nordstadt: Der Hafen wächst", []),
    ("Anna Berger: Der Hafen wächst", ["Anna Berger"]),
    ("Studie: Der Hafen wächst", ["Studie"]),
    ("Nordwerft: Wir bauen neu", ["Nordwerft"]),
    ("Hafenamt: Mole sei sicher", ["Hafenamt"]),
]


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_a_topic_before_a_colon_is_no_speaker(text: str, expected: list[str]) -> None:
    assert [one[0] for one in speakers(text, "de")[0]] == expected


OPEN_CLAIMS: list[tuple[Language, str, list[bool]]] = [
    ("de", "Der Hafen habe 90 Kräne verloren.", [True]),
    ("de", "Handball-EM: Nordstadt gewinnt gegen Südstadt", [False]),
    ("de", "Anna Berger sagte, der Hafen habe 90 Kräne verloren.", [False]),
    ("en", "The company said it had lost 90 cranes.", [True]),
    ("en", "The harbour lost 90 cranes.", [False]),
]


@pytest.mark.parametrize(("language", "text", "expected"), OPEN_CLAIMS)
def test_a_claim_says_whether_its_speaker_is_open(
    language: Language, text: str, expected: list[bool]
) -> None:
    assert [claim.speaker_unresolved for claim in extract(text, language).claims] == expected


def test_the_union_is_the_only_union_named() -> None:
    text = "The Dockers Union called a strike. Northwind has nine piers. The union says nobody will work."
    assert speakers(text, "en")[2] == [("The union", "Dockers Union")]


def test_the_company_is_the_one_that_was_introduced_as_a_business() -> None:
    text = "A pier was built by the start-up Quorvex. It is long. According to the company, it will hold."
    assert speakers(text, "en")[2] == [("the company", "Quorvex")]
