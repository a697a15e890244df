"""Evidence, sources and snapshots over REST."""

import base64
import hashlib

import pytest

from tests.api.rest.conftest import NEW_SOURCE, REGISTER, Desk


def test_a_quote_is_kept_with_its_place_and_what_it_comes_from(desk: Desk) -> None:
    claim = desk.cite(desk.claim(), note="Stand 2026")
    (evidence,) = desk["reader"].get(f"/claims/{claim['id']}/evidence").json["items"]  # type: ignore[index]
    assert REGISTER[evidence["start"] : evidence["end"]] == evidence["exact"] == "vierzehn Mitglieder"
    assert (evidence["stance"], evidence["note"]) == ("supports", "Stand 2026")
    assert (evidence["source"]["title"], evidence["source"]["source_class"]) == ("Vereinsregister", "primary")
    snapshot = desk["reader"].get(f"/snapshots/{evidence['snapshot_id']}").json
    assert isinstance(snapshot, dict)
    assert (snapshot["text"], snapshot["capture"]) == (REGISTER, "pasted")
    assert snapshot["sha256"] == hashlib.sha256(REGISTER.encode()).hexdigest()


def test_a_quote_that_the_source_does_not_say_stores_nothing(desk: Desk) -> None:
    claim = desk.claim()
    body = {"source": NEW_SOURCE, "quote": "fünfzehn Mitglieder", "stance": "supports"}
    response = desk["reviewer"].post(f"/claims/{claim['id']}/evidence", body, version=claim["version"])
    assert (response.status_code, response.json["code"]) == (422, "quote_not_found")  # type: ignore[index]
    assert desk["reader"].get("/sources").json["items"] == []  # type: ignore[index]


def test_a_stale_citation_stores_nothing(desk: Desk) -> None:
    claim = desk.claim()
    desk.move("reviewer", claim, "take")
    body = {"source": NEW_SOURCE, "quote": "vierzehn Mitglieder", "stance": "supports"}
    response = desk["reviewer"].post(f"/claims/{claim['id']}/evidence", body, version=claim["version"])
    assert response.status_code == 412
    assert desk["reader"].get("/sources").json["items"] == []  # type: ignore[index]


def test_a_quote_that_stands_there_twice_asks_which_is_meant(desk: Desk) -> None:
    source = {"title": "Liste", "snapshot": {"text": "Zwölf Namen. Noch einmal: Zwölf Namen."}}
    claim = desk.claim()
    body = {"source": source, "quote": "Zwölf Namen", "stance": "context"}
    response = desk["reviewer"].post(f"/claims/{claim['id']}/evidence", body, version=claim["version"])
    assert response.status_code == 422
    places = response.json["places"]  # type: ignore[index]
    assert places == [0, 26]
    cited = desk.cite(claim, "Zwölf Namen", source=source, start=places[1], stance="context")
    assert desk["reader"].get(f"/claims/{cited['id']}/evidence").json["items"][0]["start"] == 26  # type: ignore[index]


def test_a_snapshot_that_is_there_can_be_quoted_again(desk: Desk) -> None:
    snapshot = desk["reviewer"].made("/sources", NEW_SOURCE)["snapshot"]
    claim = desk.claim()
    body = {"snapshot_id": snapshot["id"], "quote": "Sitz ist Bochum", "stance": "context"}
    made = desk["reviewer"].made(f"/claims/{claim['id']}/evidence", body, version=claim["version"])
    assert made["evidence"]["snapshot_id"] == snapshot["id"]
    assert made["claim"]["version"] == claim["version"] + 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"quote": "vierzehn", "stance": "supports"},
        {"quote": "vierzehn", "stance": "supports", "snapshot_id": 1, "source": NEW_SOURCE},
        {"quote": "vierzehn", "stance": "perhaps", "snapshot_id": 1},
        {"quote": "vierzehn", "stance": "supports", "source": {"title": "Ohne Text"}},
    ],
)
def test_a_citation_names_one_place_and_a_stance(desk: Desk, wrong: dict[str, object]) -> None:
    claim = desk.claim()
    response = desk["reviewer"].post(f"/claims/{claim['id']}/evidence", wrong, version=claim["version"])
    assert response.status_code == 422


