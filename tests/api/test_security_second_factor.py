"""The second factor: set up, asked for, used once, lost, reset, required."""

import base64
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import Engine

from api import entrance
from claims.database import writing
from claims.errors import FactcheckError
from claims.event import Event
from claims.store import accounts, events, logins
from factcheck import second_factor
from factcheck.cli import cli
from factcheck.entering import Visitor, enter_code
from factcheck.settings import Settings
from tests import making
from tests.api.guests import account_of, guest, knock
from tests.api.pages.looking import parts
from tests.api.pages.office import PASSWORD, Office, alerts, open_office

KEYS = ("only for tests",)


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _code(office: Office, later: int = 0, name: str = "ida") -> str:
    """The code of that many seconds later, made of the secret as an authenticator makes it."""
    with office.desk() as session:
        account = accounts.named(session, name)
        secret = re.search(r"secret=([A-Z2-7]+)", second_factor.address(account, "Desk", KEYS))
    assert secret is not None
    padded = secret[1] + "=" * (-len(secret[1]) % 8)
    made = TOTP(base64.b32decode(padded), 6, SHA1(), 30)
    return made.generate(int(datetime.now(UTC).timestamp()) + later).decode()


def _set_up(office: Office, browser: FlaskClient) -> list[str]:
    """Returns the recovery codes."""
    browser.post("/me/second-factor", data={"password": PASSWORD})
    answer = browser.post("/me/second-factor/confirm", data={"code": _code(office, -30)})
    assert answer.status_code == 200
    codes = [item.text_content() for item in html.fromstring(answer.text).xpath("//ol//code")]
    assert len(codes) == 10
    return codes


def _waiting(office: Office) -> FlaskClient:
    """A browser in which ida gave the password."""
    browser = guest(office)
    assert knock(browser, PASSWORD).location == "/login/code?next=/"
    return browser


def test_a_set_up_factor_is_asked_for_and_each_code_lets_in_once(office: Office) -> None:
    browser = guest(office)
    knock(browser, PASSWORD)
    page = browser.post("/me/second-factor", data={"password": PASSWORD}, follow_redirects=True).text
    assert html.fromstring(page).xpath("//*[local-name()='svg']")
    assert "style=" not in page  # the page's policy forbids it
    _set_up(office, browser)
    now, other = _waiting(office), _waiting(office)
    code = _code(office)
    assert now.post("/login/code", data={"code": code}).location == "/"
    assert now.get("/queue").status_code == 200
    refused = other.post("/login/code", data={"code": code})
    assert (refused.status_code, alerts(refused.text)) == (401, "This code is wrong, or was used before.")
    assert other.post("/login/code", data={"code": _code(office, 30)}).status_code == 302


def test_password_alone_opens_nothing_once_there_is_a_second_factor(office: Office) -> None:
    browser = guest(office)
    knock(browser, PASSWORD)
    _set_up(office, browser)
    half = _waiting(office)
    for path in ("/", "/queue", "/me", "/me/second-factor", "/me/tokens", "/articles/1"):
        assert half.get(path).location.startswith("/login?next="), path
    assert half.post("/me/second-factor/remove", data={"password": PASSWORD}).status_code == 302
    with half.session_transaction() as kept:
        assert set(kept) <= {"half", "csrf_token", "_fresh", "language"}


