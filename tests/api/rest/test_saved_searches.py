"""Saved searches over REST."""

from typing import Any

import pytest

from tests.api.rest.conftest import Desk

HARBOUR = {"name": "Harbour", "filters": {"tag": "Hafen", "state": ["open", "in_check"], "unassigned": True}}


def test_a_search_is_saved_found_and_deleted(desk: Desk) -> None:
    answer = desk["reader"].post("/searches", HARBOUR)
    assert answer.status_code == 201
    made: Any = answer.json
    assert (made["name"], made["saved_by"]["name"]) == ("Harbour", "reader")
    assert {name: value for name, value in made["filters"].items() if value} == HARBOUR["filters"]
    assert desk["editor"].get(answer.headers["Location"].removeprefix("/api/v1")).json == made
    assert desk["colleague"].get("/searches").json == {"items": [made]}
    assert desk["colleague"].call("DELETE", f"/searches/{made['id']}").status_code == 403
    assert desk["editor"].call("DELETE", f"/searches/{made['id']}").json == {"items": []}
    assert desk["reader"].get(f"/searches/{made['id']}").status_code == 404


@pytest.mark.parametrize(
    ("filters", "status"),
    [
        ({"verdict": ["refuted"], "kind": ["quantity"], "min_worth": 0.25, "q": "Fähre"}, 201),
        ({"lapsed": False, "quote_gone": True, "article": 1, "assignee": 1, "priority": ["high"]}, 201),
        ({}, 422),
        ({"tag": ""}, 422),
        ({"unknown": 1}, 422),
        ({"lapsed": None}, 422),
        ({"state": ["gone"]}, 422),
        ({"article": "one"}, 422),
    ],
)
def test_filters_are_those_of_the_list_of_claims(desk: Desk, filters: Any, status: int) -> None:
    answer = desk["reader"].post("/searches", {"name": "One", "filters": filters})
    assert answer.status_code == status, answer.text
    if status == 201:
        told: Any = answer.json
        assert {**told["filters"], **filters} == told["filters"]
        assert (
            desk["reader"].post("/searches", {"name": "Two", "filters": told["filters"]}).status_code == 201
        )


def test_a_name_is_taken_once(desk: Desk) -> None:
    desk["reader"].made("/searches", HARBOUR)
    assert desk["editor"].post("/searches", {**HARBOUR, "name": "HARBOUR"}).status_code == 409
