"""Blind double review over REST."""

from typing import Any

from tests.api.rest.conftest import Desk


def _blind(desk: Desk) -> Any:
    """A claim in check with evidence, of an article whose claims two people decide."""
    claim = desk.cite(desk.move("reviewer", desk.claim(), "take"))
    desk["editor"].made("/blind-reviews", {"article_id": claim["article_id"]})
    return claim


def _vote(desk: Desk, who: str, claim: Any, verdict: str) -> Any:
    return desk.move(who, claim, "vote", verdict=verdict, rationale=f"Das sagt {who}.")


def _votes(desk: Desk, who: str, claim: Any) -> Any:
    return desk[who].get(f"/claims/{claim['id']}/votes").json


def _history(desk: Desk, who: str, claim: Any) -> list[str]:
    answer: Any = desk[who].get(f"/claims/{claim['id']}/history").json
    return [item["action"] for item in answer["items"]]


def test_a_vote_is_known_to_who_cast_it_until_two_are_in(desk: Desk) -> None:
    claim = _blind(desk)
    after = _vote(desk, "reviewer", claim, "supported")
    assert after == claim
    [own] = _votes(desk, "reviewer", claim)["items"]
    assert (own["verdict"], own["decision"]) == ("supported", None)
    assert _votes(desk, "colleague", claim) == {"blind": True, "waiting": 0, "items": []}
    assert _votes(desk, "editor", claim) == {"blind": True, "waiting": 1, "items": []}
    assert "vote" in _history(desk, "reviewer", claim)
    for who in ("colleague", "editor", "reader", "admin"):
        assert "vote" not in _history(desk, who, claim)


def test_a_disagreement_is_settled_by_a_third_and_measured(desk: Desk) -> None:
    claim = _blind(desk)
    _vote(desk, "reviewer", claim, "supported")
    claim = _vote(desk, "editor", claim, "refuted")
    assert claim["state"] == "in_check"
    assert [vote["verdict"] for vote in _votes(desk, "colleague", claim)["items"]] == ["supported", "refuted"]
    assert len(_votes(desk, "reviewer", claim)["items"]) == 1
    claim = desk.move("colleague", claim, "submit", verdict="supported", rationale="So steht es dort.")
    refused = desk["editor"].post(
        f"/claims/{claim['id']}/moves", {"action": "approve"}, version=claim["version"]
    )
    assert refused.status_code == 403
    measured: Any = desk["reviewer"].get("/agreement").json
    assert measured["everybody"]["observed"] == {"value": 0.0, "items": 1, "why": None}
    [pair] = measured["pairs"]
    assert {pair["first"]["name"], pair["second"]["name"]} == {"reviewer", "editor"}
    assert [each["article_id"] for each in measured["articles"]] == [claim["article_id"]]


def test_one_person_is_refused_with_what_to_do_instead(desk: Desk) -> None:
    claim = _blind(desk)
    body = {"action": "submit", "verdict": "supported", "rationale": "So steht es dort."}
    refused: Any = desk["reviewer"].post(f"/claims/{claim['id']}/moves", body, version=claim["version"])
    assert refused.status_code == 409
    assert "cast your vote instead" in refused.json["detail"]


def test_a_figure_that_is_not_defined_says_why(desk: Desk) -> None:
    empty: Any = desk["reviewer"].get("/agreement").json
    assert empty["everybody"]["alpha"] == {"value": None, "items": 0, "why": "there is nothing to compare"}
    claim = _blind(desk)
    _vote(desk, "reviewer", claim, "supported")
    assert _vote(desk, "colleague", claim, "supported")["state"] == "submitted"
    same: Any = desk["reviewer"].get("/agreement").json
    assert same["everybody"]["observed"]["value"] == 1.0
    assert same["pairs"][0]["kappa"] == {"value": None, "items": 1, "why": "one verdict was given throughout"}


def test_blind_reviews_are_begun_listed_and_ended(desk: Desk) -> None:
    begun = desk["editor"].made("/blind-reviews", {"tag": "#Wahl"})
    assert (begun["tag"], begun["article_id"], begun["ended_at"]) == ("wahl", None, None)
    listed: Any = desk["reviewer"].get("/blind-reviews").json
    assert [each["id"] for each in listed["items"]] == [begun["id"]]
    assert desk["editor"].post("/blind-reviews", {"tag": "WAHL"}).status_code == 409
    assert desk["editor"].post("/blind-reviews", {"tag": "x", "article_id": 1}).status_code == 422
    ended: Any = desk["editor"].call("DELETE", f"/blind-reviews/{begun['id']}").json
    assert ended["ended_by"]["name"] == "editor"
    assert desk["editor"].call("DELETE", f"/blind-reviews/{begun['id']}").status_code == 409
    assert desk["editor"].call("DELETE", "/blind-reviews/99").status_code == 404
    assert desk["reviewer"].get("/blind-reviews").json == {"items": []}
