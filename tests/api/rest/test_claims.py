"""Claims over REST: read, added, edited, split and moved."""

import threading

import pytest

from tests.api.rest.conftest import TEXT, Desk


def test_a_claim_carries_its_version_as_its_etag(desk: Desk) -> None:
    claim = desk.claim()
    response = desk["reader"].get(f"/claims/{claim['id']}")
    assert response.json == claim
    assert response.headers["ETag"] == f'"{claim["version"]}"'


def test_a_claim_that_has_not_changed_is_not_sent_again(desk: Desk) -> None:
    claim = desk.claim()
    etag = {"If-None-Match": f'"{claim["version"]}"'}
    unchanged = desk["reader"].get(f"/claims/{claim['id']}", headers=etag)
    assert (unchanged.status_code, unchanged.data) == (304, b"")
    desk.move("reviewer", claim, "take")
    assert desk["reader"].get(f"/claims/{claim['id']}", headers=etag).status_code == 200


def test_a_claim_that_a_person_enters_is_open_and_has_its_slots(desk: Desk) -> None:
    claim = desk.claim()
    assert TEXT[claim["start"] : claim["end"]] == claim["exact"] == "mindestens zwölf Mitglieder"
    assert (claim["state"], claim["verdict"], claim["origin"]) == ("open", None, "person")
    assert [(found["comparator"], found["value"]) for found in claim["quantities"]] == [("ge", 12)]


def test_a_new_claim_says_where_it_can_be_got(desk: Desk) -> None:
    article = desk.article()
    response = desk["reviewer"].post("/claims", {"article_id": article["id"], "start": 0, "end": 10})
    assert response.status_code == 201
    assert desk.app.test_client().get(response.headers["Location"]).status_code == 401
    assert response.headers["Location"].endswith(f"/api/v1/claims/{response.json['id']}")  # type: ignore[index]


def test_a_span_outside_the_text_is_refused(desk: Desk) -> None:
    article = desk.article()
    response = desk["reviewer"].post("/claims", {"article_id": article["id"], "start": 5, "end": 10**6})
    assert response.status_code == 422


def test_the_reasons_are_sentences_in_the_language_asked_for(desk: Desk) -> None:
    article = desk.article()
    path = f"/articles/{article['id']}/claims"
    answers = [
        desk["reader"].get(path, headers={"Accept-Language": wanted}).json["items"]  # type: ignore[index]
        for wanted in ("de-AT", "en", "fr")
    ]
    german, english, own = ([reason for claim in found for reason in claim["reasons"]] for found in answers)
    assert german == own  # the article is German
    assert german != english


def test_two_people_take_a_claim_to_its_publication(desk: Desk) -> None:
    claim = desk.move("editor", desk.submitted(), "approve")
    assert (claim["state"], claim["verdict"], claim["public_decision"]) == ("approved", "supported", None)
    claim = desk.move("editor", claim, "publish")
    assert claim["state"] == "published"
    assert claim["public_decision"] == claim["decision"]
    assert claim["decision"]["submitted_by"]["name"] == "reviewer"
    assert claim["decision"]["published_by"]["name"] == "editor"


def test_a_correction_leaves_the_old_verdict_public_until_it_is_published(desk: Desk) -> None:
    claim = desk.move("editor", desk.move("editor", desk.submitted(), "approve"), "publish")
    claim = desk.move(
        "reviewer", claim, "correct", verdict="refuted", rationale="Es sind elf.", reason="Verzählt."
    )
    assert (claim["verdict"], claim["decision"]["verdict"]) == ("supported", "refuted")
    assert claim["public_decision"]["verdict"] == "supported"
    claim = desk.move("editor", desk.move("editor", claim, "approve"), "publish")
    assert (claim["state"], claim["verdict"]) == ("corrected", "refuted")
    assert claim["public_decision"]["correction_reason"] == "Verzählt."


@pytest.mark.parametrize(
    ("who", "body", "status", "code"),
    [
        ("editor", {"action": "publish"}, 409, "move_impossible"),
        ("reader", {"action": "take"}, 403, "not_allowed"),
        ("reviewer", {"action": "dismiss"}, 409, "move_refused"),
        ("editor", {"action": "lapse"}, 403, "not_allowed"),
        ("reviewer", {"action": "invent"}, 422, None),
        ("reviewer", {}, 422, None),
    ],
)
def test_a_move_that_the_workflow_does_not_have_is_refused(
    desk: Desk, who: str, body: dict[str, str], status: int, code: str | None
) -> None:
    claim = desk.claim()
    response = desk[who].post(f"/claims/{claim['id']}/moves", body, version=claim["version"])
    assert (response.status_code, response.json.get("code")) == (status, code)  # type: ignore[union-attr]
    assert desk["reader"].get(f"/claims/{claim['id']}").json == claim


def test_a_verdict_without_a_rationale_is_refused(desk: Desk) -> None:
    claim = desk.cite(desk.move("reviewer", desk.claim(), "take"))
    body = {"action": "submit", "verdict": "supported", "rationale": "  "}
    response = desk["reviewer"].post(f"/claims/{claim['id']}/moves", body, version=claim["version"])
    assert response.status_code == 422
    assert response.json["errors"][0]["at"] == "rationale"  # type: ignore[index]


