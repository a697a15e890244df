"""The token's own account and its inbox over REST."""

from typing import Any

import pytest

from tests.api.rest.conftest import Desk


def _inbox(desk: Desk, who: str, query: str = "") -> Any:
    answer = desk[who].get(f"/me/inbox{query}")
    assert answer.status_code == 200, answer.text
    return answer.json


def _assign(desk: Desk, times: int = 1) -> Any:
    claim = desk.claim()
    who: Any = desk["colleague"].get("/me").json
    for number in range(times):
        body = {"assignee": who["id"], "message": f"Nummer {number}"}
        path = f"/claims/{claim['id']}/assignment"
        claim = desk["editor"].call("PUT", path, json=body, version=claim["version"]).json
    return claim


def test_an_inbox_says_what_concerns_its_owner(desk: Desk) -> None:
    claim = _assign(desk)
    [notice] = _inbox(desk, "colleague")["items"]
    assert (notice["occasion"], notice["claim_id"], notice["read_at"]) == ("assigned", claim["id"], None)
    history: Any = desk["colleague"].get(f"/claims/{claim['id']}/history").json
    assert notice["event"] == history["items"][-1]["seq"]
    assert [_inbox(desk, who)["unread"] for who in ("colleague", "editor", "reader")] == [1, 0, 0]


def test_it_is_read_in_pages_newest_first(desk: Desk) -> None:
    _assign(desk, 5)
    first = _inbox(desk, "colleague", "?limit=3")
    second = _inbox(desk, "colleague", f"?limit=3&cursor={first['next']}")
    numbers = [notice["id"] for notice in first["items"] + second["items"]]
    assert (numbers, second["next"], first["unread"]) == ([5, 4, 3, 2, 1], None, 5)


def test_notices_are_marked_one_by_one_or_up_to_the_newest_that_was_seen(desk: Desk) -> None:
    _assign(desk, 5)
    left: Any = desk["colleague"].call("PATCH", "/me/inbox", json={"ids": [5, 1]}).json
    assert ([notice["id"] for notice in left["items"]], left["unread"]) == ([4, 3, 2], 3)
    left = desk["colleague"].call("PATCH", "/me/inbox", json={"until": 3}).json
    assert [notice["id"] for notice in left["items"]] == [4]
    assert [notice["id"] for notice in _inbox(desk, "colleague", "?unread=true")["items"]] == [4]


def test_nobody_marks_what_another_was_told(desk: Desk) -> None:
    _assign(desk)
    for body in ({"ids": [1]}, {"until": 99}):
        assert desk["editor"].call("PATCH", "/me/inbox", json=body).status_code == 200
    assert _inbox(desk, "colleague")["unread"] == 1


@pytest.mark.parametrize("body", [{}, {"ids": []}, {"ids": [1], "until": 1}, {"until": 0}, {"ids": [2**63]}])
def test_what_says_nothing_or_two_things_is_refused(desk: Desk, body: object) -> None:
    assert desk["reader"].call("PATCH", "/me/inbox", json=body).status_code == 422
