"""Worth, its reasons, and the reasons why a sentence holds no claim."""

import re
from pathlib import Path

import pytest

import factcheck.extraction
from claims.claim import ClaimDraft
from claims.reason import Language, Reason
from factcheck.extraction import extract
from factcheck.extraction.reasons import SENTENCES, sentence

NO_CLAIM: list[tuple[Language, str, str]] = [
    ("de", "Wer hat den Hafen verkauft?", "question"),
    ("de", "Neue Wege für alte Häfen", "heading"),
    ("de", "Die Stadt sollte den Hafen behalten.", "appeal"),
    ("de", "Die Preise dürften weiter steigen.", "prediction"),
    ("de", "Das ist ein wichtiger Schritt.", "opinion"),
    ("de", "Das Angebot ist zu teuer.", "opinion"),
    ("de", "„Wir hoffen auf bessere Zeiten“, sagte Anna Berger.", "own_mind"),
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


def test_every_code_that_is_given_has_a_sentence_in_both_languages() -> None:
    sources = Path(factcheck.extraction.__file__).parent.glob("*.py")
    given = {
        code for path in sources for code in re.findall(r'code="(\w+)"', path.read_text(encoding="utf-8"))
    }
    assert given >= {"figure", "question"}
    for code in given - {"heading", "fragment"} | {"heading", "fragment"}:
        assert set(SENTENCES[code]) == {"de", "en"}


def test_a_code_without_a_sentence_is_an_error() -> None:
    with pytest.raises(KeyError):
        sentence(Reason(code="no such code"), "de")
