"""Facts that share a verb, describe a subject or only lead to what comes."""

import pytest

from claims.claim import Modality
from claims.reason import Language
from factcheck.extraction.claims import extract

SPLIT: list[tuple[Language, str, list[str]]] = [
    (
        "en",
        "The yard sold 90 boats in Europe, 64 in America and just nine in China.",
        ["The yard sold 90 boats in Europe", "64 in America", "just nine in China"],
    ),
    (
        "en",
        "Its wage bill came to £4m in May, £3m in June and £2m in July.",
        ["Its wage bill came to £4m in May", "£3m in June", "£2m in July"],
    ),
    (
        "en",
        "Prices are expected to rise to 5% in May, but fall to 3% by 2031.",
        ["Prices are expected to rise to 5% in May", "fall to 3% by 2031"],
    ),
    (
        "en",
        "The yard plans to hire 40 people and to open a dock by 2029.",
        ["The yard plans to hire 40 people", "to open a dock by 2029"],
    ),
    (
        "en",
        "The ferry lost power, forcing 90 people to wait and costing its owner £3m.",
        ["The ferry lost power", "forcing 90 people to wait", "costing its owner £3m"],
    ),
    ("en", "Its shares fell, wiping £86m off its value.", ["Its shares fell", "wiping £86m off its value"]),
    (
        "en",
        "The board approved the plan, with six members voting for it and three backing a delay.",
        ["The board approved the plan", "six members voting for it", "three backing a delay"],
    ),
    (
        "en",
        "The mill, founded in 1868 and owned by the bank Northwind, handles a third of the trade.",
        ["founded in 1868", "owned by the bank Northwind", "handles a third of the trade"],
    ),
    (
        "en",
        "When the mill closed in 1981, unemployment climbed to 27%.",
        ["When the mill closed in 1981", "unemployment climbed to 27%"],
    ),
    (
        "en",
        "The clerk was dismissed in 2015 after being convicted of fraud.",
        ["The clerk was dismissed in 2015", "after being convicted of fraud"],
    ),
    (
        "en",
        "Fans handed in 900 letters, hoping to stop the sale.",
        ["Fans handed in 900 letters, hoping to stop the sale"],
    ),
    (
        "en",
        "On May 3, 1990 in Leeds the yard sold 3 boats.",
        ["On May 3, 1990 in Leeds the yard sold 3 boats"],
    ),
    ("en", "600 jobs to go at the yard, union says", ["600 jobs to go at the yard"]),
    (
        "de",
        "Werft meldet Insolvenz an – 640 Stellen in Gefahr",
        ["Werft meldet Insolvenz an", "640 Stellen in Gefahr"],
    ),
    (
        "de",
        "Berger wies das zurück: Man habe den Rat im Mai informiert.",
        ["Berger wies das zurück", "Man habe den Rat im Mai informiert"],
    ),
    (
        "de",
        "Eine Studie, die im Mai erschienen ist, zeigt, dass 40 Prozent der Bienen sterben.",
        ["die im Mai erschienen ist", "40 Prozent der Bienen sterben"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SPLIT)
def test_each_fact_is_a_claim_of_its_own(language: Language, text: str, expected: list[str]) -> None:
    assert [claim.exact for claim in extract(text, language).claims] == expected


IDLE: list[tuple[Language, str]] = [
    ("en", "There was a time when nobody wanted the club."),
    ("en", "There are days when nothing works."),
    ("en", '"Who is going to pay for that?" he asked.'),
    ("en", "What this means for the fish is far from clear."),
    ("de", "Es gab eine Zeit, in der niemand den Verein wollte."),
    ("de", "Wie es mit der Baustelle weitergeht, weiß im Rathaus derzeit niemand."),
]


@pytest.mark.parametrize(("language", "text"), IDLE)
def test_what_asserts_nothing_is_no_claim(language: Language, text: str) -> None:
    assert extract(text, language).claims == ()


def test_a_fact_that_shares_a_verb_is_held_as_that_verb_says() -> None:
    claims = extract("Prices are expected to rise to 5% in May, but fall to 3% by 2031.", "en").claims
    assert [claim.modality for claim in claims] == [Modality.PREDICTED, Modality.PREDICTED]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank has cut its growth forecast for 2031 from 2% to 1%.", Modality.ASSERTED),
        ("The bank forecast growth of 3% for 2031.", Modality.PREDICTED),
    ],
)
def test_a_forecast_that_is_changed_is_no_forecast(text: str, expected: Modality) -> None:
    assert extract(text, "en").claims[0].modality is expected


def test_a_date_holds_for_what_happened_when_it_was() -> None:
    claims = extract("When the mill closed in 1981, unemployment climbed to 27%.", "en").claims
    assert [[time.edtf for time in claim.times] for claim in claims] == [["1981"], ["1981"]]
    claims = extract("2021 hatte die Werft 40 Stellen gestrichen und das Werk in Linz verkauft.", "de").claims
    assert [[time.edtf for time in claim.times] for claim in claims] == [["2021"], ["2021"]]


SPEAKERS: list[tuple[Language, str, str, str | None]] = [
    ("de", "Verbraucherschützern reicht das nicht.", "reicht", "Verbraucherschützern"),
    ("de", "Das ist der Gewerkschaft aber zu wenig.", "wenig", "der Gewerkschaft"),
    ("de", "Das Gesetz geht den Verbänden nicht weit genug.", "weit", "den Verbänden"),
    ("de", "Das Geld reicht den Vereinen nicht.", "reicht", None),
    ("de", "Der Weg ging den Hang hinauf zu weit nach Norden.", "ging", None),
    ("de", "Als Grund nannte Geschäftsführer Till Overbeck gestiegene Holzpreise.", "Grund", "Till Overbeck"),
    ("de", "Die Werft verleiht 90 Boote und hat nach eigenen Angaben 400 Kunden.", "hat nach", "Die Werft"),
    ("en", '"We were shocked, frankly," said Dr Aldous.', "shocked", "Aldous"),
    ("en", "600 jobs to go at the yard, union says", "600 jobs", "union"),
    (
        "en",
        "Streams hold more plastic, researchers at Northwind University report in the journal Water.",
        "Streams",
        "researchers at Northwind University",
    ),
    ("en", '"The council should have seen it coming," said Anna Berger.', "seen", "Anna Berger"),
]


@pytest.mark.parametrize(("language", "text", "within", "speaker"), SPEAKERS)
def test_the_one_who_says_it_is_found(
    language: Language, text: str, within: str, speaker: str | None
) -> None:
    claims = [claim for claim in extract(text, language).claims if within in claim.exact]
    assert [claim.speaker for claim in claims] == [speaker]


def test_a_pronoun_does_not_stand_for_who_spoke_before_where_it_does_not_fit() -> None:
    text = 'Das Leck sei klein, sagte eine Sprecherin der Firma. "Ich habe zwei Mails geschrieben", sagt er.'
    assert [claim.speaker for claim in extract(text, "de").claims] == ["eine Sprecherin der Firma", None]