def test_an_edit_changes_what_it_names_and_nothing_else(desk: Desk) -> None:
    claim = desk.claim()
    response = desk["reviewer"].call(
        "PATCH", f"/claims/{claim['id']}", json={"speaker": "Ruth Adler"}, version=claim["version"]
    )
    changed = response.json
    assert isinstance(changed, dict)
    assert changed["speaker"] == "Ruth Adler"
    same = set(claim) - {"speaker", "version", "updated_at"}
    assert {name: changed[name] for name in same} == {name: claim[name] for name in same}


def test_an_edit_that_changes_nothing_is_refused(desk: Desk) -> None:
    claim = desk.claim()
    for nothing in ({}, {"text": None}):
        response = desk["reviewer"].call(
            "PATCH", f"/claims/{claim['id']}", json=nothing, version=claim["version"]
        )
        assert response.status_code == 422


def test_a_split_makes_two_claims_of_one(desk: Desk) -> None:
    claim = desk.claim("Er wurde 2011 in Bochum gegründet")
    start = claim["start"]
    spans = {
        "first": {"start": start, "end": start + 13},
        "second": {"start": start + 14, "end": claim["end"]},
    }
    kept, added = desk["reviewer"].made(f"/claims/{claim['id']}/split", spans, version=claim["version"])[
        "items"
    ]
    assert (kept["id"], kept["exact"], added["exact"]) == (
        claim["id"],
        "Er wurde 2011",
        "in Bochum gegründet",
    )
    assert added["id"] != claim["id"]


def test_the_history_tells_who_did_what_and_why(desk: Desk) -> None:
    claim = desk.move("reviewer", desk.claim(), "dismiss", reason="Eine Meinung.")
    added, dismissed = desk["reader"].get(f"/claims/{claim['id']}/history").json["items"]  # type: ignore[index]
    assert (added["action"], added["to"], added["actor"]["name"]) == ("add", "open", "reviewer")
    assert (dismissed["from"], dismissed["to"], dismissed["note"]) == ("open", "dismissed", "Eine Meinung.")
    assert dismissed["version"] == claim["version"]


def test_a_change_has_to_say_which_version_it_was_made_for(desk: Desk) -> None:
    claim = desk.claim()
    for headers in ({}, {"If-Match": "*"}):
        response = desk["reviewer"].post(f"/claims/{claim['id']}/moves", {"action": "take"}, headers=headers)
        assert response.status_code == 428
    weak = {"If-Match": f'W/"{claim["version"]}"'}
    response = desk["reviewer"].post(f"/claims/{claim['id']}/moves", {"action": "take"}, headers=weak)
    assert response.status_code == 422


def test_who_saw_an_older_version_is_told_what_changed(desk: Desk) -> None:
    claim = desk.claim()
    taken = desk.move("reviewer", claim, "take")
    desk.cite(taken)
    response = desk["colleague"].call(
        "PATCH", f"/claims/{claim['id']}", json={"text": "Anders."}, version=claim["version"]
    )
    told = response.json
    assert isinstance(told, dict)
    assert (response.status_code, told["code"], told["current"]) == (
        412,
        "stale_version",
        claim["version"] + 2,
    )
    assert [change["action"] for change in told["changes"]] == ["take", "cite"]
    assert told["changes"][0]["actor"]["name"] == "reviewer"


def test_of_two_who_saw_the_same_version_one_wins(desk: Desk) -> None:
    claim = desk.claim()
    both = threading.Barrier(2)
    answers: dict[str, int] = {}

    def take(who: str) -> None:
        both.wait()
        response = desk[who].post(
            f"/claims/{claim['id']}/moves", {"action": "take"}, version=claim["version"]
        )
        answers[who] = response.status_code

    threads = [threading.Thread(target=take, args=(who,)) for who in ("reviewer", "colleague")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers.values()) == [200, 412]
    winner = next(who for who, status in answers.items() if status == 200)
    assert desk["reader"].get(f"/claims/{claim['id']}").json["assignee"]["name"] == winner  # type: ignore[index]


def test_quantities_and_times_are_stated_by_the_claims_own_words(desk: Desk) -> None:
    claim = desk.claim()
    change = {
        "quantities": [
            {
                "exact": "zwölf Mitglieder",
                "comparator": "range",
                "value": 12,
                "upper": 14,
                "unit": "Mitglieder",
            }
        ],
        "times": [],
    }
    path, version = f"/claims/{claim['id']}", claim["version"]
    changed = desk["reviewer"].call("PATCH", path, json=change, version=version).json
    assert changed is not None
    found = changed["quantities"][0]
    assert (found["comparator"], found["value"], found["upper"]) == ("range", 12, 14)
    assert TEXT[found["start"] : found["end"]] == "zwölf Mitglieder"
    elsewhere = {"quantities": [{"exact": "15 Prozent", "value": 15}]}
    refused = desk["reviewer"].call("PATCH", path, json=elsewhere, version=changed["version"])
    assert refused.status_code == 422
    unfit = {"times": [{"exact": "zwölf", "edtf": "2019-13"}]}
    assert desk["reviewer"].call("PATCH", path, json=unfit, version=changed["version"]).status_code == 422
