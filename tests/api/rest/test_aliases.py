"""What words of an article stand for, over REST."""

from typing import Any

from tests.api.rest.conftest import Desk

TEXT = "Das Unternehmen hat 2014 drei Fähren verkauft. Die Mitarbeiter des Unternehmens bekamen 300 Euro."


def named(desk: Desk, article_id: int, **more: str) -> Any:
    body = {"words": "das Unternehmen", "name": "Nordlicht", **more}
    response = desk["reviewer"].call("PUT", f"/articles/{article_id}/aliases", json=body)
    assert response.status_code == 200, response.text
    return response.json


def test_a_name_words_the_claims_anew(desk: Desk) -> None:
    article_id = desk.article(TEXT)["id"]
    change = named(desk, article_id)
    assert [claim["text"] for claim in change["claims"]] == [
        "Nordlicht hat 2014 drei Fähren verkauft",
        "Die Mitarbeiter von Nordlicht bekamen 300 Euro",
    ]
    assert (change["alias"]["name"], change["decided"], change["worded"]) == ("Nordlicht", 0, 0)
    assert change["claims"][0]["unresolved"] == []


def test_names_are_listed_beside_what_is_open(desk: Desk) -> None:
    article_id = desk.article(TEXT)["id"]
    before: Any = desk["reader"].get(f"/articles/{article_id}/aliases").json
    assert before == {"items": [], "candidates": [{"words": "das Unternehmen", "claims": 2}]}
    named(desk, article_id)
    after: Any = desk["reader"].get(f"/articles/{article_id}/aliases").json
    assert [(item["words"], item["set_by"]["name"]) for item in after["items"]] == [
        ("das Unternehmen", "reviewer")
    ]
    assert after["candidates"] == []


def test_a_name_can_be_taken_back(desk: Desk) -> None:
    article_id = desk.article(TEXT)["id"]
    named(desk, article_id)
    path, query = f"/articles/{article_id}/aliases", {"words": "das Unternehmen"}
    change: Any = desk["reviewer"].call("DELETE", path, query_string=query).json
    assert change["alias"] is None
    assert change["claims"][0]["text"] == "Das Unternehmen hat 2014 drei Fähren verkauft"
    assert desk["reviewer"].call("DELETE", path, query_string=query).status_code == 404


def test_the_history_tells_of_the_name(desk: Desk) -> None:
    article_id = desk.article(TEXT)["id"]
    claim = named(desk, article_id)["claims"][0]
    history: Any = desk["reader"].get(f"/claims/{claim['id']}/history").json
    assert [event["action"] for event in history["items"]] == ["propose", "reword"]


def test_words_that_the_article_does_not_have_are_refused(desk: Desk) -> None:
    path = f"/articles/{desk.article(TEXT)['id']}/aliases"
    body = {"words": "die Reederei", "name": "Nordlicht"}
    assert desk["reviewer"].call("PUT", path, json=body).status_code == 422
    assert desk["reader"].call("PUT", path, json=body | {"words": "das Unternehmen"}).status_code == 403
    assert desk["reviewer"].call("PUT", "/articles/4711/aliases", json=body).status_code == 404
