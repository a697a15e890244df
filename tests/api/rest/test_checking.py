"""Passages, the checklist, and who owns what over REST."""

from claims.verdict import Point
from tests.api.rest.conftest import Desk

LONG = "Der Weg ist weit. Im Register stehen vierzehn Mitglieder. Sitz ist Bochum. Es regnet."


def test_passages_come_with_their_places_and_reasons_in_the_language_asked_for(desk: Desk) -> None:
    claim = desk.claim()
    snapshot = desk["reviewer"].made("/sources", {"title": "Register", "snapshot": {"text": LONG}})[
        "snapshot"
    ]
    path = f"/claims/{claim['id']}/passages?snapshot_id={snapshot['id']}&limit=2"
    best = desk["reader"].get(path, headers={"Accept-Language": "de"}).json["items"][0]  # type: ignore[index]
    assert LONG[best["start"] : best["end"]] == best["exact"] == "Im Register stehen vierzehn Mitglieder."
    assert "gleiche Wörter: Mitglieder" in best["reasons"]
    assert "Behauptung: mindestens zwölf Mitglieder, hier: vierzehn Mitglieder" in best["reasons"]


def test_passages_of_a_confidential_source_are_for_those_who_check(desk: Desk) -> None:
    claim = desk.claim()
    source = {"title": "Gespräch", "confidential": True, "snapshot": {"text": LONG}}
    snapshot = desk["reviewer"].made("/sources", source)["snapshot"]
    path = f"/claims/{claim['id']}/passages?snapshot_id={snapshot['id']}"
    assert desk["reader"].get(path).status_code == 404
    assert desk["reviewer"].get(path).status_code == 200


def test_the_checklist_says_what_is_met_what_to_do_and_which_sources_are_one(desk: Desk) -> None:
    claim = desk.cite(desk.move("reviewer", desk.claim(), "take"))
    wire = {"title": "Meldung", "snapshot": {"text": "BOCHUM (dpa) - Es sind vierzehn Mitglieder."}}
    copy = {"title": "Blatt", "snapshot": {"text": "Es seien vierzehn Mitglieder.\nQuelle: dpa"}}
    for source in (wire, copy):
        claim = desk.cite(claim, source=source)
    found = desk["reviewer"].get(f"/claims/{claim['id']}/checklist", headers={"Accept-Language": "en"}).json
    assert isinstance(found, dict)
    assert (found["sources"], found["independent"]) == (3, 2)
    assert found["groups"][1]["reasons"] == ["both go by a report of dpa"]
    points = {each["point"]: each for each in found["points"]}
    assert [point for point, each in points.items() if each["met"]] == ["two_sources", "primary_source"]
    assert points["contact_tried"]["to_do"] == "Note whom you asked, or say why nobody."


def test_the_reasons_of_a_checklist_are_kept_with_the_decision_for_those_who_check(desk: Desk) -> None:
    claim = desk.cite(desk.move("reviewer", desk.claim(), "take"))
    why = {"two_sources": "Das Register entscheidet es."}
    said = {"verdict": "supported", "rationale": "So steht es dort.", "checklist": why}
    submitted = desk.move("reviewer", claim, "submit", **said)
    assert submitted["decision"]["checklist"] == why
    assert desk["reader"].get(f"/claims/{claim['id']}").json["decision"]["checklist"] == {}  # type: ignore[index]


def test_a_desk_can_hold_submissions_back_until_a_point_is_met(desk: Desk) -> None:
    desk.app.extensions["factcheck.settings"] = desk.app.extensions["factcheck.settings"].model_copy(
        update={"checklist_blocks": "two_sources,contact_tried"}
    )
    claim = desk.cite(desk.move("reviewer", desk.claim(), "take"))
    body = {"action": "submit", "verdict": "supported", "rationale": "So steht es dort."}
    path = f"/claims/{claim['id']}/moves"
    refused = desk["reviewer"].post(path, body, version=claim["version"], headers={"Accept-Language": "en"})
    assert refused.status_code == 409
    assert "open: two_sources, contact_tried." in refused.text
    why = {Point.TWO_SOURCES: "Das Register entscheidet es.", Point.CONTACT: "Der Verein ist aufgelöst."}
    desk["reviewer"].made(path, {**body, "checklist": why}, version=claim["version"])


def test_editors_keep_the_list_of_who_owns_what(desk: Desk) -> None:
    body = {"outlet": "https://www.blatt.example/", "owner": "Haus Nord"}
    assert desk["reviewer"].call("PUT", "/owners", json=body).status_code == 403
    kept = desk["editor"].call("PUT", "/owners", json=body).json
    assert [(each["outlet"], each["owner"]) for each in kept["items"]] == [("blatt.example", "Haus Nord")]  # type: ignore[index]
    assert desk["reader"].get("/owners").json == kept
    assert desk["editor"].call("DELETE", "/owners/blatt.example").json == {"items": []}
    assert desk["editor"].call("DELETE", "/owners/blatt.example").status_code == 404


def test_a_well_known_source_has_its_class_unless_somebody_says_another(desk: Desk) -> None:
    source = {"title": "Zahlen", "url": "https://www.destatis.de/x", "snapshot": {"text": "Zahlen."}}
    known = desk["reviewer"].made("/sources", source)["source"]
    assert known["source_class"] == "primary"
    said = {**source, "source_class": "secondary", "class_reason": "Eine Pressemitteilung."}
    told = desk["reviewer"].made("/sources", said)["source"]
    assert (told["source_class"], told["class_reason"]) == ("secondary", "Eine Pressemitteilung.")