def test_what_was_said_with_the_password_is_void_after_a_while_or_with_another_password(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = guest(office)
    knock(browser, PASSWORD)
    _set_up(office, browser)
    early, late = _waiting(office), _waiting(office)
    with office.desk() as session:
        accounts.named(session, "ida").password_hash = "another"
    assert early.get("/login/code").location == "/login"
    monkeypatch.setattr(entrance, "now", lambda: datetime.now(UTC) + timedelta(minutes=11))
    assert late.post("/login/code", data={"code": _code(office)}).status_code == 401


def test_codes_cannot_be_guessed(office: Office) -> None:
    browser = guest(office)
    knock(browser, PASSWORD)
    _set_up(office, browser)
    half = _waiting(office)
    tried = [half.post("/login/code", data={"code": f"{n:06}"}).status_code for n in range(12)]
    assert tried == [401] * 10 + [429] * 2
    assert half.post("/login/code", data={"code": _code(office)}).status_code == 429
    # who guesses in one browser does not keep the owner's out
    assert knock(browser, PASSWORD).status_code == 302
    assert browser.post("/login/code", data={"code": _code(office)}).location == "/"


def test_a_recovery_code_lets_in_once_and_new_ones_take_the_place_of_all(office: Office) -> None:
    browser = guest(office)
    knock(browser, PASSWORD)
    codes = _set_up(office, browser)
    spelled = codes[0].lower().replace(" ", "-")
    assert _waiting(office).post("/login/code", data={"code": spelled}).status_code == 302
    assert _waiting(office).post("/login/code", data={"code": spelled}).status_code == 401
    with office.desk() as session:
        assert logins.count_recovery_codes(session, account_of(office).id or 0) == 9
    assert browser.post("/me/second-factor/codes", data={"password": "wrong"}).status_code == 422
    assert browser.post("/me/second-factor/codes", data={"password": PASSWORD}).status_code == 200
    assert _waiting(office).post("/login/code", data={"code": codes[1]}).status_code == 401


def test_setting_up_takes_the_password_and_ends_other_log_ins(office: Office) -> None:
    browser, other = guest(office), guest(office)
    knock(browser, PASSWORD)
    knock(other, PASSWORD)
    assert browser.post("/me/second-factor", data={"password": "wrong"}).status_code == 422
    before = browser.get_cookie("session")
    _set_up(office, browser)
    assert browser.get("/queue").status_code == 200
    assert other.get("/queue").status_code == 302
    assert before is not None
    other.set_cookie("session", before.value)  # the log-in goes on under a new key
    assert other.get("/queue").status_code == 302


def test_a_lost_factor_is_reset_by_somebody_else_and_the_history_says_so(office: Office) -> None:
    browser, admin = guest(office), guest(office)
    knock(browser, PASSWORD)
    _set_up(office, browser)
    knock(admin, PASSWORD, "adam")
    number = account_of(office).id
    admin.post(f"/accounts/{number}/second-factor")
    assert browser.get("/queue").status_code == 302
    assert knock(guest(office), PASSWORD).location == "/"
    by = account_of(office, "adam").id
    with office.desk() as session:
        last = session.get(Event, events.last(session))
        assert last is not None
        assert (last.action, last.body["account"], last.actor_id) == (
            "reset_second_factor",
            number,
            by,
        )


def test_the_command_resets_a_second_factor_too(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = guest(office)
    knock(browser, PASSWORD)
    _set_up(office, browser)
    monkeypatch.setenv("FACTCHECK_DATABASE_URL", str(office.engine.url))
    assert CliRunner().invoke(cli, ["user", "totp-reset", "ida"]).exit_code == 0
    assert knock(guest(office), PASSWORD).location == "/"


def test_roles_that_take_a_second_factor_set_it_up_before_anything_else(office: Office) -> None:
    settings: Settings = office.app.extensions["factcheck.settings"]
    office.app.extensions["factcheck.settings"] = settings.model_copy(
        update={"require_second_factor": "reviewer, admin"}
    )
    browser = guest(office)
    knock(browser, PASSWORD)
    for path in ("/queue", "/me", "/me/tokens", "/articles"):
        assert browser.get(path).location == "/me/second-factor"
    assert browser.post(f"{office.path}/accept").location == "/me/second-factor"
    _set_up(office, browser)
    assert browser.get("/queue").status_code == 200
    assert browser.post("/me/second-factor/remove", data={"password": PASSWORD}).status_code == 403
    reader = guest(office)
    knock(reader, PASSWORD, "rita")
    assert reader.get("/queue").status_code == 200


def test_the_secret_is_kept_enciphered_and_for_its_account_alone(office: Office) -> None:
    browser = guest(office)
    knock(browser, PASSWORD)
    _set_up(office, browser)
    with office.desk() as session:
        ida, rita = accounts.named(session, "ida"), accounts.named(session, "rita")
        written = second_factor.secret_in_words(ida, KEYS).replace(" ", "")
        assert written not in (ida.totp_secret or "")
        rita.totp_secret = ida.totp_secret
        with pytest.raises(FactcheckError):
            second_factor.secret_in_words(rita, KEYS)
        rita.totp_secret = None


def test_two_who_give_one_code_at_once_get_in_once(engine: Engine) -> None:
    """On both databases: whoever takes the code second finds it taken."""
    at = making.START
    with writing(engine) as session:
        account = making.account(session, "ida")
        second_factor.prepare(session, account, keys=KEYS)
        account.totp_since = at
        made = second_factor._timed(second_factor._unseal(account, KEYS))
    code = made.generate(int(at.timestamp())).decode()

    def give(_: int) -> bool:
        return enter_code(engine, account, code, Visitor("192.0.2.1"), at=at, keys=KEYS)

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(give, range(8))) == [False] * 7 + [True]


def test_the_pages_say_how_many_recovery_codes_are_left(office: Office) -> None:
    browser = guest(office)
    knock(browser, PASSWORD)
    codes = _set_up(office, browser)
    _waiting(office).post("/login/code", data={"code": codes[3]})
    page = browser.get("/me/second-factor").text
    assert "9 of 10 recovery codes are left" in page
    assert not parts(page, "qr")
    assert all(code not in page for code in codes)
