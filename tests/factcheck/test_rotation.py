"""The desk's keys are changed, and what the old ones made still holds, or, where one leaked, no more."""

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from api import create_app
from claims.account import AccountDraft
from claims.database import writing
from claims.errors import InvalidInput
from claims.notice import Purpose
from claims.store import accounts, events
from claims.workflow import Role
from factcheck import second_factor
from factcheck.cli import cli
from factcheck.desk import open_desk
from factcheck.passwords import hash_password
from factcheck.settings import Settings
from factcheck.signing import signed_by, signer
from factcheck.tickets import issue, recall_secret, secret_of
from tests import making

_PASSWORD = "a long enough password"


def _run(*words: str) -> str:
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    return done.output


def _with_a_factor(settings: Settings) -> str:
    """The secret of the account ida, which was just set up."""
    with writing(open_desk(settings)) as session:
        draft = AccountDraft(name="ida", roles=frozenset({Role.REVIEWER}))
        account = accounts.add(session, draft, hash_password(_PASSWORD), making.START)
        second_factor.prepare(session, account, keys=settings.secrets())
        account.totp_since = making.START
        return second_factor.secret_in_words(account, settings.secrets())


def _secret_of_ida(settings: Settings, keys: tuple[str, ...]) -> str:
    with writing(open_desk(settings)) as session:
        return second_factor.secret_in_words(accounts.named(session, "ida"), keys)


def test_keys_are_made_at_the_first_start_for_their_owner_alone(home: Path) -> None:
    home.rmdir()
    settings = Settings()
    open_desk(settings)
    settings.secret()
    signer(settings)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (home, *home.iterdir())}
    assert modes.pop(home.name) == 0o700
    assert set(modes) >= {"secret_key", "signing_key", "desk.sqlite3"}
    assert set(modes.values()) == {0o600}


def test_a_new_session_key_takes_second_factors_along_and_old_cookies_still_count(home: Path) -> None:
    settings = Settings()
    secret, old = _with_a_factor(settings), settings.secret()
    before = create_app(settings)
    with before.test_request_context():
        cookie = before.session_interface.get_signing_serializer(before).dumps({"language": "de"})  # type: ignore[attr-defined]
    _run("secret", "rotate")
    assert settings.secret() != old
    assert settings.secrets()[1:] == (old,)
    assert _secret_of_ida(settings, (settings.secret(),)) == secret
    browser = create_app(settings).test_client()
    browser.set_cookie("session", cookie)
    assert '<html lang="de">' in browser.get("/login").text
    assert stat.S_IMODE((home / "secret_key").stat().st_mode) == 0o600
    assert stat.S_IMODE((home / "secret_key.before").stat().st_mode) == 0o600


@pytest.mark.usefixtures("home")
def test_a_key_that_leaked_is_not_accepted_any_more() -> None:
    settings = Settings()
    secret, old = _with_a_factor(settings), settings.secret()
    _run("secret", "rotate", "--leaked")
    assert old not in settings.secrets()
    assert _secret_of_ida(settings, settings.secrets()) == secret


@pytest.mark.usefixtures("home")
def test_whoever_was_stopped_half_way_begins_again_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings()
    secret = _with_a_factor(settings)

    def stop(*_: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(second_factor, "encipher_anew", stop)
        CliRunner().invoke(cli, ["secret", "rotate"])
    assert _secret_of_ida(settings, settings.secrets()) == secret
    _run("secret", "rotate", "--leaked")
    assert _secret_of_ida(settings, settings.secrets()) == secret


def test_a_key_in_the_settings_is_changed_there(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_SECRET_KEY", "the first")
    secret = _with_a_factor(Settings())
    monkeypatch.setenv("FACTCHECK_SECRET_KEY", "the second")
    monkeypatch.setenv("FACTCHECK_OLD_SECRET_KEYS", "the first")
    _run("secret", "rotate")
    assert _secret_of_ida(Settings(), ("the second",)) == secret
    assert not (home / "secret_key").exists()
    assert "the first" not in repr(Settings())


@pytest.mark.usefixtures("home")
def test_a_link_that_was_promised_before_still_opens_after() -> None:
    settings = Settings()
    _with_a_factor(settings)
    with writing(open_desk(settings)) as session:
        account = accounts.named(session, "ida")
        ticket = issue(session, account, Purpose.RESET, by=None, at=making.START, key=settings.secret())
        promised = secret_of(ticket, settings.secret())
    _run("secret", "rotate")
    assert recall_secret(ticket, settings.secrets()) == promised


def test_old_bundles_are_known_by_the_keys_that_the_desk_names(home: Path) -> None:
    settings = Settings()
    open_desk(settings)
    first = signer(settings)
    _run("secret", "rotate", "--signing-key")
    second = signer(settings)
    _run("secret", "rotate", "--signing-key")
    said = _run("log", "head")
    assert first.key in said
    assert second.key in said
    assert signer(settings).key in said
    assert signed_by(first.key, b"words", first.sign(b"words"))
    assert stat.S_IMODE((home / "signing_key").stat().st_mode) == 0o600


def _signed_head(path: Path, *options: str) -> Path:
    """The head of the desk's log as it is now."""
    path.write_text(_run("log", "head", "--json", *options))
    return path


def _first_event() -> str:
    """The public key of a desk in which something happened."""
    with writing(open_desk(Settings())) as session:
        by = making.account(session, "rita", Role.REVIEWER)
        events.append(session, "erase", by=by.id or 0, at=making.START, body={})
    return signer(Settings()).key


def test_a_head_that_an_earlier_key_signed_is_still_held_against_the_log(home: Path) -> None:
    first = _first_event()
    noted = _signed_head(home / "noted.json")
    for _ in range(2):
        _run("secret", "rotate", "--signing-key")
    _run("log", "verify", "--head", str(noted))
    (home / "signing_keys.before").unlink()
    refused = CliRunner().invoke(cli, ["log", "verify", "--head", str(noted)])
    assert isinstance(refused.exception, InvalidInput)
    _run("log", "verify", "--head", str(noted), "--key", first)


def test_two_heads_are_compared_across_a_change_of_keys(home: Path) -> None:
    first = _first_event()
    older = _signed_head(home / "older.json")
    _run("secret", "rotate", "--signing-key")
    newer = _signed_head(home / "newer.json", "--since", str(older))
    compared = ["log", "compare", str(older), str(newer)]
    assert CliRunner().invoke(cli, compared).exit_code == 1
    _run(*compared, "--key", first, "--key", signer(Settings()).key)


def test_a_restored_desk_says_which_keys_it_misses(home: Path, tmp_path: Path) -> None:
    _run("secret", "rotate")
    _run("secret", "rotate", "--signing-key")
    _run("backup", str(tmp_path / "desk.zip"))
    for name in ("secret_key.before", "signing_keys.before"):
        (home / name).unlink()
    said = _run("restore", "--replace", str(tmp_path / "desk.zip"))
    assert "what the desk had of secret_key.before, signing_keys.before." in said
