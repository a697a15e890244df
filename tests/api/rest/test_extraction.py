from typing import Any

import pytest

from claims.miss import LONGEST_TEXT
from tests.api.rest.conftest import Desk

TEXT = "Am Montag sagte Ruth Adler, der Chor zähle mindestens 40 Mitglieder. Warum erst jetzt?"


def _extract(desk: Desk, **body: Any) -> Any:
    return desk["reader"].made("/extract", {"text": TEXT, **body})


def test_a_text_is_answered_sentence_by_sentence(desk: Desk) -> None:
    found = _extract(desk)
    first, second = found["sentences"]
    assert (found["language"], [TEXT[each["start"] : each["end"]] for each in found["sentences"]]) == (
        "de",
        ["Am Montag sagte Ruth Adler, der Chor zähle mindestens 40 Mitglieder.", "Warum erst jetzt?"],
    )
    assert (first["claims"], first["why_none"]) == ([0], None)
    assert second["claims"] == []
    assert "fragt" in second["why_none"]


def test_the_slots_of_a_sentence_are_told_with_their_places(desk: Desk) -> None:
    slots = _extract(desk, published="2026-11-25")["sentences"][0]["slots"]
    [quantity], [time], [speaker] = slots["quantities"], slots["times"], slots["speakers"]
    assert (quantity["comparator"], quantity["value"]) == ("ge", 40)
    assert TEXT[quantity["start"] : quantity["end"]] == quantity["exact"]
    assert time["edtf"] == "2026-11-23"
    assert (speaker["exact"], speaker["cue"]) == ("Ruth Adler", "sagte")
    assert [name["exact"] for name in slots["names"]] == ["Ruth Adler"]


def test_slots_are_told_where_there_is_no_claim(desk: Desk) -> None:
    [sentence] = _extract(desk, text="Kommen 2027 wirklich 300 Gäste?", language="de")["sentences"]
    assert sentence["claims"] == []
    assert [found["value"] for found in sentence["slots"]["quantities"]] == [300]
    assert [found["edtf"] for found in sentence["slots"]["times"]] == ["2027"]


def test_reasons_come_in_the_language_that_is_asked_for(desk: Desk) -> None:
    answer = desk["reader"].post("/extract", {"text": TEXT}, headers={"Accept-Language": "en"})
    assert "asks" in answer.json["sentences"][1]["why_none"]  # type: ignore[index]


def test_nothing_is_kept(desk: Desk) -> None:
    _extract(desk)
    assert desk["reader"].get("/articles").json == {"items": [], "next": None}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"text": ""}, "at least 1"),
        ({"text": " \n "}, "Paste"),
        ({"text": "a" * (LONGEST_TEXT + 1)}, "at most 20000"),
        ({"text": "Un club compte au moins douze membres depuis la rentrée de septembre."}, "neither German"),
        ({"text": TEXT, "published": "2026-02-30"}, "published"),
        ({"text": TEXT, "language": "fr"}, "language"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(desk: Desk, body: Any, words: str) -> None:
    answer = desk["reader"].post("/extract", body)
    assert answer.status_code == 422
    assert answer.mimetype == "application/problem+json"
    assert words in answer.json["detail"]  # type: ignore[index]
