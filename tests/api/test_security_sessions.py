"""Log-ins and tokens: made anew, seen by their owner and by those who look after accounts, ended."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlmodel import select

from api import auth
from claims.account import Login, Token
from claims.database import writing
from claims.scope import Scope
from claims.store import accounts
from factcheck.passwords import new_token
from tests import making
from tests.api.guests import account_of, guest, knock
from tests.api.pages.office import PASSWORD, Office, open_office

_FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
_SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1"


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _logins(office: Office, name: str = "ida") -> list[Login]:
    number = account_of(office, name).id
    with office.desk() as session:
        return list(session.exec(select(Login).where(Login.account_id == number).order_by(Login.id)))  # type: ignore[arg-type]


def _inside(browser: FlaskClient) -> bool:
    return browser.get("/queue").status_code == 200


def test_a_session_that_somebody_else_began_is_not_the_one_that_is_logged_in(office: Office) -> None:
    attacker, victim = guest(office), guest(office)
    attacker.get("/login")
    fixed = attacker.get_cookie("session")
    assert fixed is not None
    victim.set_cookie("session", fixed.value)
    knock(victim, PASSWORD)
    assert _inside(victim)
    assert not _inside(attacker)
    with attacker.session_transaction() as before, victim.session_transaction() as after:
        assert not set(before.values()) & set(after.values()) - {False, True}


def test_each_log_in_has_a_key_of_its_own(office: Office) -> None:
    browser = guest(office)
    knock(browser, PASSWORD)
    first = browser.get_cookie("session")
    knock(browser, PASSWORD)
    assert browser.get_cookie("session") != first
    assert len({login.sha256 for login in _logins(office)}) == 2


def test_a_new_password_ends_all_log_ins_and_gives_this_one_a_new_key(office: Office) -> None:
    browser, other, copy = guest(office), guest(office), guest(office)
    knock(browser, PASSWORD)
    knock(other, PASSWORD)
    cookie = browser.get_cookie("session")
    assert cookie is not None
    copy.set_cookie("session", cookie.value)
    new = "quite another password"
    assert browser.post("/me/password", data={"old": PASSWORD, "new": new, "again": new}).status_code == 302
    assert (_inside(browser), _inside(other), _inside(copy)) == (True, False, False)


def test_other_roles_take_a_new_log_in_and_the_same_ones_do_not(office: Office) -> None:
    browser, admin = guest(office), guest(office)
    knock(browser, PASSWORD)
    knock(admin, PASSWORD, "adam")
    path = f"/accounts/{account_of(office).id}"
    admin.post(path, data={"language": "en", "roles": ["reviewer"], "display_name": "Ida"})
    assert _inside(browser)
    admin.post(path, data={"language": "en", "roles": ["reader"]})
    assert not _inside(browser)


def test_people_see_where_they_are_logged_in_and_end_what_is_not_theirs(office: Office) -> None:
    browser, phone = guest(office), guest(office)
    knock(browser, PASSWORD, address="203.0.113.77", **{"User-Agent": _FIREFOX})
    knock(phone, PASSWORD, address="2001:db8:7:8::1", **{"User-Agent": _SAFARI})
    page = browser.get("/me").text
    assert "Firefox, Linux" in page
    assert "Safari, iPhone" in page
    assert "203.0.113.0/24" in page
    assert "203.0.113.77" not in page
    assert "2001:db8:7::/48" in page
    [strange] = [login for login in _logins(office) if login.browser.startswith("Safari")]
    browser.post(f"/me/logins/{strange.id}")
    assert (_inside(browser), _inside(phone)) == (True, False)


def test_nobody_ends_a_log_in_or_revokes_a_token_of_somebody_else(office: Office) -> None:
    ida, rita = guest(office), guest(office)
    knock(ida, PASSWORD)
    knock(rita, PASSWORD, "rita")
    with office.desk() as session:
        token = accounts.add_token(session, account_of(office), "", new_token(), making.START, None)
    assert rita.post(f"/me/logins/{_logins(office)[0].id}").status_code == 404
    assert rita.post(f"/me/tokens/{token.id}").status_code == 404
    assert _inside(ida)


def test_admins_see_and_end_log_ins_and_tokens(office: Office) -> None:
    browser, admin = guest(office), guest(office)
    knock(browser, PASSWORD, **{"User-Agent": _FIREFOX})
    knock(admin, PASSWORD, "adam")
    secret = new_token()
    with office.desk() as session:
        token = accounts.add_token(session, account_of(office), "nightly script", secret, making.START, None)
    path = f"/accounts/{account_of(office).id}"
    page = admin.get(path).text
    assert "Firefox, Linux" in page
    assert "nightly script" in page
    assert secret not in page
    headers = {"Authorization": f"Bearer {secret}"}
    assert guest(office).get("/api/v1/me", headers=headers).status_code == 200
    admin.post(f"{path}/tokens/{token.id}")
    assert guest(office).get("/api/v1/me", headers=headers).status_code == 401
    admin.post(f"{path}/logins/{_logins(office)[0].id}")
    assert not _inside(browser)
    knock(browser, PASSWORD)
    admin.post(f"{path}/logins")
    assert not _inside(browser)


def test_a_token_for_reading_changes_nothing_and_is_told_what_it_lacks(office: Office) -> None:
    secret, whole = new_token(), new_token()
    with office.desk() as session:
        accounts.add_token(session, account_of(office), "", secret, making.START, None, (Scope.READ,))
        accounts.add_token(session, account_of(office), "", whole, making.START, None)
    asked = guest(office)
    headers = {"Authorization": f"Bearer {secret}"}
    assert asked.get("/api/v1/claims", headers=headers).status_code == 200
    assert asked.post("/api/v1/extract", json={"text": "Zwölf."}, headers=headers).status_code == 200
    changing = {"json": {"text": "Der Verein hat zwölf Mitglieder.", "language": "de"}}
    refused = asked.post("/api/v1/articles", headers=headers, **changing)
    assert (refused.status_code, refused.json["detail"]) == (403, "The token lacks the scope write.")
    assert refused.headers["WWW-Authenticate"] == 'Bearer error="insufficient_scope", scope="write"'
    good = asked.post("/api/v1/articles", headers={"Authorization": f"Bearer {whole}"}, **changing)
    assert good.status_code == 201


def test_the_api_s_document_says_which_scope_each_operation_takes(office: Office) -> None:
    document = guest(office).get("/api/v1/openapi.json").json
    reading = {"/api/v1/extract", "/api/v1/compare", "/api/v1/check"}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            needed = "read" if method == "get" or path in reading else "write"
            assert operation["security"] == [{"bearer": [needed]}], (method, path)


def test_people_make_tokens_for_their_programs_that_are_shown_once(office: Office) -> None:
    browser = guest(office)
    knock(browser, PASSWORD)
    fields = {"label": "my script", "scope": "read", "days": "90"}
    assert browser.post("/me/tokens", data={**fields, "password": "wrong"}).status_code == 422
    page = browser.post("/me/tokens", data={**fields, "password": PASSWORD}).text
    [secret] = re.findall(r"factcheck_[\w-]{43}", page)
    assert secret not in browser.get("/me/tokens").text
    assert guest(office).get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"}).status_code == 200
    with office.desk() as session:
        kept = accounts.find_token(session, secret)
        assert kept is not None
        assert kept.scopes == ["read"]
        assert kept.expires_at is not None
        assert timedelta(days=89) < kept.expires_at - kept.created_at <= timedelta(days=90)
        number = kept.id
    browser.post(f"/me/tokens/{number}")
    assert guest(office).get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"}).status_code == 401


def test_when_a_token_was_used_is_kept_to_about_a_minute(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = new_token()
    with office.desk() as session:
        accounts.add_token(session, account_of(office), "", secret, making.START, None)

    def used() -> datetime | None:
        guest(office).get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"})
        with office.desk() as session:
            found = accounts.find_token(session, secret)
            assert found is not None
            return found.used_at

    first = used()
    assert first is not None
    assert used() == first
    later = datetime.now(UTC) + timedelta(seconds=90)
    monkeypatch.setattr(auth, "now", lambda: later)
    assert used() == later


@contextmanager
def _somebody_writes(office: Office) -> Iterator[None]:
    """Somebody holds the turn to write for as long as the block lasts."""
    begun, done = threading.Event(), threading.Event()

    def hold() -> None:
        with writing(office.engine) as session:
            session.exec(select(Token)).all()
            begun.set()
            done.wait(30)

    holder = threading.Thread(target=hold)
    holder.start()
    begun.wait(30)
    yield
    done.set()
    holder.join()


def test_who_reads_does_not_wait_for_who_writes(home: Path, database_url: str) -> None:
    office = open_office(home, database_url)
    secret, browser = new_token(), office.client("ida")
    with office.desk() as session:
        accounts.add_token(session, account_of(office), "", secret, making.START, None)
    with _somebody_writes(office):
        began = datetime.now(UTC)
        headers = {"Authorization": f"Bearer {secret}"}
        assert office.app.test_client().get("/api/v1/me", headers=headers).status_code == 200
        assert _inside(browser)
        assert datetime.now(UTC) - began < timedelta(seconds=8)  # the patience of who writes is ten


def test_a_page_that_asks_by_itself_is_nobody_at_work(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = guest(office)
    knock(browser, PASSWORD)
    before = _logins(office)[0].seen_at
    monkeypatch.setattr(auth, "now", lambda: datetime.now(UTC) + timedelta(minutes=5))
    browser.post(f"/claims/{office.claim_id}/presence")
    assert _logins(office)[0].seen_at == before
    browser.get("/queue")
    assert _logins(office)[0].seen_at != before


@pytest.mark.parametrize(("idle", "renewed"), [(1, 10), (120, 2)])
def test_whoever_is_at_work_stays_logged_in_though_not_each_answer_renews_the_cookie(
    office: Office, monkeypatch: pytest.MonkeyPatch, idle: int, renewed: int
) -> None:
    settings = office.app.extensions["factcheck.settings"]
    office.app.extensions["factcheck.settings"] = settings.model_copy(update={"session_idle_minutes": idle})
    browser = guest(office)
    knock(browser, PASSWORD)
    browser.get("/queue")  # its forms get their token
    begun, cookies = datetime.now(UTC), 0
    for count in range(1, 11):
        monkeypatch.setattr(auth, "now", lambda at=begun + count * timedelta(seconds=20): at)
        answer = browser.get("/queue")
        assert answer.status_code == 200
        cookies += any(cookie.startswith("session=") for cookie in answer.headers.getlist("Set-Cookie"))
    assert cookies == renewed
    gone = begun + timedelta(seconds=201, minutes=idle)
    monkeypatch.setattr(auth, "now", lambda: gone)
    assert not _inside(browser)
