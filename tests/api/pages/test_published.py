"""What anybody can read, and the form with which readers challenge it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from lxml import html
from sqlmodel import select
from werkzeug.test import TestResponse

from claims.decision import DecisionDraft
from claims.letter import Knock
from claims.objection import READER_FORM
from claims.store import accounts, claims, events, objections
from claims.verdict import Verdict
from claims.workflow import Action
from factcheck import review
from factcheck.ledger import verify
from tests import making
from tests.api.pages.looking import parts, words
from tests.api.pages.office import HALL, MEMBERS, Office, alerts, open_office, told

WORDS = "Das Register von 2027 nennt elf."
DECISION = DecisionDraft(verdict=Verdict.SUPPORTED, rationale="So steht es im Register.")
CONTACT = "Frau Moorglocke, 0234 555"


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    opened = open_office(home, _sqlite_desk)
    settings = opened.app.extensions["factcheck.settings"]
    opened.app.extensions["factcheck.settings"] = settings.model_copy(update={"public_reading": True})
    return opened


def _outside(office: Office) -> FlaskClient:
    return office.app.test_client()


def _send(office: Office, **more: Any) -> TestResponse:
    """The form as somebody outside fills it in, from a network address of their own."""
    browser = _outside(office)
    [form] = [form for form in html.fromstring(browser.get("/c/1").text).forms if "words" in form.fields]
    where = {"REMOTE_ADDR": more.pop("address", "192.0.2.1")}
    typed = {"words": WORDS, **more}
    return browser.post(form.action, data={**dict(form.form_values()), **typed}, environ_base=where)


def _publish(office: Office) -> None:
    """Straight to a published verdict, as the desk's people would."""
    steps = [("ida", Action.ACCEPT), ("ida", Action.TAKE), ("ida", Action.SUBMIT)]
    with office.desk() as session:
        for who, action in [*steps, ("edgar", Action.APPROVE), ("edgar", Action.PUBLISH)]:
            by = accounts.named(session, who)
            if action is Action.SUBMIT:
                making.evidence(session, claims.get(session, office.claim_id), by)
            decision = DECISION if action is Action.SUBMIT else None
            review.move(session, office.claim_id, action, by=by, at=datetime.now(UTC), decision=decision)


def _settle(office: Office) -> None:
    with office.desk() as session:
        emma, why = accounts.named(session, "emma"), "Das Register ist von gestern."
        review.move(session, 1, Action.CONFIRM, by=emma, at=datetime.now(UTC), reason=why)


def test_a_published_claim_has_an_address_for_everybody_with_its_grounds_and_no_name(office: Office) -> None:
    office.bring_to("published")
    page = _outside(office).get("/c/1").text
    for shown in (MEMBERS, "supported", "So steht es im Register.", "vierzehn Mitglieder", "Vereinsregister"):
        assert shown in page
    assert "paragraph 1" in page
    for hidden in ("Ida", "Edgar", "Kegelclub", "Neubau am Rand", "40.000"):
        assert hidden not in page


@pytest.mark.parametrize("state", ["proposed", "approved"])
def test_what_was_never_published_is_not_there_as_if_it_did_not_exist(office: Office, state: str) -> None:
    office.bring_to(state)
    answers = [_outside(office).get(path) for path in ("/c/1", "/c/4711")]
    assert [answer.status_code for answer in answers] == [404, 404]
    said = [parts(answer.text, "page", "main")[0] for answer in answers]
    assert words(said[0]) == words(said[1])


def test_a_dismissed_claim_is_not_there(office: Office) -> None:
    office.press("ida", "dismiss", reason="Keine Behauptung.")
    assert _outside(office).get("/c/1").status_code == 404


def test_nothing_is_there_where_the_desk_does_not_want_readers(office: Office) -> None:
    settings = office.app.extensions["factcheck.settings"]
    office.app.extensions["factcheck.settings"] = settings.model_copy(update={"public_reading": False})
    _publish(office)
    for path in ("/c/1", "/published"):
        assert _outside(office).get(path).status_code == 404
        assert office.client("edgar").get(path).status_code == 404
    page = _outside(office).get("/login").text
    assert "/published" not in page


def test_a_correction_shows_old_and_new_wording_the_reason_and_when(office: Office) -> None:
    _publish(office)
    office.cite(quote="Der Bau der Halle kostete 40.000 Euro", stance="refutes")
    office.press(
        "ida", "correct", verdict="refuted", rationale="Neu gezählt: elf.", reason="Wir hatten uns verzählt."
    )
    before = _outside(office).get("/c/1").text
    assert "Neu gezählt" not in before, "what nobody has approved yet is not public"
    office.press("edgar", "approve")
    office.press("edgar", "publish")
    page = _outside(office).get("/c/1").text
    newest, oldest = [words(found) for found in parts(page, "chapter")]
    for shown in (
        "Corrected",
        "Wir hatten uns verzählt.",
        "supported",
        "So steht es im Register.",
        "refuted",
        "Neu gezählt: elf.",
    ):
        assert shown in newest
    assert "Published as “supported”" in oldest
    assert "Ida" not in page


