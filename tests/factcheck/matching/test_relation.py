"""What a claim has to do with a question; the pairs are invented."""

import pytest

from claims.reason import Language
from factcheck.extraction.language import detect_language
from factcheck.matching.reasons import SENTENCES, sentence
from factcheck.matching.relation import Candidate, Match, Relation, relate
from factcheck.matching.terms import analyse


def _relate(query: str, claim: str, claim_language: Language) -> Match:
    asked = analyse(query, detect_language(query))
    return relate(asked, Candidate(analyse(claim, claim_language), indexed=1.0), {})


_STRIKE = "Die Gewerkschaft Verdi hat im März mindestens 4.000 Beschäftigte zum Streik aufgerufen"
_HIRES = "Das Unternehmen hat mindestens sieben Beschäftigte von Nordwind abgeworben"
_DAM = "The city council approved the new dam on the Avon in May 2014 at a cost of $120 million"


@pytest.mark.parametrize(
    ("query", "claim", "language"),
    [
        ("Verdi rief im März wenigstens 4000 Beschäftigte zum Streik auf", _STRIKE, "de"),
        ("Verdi called on at least 4,000 employees to strike in March", _STRIKE, "de"),
        ("Verdi Streik mindestens 4.000 Beschäftigte", _STRIKE, "de"),
        ("In May 2014 the council approved a new dam on the Avon for $120m", _DAM, "en"),
        ("Stadtrat genehmigt neuen Avon-Damm für 120 Millionen Dollar", _DAM, "en"),
        ("The company poached at least seven employees from Nordwind", _HIRES, "de"),
        (
            "The yard hired at most three people from Nordwind",
            "Die Werft holte höchstens drei Leute von Nordwind",
            "de",
        ),
    ],
)
def test_the_same_proposition_in_other_words_is_the_same(query: str, claim: str, language: Language) -> None:
    found = _relate(query, claim, language)
    assert found.relation is Relation.SAME, found.differences
    assert found.differences == ()


@pytest.mark.parametrize(
    ("query", "claim", "language", "code"),
    [
        ("Verdi rief im März höchstens 4.000 Beschäftigte zum Streik auf", _STRIKE, "de", "quantity"),
        ("Verdi rief im März 9.000 Beschäftigte zum Streik auf", _STRIKE, "de", "quantity"),
        ("Verdi called on at most 4,000 employees to strike in March", _STRIKE, "de", "quantity"),
        (
            "Die Gewerkschaft Verdi hat im Juni mindestens 4.000 Beschäftigte zum Streik aufgerufen",
            _STRIKE,
            "de",
            "time",
        ),
        ("The city council approved the new dam on the Avon in May 2016", _DAM, "en", "time"),
        ("The city council rejected the new dam on the Avon in May 2014", _DAM, "en", "direction"),
        ("The city council did not approve the new dam on the Avon", _DAM, "en", "negation_asked"),
        (
            "Die Pacht in Krumbach fiel auf 5 Prozent",
            "Die Pacht in Krumbach stieg auf 5 Prozent",
            "de",
            "quantity",
        ),
        ("The city council approved the new bridge on the Avon in May 2014", _DAM, "en", "word"),
        ("The city council approved the new dam on the Tamar in May 2014", _DAM, "en", "name"),
    ],
)
def test_one_other_fact_is_a_difference_that_is_named(
    query: str, claim: str, language: Language, code: str
) -> None:
    found = _relate(query, claim, language)
    assert found.relation is Relation.DIFFERS
    assert code in {difference.code for difference in found.differences}


@pytest.mark.parametrize(
    ("query", "claim", "language"),
    [
        ("Bauern protestieren in Brüssel gegen Zölle", _STRIKE, "de"),
        ("Who built the cathedral?", _DAM, "en"),
        ("Verdi Tarifvertrag Krankenhaus", _STRIKE, "de"),
    ],
)
def test_another_matter_is_never_called_the_same(query: str, claim: str, language: Language) -> None:
    assert _relate(query, claim, language).relation is Relation.RELATED


@pytest.mark.parametrize(
    ("query", "claim"),
    [
        (
            "The mayor promised a new school after the election",
            "The mayor promised a new school before the election",
        ),
        (
            "Der Bürgermeister trat nach der Wahl aus der Partei aus",
            "Der Bürgermeister trat vor der Wahl aus der Partei aus",
        ),
        ("Die Aktie der Reederei legte am Montag zu", "Die Aktie der Reederei gab am Montag nach"),
    ],
)
def test_before_and_after_and_rising_and_giving_way_differ(query: str, claim: str) -> None:
    assert [each.code for each in _relate(query, claim, detect_language(claim)).differences] == ["direction"]


def test_verbs_that_share_their_particle_alone_are_not_alike() -> None:
    found = _relate("Bürgermeisterin Moorbach tritt zurück", "Moorbach wies das zurück", "de")
    assert found.relation is Relation.RELATED


def test_a_name_that_the_article_has_goes_without_saying_in_its_claims() -> None:
    asked = analyse("Der Umsatz von Zellmark stieg auf 40 Millionen Euro", "de")
    claim = analyse("Der Umsatz stieg auf 40 Millionen Euro", "de")
    found = relate(asked, Candidate(claim, topics=frozenset({"w:zellmark"}), indexed=1.0), {})
    assert found.relation is Relation.SAME, found.differences


def test_claims_of_one_article_that_name_others_are_not_the_same() -> None:
    asked = analyse("At Zellmark, Berger worked on Kolibri.", "en")
    around = frozenset({"w:zellmark", "w:berger", "w:kolibri", "w:northwind"})
    claim = Candidate(analyse("Berger worked at Northwind before.", "en"), around, indexed=1.0, beside=True)
    assert relate(asked, claim, {}).relation is Relation.RELATED
    short = Candidate(analyse("Berger worked on Kolibri.", "en"), around, indexed=1.0, beside=True)
    assert relate(asked, short, {}).relation is Relation.SAME


def test_a_difference_reads_as_a_sentence_in_both_languages() -> None:
    (difference,) = _relate("Verdi ruft 9000 Beschäftigte zum Streik auf", _STRIKE, "de").differences
    assert sentence(difference, "de") == (
        "gefragt ist 9000 Beschäftigte, die Behauptung sagt mindestens 4.000 Beschäftigte"
    )
    assert sentence(difference, "en").startswith("you ask 9000 Beschäftigte, the claim says mindestens 4.000")


def test_a_word_that_is_asked_twice_is_named_once_as_shared() -> None:
    found = _relate("Der Stadtrat tagte am Avon, und der Stadtrat stritt", "Der Stadtrat tagte am Avon", "de")
    shared = [reason.values["words"] for reason in found.reasons if reason.code == "shared_words"]
    assert shared == ["Stadtrat, tagte, Avon"]


def test_every_reason_has_its_sentence_in_german_and_english() -> None:
    assert all(set(sentences) == {"de", "en"} for sentences in SENTENCES.values())


def test_the_very_words_of_a_claim_are_the_same_and_score_highest() -> None:
    exact = _relate(_DAM, _DAM, "en")
    assert exact.relation is Relation.SAME
    assert exact.score > _relate("dam on the Avon", _DAM, "en").score
