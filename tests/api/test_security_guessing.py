"""Guessing passwords: how many tries are looked at, and who is kept out by it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from api import create_app, entrance
from claims.account import FailedLogin, Refusal
from claims.letter import Door
from claims.store import logins
from factcheck import knocking
from factcheck.settings import Settings
from tests.api.guests import account_of, count_verified, guest, knock
from tests.api.pages.office import PASSWORD, Office, alerts, open_office

_OFTEN = 429


@pytest.fixture
def office(home: Path, database_url: str) -> Office:
    return open_office(home, database_url)


def _address(number: int) -> str:
    return f"198.{number >> 16 & 63}.{number >> 8 & 255}.{number & 255}"


def _flood(office: Office, tries: int, name: str = "ida") -> list[int]:
    """Wrong passwords from as many addresses as there are tries, eight at a time."""
    browsers = [guest(office) for _ in range(8)]

    def go(number: int) -> int:
        return knock(browsers[number % 8], f"guess {number}", name, _address(number)).status_code

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(go, range(tries)))


def _allow(monkeypatch: pytest.MonkeyPatch, door: Door, tries: int) -> None:
    """Have a door take so few tries that a test need not make hundreds."""
    monkeypatch.setitem(knocking._ALLOWED, door, tries)


def test_eight_who_guess_at_once_are_looked_at_a_hundred_times(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = office.client("ida")
    counter = count_verified(office, monkeypatch, PASSWORD)
    answered = _flood(office, 130)  # the owner's first log-in was one of the hundred
    assert (answered.count(401), answered.count(_OFTEN)) == (99, 31)
    assert counter.verified == 99
    with office.desk() as session:  # a flood is noted once an hour and does not fill the database
        assert len(session.exec(select(FailedLogin)).all()) == 100
    # the right password is not looked at either, in a browser that nobody knows
    assert knock(guest(office), PASSWORD).status_code == _OFTEN
    # but the owner's own browser gets in
    own.delete_cookie("session")
    assert knock(own, PASSWORD).status_code == 302
    monkeypatch.setattr(entrance, "now", lambda: datetime.now(UTC) + timedelta(minutes=61))
    assert knock(guest(office), PASSWORD).status_code == 302


@pytest.mark.long
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_of_ten_thousand_tries_from_ten_thousand_addresses_a_hundred_are_looked_at(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = office.client("ida")
    counter = count_verified(office, monkeypatch, PASSWORD)
    answered = _flood(office, 10_000)
    assert (answered.count(401), answered.count(_OFTEN)) == (99, 9901)
    assert counter.verified == 99
    own.delete_cookie("session")
    assert knock(own, PASSWORD).status_code == 302
    with office.desk() as session:
        assert len(session.exec(select(FailedLogin)).all()) == 100


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_name_that_nobody_has_is_answered_like_one_that_somebody_has(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = count_verified(office, monkeypatch, PASSWORD)
    _allow(monkeypatch, Door.LOGIN_NAME, 5)
    known, unknown = (
        [knock(guest(office), "wrong", name, _address(number)) for number in range(7)]
        for name in ("ida", "nobody-here")
    )
    assert [answer.status_code for answer in known] == [answer.status_code for answer in unknown]
    assert {alerts(answer.text) for answer in known} == {alerts(answer.text) for answer in unknown}
    assert counter.verified == 10


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_known_browser_has_an_allowance_and_no_more(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = office.client("ida")
    count_verified(office, monkeypatch, PASSWORD)
    assert guest(office)
    answered = [knock(own, "wrong").status_code for _ in range(32)]
    assert (answered.count(401), answered.count(_OFTEN)) == (30, 2)
    # what it used up, browsers that nobody knows still have
    assert knock(guest(office), PASSWORD).status_code == 302


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_one_network_has_an_allowance_over_all_names(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    count_verified(office, monkeypatch, PASSWORD)
    _allow(monkeypatch, Door.LOGIN_NETWORK, 5)
    tried = [knock(guest(office), "wrong", f"name{n}", "2001:db8::" + str(n)).status_code for n in range(7)]
    assert tried == [401] * 5 + [_OFTEN] * 2
    assert knock(guest(office), PASSWORD, address="2001:db8:0:1::1").status_code == 302


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_cookie_that_makes_a_browser_known_is_bound_signed_and_made_anew(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    count_verified(office, monkeypatch, PASSWORD)
    _allow(monkeypatch, Door.LOGIN_NAME, 5)
    browser = guest(office)
    first = knock(browser, PASSWORD).headers.getlist("Set-Cookie")
    [set_first] = [cookie for cookie in first if cookie.startswith("browser=")]
    assert {"HttpOnly", "SameSite=Strict"} <= set(set_first.split("; "))
    knock(browser, PASSWORD)
    kept = browser.get_cookie("browser")
    assert kept is not None
    assert kept.value not in set_first
    _flood(office, 7)
    for wrong in (kept.value[:-2] + "xx", "", "e30.e30.e30"):
        stranger = guest(office)
        stranger.set_cookie("browser", wrong)
        assert knock(stranger, PASSWORD).status_code == _OFTEN
    # it says nothing about anybody else's account
    _flood(office, 7, "edgar")
    assert knock(browser, PASSWORD, "edgar").status_code == _OFTEN
    assert knock(browser, PASSWORD).status_code == 302


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_behind_tls_cookies_go_over_tls_to_this_host_alone(home: Path, database_url: str) -> None:
    office = open_office(home, database_url)
    settings: Settings = office.app.extensions["factcheck.settings"]
    secure = settings.model_copy(update={"secure_cookies": True})
    office.app = create_app(secure)
    answer = guest(office).post(
        "/login", data={"name": "ida", "password": PASSWORD}, base_url="https://localhost"
    )
    cookies = {line.partition("=")[0]: line for line in answer.headers.getlist("Set-Cookie")}
    assert set(cookies) == {"__Host-session", "__Host-browser"}
    assert all("Secure" in line and "Path=/" in line and "Domain" not in line for line in cookies.values())


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_refused_log_ins_are_kept_for_those_who_look_after_accounts_and_forgotten(office: Office) -> None:
    knock(guest(office), "my-password-in-the-wrong-field", "nobody@example.org")
    knock(guest(office), "wrong", address="2001:db8:1:2:3::4")
    page = office.look("adam", f"/accounts/{account_of(office).id}")
    assert "wrong password" in page
    assert "2001:db8:1::/48" in page
    listed = office.look("adam", "/accounts")
    assert "names that nobody has: 1" in listed
    with office.desk() as session:
        kept = session.exec(select(FailedLogin)).all()
        assert {each.refusal for each in kept} == {Refusal.UNKNOWN, Refusal.PASSWORD}
        logins.forget_refusals(session, datetime.now(UTC) + timedelta(seconds=1))
        assert session.exec(select(FailedLogin)).all() == []
