"""Working together over REST: assignment, tags, notes in threads."""

from typing import Any

import pytest

from tests.api.rest.conftest import Desk

DUE = "2100-05-01T16:30:00Z"


def _me(desk: Desk, who: str) -> int:
    found: Any = desk[who].get("/me").json
    return int(found["id"])


def _put(desk: Desk, claim: Any, what: str, body: object, who: str = "reviewer") -> Any:
    answer = desk[who].call("PUT", f"/claims/{claim['id']}/{what}", json=body, version=claim["version"])
    assert answer.status_code == 200, answer.text
    return answer.json


def _note(desk: Desk, claim: Any, text: str, **more: Any) -> Any:
    return desk["reviewer"].made(
        f"/claims/{claim['id']}/notes", {"text": text, **more}, version=claim["version"]
    )


def test_an_assignment_is_put_whole(desk: Desk) -> None:
    claim, colleague = desk.claim(), _me(desk, "colleague")
    body = {
        "assignee": colleague,
        "due": "2100-05-01T18:30:42+02:00",
        "priority": "high",
        "message": "Bitte!",
    }
    claim = _put(desk, claim, "assignment", body, "editor")
    assert (claim["assignee"]["name"], claim["due"], claim["priority"]) == ("colleague", DUE, "high")
    claim = _put(desk, claim, "assignment", {"assignee": colleague}, "editor")
    assert (claim["assignee"]["name"], claim["due"], claim["priority"]) == ("colleague", None, "normal")


def test_the_message_is_for_those_who_check(desk: Desk) -> None:
    body = {"assignee": _me(desk, "colleague"), "message": "Sie klang unsicher."}
    claim = _put(desk, desk.claim(), "assignment", body)
    told = {
        who: desk[who].get(f"/claims/{claim['id']}/history").json["items"][-1]  # type: ignore[index]
        for who in ("colleague", "reader")
    }
    assert told["colleague"]["note"] == "Sie klang unsicher."
    assert (told["reader"]["action"], told["reader"]["note"]) == ("assign", None)


def test_claims_are_listed_by_deadline_priority_and_tag(desk: Desk) -> None:
    claim, other = desk.claim(), desk.claim("Er wurde 2011 in Bochum gegründet")
    claim = _put(desk, claim, "assignment", {"due": DUE, "priority": "high"})
    other = _put(desk, other, "assignment", {"due": "2099-05-01T16:30:00Z", "priority": "low"})
    _put(desk, claim, "tags", {"tags": ["Vereinsleben"]})

    def found(query: str) -> list[int]:
        answer: Any = desk["reader"].get(f"/claims?state=open&{query}").json
        return [item["id"] for item in answer["items"]]

    assert found("order=due&dated=true") == [other["id"], claim["id"]]
    assert found("order=worth") == [claim["id"], other["id"]]
    assert found("priority=high") == found("tag=VEREINSLEBEN") == [claim["id"]]
    first: Any = desk["reader"].get("/claims?state=open&order=due&limit=1").json
    assert found(f"order=due&limit=1&cursor={first['next']}") == [claim["id"]]


def test_tags_are_put_whole_and_keep_the_desk_s_spelling(desk: Desk) -> None:
    claim = _put(desk, desk.claim(), "tags", {"tags": ["#Wahl", "Haushalt"]})
    assert claim["tags"] == ["Haushalt", "Wahl"]
    same = _put(desk, claim, "tags", {"tags": ["haushalt", "WAHL"]})
    assert (same["tags"], same["version"]) == (claim["tags"], claim["version"])
    assert _put(desk, claim, "tags", {"tags": []})["tags"] == []


def test_a_thread_is_answered_resolved_and_opened_again(desk: Desk) -> None:
    written = _note(desk, desk.claim(), "Ist das die Zahl von 2025?")
    thread = written["note"]["id"]
    written = _note(desk, written["claim"], "Ja.", thread_id=thread)
    path = f"/claims/{written['claim']['id']}/notes"
    claim = written["claim"]
    for resolved, by in ((True, "editor"), (False, None)):
        answer: Any = (
            desk["editor"]
            .call("PATCH", f"{path}/{thread}", json={"resolved": resolved}, version=claim["version"])
            .json
        )
        claim = answer["claim"]
        assert (answer["note"]["resolved_by"] or {}).get("name") == by
    listed: Any = desk["colleague"].get(path).json
    assert [(note["text"], note["thread_id"]) for note in listed["items"]] == [
        ("Ist das die Zahl von 2025?", None),
        ("Ja.", thread),
    ]


@pytest.mark.parametrize(
    ("what", "body", "status"),
    [
        ("assignment", {"assignee": 4711}, 422),
        ("assignment", {"due": "2001-01-01T00:00:00Z"}, 422),
        ("assignment", {"due": "2100-01-01T00:00:00"}, 422),
        ("assignment", {"due": "0001-01-01T00:00:00+14:00"}, 422),
        ("assignment", {"priority": "burning"}, 422),
        ("assignment", {}, 422),
        ("tags", {"tags": ["…"]}, 422),
        ("tags", {"tags": ["x" * 41]}, 422),
        ("tags", {"tags": [f"Thema {number}" for number in range(21)]}, 422),
    ],
)
def test_what_cannot_stand_is_refused(desk: Desk, what: str, body: object, status: int) -> None:
    claim = desk.claim()
    answer = desk["reviewer"].call(
        "PUT", f"/claims/{claim['id']}/{what}", json=body, version=claim["version"]
    )
    assert answer.status_code == status
    assert desk["reader"].get(f"/claims/{claim['id']}").json == claim


def test_readers_neither_see_nor_write_notes(desk: Desk) -> None:
    claim = _note(desk, desk.claim(), "Sie klang unsicher.")["claim"]
    path = f"/claims/{claim['id']}/notes"
    for who in ("reader", "admin"):
        assert desk[who].get(path).status_code == 403
        assert desk[who].post(path, {"text": "Ja."}, version=claim["version"]).status_code == 403
        assert "unsicher" not in desk[who].get(f"/claims/{claim['id']}/history").text


def test_whoever_saw_an_older_version_is_told_what_changed(desk: Desk) -> None:
    claim = desk.claim()
    _note(desk, claim, "Ist das die Zahl von 2025?")
    path = f"/claims/{claim['id']}/tags"
    stale: Any = desk["editor"].call("PUT", path, json={"tags": ["Wahl"]}, version=claim["version"])
    assert (stale.status_code, [change["action"] for change in stale.json["changes"]]) == (412, ["note"])
    assert desk["editor"].call("PUT", path, json={"tags": ["Wahl"]}).status_code == 428
