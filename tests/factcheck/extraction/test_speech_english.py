"""English turns of phrase that attribute: participles, nouns, demands, attitudes, tags of quotations."""

import pytest

from factcheck.extraction.parsing import parse
from factcheck.extraction.speakers import attribute

ATTRIBUTED: list[tuple[str, str, str]] = [
    ("The crew left the pier, claiming they had been cheated.", "The crew", "they had been cheated."),
    ("Huber sued the yard, accusing it of fraud.", "Huber", "accusing it of fraud."),
    (
        "The court met twice before ruling out a fine, saying that nobody was hurt.",
        "The court",
        "nobody was hurt.",
    ),
    ("The panel turned down the yard's claim that the pier was safe.", "the yard", "the pier was safe."),
    ("The team discovered that nine cranes were gone.", "The team", "nine cranes were gone."),
    ("The yards, which have nine cranes, welcomed the vote.", "The yards", ""),
    ("The union wants 7% and a new pier.", "The union", "The union wants 7% and a new pier."),
    ("The yard expects to sell nine cranes.", "The yard", "The yard expects to sell nine cranes."),
    ("The engineer does not expect to see it.", "The engineer", "The engineer does not expect to see it."),
    ("Anna Berger would like to build a pier.", "Anna Berger", "Anna Berger would like to build a pier."),
    ("The yard called for a new pier.", "The yard", "The yard called for a new pier."),
    ("Anna Berger was sceptical.", "Anna Berger", "Anna Berger was sceptical."),
    ('"We build, and to build well takes time," said a yard statement.', "a yard statement", ""),
    ('"What a pier," Huber enthused.', "Huber", '"What a pier,"'),
    ("The pier is safe, in her view.", "", ""),
    ("The deal was first reported by the Harbour Times.", "the Harbour Times", ""),
    ("Residents were told by the council that the pier was safe.", "the council", "the pier was safe."),
    ("The minister claimed to have built nine piers.", "The minister", ""),
    ("The plan is for a study by the yard, and, its owner once admitted, for more.", "its owner", ""),
    ("Prosecutors allege that Huber sold the pier.", "Prosecutors", "Huber sold the pier."),
    ("The yard, which is new, says the pier is safe.", "The yard", ""),
    ("Ms Berger's lawyer argued that the pier was safe.", "Ms Berger's lawyer", "the pier was safe."),
    ("According to a study by the yard, the pier is safe.", "a study by the yard", ""),
    ("The chief left after an inquiry found that £4m had been lost.", "an inquiry", "£4m had been lost."),
    ("A claim by the union that ministers were warned was rejected.", "the union", "ministers were warned"),
    ("The union's claim that ministers were warned was wrong.", "The union", "ministers were warned"),
    (
        "Bats can find cacti from afar, scientists report in Ecology Notes.",
        "scientists",
        "Bats can find cacti from afar,",
    ),
    ("Huber, who was not involved, describes the result as sound.", "Huber", ""),
    ("Huber, a zoologist in Zurich, describes the result as sound.", "Huber", ""),
    ("The wind, Huber points out, blew from the west.", "Huber", ""),
    ('"The sale," Anna Berger said, "was a mistake that cost us £3m."', "Anna Berger", ""),
    ('"The sale was a mistake," Anna Berger, the head of the yard, said.', "Anna Berger", ""),
    ("Police put the number of dead at 12.", "Police", ""),
    ("The council has promised to protect the caves.", "The council", ""),
    ("The yard admits selling nine cranes.", "The yard", ""),
    ("The plan drew criticism from residents.", "residents", ""),
    ("A report published on Monday says the pier was sold.", "A report published on Monday", ""),
    ("Figures from the council show that nine cranes were sold.", "Figures from the council", ""),
    (
        "Sources close to the talks said the pier was sold.",
        "Sources close to the talks",
        "the pier was sold.",
    ),
    ('"It was sold in May," said one of them.', "one of them", ""),
    ("Some said the pier had been sold.", "Some", "the pier had been sold."),
    ("Campaigners dispute the numbers.", "Campaigners", ""),
    ("The plan's supporters point out that it saved £3m.", "The plan's supporters", "it saved £3m."),
    ("Northwind maintains that nine cranes were sold.", "Northwind", "nine cranes were sold."),
    ("Her critics, among them two farmers, say the pier was sold.", "Her critics", "the pier was sold."),
    ("Engineers caution that the pier was sold too soon.", "Engineers", ""),
    ("The owner went on to say that nine cranes were sold.", "The owner", "nine cranes were sold."),
    ("Campaigners were quick to point out that it cost £3m.", "Campaigners", "it cost £3m."),
    ("Diplomats are less sure.", "Diplomats", "Diplomats are less sure."),
    ("The mayor defended the decision.", "The mayor", "The mayor defended the decision."),
    ("The minister has promised an answer by May.", "The minister", ""),
    ("The pier was, as internal records now show, built in 1931.", "internal records", ""),
    ("Nine cranes were sold, by the residents' own count.", "the residents", ""),
    ("The pier cost £3m, on the yard's own figures.", "the yard", ""),
    ("The council sold the pier, a decision residents criticised.", "residents", ""),
    ("By its own admission, the firm lost 40 people.", "the firm", ""),
    ("By his lawyer's account he sold nine cranes.", "his lawyer", ""),
]


