"""Worth, its reasons, and the reasons why a sentence holds no claim."""

import re
from pathlib import Path

import pytest

import factcheck.extraction
from claims.claim import ClaimDraft
from claims.reason import Language, Reason
from factcheck.extraction.claims import extract
from factcheck.extraction.reasons import SENTENCES, sentence
from factcheck.extraction.worth import WEIGHTS

NO_CLAIM: list[tuple[Language, str, str]] = [
    ("de", "Wer hat den Hafen verkauft?", "question"),
    ("de", "Neue Wege für alte Häfen", "heading"),
    ("de", "Die Stadt sollte den Hafen behalten.", "appeal"),
    ("de", "Die Preise dürften weiter steigen.", "prediction"),
    ("de", "Das ist ein wichtiger Schritt.", "opinion"),
    ("de", "Das Angebot ist zu teuer.", "opinion"),
    ("de", "Wir hoffen auf bessere Zeiten für uns alle.", "own_mind"),
    ("en", "Who sold the harbour?", "question"),
    ("en", "New ways for old harbours", "heading"),
    ("en", "The town should keep the harbour.", "appeal"),
    ("en", "Prices could rise further.", "prediction"),
    ("en", "It was a wonderful evening.", "opinion"),
    ("en", '"We hope for better times," said Anna Berger.', "own_mind"),
]


@pytest.mark.parametrize(("language", "text", "code"), NO_CLAIM)
def test_what_evidence_cannot_settle_is_no_claim_and_says_why(
    language: Language, text: str, code: str
) -> None:
    found = extract(text, language)
    assert found.claims == ()
    reason = found.sentences[0].why_none
    assert reason is not None
    assert reason.code == code
    assert sentence(reason, language)


def only(text: str, language: Language = "de") -> ClaimDraft:
    # the sentences before it keep the claim from being the article's opening
    filler = (
        "Es regnet seit Tagen. Der See ist voll. "
        if language == "de"
        else "It has rained. The lake is full. "
    )
    return extract(filler + text, language).claims[-1]


def codes(claim: ClaimDraft) -> set[str]:
    return {reason.code for reason in claim.reasons}


def test_a_figure_a_name_and_a_date_each_add_worth_and_a_reason() -> None:
    plain = only("Die Werft verkaufte einige Fähren.")
    rich = only("Die Reederei Nordlicht verkaufte 2019 zwölf Fähren.")
    assert rich.worth > plain.worth
    assert {"figure", "named", "dated"} <= codes(rich)


def test_accusations_and_records_weigh_more_than_habits() -> None:
    habit = only("Viele Leute gehen oft am See spazieren.")
    record = only("Die Fähre ist die größte der Welt.")
    charge = only("Ein Gericht hat die Reederei wegen Betrug verurteilt.")
    assert habit.worth < min(record.worth, charge.worth)
    assert "record" in codes(record)
    assert "legal" in codes(charge)


def test_the_opening_of_an_article_weighs_more_than_the_same_words_later() -> None:
    text = "Die Werft verkaufte zwölf Fähren."
    assert extract(text, "de").claims[0].worth > only(text).worth


def test_reasons_come_with_the_words_they_rest_on() -> None:
    figure = next(
        reason for reason in only("Die Werft verkaufte zwölf Fähren.").reasons if reason.code == "figure"
    )
    assert "zwölf" in sentence(figure, "de")
    assert "zwölf" in sentence(figure, "en")


ORDERS: list[tuple[Language, str, str]] = [
    # what a desk checks first, and what can wait
    ("de", "Der Umsatz der Werft betrug 40 Millionen Euro.", "An der Kasse standen zwei Leute."),
    ("de", "Die Polizei nahm den Kapitän wegen Diebstahls fest.", "Der Kapitän trank am Hafen Kaffee."),
    ("de", "Anna Berger wurde zur Vorsitzenden gewählt.", "Anna Berger spazierte am See."),
    ("de", "Der Konzern vereinbarte den Abbau von Arbeitsplätzen.", "Der Konzern feierte am Hafen."),
    ("de", "Anna Berger bestritt die Vorwürfe.", "Anna Berger lobte das Fest."),
    ("de", "Der Kapitän trank am Hafen Kaffee.", "Der Kapitän trank wohl am Hafen Kaffee."),
    ("de", "„Der Hafen wurde verkauft“, sagte Anna Berger.", "„Ich war am Hafen“, sagte Anna Berger."),
    ("en", "The yard made a profit of $40m.", "Two people stood at the counter."),
    ("en", "Police arrested the captain for theft.", "The captain drank coffee at the harbour."),
    ("en", "Anna Berger was elected chair of the council.", "Anna Berger walked along the lake."),
    ("en", "Anna Berger denied the allegations.", "Anna Berger praised the feast."),
    ("en", "The US sold the harbour.", "We sold the harbour."),
    ("en", "She paid $30 for the ferry.", "She was 30 years old."),
]


@pytest.mark.parametrize(("language", "more", "less"), ORDERS)
def test_a_desk_would_check_the_first_before_the_second(language: Language, more: str, less: str) -> None:
    assert only(more, language).worth > only(less, language).worth


def test_a_sentence_that_states_several_things_weighs_more_than_one_of_them() -> None:
    several = only("Die Werft verkaufte Fähren, der Hafen schloss seine Tore.")
    assert "dense" in codes(several)
    assert "dense" not in codes(only("Die Werft verkaufte Fähren."))


def test_news_is_told_from_the_top() -> None:
    sentences = [
        f"Die Werft verkaufte Fähren nach {place}." for place in ("Bregenz", "Wien", "Graz", "Linz", "Ulm")
    ]
    worths = [claim.worth for claim in extract(" ".join(sentences * 3), "de").claims]
    assert worths[0] == max(worths)
    assert worths[-1] == min(worths)


def test_every_code_that_is_given_has_a_sentence_in_both_languages() -> None:
    sources = Path(factcheck.extraction.__file__).parent.glob("*.py")
    given = {
        code for path in sources for code in re.findall(r'code="(\w+)"', path.read_text(encoding="utf-8"))
    }
    given |= set(WEIGHTS)
    assert given >= {"figure", "question"}
    for code in given:
        assert set(SENTENCES[code]) == {"de", "en"}


def test_a_code_without_a_sentence_is_an_error() -> None:
    with pytest.raises(KeyError):
        sentence(Reason(code="no such code"), "de")
