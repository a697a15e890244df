"""What somebody typed survives a log-in that ended and a form that is too old."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from claims.store import notes
from tests.api.pages.office import PASSWORD, Office, open_office

_HERE = {"Origin": "http://localhost"}
_NOTE = "Im Register nachfragen:\nwer hat die Halle bezahlt?"


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _again(page: str) -> dict[str, str]:
    """What the form of the page sends, which has one of its own beside those of the masthead."""
    [form] = html.fromstring(page).xpath("//main//form")
    return dict(form.form_values())


def _log_in(browser: FlaskClient) -> None:
    [token] = set(html.fromstring(browser.get("/login").text).xpath("//input[@name='csrf_token']/@value"))
    sent = {"csrf_token": token, "name": "ida", "password": PASSWORD}
    assert browser.post("/login", data=sent).status_code == 302


def _send(browser: FlaskClient, office: Office, fields: dict[str, str]) -> TestResponse:
    return browser.post(f"{office.path}/note", data=fields, headers=_HERE)


def test_a_note_is_sent_after_logging_in_again(office: Office) -> None:
    form = {**office.form("ida", "note"), "remark": _NOTE}
    browser = office.client("ida")
    browser.delete_cookie("session")
    ended = _send(browser, office, form)
    assert ended.status_code == 400
    assert "Your log-in has ended. Nothing was saved." in html.fromstring(ended.text).text_content()
    _log_in(browser)
    back = _send(browser, office, _again(ended.text))
    kept = _again(back.text)
    assert kept["remark"].splitlines() == _NOTE.splitlines()
    assert kept["version"] == form["version"]
    assert _send(browser, office, kept).status_code == 302
    with office.desk() as session:
        [note] = notes.of_claim(session, office.claim_id)
    assert note.text.splitlines() == _NOTE.splitlines()


def test_a_log_in_that_was_ended_elsewhere_loses_nothing_either(office: Office) -> None:
    form = {**office.form("ida", "note"), "remark": _NOTE}
    other = office.app.test_client()
    _log_in(other)
    form_of_me = html.fromstring(other.get("/me").text).xpath("//input[@name='csrf_token']/@value")
    other.post("/logout", data={"csrf_token": form_of_me[0]})
    answer = other.post(f"{office.path}/note", data=form, headers=_HERE)
    assert "What you typed is still here" in answer.text
    assert _NOTE.splitlines()[1] in answer.text


def test_another_sites_form_gets_no_token_and_no_password_is_sent_back(office: Office) -> None:
    form = {**office.form("ida", "note"), "remark": _NOTE, "csrf_token": "forged"}
    for headers in ({}, {"Origin": "https://elsewhere.example"}, {"Referer": "https://elsewhere.example/a"}):
        answer = office.client("ida").post(f"{office.path}/note", data=form, headers=headers)
        assert answer.status_code == 400
        assert _NOTE.splitlines()[0] not in answer.text
    sent = {"csrf_token": "old", "name": "ida", "password": "a secret of mine"}
    assert "a secret of mine" not in office.app.test_client().post("/login", data=sent, headers=_HERE).text
    assert (
        office.client("ida").post(f"{office.path}/take", data={"version": "1"}, headers=_HERE).status_code
        == 400
    )
