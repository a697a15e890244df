"""People asked, over REST: noted, answered, corrected, and confidential where they are."""

from typing import Any

import pytest

from tests.api.rest.conftest import Desk

ASKED = {
    "whom": "Vorstand des Vereins",
    "contact": "Frau Lindqvist, Apparat 12",
    "channel": "email",
    "asked_on": "2020-05-03",
    "question": "Wie viele Mitglieder sind es?",
    "due_on": "2020-05-05",
}
ANSWERED = {"reply": "answered", "reply_on": "2020-05-04", "answer": "Vierzehn seit Oktober."}


def _ask(desk: Desk, claim: Any, **more: Any) -> Any:
    path = f"/claims/{claim['id']}/inquiries"
    return desk["reviewer"].made(path, {**ASKED, **more}, version=claim["version"])


def test_an_inquiry_is_noted_and_answered(desk: Desk) -> None:
    asked = _ask(desk, desk.claim())
    assert {name: asked["inquiry"][name] for name in ASKED} == ASKED
    assert (asked["inquiry"]["reply"], asked["inquiry"]["settled_by"]) == ("pending", None)
    claim, number = asked["claim"], asked["inquiry"]["id"]
    path = f"/claims/{claim['id']}/inquiries/{number}/reply"
    noted = desk["colleague"].made(path, ANSWERED, version=claim["version"])
    assert {name: noted["inquiry"][name] for name in ANSWERED} == ANSWERED
    assert noted["inquiry"]["settled_by"]["name"] == "colleague"
    listed = desk["reviewer"].get(f"/claims/{claim['id']}/inquiries").json
    assert listed == {"items": [noted["inquiry"]]}
    history = desk["reviewer"].get(f"/claims/{claim['id']}/history").json["items"]
    assert [(event["action"], event["inquiry"]) for event in history][-2:] == [
        ("ask", number),
        ("answer", number),
    ]


def test_an_entry_is_corrected_field_by_field(desk: Desk) -> None:
    asked = _ask(desk, desk.claim())
    path = f"/claims/{asked['claim']['id']}/inquiries/{asked['inquiry']['id']}"
    version = asked["claim"]["version"]
    changed = desk["reviewer"].call("PATCH", path, json={"due_on": None, "channel": "phone"}, version=version)
    assert changed.status_code == 200, changed.text
    assert changed.json["inquiry"] == {**asked["inquiry"], "due_on": None, "channel": "phone"}
    refused = desk["colleague"].call("PATCH", path, json={"whom": "Niemand"}, version=version + 1)
    assert (refused.status_code, refused.json["code"]) == (403, "not_allowed")
    protected = desk["colleague"].call("PATCH", path, json={"confidential": True}, version=version + 1)
    assert protected.json["inquiry"]["confidential"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({**ASKED, "whom": " "}, "whom"),
        ({**ASKED, "channel": "pigeon"}, "channel"),
        ({**ASKED, "asked_on": "2020-02-30"}, "asked_on"),
        ({**ASKED, "due_on": "2020-05-02"}, "cannot be due before"),
        ({**ASKED, "asked_on": "2999-05-02", "due_on": None}, "still to come"),
    ],
)
def test_what_cannot_be_is_refused(desk: Desk, body: Any, said: str) -> None:
    claim = desk.claim()
    refused = desk["reviewer"].post(f"/claims/{claim['id']}/inquiries", body, version=claim["version"])
    assert refused.status_code == 422
    assert said in refused.json["detail"]


@pytest.mark.parametrize(
    "body",
    [
        {"reply": "pending", "reply_on": "2020-05-04"},
        {"reply": "answered", "reply_on": "2020-05-04"},
        {"reply": "silent", "reply_on": "2020-05-04", "answer": "Nichts."},
        {"reply": "silent", "reply_on": "2020-05-02"},
    ],
)
def test_a_reply_says_what_came_and_when(desk: Desk, body: Any) -> None:
    asked = _ask(desk, desk.claim())
    path = f"/claims/{asked['claim']['id']}/inquiries/{asked['inquiry']['id']}/reply"
    assert desk["reviewer"].post(path, body, version=asked["claim"]["version"]).status_code == 422


def test_a_stale_version_is_told_what_changed(desk: Desk) -> None:
    claim = desk.claim()
    _ask(desk, claim)
    refused = desk["reviewer"].post(f"/claims/{claim['id']}/inquiries", ASKED, version=claim["version"])
    assert refused.status_code == 412
    assert [change["action"] for change in refused.json["changes"]] == ["ask"]
    assert desk["reviewer"].post(f"/claims/{claim['id']}/inquiries", ASKED).status_code == 428


def test_readers_get_neither_contacts_nor_confidential_inquiries(desk: Desk) -> None:
    asked = _ask(desk, desk.claim())
    claim = _ask(desk, asked["claim"], confidential=True, whom="Ein Mitglied")["claim"]
    [seen] = desk["reader"].get(f"/claims/{claim['id']}/inquiries").json["items"]
    assert seen == {**asked["inquiry"], "contact": None}
    history = desk["reader"].get(f"/claims/{claim['id']}/history").json["items"]
    assert [event["inquiry"] for event in history] == [None, asked["inquiry"]["id"]]
    assert len(desk["editor"].get(f"/claims/{claim['id']}/inquiries").json["items"]) == 2
    assert desk["reader"].post(f"/claims/{claim['id']}/inquiries", ASKED, version=3).status_code == 403
