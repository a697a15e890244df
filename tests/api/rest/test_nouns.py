"""Lists of decisions, events and tags, and answers with some fields only."""

import pytest

from tests.api.rest.conftest import NEW_SOURCE, Desk, read
from tests.api.rest.test_lists import _pages


def test_decisions_come_newest_first_and_one_by_one(desk: Desk) -> None:
    claims = [desk.submitted()["id"] for _ in range(3)]
    listed = _pages(desk["reader"], "/decisions?limit=2")
    assert [decision["claim_id"] for decision in listed] == claims[::-1]
    one = read(desk["reader"].get(f"/decisions/{listed[0]['id']}"))
    assert one == listed[0]
    assert desk["reader"].get("/decisions/987654").status_code == 404
    assert desk["reader"].get("/decisions?claim=987654").status_code == 404


def test_the_log_is_read_on_from_the_last_event_that_was_seen(desk: Desk) -> None:
    claim = desk.claim()
    seen = _pages(desk["reader"], "/events?limit=2")
    assert {"ingest", "add"} <= {event["action"] for event in seen}
    desk.move("reviewer", claim, "take")
    (taken,) = read(desk["reader"].get(f"/events?since={seen[-1]['seq']}"))["items"]
    assert (taken["action"], taken["claim"], taken["article"]) == ("take", claim["id"], claim["article_id"])
    about = _pages(desk["reader"], f"/events?claim={claim['id']}&limit=1")
    assert about == read(desk["reader"].get(f"/claims/{claim['id']}/history"))["items"]


def test_of_confidential_evidence_the_log_says_nothing_to_readers(desk: Desk) -> None:
    claim = desk.move("reviewer", desk.claim(), "take")
    cited = desk.cite(claim, source={**NEW_SOURCE, "confidential": True})
    assert cited["version"] == claim["version"] + 1
    told = {who: _pages(desk[who], "/events?limit=50") for who in ("reader", "reviewer")}
    assert "cite" not in {event["action"] for event in told["reader"]}
    assert "cite" in {event["action"] for event in told["reviewer"]}
    assert not {"capture", "edit_source"} & {event["action"] for event in told["reader"]}


def test_tags_are_counted_in_the_order_of_the_alphabet(desk: Desk) -> None:
    for tags in (["Verein", "Bochum"], ["verein"]):
        claim = desk.claim()
        path = f"/claims/{claim['id']}/tags"
        response = desk["reviewer"].call("PUT", path, json={"tags": tags}, version=claim["version"])
        assert response.status_code == 200
    assert _pages(desk["reader"], "/tags?limit=1") == [
        {"tag": "Bochum", "claims": 1},
        {"tag": "Verein", "claims": 2},
    ]


@pytest.mark.parametrize("noun", ["claims", "articles", "sources"])
def test_a_list_and_its_items_answer_the_fields_that_are_asked_for(desk: Desk, noun: str) -> None:
    desk.submitted()
    listed = read(desk["reader"].get(f"/{noun}?fields=id,language&limit=1"))
    assert [set(item) for item in listed["items"]] == [{"id", "language"}]
    number = listed["items"][0]["id"]
    assert read(desk["reader"].get(f"/{noun}/{number}?fields=id")) == {"id": number}
    assert read(desk["reader"].get(f"/{noun}/{number}?fields=id&fields=language")) == listed["items"][0]
    for path in (f"/{noun}?fields=id,colour", f"/{noun}/{number}?fields=colour", f"/{noun}?fields="):
        refused = desk["reader"].get(path)
        assert refused.status_code == 422
        assert "language" in read(refused)["detail"]