def test_evidence_that_is_set_aside_stays_readable(desk: Desk) -> None:
    claim = desk.cite(desk.claim())
    path = f"/claims/{claim['id']}/evidence"
    (before,) = desk["reader"].get(path).json["items"]  # type: ignore[index]
    response = desk["reviewer"].call("DELETE", f"{path}/{before['id']}", version=claim["version"])
    assert response.status_code == 200
    (after,) = desk["reader"].get(path).json["items"]  # type: ignore[index]
    assert after["retracted_at"] is not None
    assert after["exact"] == before["exact"]
    again = desk["reviewer"].call("DELETE", f"{path}/{before['id']}", version=claim["version"] + 1)
    assert again.status_code == 404


def test_a_confidential_source_is_for_reviewers(desk: Desk) -> None:
    claim = desk.cite(desk.claim(), source={**NEW_SOURCE, "confidential": True})
    path = f"/claims/{claim['id']}/evidence"
    (evidence,) = desk["editor"].get(path).json["items"]  # type: ignore[index]
    assert desk["reader"].get(path).json["items"] == []  # type: ignore[index]
    assert desk["reader"].get("/sources").json["items"] == []  # type: ignore[index]
    for address in (
        f"/sources/{evidence['source']['id']}",
        f"/sources/{evidence['source']['id']}/snapshots",
        f"/snapshots/{evidence['snapshot_id']}",
        f"/snapshots/{evidence['snapshot_id']}/content",
    ):
        assert desk["reader"].get(address).status_code == 404
        assert desk["reviewer"].get(address).status_code == 200


def test_readers_do_not_learn_from_the_history_that_a_confidential_source_was_cited(desk: Desk) -> None:
    claim = desk.cite(desk.claim(), source={**NEW_SOURCE, "confidential": True}, note="Treffen am Kai")
    path = f"/claims/{claim['id']}/history"
    assert "Treffen am Kai" in desk["reviewer"].get(path).text
    seen = desk["reader"].get(path)
    assert "Treffen am Kai" not in seen.text
    assert "cite" not in [event["action"] for event in seen.json["items"]]  # type: ignore[index]


def test_a_captured_page_is_handed_out_as_a_file_and_never_as_a_page(desk: Desk) -> None:
    page = (
        "<!doctype html><html><body><article><h1>Register</h1>"
        f"<p>{REGISTER} Mehr steht dort nicht, und das seit vielen Jahren.</p>"
        "<script>alert(1)</script></article></body></html>"
    ).encode()
    body = {"title": "Seite", "snapshot": {"content": base64.b64encode(page).decode()}}
    snapshot = desk["reviewer"].made("/sources", body)["snapshot"]
    assert (snapshot["media_type"], snapshot["capture"]) == ("text/html", "uploaded")
    response = desk["reader"].get(f"/snapshots/{snapshot['id']}/content")
    assert response.data == page
    assert response.mimetype == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    seen = {"If-None-Match": response.headers["ETag"]}
    assert desk["reader"].get(f"/snapshots/{snapshot['id']}/content", headers=seen).status_code == 304


def test_a_source_keeps_all_its_snapshots(desk: Desk) -> None:
    source = desk["reviewer"].made("/sources", NEW_SOURCE)["source"]
    later = desk["reviewer"].made(f"/sources/{source['id']}/snapshots", {"text": "Nun sind es fünfzehn."})
    listed = desk["reader"].get(f"/sources/{source['id']}/snapshots").json["items"]  # type: ignore[index]
    assert [found["id"] for found in listed] == [later["id"], later["id"] - 1]
    assert desk["reader"].get(f"/sources/{source['id']}").json == source
