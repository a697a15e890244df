"""Asking for a check, and what became of it, over REST."""

from datetime import UTC, datetime
from typing import Any

import pytest

from claims.database import writing
from claims.store import wishes
from factcheck.wishing import A_DAY
from tests.api.rest.conftest import TEXT, Desk

NINE = "Im Jahr 2019 verlor die Lindenauer Hafenbahn neun ihrer Lokomotiven."


def _ask(desk: Desk, who: str = "reader", text: str = NINE, **more: Any) -> Any:
    return desk[who].made("/requests", {"text": text, **more})


def _get(desk: Desk, path: str, who: str = "reader") -> Any:
    answer = desk[who].get(path)
    assert answer.status_code == 200, answer.text
    return answer.json


def test_what_a_reader_asks_waits_in_the_queue_and_the_reader_sees_what_became_of_it(desk: Desk) -> None:
    answer = desk["reader"].post("/requests", {"text": NINE, "language": "de", "note": "Bis 17 Uhr."})
    assert answer.status_code == 201
    made: Any = answer.json
    [asked] = made["claims"]
    assert (asked["state"], asked["verdict"], asked["reason"]) == ("proposed", None, None)
    assert asked["text"] == NINE.rstrip(".")
    claim = _get(desk, f"/claims/{asked['id']}", "reviewer")
    desk.move("reviewer", claim, "dismiss", reason="Das steht im Lexikon.")
    [told] = _get(desk, "/requests")["items"]
    assert (told["id"], told["text"]) == (made["id"], NINE)
    assert [(c["state"], c["reason"]) for c in told["claims"]] == [("dismissed", "Das steht im Lexikon.")]
    [notice] = _get(desk, "/me/inbox")["items"]
    assert (notice["occasion"], notice["claim_id"]) == ("answered", asked["id"])


def test_the_same_again_is_the_same_and_another_joins(desk: Desk) -> None:
    first = _ask(desk)
    again = desk["reader"].post("/requests", {"text": f"  {NINE}\n"})
    assert (again.status_code, again.json) == (200, first)
    other = desk["colleague"].post("/requests", {"text": NINE})
    assert other.status_code == 201
    joined: Any = other.json
    assert [c["id"] for c in joined["claims"]] == [c["id"] for c in first["claims"]]


def test_what_has_a_verdict_is_answered_at_once(desk: Desk) -> None:
    desk.article()
    claim = _get(desk, "/claims/1", "reviewer")
    claim = desk.cite(desk.move("reviewer", desk.move("reviewer", claim, "accept"), "take"))
    claim = desk.move("reviewer", claim, "submit", verdict="supported", rationale="So steht es dort.")
    for action in ("approve", "publish"):
        claim = desk.move("editor", claim, action)
    [found] = _ask(desk, text=TEXT.partition(". ")[0])["claims"]
    assert (found["id"], found["state"], found["verdict"]) == (claim["id"], "published", "supported")


def test_everybody_sees_their_own_page_by_page(desk: Desk) -> None:
    asked = ("Was kostet die Fähre?", NINE, "Wer leitet das Hafenamt?")
    for text in asked:
        _ask(desk, text=text)
    _ask(desk, "editor")
    first = _get(desk, "/requests?limit=2")
    rest = _get(desk, f"/requests?limit=2&cursor={first['next']}")
    assert [item["text"] for item in first["items"] + rest["items"]] == [*reversed(asked)]
    assert rest["next"] is None


def test_the_note_and_the_words_are_for_those_who_check(desk: Desk) -> None:
    [claim] = _ask(desk, note="Für die Abendausgabe.")["claims"]
    notes = {}
    for who in ("reader", "admin", "reviewer"):
        history = _get(desk, f"/claims/{claim['id']}/history", who)
        [wish] = [event for event in history["items"] if event["action"] == "wish"]
        notes[who] = wish["note"]
    assert notes == {"reader": None, "admin": None, "reviewer": "Für die Abendausgabe."}


@pytest.mark.long
def test_after_too_many_of_a_day_it_is_429(desk: Desk) -> None:
    claims = [desk.claim()["id"] for _ in range(A_DAY)]
    with writing(desk.engine) as session:
        who = _get(desk, "/me")["id"]
        for number in claims:
            wishes.add(session, number, who, f"Frage {number}", datetime.now(UTC))
    refused = desk["reader"].post("/requests", {"text": NINE})
    assert (refused.status_code, refused.mimetype) == (429, "application/problem+json")
    assert desk["reader"].post("/requests", {"text": f"Frage {claims[3]}"}).status_code == 200


@pytest.mark.parametrize(
    "body",
    [{}, {"text": ""}, {"text": " \n "}, {"text": "x" * 2001}, {"text": "…!"}, {"text": "我们去北京旅行。"}],
)
def test_what_cannot_be_asked_is_refused(desk: Desk, body: object) -> None:
    assert desk["reader"].post("/requests", body).status_code == 422
