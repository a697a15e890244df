"""Accounts and passwords on pages: invited, let in, kept out, and nobody by another's link."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from lxml import html
from sqlmodel import select
from werkzeug.test import TestResponse

from api import create_app
from api.pages import password
from claims.letter import Knock, Letter
from claims.notice import Ticket
from claims.store import accounts
from factcheck.passwords import matches
from tests.api.pages.looking import parts, words
from tests.api.pages.office import PASSWORD, Office, alerts, open_office, told

NEW = "another one of some length"


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _mailing(office: Office) -> None:
    settings = office.app.extensions["factcheck.settings"]
    mail = {"smtp_host": "127.0.0.1", "smtp_from": "desk@news.example", "public_url": "https://desk.example"}
    office.app.extensions["factcheck.settings"] = settings.model_copy(update=mail)


def _send(browser: FlaskClient, page: str, action: str, **typed: Any) -> TestResponse:
    [form] = [form for form in html.fromstring(browser.get(page).text).forms if form.action == action]
    fields: dict[str, Any] = {**dict(form.form_values()), **typed}
    return browser.post(action, data=fields)


def _invite(office: Office, **typed: Any) -> TestResponse:
    fields = {"name": "nora", "display_name": "Nora", "email": "nora@news.example", "roles": ["reviewer"]}
    return _send(office.client("adam"), "/accounts", "/accounts", **{**fields, "language": "de", **typed})


def _link(page: str) -> str:
    [link] = [words(found) for found in parts(page, "handed-link")]
    return re.sub(r"^https?://[^/]+", "", link)


def _log_in(office: Office, name: str, said: str) -> FlaskClient | None:
    browser = office.app.test_client()
    answer = _send(browser, "/login", "/login", name=name, password=said)
    return browser if answer.status_code == 302 else None


def _choose(office: Office, link: str, new: str = NEW, again: str = NEW) -> TestResponse:
    return _send(office.app.test_client(), link, link, new=new, again=again)


def test_without_mail_the_link_is_shown_once_and_lets_its_account_in(office: Office) -> None:
    answer = _invite(office)
    link = _link(answer.text)
    assert link not in office.look("adam", "/accounts")
    with office.desk() as session:
        nora = accounts.named(session, "nora")
        [ticket] = session.exec(select(Ticket))
        assert (nora.password_hash, nora.language, nora.roles) == (None, "de", ["reviewer"])
        assert link.rpartition("/")[2] not in str(ticket.model_dump())
    assert "invited until" in office.look("adam", "/accounts")
    assert _choose(office, link).location == "/login"
    assert _log_in(office, "nora", NEW) is not None
    assert office.app.test_client().get(link).status_code == 404, "a link works once"


def test_looking_at_a_link_does_not_use_it_up(office: Office) -> None:
    link = _link(_invite(office).text)
    for _ in range(3):
        assert office.app.test_client().get(link).status_code == 200
        assert office.app.test_client().head(link).status_code == 200
    assert _choose(office, link).status_code == 302


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [
        ("short", "short", "at least 12"),
        (NEW, PASSWORD, "not the same"),
        ("x" * 1001, "x" * 1001, "at least"),
    ],
)
def test_a_password_that_cannot_be_is_refused_and_the_link_still_works(
    office: Office, new: str, again: str, said: str
) -> None:
    link = _link(_invite(office).text)
    answer = _choose(office, link, new, again)
    assert answer.status_code == 422
    assert said in answer.text
    assert _choose(office, link).status_code == 302


@pytest.mark.parametrize(("whose", "hours"), [("nora", 48), ("ida", 1)])
def test_an_invitation_lasts_two_days_and_a_new_password_an_hour(
    office: Office, monkeypatch: pytest.MonkeyPatch, whose: str, hours: int
) -> None:
    page = _invite(office).text if whose == "nora" else _new_link(office, whose)
    link, begun = _link(page), datetime.now(UTC)
    for minutes, status in ((-1, 200), (1, 404)):
        at = begun + timedelta(hours=hours, minutes=minutes)
        monkeypatch.setattr(password, "now", lambda at=at: at)
        assert office.app.test_client().get(link).status_code == status


def _new_link(office: Office, whose: str) -> str:
    with office.desk() as session:
        number = accounts.named(session, whose).id
    return _send(office.client("adam"), f"/accounts/{number}", f"/accounts/{number}/link").text


def test_a_new_password_ends_all_log_ins_and_a_newer_link_ends_the_older(office: Office) -> None:
    browser = office.client("ida")
    old, new = _link(_new_link(office, "ida")), _link(_new_link(office, "ida"))
    assert office.app.test_client().get(old).status_code == 404
    _choose(office, new)
    assert browser.get("/queue").status_code == 302
    assert _log_in(office, "ida", PASSWORD) is None


def test_a_disabled_account_is_let_in_by_no_link(office: Office) -> None:
    browser, link = office.client("ida"), _link(_new_link(office, "ida"))
    with office.desk() as session:
        number = accounts.named(session, "ida").id
    _send(office.client("adam"), f"/accounts/{number}", f"/accounts/{number}/disable")
    assert office.app.test_client().get(link).status_code == 404
    assert browser.get("/queue").status_code == 302
    _send(office.client("adam"), f"/accounts/{number}", f"/accounts/{number}/enable")
    assert _log_in(office, "ida", PASSWORD) is not None


@pytest.mark.parametrize("link", ["/password/nothing", "/password/" + "A" * 43, "/password/%00"])
def test_a_link_that_was_never_made_says_what_a_used_one_says(office: Office, link: str) -> None:
    answer = office.app.test_client().get(link)
    assert (answer.status_code, "This link is over" in answer.text) == (404, True)


def test_with_mail_a_letter_waits_and_nothing_is_shown(office: Office) -> None:
    _mailing(office)
    answer = _invite(office)
    assert "on its way to nora@news.example" in told(office.look("adam", answer.location))
    with office.desk() as session:
        [letter] = session.exec(select(Letter))
        assert letter.ticket_id is not None
        letter.failure, letter.tries = "550 no such box", 3
        session.add(letter)
    page = office.look("adam", "/accounts")
    [failing] = parts(page, "failures")
    assert "Nora" in words(failing)
    assert "550 no such box" in words(failing)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": "Große Nora"}, "A name has lower-case letters"),
        ({"name": "ida"}, "There is an account named ida already."),
        ({"name": "reader-form"}, "cannot log in"),
        ({"email": "nora"}, "This is no e-mail address."),
        ({"email": "nora@x.example\nBcc: all@x.example"}, "This is no e-mail address."),
        ({"display_name": "N" * 201}, "This name is too long."),
        ({"roles": []}, "Give the account a role"),
    ],
)
def test_what_is_wrong_with_an_invitation_is_said_beside_what_was_typed(
    office: Office, typed: dict[str, Any], said: str
) -> None:
    answer = _invite(office, **typed)
    assert answer.status_code == 422
    assert said in answer.text
    with office.desk() as session:
        assert accounts.find(session, "nora") is None


def test_nobody_gives_themselves_a_role_or_locks_themselves_out(office: Office) -> None:
    with office.desk() as session:
        number = accounts.named(session, "adam").id
    page = f"/accounts/{number}"
    answer = _send(office.client("adam"), page, page, roles=["admin", "editor"])
    assert (answer.status_code, alerts(answer.text)) == (422, "Somebody else has to change your roles.")
    form = office.form("adam", "language", office.look("adam", "/accounts"))
    office.client("adam").post(f"{page}/disable", data=form)
    assert "Somebody else has to disable" in told(office.look("adam", page))
    with office.desk() as session:
        adam = accounts.named(session, "adam")
        assert (adam.roles, adam.disabled_at) == (["admin"], None)


def test_an_account_is_changed_as_a_whole(office: Office) -> None:
    with office.desk() as session:
        number = accounts.named(session, "ida").id
    page = f"/accounts/{number}"
    typed = {"display_name": "Ida König", "email": "ida@news.example", "roles": ["reviewer", "editor"]}
    _send(office.client("adam"), page, page, **typed, language="de")
    with office.desk() as session:
        ida = accounts.named(session, "ida")
        assert (ida.display_name, ida.email, ida.roles) == (
            "Ida König",
            "ida@news.example",
            ["editor", "reviewer"],
        )


def test_only_who_looks_after_accounts_sees_them(office: Office) -> None:
    for path in ("/accounts", "/accounts/1"):
        statuses = [office.client(who).get(path).status_code for who in ("rita", "ida", "edgar", "adam")]
        assert statuses == [403, 403, 403, 200]


def _forget(office: Office, said: str, address: str = "192.0.2.1") -> TestResponse:
    browser = office.app.test_client()
    [form] = [f for f in html.fromstring(browser.get("/forgotten").text).forms if f.action == "/forgotten"]
    data = {**dict(form.form_values()), "said": said}
    return browser.post("/forgotten", data=data, environ_base={"REMOTE_ADDR": address})


def test_who_forgot_is_answered_the_same_whether_there_is_such_an_account_or_not(office: Office) -> None:
    _mailing(office)
    answers = [_forget(office, said) for said in ("ida", "nobody", "ida@news.example", "Ida ")]
    assert {answer.status_code for answer in answers} == {200}
    assert len({words(parts(answer.text, "login")[0]) for answer in answers}) == 1
    with office.desk() as session:
        assert list(session.exec(select(Ticket))) == []
        kept = [knock.model_dump() for knock in session.exec(select(Knock))]
    assert len(kept) == 8, "and the same is written down for each"
    assert not [word for word in ("ida", "nobody", "192.0.2.1") if word in str([k["mark"] for k in kept])]


def test_asking_is_limited_by_name_and_by_address(office: Office) -> None:
    _mailing(office)
    statuses = [_forget(office, "ida", f"192.0.2.{number}").status_code for number in range(4)]
    assert statuses == [200, 200, 200, 429]
    statuses = [_forget(office, f"name{number}", "198.51.100.7").status_code for number in range(11)]
    assert statuses == [200] * 10 + [429]
    same_household = [
        _forget(office, f"x{number}", f"2001:db8::{number}").status_code for number in range(11)
    ]
    assert same_household[-1] == 429


def test_behind_a_web_server_the_address_is_the_reader_s(office: Office) -> None:
    _mailing(office)
    settings = office.app.extensions["factcheck.settings"].model_copy(update={"proxies": 1})
    app = create_app(settings)
    behind = Office(app, office.engine, office.claim_id, office.article_id)
    for number in range(12):
        browser = behind.app.test_client()
        page = browser.get("/forgotten").text
        [form] = [f for f in html.fromstring(page).forms if f.action == "/forgotten"]
        data = {**dict(form.form_values()), "said": f"name{number}"}
        headers = {"X-Forwarded-For": f"203.0.113.9, 192.0.2.{number}"}
        assert browser.post("/forgotten", data=data, headers=headers).status_code == 200
    app.extensions["factcheck.engine"].dispose()


def test_without_mail_whoever_forgot_is_told_whom_to_ask(office: Office) -> None:
    page = office.app.test_client().get("/forgotten").text
    assert "Ask whoever looks after its accounts" in page
    assert [form for form in html.fromstring(page).forms if form.action == "/forgotten"] == []


def test_one_s_own_settings_are_kept(office: Office) -> None:
    typed = {"email": "ida@news.example", "password": PASSWORD, "language": "de"}
    browser = office.client("ida")
    [form] = [f for f in html.fromstring(office.look("ida", "/me")).forms if f.action == "/me"]
    fields = {k: v for k, v in form.form_values() if k != "wants_mail"}
    answer = browser.post("/me", data={**fields, **typed})
    assert "Ihre Einstellungen sind gespeichert." in told(office.look("ida", answer.location))
    with office.desk() as session:
        ida = accounts.named(session, "ida")
        assert (ida.email, ida.wants_mail, ida.language) == ("ida@news.example", False, "de")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"email": "ida@news.example"}, "A new address takes your password."),
        ({"email": "ida@news.example", "password": NEW}, "A new address takes your password."),
        ({"email": "ida at home", "password": PASSWORD}, "This is no e-mail address."),
    ],
)
def test_a_new_address_takes_the_password_and_sense(office: Office, typed: dict[str, str], said: str) -> None:
    answer = _send(office.client("ida"), "/me", "/me", **typed)
    assert (answer.status_code, said in answer.text) == (422, True)
    with office.desk() as session:
        assert accounts.named(session, "ida").email == ""


def test_a_new_password_takes_the_old_one_and_keeps_this_log_in_alone(office: Office) -> None:
    browser, other = office.client("ida"), _log_in(office, "ida", PASSWORD)
    assert other is not None
    typed = {"old": NEW, "new": NEW, "again": NEW}
    refused = _send(browser, "/me", "/me/password", **typed)
    assert (refused.status_code, "This is not your password." in refused.text) == (422, True)
    _send(browser, "/me", "/me/password", **{**typed, "old": PASSWORD})
    assert [each.get("/queue").status_code for each in (browser, other)] == [200, 302]
    with office.desk() as session:
        assert matches(accounts.named(session, "ida").password_hash or "", NEW)


def test_other_log_ins_are_listed_and_ended(office: Office) -> None:
    browser, other = office.client("ida"), _log_in(office, "ida", PASSWORD)
    assert other is not None
    [listed] = parts(office.look("ida", "/me"), "logins")
    assert len(listed) == 2
    assert words(listed).count("this one") == 1
    _send(browser, "/me", "/me/logins")
    assert [each.get("/queue").status_code for each in (browser, other)] == [200, 302]
