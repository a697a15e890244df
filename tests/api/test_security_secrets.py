"""What a running server writes down, at its most talkative, holds no secret of anybody."""

import http.client
import json
import re
import urllib.parse
from pathlib import Path

import pytest

from claims.account import AccountDraft
from claims.database import writing
from claims.notice import Purpose
from claims.store import accounts
from claims.workflow import Role
from factcheck import second_factor
from factcheck.desk import open_desk
from factcheck.passwords import hash_password
from factcheck.settings import Settings
from factcheck.signing import signer
from factcheck.tickets import issue, secret_of
from tests import making
from tests.api.serving import Served, add_account, serving

_PASSWORD, _WRONG, _NAME = "Zinnober-Pfefferkorn-81", "Quittenbrot-Laterne-37", "Wachtelkoenig-99"
_WORDS = "Der Schnabeltierverein zählt zwölf Mitglieder."


def _ask(
    served: Served, method: str, path: str, body: str | None = None, **headers: str
) -> tuple[str, list[str]]:
    """The answer's text and its cookies."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=60)
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    said = response.read().decode()
    cookies = [line.partition(";")[0] for line in response.headers.get_all("Set-Cookie") or []]
    connection.close()
    return said, cookies


def _log_in(served: Served, name: str, password: str) -> list[str]:
    page, cookies = _ask(served, "GET", "/login")
    [token] = set(re.findall(r'name="csrf_token" value="([^"]+)"', page))
    form = urllib.parse.urlencode({"csrf_token": token, "name": name, "password": password, "next": "/queue"})
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookies[0]}
    _, made = _ask(served, "POST", "/login", form, **kind)
    return [token, *cookies, *made]


def _people(settings: Settings) -> list[str]:
    """An account with a second factor and a ticket; returns what nobody may learn of it."""
    with writing(open_desk(settings)) as session:
        draft = AccountDraft(name="ida", roles=frozenset({Role.REVIEWER}))
        account = accounts.add(session, draft, hash_password(_PASSWORD), making.START)
        ticket = issue(session, account, Purpose.RESET, by=None, at=making.START, key=settings.secret())
        second_factor.prepare(session, account, keys=settings.secrets())
        written = second_factor.secret_in_words(account, settings.secrets())
        return [secret_of(ticket, settings.secret()), written.replace(" ", ""), account.password_hash or ""]


@pytest.mark.usefixtures("home")
@pytest.mark.long
@pytest.mark.parametrize("written", ["text", "json"])
def test_a_talkative_log_holds_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setenv("FACTCHECK_LOG_LEVEL", "debug")
    monkeypatch.setenv("FACTCHECK_LOG_FORMAT", written)
    settings, token = Settings(), add_account("rita", Role.REVIEWER)
    secrets = [*_people(settings), settings.secret(), token, _PASSWORD, _WRONG, _NAME]
    secrets.append((settings.home / "signing_key").read_text() if signer(settings) else "")
    with serving(1, tmp_path / "log") as served:
        secrets += _log_in(served, "ida", _PASSWORD)
        secrets += _log_in(served, "ida", _WRONG)
        secrets += _log_in(served, _NAME, _WRONG)
        _ask(served, "GET", f"/password/{secrets[0]}?key={token}")
        bearer = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        _ask(served, "GET", "/api/v1/me", **bearer)
        _ask(served, "POST", "/api/v1/articles", json.dumps({"text": _WORDS, "language": "de"}), **bearer)
        _ask(served, "POST", "/api/v1/articles", f'{{"text": "{_WORDS}', **bearer)
        assert served.stop() == 0
    said = (tmp_path / "log").read_text()
    assert "/password/<secret>" in said  # it did log these requests
    assert [secret for secret in secrets if secret.rpartition("=")[2] in said] == []
    assert "Schnabeltier" not in said
    assert "127.0.0.1:" + str(served.port) in said
