"""Every route that changes something, asked as it must not be: without the form's token, without the version
that was seen."""

from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule

from tests.api.pages.office import PEOPLE, Office, open_office
from tests.api.test_permissions import _path

_CHANGING = {"POST", "PUT", "PATCH", "DELETE"}


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _changing(app: Flask) -> list[tuple[Rule, str]]:
    return [
        (rule, method)
        for rule in app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) & _CHANGING)
    ]


def test_no_page_takes_a_form_without_its_token_from_anybody(office: Office) -> None:
    pages = [(rule, method) for rule, method in _changing(office.app) if not rule.rule.startswith("/api/")]
    assert len(pages) > 60
    for who in (*PEOPLE, None):
        browser = office.client(who) if who else office.app.test_client()
        answered = {
            (rule.rule, method): browser.open(_path(rule), method=method, data={"reason": "x"}).status_code
            for rule, method in pages
        }
        assert {key: status for key, status in answered.items() if status != 400} == {}, who


def test_a_form_s_token_of_somebody_else_is_none(office: Office) -> None:
    fields = office.form("ida", "accept")
    answer = office.client("edgar").post(f"{office.path}/accept", data=fields)
    assert answer.status_code == 400
    assert office.claim.state == "proposed"


def test_what_was_changed_meanwhile_is_not_overwritten_by_any_form_of_the_claim(office: Office) -> None:
    office.bring_to("in_check")
    stale = {action: office.form("ida", action) for action in ("edit", "cite", "submit", "release")}
    office.press("edgar", "edit", text="Worded by somebody else.")
    for action, fields in stale.items():
        typed = {
            "verdict": "refuted",
            "rationale": "x",
            "quote": "x",
            "title": "x",
            "source_text": "x",
            "stance": "context",
        }
        answer = office.client("ida").post(
            f"{office.path}/{action}", data={**fields, **typed, "text": "Mine."}
        )
        assert answer.status_code in (409, 412), action
    assert office.claim.text == "Worded by somebody else."
