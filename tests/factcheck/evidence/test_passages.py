import pytest

from claims.reason import Language
from factcheck.evidence.passage_reasons import SENTENCES, sentence
from factcheck.evidence.passages import LONGEST, propose

GERMAN = """Jahresbericht des Vereins

Der Verein wurde im Frühjahr gegründet. Die Geschäftsstelle liegt am Hafen.
Im Jahr 2019 hat das Unternehmen acht Beschäftigte eingestellt, so der Vorstand.
Die Halle hat ein neues Dach. Das Wetter war gut. Der Kassenwart dankte allen Helfern.
Die Zahl der Mitglieder sank auf 340.
"""
ENGLISH = """Annual report

The club was founded in spring. Its office lies at the harbour.
In 2019 the company hired eight employees, the board says.
The hall has a new roof. The weather was fine. The treasurer thanked all helpers.
The number of members fell to 340.
"""


@pytest.mark.parametrize("text", [GERMAN, ENGLISH])
@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("de", "Das Unternehmen stellte 2019 mindestens sieben Mitarbeiter ein."),
        ("en", "The company hired at least seven employees in 2019."),
    ],
)
def test_the_passage_to_read_comes_first_across_german_and_english(
    text: str, language: Language, claim: str
) -> None:
    best = propose(claim, language, text)[0]
    assert "2019" in best.exact
    assert text[best.start : best.end] == best.exact
    assert best.before.endswith(("Hafen.", "harbour."))
    assert {"fits", "beside"} <= {reason.code for reason in best.reasons}


def test_a_passage_says_why_it_is_proposed_in_both_languages() -> None:
    best = propose("The company hired at least seven employees in 2019.", "en", GERMAN)[0]
    english = [sentence(reason, "en") for reason in best.reasons]
    assert "the claim says at least seven employees, this says acht Beschäftigte" in english
    assert any(
        said.startswith("passende Wörter: ") and "employees = Beschäftigte" in said
        for said in (sentence(reason, "de") for reason in best.reasons)
    )
    assert all(set(both) == {"de", "en"} for both in SENTENCES.values())


def test_passages_that_answer_other_words_of_the_claim_come_before_more_of_the_same() -> None:
    text = (
        "Clara Weiss leads the port. Clara Weiss leads the port today. Clara Weiss leads the port well. "
        "The weather was fine. The bridge cost 12 million euros."
    )
    proposed = propose(
        "Clara Weiss, who leads the port, says the bridge cost 12 million euros.", "en", text, 2
    )
    assert [passage.exact for passage in proposed[:2]].count("The bridge cost 12 million euros.") == 1


def test_nothing_is_proposed_where_nothing_is_shared() -> None:
    assert propose("The bridge cost 12 million euros.", "en", "Apples grow. Pears fall.") == []
    assert propose("…", "en", "Apples grow. Pears fall.") == []
    assert propose("The bridge cost 12 million euros.", "en", "\n \n") == []


def test_a_text_without_end_is_read_up_to_a_limit() -> None:
    text = "Pears fall. " * (LONGEST // 12) + "The bridge cost 12 million euros."
    assert propose("The bridge cost 12 million euros.", "en", text) == []
