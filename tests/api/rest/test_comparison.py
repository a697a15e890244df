from typing import Any

import pytest

from factcheck.evidence.comparing import LONGEST
from tests.api.rest.conftest import Desk

CLAIM = "At least seven people were injured in the fire."
PASSAGE = "Bei dem Brand wurden {count} Menschen verletzt."


def _compare(desk: Desk, passage: str, **body: Any) -> Any:
    answer = desk["reader"].post("/compare", {"claim": CLAIM, "passage": passage, **body})
    assert answer.status_code == 200
    return answer.json


@pytest.mark.parametrize(
    ("count", "assessment", "result"),
    [
        ("acht", "consistent", "consistent"),
        ("sechs", "contradicted", "contradicted"),
        ("mehrere", "undecided", "not_comparable"),
    ],
)
def test_a_passage_is_held_against_a_claim_across_languages(
    desk: Desk, count: str, assessment: str, result: str
) -> None:
    found = _compare(desk, PASSAGE.format(count=count))
    assert found["assessment"] == assessment
    assert [slot["result"] for slot in found["slots"] if slot["slot"] == "quantity"] == [result]


def test_reasons_are_sentences_in_the_language_that_is_asked_for(desk: Desk) -> None:
    body = {"claim": CLAIM, "passage": PASSAGE.format(count="sechs")}
    told = {
        language: desk["reader"].post("/compare", body, headers={"Accept-Language": language}).json
        for language in ("de", "en")
    }
    assert "die Stelle sechs Menschen" in told["de"]["reasons"][0]  # type: ignore[index]
    assert "the passage sechs Menschen" in told["en"]["reasons"][0]  # type: ignore[index]


def test_days_of_publication_date_relative_words(desk: Desk) -> None:
    body = {"claim": "Die Brücke wurde im Vorjahr eröffnet.", "passage": "Die Brücke wurde 2019 eröffnet."}
    found = {
        day: desk["reader"].post("/compare", {**body, "published": day}).json["assessment"]  # type: ignore[index]
        for day in ("2020-03-01", "2024-03-01")
    }
    assert found == {"2020-03-01": "consistent", "2024-03-01": "contradicted"}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"passage": ""}, "at least 1"),
        ({"passage": "a" * (LONGEST + 1)}, "at most 20000"),
        (
            {"passage": "Un club compte au moins douze membres depuis la rentrée de septembre."},
            "neither German",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_reason(
    desk: Desk, body: dict[str, str], words: str
) -> None:
    answer = desk["reader"].post("/compare", {"claim": CLAIM, **body})
    assert answer.status_code == 422
    assert words in answer.get_data(as_text=True)
