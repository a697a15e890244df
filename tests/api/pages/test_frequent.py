"""What templates ask for hundreds of times says the same as what the libraries answer."""

from pathlib import Path

import flask
import flask_babel
import pytest
from markupsafe import Markup, escape

from api.pages import frequent
from tests.api.pages.office import Office, open_office


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def test_messages_come_in_the_language_of_the_request_and_escape_what_is_put_in(office: Office) -> None:
    said = {}
    for language in ("de", "en"):
        with office.app.test_request_context("/login", headers={"Accept-Language": language}):
            said[language] = frequent.gettext("This takes the role %(role)s.", role="<b>")
            assert frequent.gettext("Queue") == escape(flask_babel.gettext("Queue"))
            assert frequent.ngettext("%(num)s claim", "%(num)s claims", 2).startswith("2 ")
    assert said["de"] != said["en"] == "This takes the role &lt;b&gt;."
    assert all(isinstance(sentence, Markup) for sentence in said.values())


def test_addresses_are_those_of_the_application_wherever_it_is_mounted(office: Office) -> None:
    for root in ("", "/desk", ""):
        with office.app.test_request_context("/login", environ_overrides={"SCRIPT_NAME": root}):
            for values in ({"claim_id": 7}, {"claim_id": 7, "queue": "view=mine&tag=ä"}, {"claim_id": 8}):
                assert frequent.address("claim.show", **values) == flask.url_for("claim.show", **values)
            outside = {"claim_id": 7, "_external": True, "_anchor": "passage"}
            assert frequent.address("claim.show", **outside) == flask.url_for("claim.show", **outside)


def test_all_forms_of_a_page_carry_the_token_that_the_session_knows(office: Office) -> None:
    form = office.form("ida", "accept")
    assert form["csrf_token"]
    assert office.post("ida", "accept", form).status_code == 302
