"""What a browser is told, whose requests are answered, and where a log-in leads."""

from pathlib import Path

import pytest
from flask import Flask
from sqlmodel import select

from api import create_app
from claims.database import writing
from claims.letter import Door, Knock
from factcheck.settings import Settings
from tests.api.guests import guest, knock
from tests.api.pages.office import PASSWORD, open_office

ELSEWHERE = [
    line
    for line in (Path(__file__).parent / "corpora" / "addresses.txt").read_text("utf-8").split("\n")
    if line and not line.startswith("# ")
]


def _app(home: Path, **more: object) -> Flask:
    return create_app(Settings(home=home, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ["/login", "/no/such", "/api/v1/me", "/static/desk.css", "/published"])
def test_every_answer_tells_the_browser_to_be_strict(home: Path, path: str) -> None:
    headers = _app(home, public_reading=True).test_client().get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert not [words for words in policy.values() if "unsafe" in words or "*" in words]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Server" not in headers


def test_https_is_asked_for_where_readers_come_by_it(home: Path) -> None:
    for more, wanted in (
        ({}, False),
        ({"public_url": "http://desk.example"}, False),
        ({"public_url": "https://desk.example"}, True),
        ({"secure_cookies": True}, True),
    ):
        answer = _app(home, **more).test_client().get("/login")
        assert ("Strict-Transport-Security" in answer.headers) is wanted


def test_a_request_for_another_host_is_refused_where_the_address_is_known(home: Path) -> None:
    known = _app(home, public_url="https://desk.example:8443/x").test_client()
    for host, status in (
        ("desk.example", 200),
        ("desk.example:8443", 200),
        ("localhost:8000", 200),
        ("evil.example", 400),
        ("desk.example.evil.example", 400),
        ("evil.example#desk.example", 400),
    ):
        assert known.get("/login", headers={"Host": host}).status_code == status, host
    assert _app(home).test_client().get("/login", headers={"Host": "intranet"}).status_code == 200


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("proxies", "places"), [(0, 1), (1, 2), (2, 1)])
def test_headers_of_proxies_count_only_as_many_as_there_are(
    home: Path, database_url: str, proxies: int, places: int
) -> None:
    office = open_office(home, database_url)
    settings: Settings = office.app.extensions["factcheck.settings"]
    office.app = create_app(settings.model_copy(update={"proxies": proxies}))
    for last in ("10.0.0.9", "10.0.0.8"):
        # the client wrote the first; the one before the desk the last
        knock(guest(office), "wrong", **{"X-Forwarded-For": f"203.0.113.5, {last}", "X-Forwarded-Proto": "x"})
    with writing(office.engine) as session:
        marks = session.exec(select(Knock.mark).where(Knock.door == Door.LOGIN_NETWORK)).all()
    assert len(marks) == 2
    assert len(set(marks)) == places


def test_nobody_says_by_a_header_that_they_came_by_https_or_to_another_host(home: Path) -> None:
    app = _app(home, proxies=1)
    spoofed = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", "X-Forwarded-Prefix": "/x"}
    answer = app.test_client().get("/queue", headers=spoofed)
    assert answer.location == "/login?next=/queue"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_nothing_leads_from_the_desk_to_elsewhere(home: Path, database_url: str) -> None:
    office = open_office(home, database_url)
    browser = guest(office)
    led = {}
    for address in ELSEWHERE:
        form = {"name": "ida", "password": PASSWORD, "next": address}
        chosen = browser.post("/language", data={"language": "de", "next": address})
        shown = guest(office).get("/login", query_string={"next": address})
        led[address] = (chosen.location, 'name="next" value="/"' in shown.text)
        if address.startswith(("//", "https", "/\\")):
            led[address] = (browser.post("/login", data=form).location, True)
    assert len(led) > 20
    assert set(led.values()) == {("/", True)}
