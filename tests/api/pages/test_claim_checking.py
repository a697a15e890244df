"""Passages, the checklist and the list of owners as pages, without a script."""

from pathlib import Path

import pytest

from tests.api.pages.office import Office, alerts, open_office, told

BROKEN = "Das Register.\n\nDer Verein hat vierzehn Mit-\nglieder. Es regnet."


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


@pytest.fixture
def checked(office: Office) -> Office:
    office.bring_to("in_check")
    return office


def test_a_source_that_comes_in_is_kept_and_its_passages_are_shown(checked: Office) -> None:
    form = checked.form("ida", "cite")
    sent = checked.post("ida", "passages", {**form, "title": "Register", "source_text": BROKEN})
    assert sent.status_code == 302
    page = checked.look("ida", sent.location)
    assert "Der Verein hat vierzehn Mit-" in page
    assert "Es regnet." in page
    assert checked.client("rita").get(sent.location).status_code == 403


def test_what_is_missing_of_a_source_is_said_on_the_claims_page(checked: Office) -> None:
    form = checked.form("ida", "cite")
    sent = checked.post("ida", "passages", {**form, "title": "Register", "source_text": ""})
    assert sent.status_code == 422
    assert "Paste what the source says, or choose a file." in alerts(sent.text)


def test_no_passages_are_shown_of_a_snapshot_that_is_not_there(checked: Office) -> None:
    for query in ("", "?snapshot=99", "?snapshot=99999999999999999999", "?snapshot=x"):
        assert checked.client("ida").get(f"{checked.path}/passages{query}").status_code == 404


def test_a_blocked_submission_says_what_to_do_and_keeps_the_reasons_typed(checked: Office) -> None:
    settings = checked.app.extensions["factcheck.settings"]
    checked.app.extensions["factcheck.settings"] = settings.model_copy(
        update={"checklist_blocks": "two_sources,contact_tried"}
    )
    checked.cite()
    typed = {"verdict": "supported", "rationale": "So ist es.", "why_contact_tried": "Niemand ist mehr da."}
    refused = checked.send("ida", "submit", **typed)
    assert refused.status_code == 409
    assert "a point of the checklist is open: two independent sources." in alerts(refused.text)
    assert "Niemand ist mehr da." in refused.text
    done = checked.press("ida", "submit", **typed, why_two_sources="Das Register genügt.")
    assert "Submitted" in told(done)
    assert "two independent sources: Das Register genügt." in " ".join(done.split())
    assert "Das Register genügt." not in checked.look("rita")


def test_editors_say_who_owns_an_outlet_and_others_read_it(office: Office) -> None:
    token = office.form("edgar", "owners", office.look("edgar", "/owners"))["csrf_token"]
    sent = {"csrf_token": token, "outlet": "Morgenblatt", "name": "Haus Nord"}
    kept = office.client("edgar").post("/owners", data=sent)
    assert "morgenblatt belongs to Haus Nord." in told(office.look("edgar", kept.location))
    assert "Haus Nord" in office.look("rita", "/owners")
    refused = office.client("edgar").post("/owners", data={**sent, "name": ""})
    assert (refused.status_code, alerts(refused.text)) == (422, "Name the outlet and who owns it.")
    gone = office.client("edgar").post("/owners/drop", data=sent)
    assert "stands for itself again" in told(office.look("edgar", gone.location))
    assert office.client("edgar").post("/owners/drop", data=sent).status_code == 404
