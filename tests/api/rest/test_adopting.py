"""Programs take over the verdict of a claim that says the same."""

from tests.api.rest.conftest import TEXT, Desk, read


def _repeated(desk: Desk) -> tuple[int, int]:
    """A published claim, and the number of one of a later article that says the same."""
    claim = desk.move("editor", desk.submitted(), "approve")
    desk.move("editor", claim, "publish")
    body = {"text": f"Nachtrag vom Abend. {TEXT}", "language": "de"}
    again = desk["reviewer"].made("/articles", body)
    [later] = [each for each in again["claims"] if "zwölf Mitglieder" in each["exact"]]
    return claim["id"], later["id"]


def test_a_verdict_is_taken_over_with_its_evidence_and_waits_for_approval(desk: Desk) -> None:
    earlier, later = _repeated(desk)
    body = {"claim": earlier, "recheck_on": "2090-03-01"}
    path = f"/claims/{later}/adopt"
    assert desk["reader"].post(path, body, version=1).status_code == 403
    assert desk["reviewer"].post(path, body, version=7).status_code == 412
    assert desk["reviewer"].post(path, body, version=1).status_code == 409, "its words are not the same"
    body["why"] = "Beide nennen dieselbe Zahl."
    made = desk["reviewer"].made(path, body, version=1)
    first = read(desk["reader"].get(f"/claims/{earlier}"))
    assert (made["state"], made["version"]) == ("submitted", 2)
    decision = made["decision"]
    assert (decision["adopts"], decision["recheck_on"]) == (first["decision"]["id"], "2090-03-01")
    assert len(decision["evidence_ids"]) == len(first["decision"]["evidence_ids"])
    assert f"Behauptung {earlier}" in decision["rationale"]
    assert decision["rationale"].endswith("Beide nennen dieselbe Zahl.")
    undone = desk["reviewer"].made(f"/claims/{later}/undo", None, version=2)
    assert undone["state"] == "proposed"


def test_the_move_alone_names_no_claim_and_is_refused(desk: Desk) -> None:
    claim = desk.claim()
    body = {"action": "adopt", "verdict": "supported", "rationale": "Wie dort."}
    answer = desk["reviewer"].post(f"/claims/{claim['id']}/moves", body, version=claim["version"])
    assert answer.status_code == 409
    assert "taken over" in read(answer)["detail"]


def test_an_answer_says_when_a_verdict_is_to_be_checked_again(desk: Desk) -> None:
    claim = desk.cite(desk.move("reviewer", desk.claim(), "take"))
    said = {
        "verdict": "supported",
        "rationale": "Vierzehn sind mindestens zwölf.",
        "recheck_on": "2090-03-01",
    }
    claim = desk.move("reviewer", claim, "submit", **said)
    claim = desk.move("editor", claim, "approve")
    desk.move("editor", claim, "publish")
    question = {"text": "Der Verein zählt mindestens zwölf Mitglieder."}
    results = desk["reader"].made("/check", question)["results"]
    [told] = [each["claim"]["recheck_at"] for each in results if each["claim"]["verdict"]]
    assert told == "2090-03-01"
