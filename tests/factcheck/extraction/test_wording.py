"""A claim's text: readable on its own, and what stands for nobody named is said to be open."""

import re
from itertools import product

import pytest

from claims.article import AliasDraft
from claims.claim import ClaimDraft
from claims.reason import Language
from factcheck.extraction.claims import extract


def claims(text: str, language: Language = "de") -> tuple[ClaimDraft, ...]:
    return extract(text, language).claims


READABLE: list[tuple[Language, str, list[str]]] = [
    # the subject of a second verb
    (
        "de",
        "Die Werft baute drei Fähren und verkaufte sie nach Norwegen.",
        ["Die Werft baute drei Fähren", "Die Werft verkaufte sie nach Norwegen"],
    ),
    (
        "de",
        "Im Mai baute die Werft drei Fähren und verkaufte sie nach Norwegen.",
        ["Im Mai baute die Werft drei Fähren", "Die Werft verkaufte sie nach Norwegen"],
    ),
    (
        "de",
        "Die Werft verkaufte im Mai das Dock, entließ 40 Leute und zog nach Kiel.",
        [
            "Die Werft verkaufte im Mai das Dock",
            "Die Werft entließ 40 Leute",
            "Die Werft zog nach Kiel",
        ],
    ),
    (
        "de",
        "Die Gewerkschaften kritisierten, die Löhne seien zu niedrig, und drohten mit Streiks.",
        [
            "Die Gewerkschaften kritisierten, die Löhne seien zu niedrig",
            "Die Gewerkschaften drohten mit Streiks",
        ],
    ),
    (
        "de",
        "1993 hatte Anna Berger die Leitung übernommen und die Werft saniert.",
        ["1993 hatte Anna Berger die Leitung übernommen", "Anna Berger hatte die Werft saniert"],
    ),
    (
        "en",
        "The captain was fined $500 and banned from the harbour.",
        ["The captain was fined $500", "The captain was banned from the harbour"],
    ),
    # the name behind a pronoun or a description
    (
        "en",
        "Northwind closed its yard in May. The company sold the site.",
        ["Northwind closed its yard in May", "Northwind sold the site"],
    ),
    (
        "en",
        "Northwind closed its yard in May. It sold the site in June.",
        ["Northwind closed its yard in May", "Northwind sold the site in June"],
    ),
    (
        "de",
        "Anna Berger kam 2011 zur Werft. Sie baute dort drei Fähren.",
        ["Anna Berger kam 2011 zur Werft", "Anna Berger baute dort drei Fähren"],
    ),
    (
        "de",
        "Anna Berger kam 2011 zur Werft. Ihre Firma baute drei Fähren.",
        ["Anna Berger kam 2011 zur Werft", "Anna Bergers Firma baute drei Fähren"],
    ),
    (
        "de",
        "Anna Berger leitete die Werft. Sie gab ihr Amt 2014 auf.",
        ["Anna Berger leitete die Werft", "Anna Berger gab ihr Amt 2014 auf"],
    ),
    # clauses with the verb at their end
    (
        "de",
        "Der Sprecher sagte, dass die Reederei im Herbst drei Werke schließt.",
        ["Die Reederei schließt im Herbst drei Werke"],
    ),
    (
        "de",
        "Die Polizei teilte mit, dass der Fahrer seinen Führerschein abgibt.",
        ["Der Fahrer gibt seinen Führerschein ab"],
    ),
    (
        "de",
        "Die Stadt kaufte das Bad, nachdem der Verein 2014 zwei Filialen geschlossen hatte.",
        ["Die Stadt kaufte das Bad", "Der Verein hatte 2014 zwei Filialen geschlossen"],
    ),
    (
        "de",
        "Nachdem die Stadt 2014 zwei Bäder geschlossen hatte, stieg der Preis um 3 Euro.",
        ["Die Stadt hatte 2014 zwei Bäder geschlossen", "Der Preis stieg um 3 Euro"],
    ),
    # relative clauses
    (
        "de",
        "Der Rat lobte Anna Berger, die den Hund aus dem See gezogen hatte.",
        ["Der Rat lobte Anna Berger", "Anna Berger hatte den Hund aus dem See gezogen"],
    ),
    (
        "de",
        "Das Land half der alten Werft, die 1902 gegründet wurde.",
        ["Das Land half der alten Werft", "Die alte Werft wurde 1902 gegründet"],
    ),
    (
        "en",
        "The city sold the pool, which was built in 1962.",
        ["The city sold the pool", "The pool was built in 1962"],
    ),
    # what is said in passing
    (
        "de",
        "Die Stadt schloss zwölf Ämter, darunter zwei Büchereien.",
        ["Die Stadt schloss zwölf Ämter", "Die Stadt schloss zwölf Ämter, darunter zwei Büchereien"],
    ),
    (
        "de",
        "Die Werft beschäftigt 300 Leute, davon 40 in Kiel.",
        ["Die Werft beschäftigt 300 Leute", "Die Werft beschäftigt 300 Leute, davon 40 in Kiel"],
    ),
    # two participles under one auxiliary
    (
        "de",
        "Im Mai wurde der Garten erneuert und das Denkmal in den Hof gebracht.",
        ["Im Mai wurde der Garten erneuert", "Das Denkmal wurde in den Hof gebracht"],
    ),
    # what only joins a sentence to the one before
    ("de", "Doch die Werft verkaufte 2014 zwei Fähren.", ["Die Werft verkaufte 2014 zwei Fähren"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), READABLE)
def test_a_claim_can_be_read_on_its_own(language: Language, text: str, expected: list[str]) -> None:
    assert [claim.text for claim in claims(text, language)] == expected


LEFT: list[tuple[Language, str, str]] = [
    (
        "de",
        "Der Sprecher sagte, dass das Verfahren gegen die Bank 2014 eingestellt wurde.",
        "Das Verfahren gegen die Bank 2014 eingestellt wurde",
    ),
    (
        "de",
        "Der Sprecher sagte, dass die Reederei zwei Werke schließt und 300 Stellen streicht.",
        "Die Reederei zwei Werke schließt und 300 Stellen streicht",
    ),
    ("en", "When it rains, unemployment climbs to 27%.", "When it rains, unemployment climbs to 27%"),
    ("en", "Since then the yard has built 9 ferries.", "Since then the yard has built 9 ferries"),
]


@pytest.mark.parametrize(("language", "text", "expected"), LEFT)
def test_words_whose_order_is_not_plain_keep_it(language: Language, text: str, expected: str) -> None:
    assert [claim.text for claim in claims(text, language)] == [expected]


OPEN: list[tuple[Language, str, tuple[str, ...]]] = [
    ("de", "Das Unternehmen entließ 2014 rund 300 Leute.", ("Das Unternehmen",)),
    ("de", "Die Stadt warf dem Unternehmen 2014 Betrug vor.", ("dem Unternehmen",)),
    ("de", "Der Aluminiumkonzern verdoppelte 2014 seinen Umsatz.", ("Der Aluminiumkonzern",)),
    ("de", "Er verkaufte 2014 drei Fähren.", ("Er",)),
    ("de", "Damals kamen 3000 Gäste in die Halle.", ("Damals",)),
    ("de", "Dies führte 2014 zu 30 Kündigungen.", ("Dies",)),
    ("de", "Diese Zahlung belief sich auf 3 Millionen Euro.", ("Diese Zahlung",)),
    ("en", "They sold 30 ferries in 2014.", ("They",)),
    ("en", "In December 2023 it hit a buoy.", ("it",)),
    ("de", "Kurz nach dem Unfall wurden in seinem Blut 1,9 Promille gemessen.", ("seinem",)),
    ("en", "The deal cost $30m in 2014.", ("The deal",)),
    ("en", "The firm cut 300 jobs in 2014.", ("The firm",)),
    ("en", "His boat sank in 2014.", ("His",)),
    ("en", "The company he founded employs 300 people.", ("he",)),
]


@pytest.mark.parametrize(("language", "text", "expected"), OPEN)
def test_what_stands_for_nobody_named_is_open(
    language: Language, text: str, expected: tuple[str, ...]
) -> None:
    (claim,) = claims(text, language)
    assert claim.unresolved == expected


RESOLVED: list[tuple[Language, str]] = [
    ("de", "Anna Berger verkaufte 2014 ihre drei Fähren."),
    ("de", "Der VW-Konzern verkaufte 2014 drei Werke."),
    ("de", "Die Firma aus Kiel verkaufte 2014 drei Werke."),
    ("de", "Es gibt in Kiel 30 Bäder."),
    ("de", "In diesem Jahr kamen 3000 Gäste nach Kiel."),
    ("en", "It is clear that 30 ferries sank in 2014."),
    ("en", "There are 30 ferries in the harbour."),
    ("en", "US exports rose by 3% in 2014."),
    ("en", "Northwind doubled its sales in 2014."),
]


@pytest.mark.parametrize(("language", "text"), RESOLVED)
def test_what_the_claim_says_itself_is_not_open(language: Language, text: str) -> None:
    assert [claim.unresolved for claim in claims(text, language)] == [()]


def test_what_goes_back_to_an_open_word_is_not_open_once_more() -> None:
    (claim,) = claims("Er gab sein Amt 2014 auf.")
    assert claim.unresolved == ("Er",)


def test_two_companies_leave_open_which_of_them_is_the_company() -> None:
    text = "Northwind paid Veltro $3m. Northwind grew by 3%. Northwind hired 30 people. "
    text += "Veltro closed in May. The company lost $9m."
    assert claims(text, "en")[-1].text == "The company lost $9m"
    assert claims(text, "en")[-1].unresolved == ("The company",)


def test_a_subject_that_nobody_names_is_shown_as_missing() -> None:
    last = claims("He said prices would fall if people saved and sold 30 boats in 2014.", "en")[-1]
    assert last.text.startswith("… sold 30 boats")
    assert last.unresolved == ("…",)


def test_we_is_open_only_where_nobody_is_known_to_speak() -> None:
    spoken = claims("„Wir haben 2014 drei Fähren verkauft“, sagte Anna Berger.")[0]
    assert spoken.unresolved == ()
    assert claims("Wir haben 2014 drei Fähren verkauft.")[0].unresolved == ("Wir",)


def test_a_quotation_mark_never_stands_alone() -> None:
    text = (
        "Anna Berger nannte das Angebot einen „großen Erfolg für die 300 Leute der Werft“ und ging nach Kiel."
    )
    for claim in claims(text):
        assert claim.text.count("„") == claim.text.count("“")


ALIASES: list[tuple[Language, str, AliasDraft, list[str]]] = [
    (
        "de",
        "Das Unternehmen hat vier Leute geholt. Die Mitarbeiter des Unternehmens kamen 2014. "
        "Die Stadt warf dem Unternehmen 2014 Betrug vor.",
        AliasDraft(words="das Unternehmen", name="Nordlicht"),
        [
            "Nordlicht hat vier Leute geholt",
            "Die Mitarbeiter von Nordlicht kamen 2014",
            "Die Stadt warf Nordlicht 2014 Betrug vor",
        ],
    ),
    (
        "de",
        "Drei Fähren wurden 2014 vom Unternehmen verkauft.",
        AliasDraft(words="das Unternehmen", name="die Werft Nordlicht"),
        ["Drei Fähren wurden 2014 von der Werft Nordlicht verkauft"],
    ),
    (
        "en",
        "The company's profit rose to $3m. The company cut 30 jobs.",
        AliasDraft(words="the company", name="Northwind"),
        ["Northwind's profit rose to $3m", "Northwind cut 30 jobs"],
    ),
    (
        "de",
        "Er verkaufte 2014 drei Fähren.",
        AliasDraft(words="er", name="Jan Holm"),
        ["Jan Holm verkaufte 2014 drei Fähren"],
    ),
]


@pytest.mark.parametrize(("language", "text", "alias", "expected"), ALIASES)
def test_an_alias_holds_for_every_form_of_its_words(
    language: Language, text: str, alias: AliasDraft, expected: list[str]
) -> None:
    found = extract(text, language, aliases=[alias]).claims
    assert [claim.text for claim in found] == expected
    assert [claim.unresolved for claim in found] == [()] * len(expected)


def test_longer_words_of_an_alias_come_first() -> None:
    aliases = [
        AliasDraft(words="das Unternehmen", name="Nordlicht"),
        AliasDraft(words="das neue Unternehmen", name="Südlicht"),
    ]
    found = extract(
        "Das neue Unternehmen kaufte 2014 drei Fähren. Das Unternehmen baute zwei.", "de", aliases=aliases
    )
    assert [claim.text for claim in found.claims] == [
        "Südlicht kaufte 2014 drei Fähren",
        "Nordlicht baute zwei",
    ]


_SUBJECTS = ("die Reederei", "er", "der Chef des Unternehmens", "Anna Berger", "keine der 12 Firmen")
_OBJECTS = (
    "nicht mehr als 1,5 Mio. Euro",
    "mindestens 7 Werke",
    "12.000 Stellen am 3. Mai 2014",
    "nie 30 Boote",
)
_FRAMES = (
    "Der Rat sagte, dass {subject} {object} verkaufte.",
    "Es regnete, während {subject} {object} verkauft hat.",
    "Die Werft kaufte zwei Docks und verkaufte {object}.",
    "Der Rat lobte die Werft, die {object} verkauft hatte.",
    "Im Mai verkaufte {subject} {object}, nachdem Jan Holm {object} gekauft hatte.",
)
_KEPT = re.compile(r"\w*\d[\w.,]*\w|\d|\b(?:nicht|keine|nie|mindestens|mehr|als)\b", re.IGNORECASE)


@pytest.mark.parametrize("frame", _FRAMES)
def test_no_wording_loses_a_figure_a_denial_or_a_bound(frame: str) -> None:
    for subject, what in product(_SUBJECTS, _OBJECTS):
        for claim in claims(frame.format(subject=subject, object=what)):
            kept = [found.lower() for found in _KEPT.findall(claim.text)]
            assert all(found.lower() in kept for found in _KEPT.findall(claim.exact))
            assert all(words in claim.text for words in claim.unresolved)
            assert claim.text[0] == claim.text[0].upper()
            assert not claim.text.endswith(",")


def test_an_alias_names_the_speaker_too() -> None:
    text = "Das Unternehmen teilte mit, dass die Werft 2014 drei Fähren verkauft hat."
    (claim,) = extract(text, "de", aliases=[AliasDraft(words="das Unternehmen", name="Nordlicht")]).claims
    assert (claim.speaker, claim.speaker_resolved) == ("Das Unternehmen", "Nordlicht")
    assert not claim.speaker_unresolved


def test_the_names_of_a_claim_are_those_of_its_text() -> None:
    found = claims("Northwind closed its yard in May. It sold the site in June.", "en")
    assert [claim.names for claim in found] == [("Northwind",), ("Northwind",)]


def test_she_never_becomes_a_man() -> None:
    text = "Manfred Berg leitet die Werft. Sie verkaufte 2014 drei Fähren. "
    assert claims(text)[-1].text == "Sie verkaufte 2014 drei Fähren"
    assert claims(text.replace("Manfred", "Sabine"))[-1].text == "Sabine Berg verkaufte 2014 drei Fähren"
