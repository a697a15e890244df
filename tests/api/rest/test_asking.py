"""Has this been checked? Asked over REST."""

from tests.api.rest.conftest import Desk

KNOWN = "Der Verein zählt mindestens zwölf Mitglieder."
NEW = "Die Hafenbahn hat 2019 neun Lokomotiven verkauft."


def test_each_sentence_is_answered_or_marked_as_never_checked(desk: Desk) -> None:
    desk.article()
    text = f"{KNOWN} {NEW} Warum nur?"
    found = desk["reader"].made("/check", {"text": text})
    told = {text[each["start"] : each["end"]]: each for each in found["sentences"]}
    best = told[KNOWN]["results"][0]
    assert (best["relation"], best["claim"]["exact"]) == ("same", KNOWN.removesuffix("."))
    assert {sentence: each["never_checked"] for sentence, each in told.items()} == {
        KNOWN: False,
        NEW: True,
        "Warum nur?": False,
    }


def test_one_sentence_is_answered_as_a_whole(desk: Desk) -> None:
    desk.article()
    known, new = (desk["reader"].made("/check", {"text": text}) for text in (KNOWN, NEW))
    assert known["results"]
    assert "sentences" not in known
    assert (known["never_checked"], new["never_checked"]) == (False, True)


def test_reasons_come_in_the_language_that_is_asked_for(desk: Desk) -> None:
    desk.article()
    body = {"text": "Der Verein zählt neun Mitglieder.", "language": "de"}
    differences = [
        desk["reader"].made("/check", body, headers={"Accept-Language": language})["results"][0][
            "differences"
        ]
        for language in ("de", "en")
    ]
    assert differences[0] != differences[1]


def test_a_text_without_words_is_refused(desk: Desk) -> None:
    assert desk["reader"].post("/check", {"text": "?!"}).status_code == 422
