"""An article read again over REST, its coverage, and sentences without a claim."""

from tests.api.rest.conftest import TEXT, Desk


def test_reading_again_says_what_became_of_each_claim(desk: Desk) -> None:
    first = desk["reviewer"].made("/articles", {"text": TEXT, "language": "de"})
    assert first["revision"] is None
    edited, *others = [claim["id"] for claim in first["claims"]]
    body = {"text": TEXT.replace("zwölf", "elf"), "language": "de", "article_id": first["article"]["id"]}
    second = desk["reviewer"].made("/articles", body)
    assert second["revision"]["edited"] == [edited]
    assert sorted(second["revision"]["unchanged"]) == sorted(others)
    claim = desk["reader"].get(f"/claims/{edited}").json
    assert isinstance(claim, dict)
    assert claim["edited_from"] == "Der Verein zählt mindestens zwölf Mitglieder."


def test_a_place_is_chosen_or_refused_by_who_has_seen_the_newest_version(desk: Desk) -> None:
    first = desk["reviewer"].made("/articles", {"text": TEXT, "language": "de"})
    number = first["claims"][0]["id"]
    desk.article(f"{TEXT} {TEXT}", article_id=first["article"]["id"])
    claim = desk["reader"].get(f"/claims/{number}").json
    assert isinstance(claim, dict)
    second = claim["candidates"][1]["start"]
    path, version = f"/claims/{number}/place", claim["version"]
    choose = {"json": {"start": second}, "version": version}
    assert desk["reader"].call("PUT", path, **choose).status_code == 403
    assert desk["reviewer"].call("PUT", path, json={"start": 1}, version=version).status_code == 422
    chosen = desk["reviewer"].call("PUT", path, **choose).json
    assert isinstance(chosen, dict)
    assert (chosen["start"], chosen["candidates"], chosen["article_version"]) == (second, [], 2)
    assert desk["reviewer"].call("PUT", path, **choose).status_code == 412
    again = desk["reviewer"].call("PUT", path, json={"start": None}, version=chosen["version"])
    assert again.status_code == 409


def test_coverage_counts_what_is_checked_and_a_sentence_set_aside_is_answered(desk: Desk) -> None:
    article = desk.article("Der Verein zählt zwölf Mitglieder. Wie soll das nur weitergehen?")
    path = f"/articles/{article['id']}"
    assert article["coverage"]["sentences"] == 0
    assert article["coverage"]["of_sentences"] == article["coverage"]["statuses"]["not_looked_at"] >= 1
    body = {"start": 40, "reason": "Eine Frage."}
    assert desk["reader"].post(f"{path}/asides", body).status_code == 403
    assert desk["reviewer"].post(f"{path}/asides", {"start": 0, "reason": "Keine."}).status_code == 409
    assert desk["reviewer"].post(f"{path}/asides", {"start": 4000, "reason": "Keine."}).status_code == 422
    made = desk["reviewer"].made(f"{path}/asides", body)
    listed = desk["reader"].get(f"{path}/asides").json
    assert listed == {"items": [made]}
    statuses = desk["reader"].get(path).json["coverage"]["statuses"]  # type: ignore[index]
    assert statuses["no_claim"] == 1
    gone = desk["reviewer"].call("DELETE", f"{path}/asides/{made['id']}")
    assert gone.json == {"items": []}
    assert desk["reviewer"].call("DELETE", f"{path}/asides/{made['id']}").status_code == 404