def test_a_withdrawn_claim_stays_at_its_address_and_says_so(office: Office) -> None:
    _publish(office)
    office.press("emma", "withdraw", reason="Das Register war gefälscht.", confirmed="yes")
    page = _outside(office).get("/c/1").text
    assert "Das Register war gefälscht." in page
    assert "withdrawn its verdict" in page
    assert "So steht es im Register." not in page
    [row] = parts(_outside(office).get("/published").text, "published-row")
    assert "withdrawn" in words(row)


def test_a_reader_challenges_and_editors_are_told(office: Office) -> None:
    _publish(office)
    answer = _send(office, contact=CONTACT)
    assert answer.location == "/c/1"
    assert office.claim.state == "challenged"
    page = _outside(office).get("/c/1").text
    assert "This verdict was challenged" in page
    assert WORDS not in page
    [notice] = [
        words(found)
        for found in parts(office.look("emma", "/inbox"), "notice")
        if "challenged" in words(found)
    ]
    assert WORDS in notice
    assert "Readers’ form" in notice
    _settle(office)
    assert "Das Register ist von gestern." in _outside(office).get("/c/1").text


def test_the_contact_is_for_those_who_check_and_outside_of_the_log(office: Office) -> None:
    _publish(office)
    _send(office, contact=CONTACT)
    assert CONTACT in office.look("ida")
    assert CONTACT not in office.look("rita")
    assert CONTACT not in office.look("adam")
    with office.desk() as session:
        assert CONTACT not in str(list(events.walk(session)))
        [objection] = objections.of_claim(session, 1)
        objection.contact = ""
        session.add(objection)
        session.flush()
        verify(session)


def test_nobody_logs_in_as_the_form(office: Office) -> None:
    _publish(office)
    _send(office)
    with office.desk() as session:
        form = accounts.named(session, READER_FORM)
    assert (form.password_hash, form.roles) == (None, ["reader"])
    page = html.fromstring(office.look("adam", f"/accounts/{form.id}"))
    [link] = [each for each in page.forms if each.action.endswith("/link")]
    office.client("adam").post(link.action, data=dict(link.form_values()))
    assert "cannot log in" in told(office.look("adam", f"/accounts/{form.id}"))


@pytest.mark.parametrize("typed", [{"words": " "}, {"words": "x" * 4001}, {"contact": "x" * 301}])
def test_what_cannot_be_taken_is_said_and_kept(office: Office, typed: dict[str, str]) -> None:
    _publish(office)
    answer = _send(office, **typed)
    assert answer.status_code == 422
    assert "4,000 characters" in alerts(answer.text)
    assert office.claim.state == "published"


def test_a_program_that_fills_in_every_field_changes_nothing(office: Office) -> None:
    _publish(office)
    assert _send(office, website="https://spam.example").status_code == 302
    assert office.claim.state == "published"


def test_a_form_without_its_token_is_refused(office: Office) -> None:
    _publish(office)
    assert _outside(office).post("/c/1/challenge", data={"words": WORDS}).status_code == 400


def test_one_place_challenges_five_times_an_hour_and_others_go_on(office: Office) -> None:
    _publish(office)
    for _ in range(5):
        assert _send(office).status_code == 302
        _settle(office)
    refused = _send(office)
    assert refused.status_code == 429
    assert WORDS in refused.text
    assert _send(office, address="192.0.2.2").status_code == 302
    with office.desk() as session:
        assert "192.0.2" not in str([knock.model_dump() for knock in session.exec(select(Knock))])


def test_who_comes_second_is_told_that_the_desk_looks_already(office: Office) -> None:
    _publish(office)
    browser = _outside(office)
    [form] = [form for form in html.fromstring(browser.get("/c/1").text).forms if "words" in form.fields]
    _send(office)
    answer = browser.post(form.action, data={**dict(form.form_values()), "words": "Auch ich."})
    assert answer.status_code == 409
    assert "Auch ich." in answer.text


def test_the_list_has_the_newest_first_in_pages(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.pages.published._PAGE", 1)
    _publish(office)
    with office.desk() as session:
        [other] = [claim.id for claim in claims.of_article(session, office.article_id) if claim.text == HALL]
    office.claim_id = other or 0
    _publish(office)
    page = _outside(office).get("/published").text
    assert HALL in words(parts(page, "published")[0])
    [following] = html.fromstring(page).xpath("//a[@rel='next']/@href")
    assert MEMBERS in words(parts(_outside(office).get(following).text, "published")[0])
    for odd in ("?before=4711", "?before=x", "?before=99999999999999999999"):
        assert _outside(office).get(f"/published{odd}").status_code == 200


def test_links_to_sources_say_when_the_page_was_captured(office: Office) -> None:
    office.bring_to("in_check")
    office.cite(url="https://register.example/17")
    office.submit()
    for action in ("approve", "publish"):
        office.press("edgar", action)
    [link] = html.fromstring(_outside(office).get("/c/1").text).xpath("//a[@data-originalurl]")
    assert link.get("data-originalurl") == link.get("href") == "https://register.example/17"
    assert link.get("data-versiondate") == datetime.now(UTC).date().isoformat()
