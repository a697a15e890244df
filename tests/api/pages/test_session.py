from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from lxml import html

from api import auth
from claims.store import accounts
from tests import making
from tests.api.pages.office import PASSWORD, Office, alerts, open_office


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _fields(page: str, action: str) -> dict[str, str]:
    [form] = [form for form in html.fromstring(page).forms if form.action == action]
    return dict(form.form_values())


def _try(browser: FlaskClient, where: str = "/login", **typed: str):  # type: ignore[no-untyped-def]
    return browser.post("/login", data={**_fields(browser.get(where).text, "/login"), **typed})


def test_who_is_not_logged_in_is_asked_to_and_comes_back(office: Office) -> None:
    browser = office.app.test_client()
    asked = browser.get("/queue?words=Halle")
    assert asked.status_code == 302
    answer = _try(browser, asked.location, name="ida", password=PASSWORD)
    assert answer.location == "/queue?words=Halle"
    assert browser.get(answer.location).status_code == 200


def test_a_wrong_password_keeps_the_name_and_says_so_in_one_sentence(office: Office) -> None:
    answer = _try(office.app.test_client(), name="ida", password="not this one at all")
    assert answer.status_code == 401
    assert alerts(answer.text) == "Name or password is wrong."
    fields = html.fromstring(answer.text)
    assert fields.xpath("//input[@id='name']/@value") == ["ida"]
    assert fields.xpath("//input[@id='password']/@value") == [""]


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.org/",
        "//example.org/",
        "/\\example.org",
        "javascript:alert(1)",
        "/no/such",
        "/logout",
    ],
)
def test_logging_in_leads_to_pages_of_this_desk_only(office: Office, elsewhere: str) -> None:
    answer = _try(office.app.test_client(), name="ida", password=PASSWORD, next=elsewhere)
    assert answer.location == "/"


def test_logging_out_ends_the_session(office: Office) -> None:
    browser = office.client("ida")
    browser.post("/logout", data=_fields(browser.get("/queue").text, "/logout"))
    assert browser.get("/queue").status_code == 302


def test_a_cookie_that_was_copied_before_logging_out_opens_nothing_after(office: Office) -> None:
    browser = office.client("ida")
    cookie = browser.get_cookie("session")
    assert cookie is not None
    browser.post("/logout", data=_fields(browser.get("/queue").text, "/logout"))
    browser.set_cookie("session", cookie.value)
    assert browser.get("/queue").status_code == 302


def test_one_log_out_leaves_other_log_ins_alone(office: Office) -> None:
    first, second = office.client("ida"), office.app.test_client()
    _try(second, name="ida", password=PASSWORD)
    first.post("/logout", data=_fields(first.get("/queue").text, "/logout"))
    assert second.get("/queue").status_code == 200


def test_an_account_that_is_disabled_is_logged_out(office: Office) -> None:
    browser = office.client("ida")
    with office.desk() as session:
        accounts.named(session, "ida").disabled_at = making.START
    assert browser.get("/queue").status_code == 302


@pytest.mark.parametrize(("setting", "minutes"), [("session_idle_minutes", 1), ("session_hours", 61)])
def test_a_log_in_ends_when_it_is_unused_or_old(
    office: Office, monkeypatch: pytest.MonkeyPatch, setting: str, minutes: int
) -> None:
    browser = office.client("ida")
    settings = office.app.extensions["factcheck.settings"]
    office.app.extensions["factcheck.settings"] = settings.model_copy(update={setting: 1})
    later = datetime.now(UTC) + timedelta(minutes=minutes, seconds=5)
    monkeypatch.setattr(auth, "now", lambda: later)
    assert browser.get("/queue").status_code == 302


@pytest.mark.parametrize("path", ["/login", "/logout", "/language"])
def test_a_form_without_its_token_is_refused(office: Office, path: str) -> None:
    answer = office.client("ida").post(path, data={"name": "ida", "password": PASSWORD, "language": "de"})
    assert answer.status_code == 400
    assert "This form is no longer valid" in answer.text


def test_the_language_is_kept_for_the_next_time(office: Office) -> None:
    browser = office.client("ida")
    sent = {**_fields(browser.get("/queue?words=Halle").text, "/language"), "language": "de"}
    answer = browser.post("/language", data=sent)
    assert answer.location == "/queue?words=Halle"
    page = browser.get(answer.location).text
    assert '<html lang="de">' in page
    assert "Prüfliste" in page
    with office.desk() as session:
        assert accounts.named(session, "ida").language == "de"


def test_the_language_can_be_chosen_before_logging_in_and_stays(office: Office) -> None:
    browser = office.app.test_client()
    browser.post("/language", data={**_fields(browser.get("/login").text, "/language"), "language": "de"})
    assert "Anmelden" in browser.get("/login").text
    assert (
        "Prüfliste" in browser.get(_try(browser, name="ida", password=PASSWORD, next="/queue").location).text
    )


def test_the_browser_says_which_language_comes_first(office: Office) -> None:
    page = office.app.test_client().get("/login", headers={"Accept-Language": "de-AT,de;q=0.9"}).text
    assert "Passwort" in page


def test_a_browser_that_says_nothing_gets_the_language_of_the_desk(office: Office) -> None:
    settings = office.app.extensions["factcheck.settings"]
    office.app.extensions["factcheck.settings"] = settings.model_copy(update={"language": "de"})
    assert "Passwort" in office.app.test_client().get("/login").text


@pytest.mark.parametrize(("method", "path"), [("GET", "/nowhere"), ("GET", "/claims/1/accept")])
def test_who_mistypes_an_address_does_not_look_logged_out(office: Office, method: str, path: str) -> None:
    answer = office.client("ida").open(path, method=method)
    assert answer.status_code in (404, 405)
    assert "Log out" in answer.text
    assert "Log out" not in office.app.test_client().open(path, method=method).text