@pytest.mark.parametrize(("text", "speaker", "message"), ATTRIBUTED)
def test_an_english_turn_of_phrase_attributes(text: str, speaker: str, message: str) -> None:
    found = attribute(text, parse(text, "en"), "en")[0]
    assert [one.speaker for one in found] == ([speaker] if speaker else [])
    assert not found or text[found[0].start : found[0].end].rstrip() == message or not message


NOT_ATTRIBUTED = [
    "The device, called Kolibri, weighs nine grams.",
    "The yard is the largest in 14 mostly northern states.",
    "The yard wants to build a pier.",
    "The pier is expected to open in May.",
    "The yard did not say whether the pier would open.",
    "The regulator fined it after being told that nine cranes were gone.",
    "The yard put nine cranes on the pier.",
    "The captain has been told that the pier is safe.",
    "The cranes found in May were sold, reports in the press.",
    "The yard offered no comment on the claim that hurt it.",
    "Not everyone is convinced.",
    "The pier is critical to the trade.",
    "The yard is sure to win.",
    "The team defended the title.",
    "On Friday's count nobody won.",
    "The leak was known in 2003, five years before they told the council.",
    "The yard went on to sell nine cranes.",
]


@pytest.mark.parametrize("text", NOT_ATTRIBUTED)
def test_participles_plurals_and_plans_attribute_nothing(text: str) -> None:
    assert attribute(text, parse(text, "en"), "en") == [[]]


def test_who_rejects_a_charge_put_behind_it_is_who_was_charged() -> None:
    text = "Anna Berger sold the yard. Huber accused her of fraud, a charge she flatly denied."
    found = attribute(text, parse(text, "en"), "en")[1]
    assert [(one.speaker, text[one.start : one.end]) for one in found][-1] == (
        "Anna Berger",
        "a charge she flatly denied.",
    )


def test_words_spoken_of_are_no_name() -> None:
    text = 'Addressing claims that the pier was unsafe, Ms Berger told the radio: "It will hold."'
    assert {one.speaker for one in attribute(text, parse(text, "en"), "en")[0]} == {"Berger"}


def test_what_follows_he_said_is_his_too() -> None:
    text = "The pier had been built twice, Stefan Huber said, and each had fallen."
    found = attribute(text, parse(text, "en"), "en")[0]
    assert [(one.speaker, text[one.start : one.end]) for one in found][1:] == [
        ("Stefan Huber", "and each had fallen.")
    ]
