"""`factcheck capture`, `factcheck watch` and `factcheck add URL`, against a server on this machine."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlmodel import col, select

from claims.attempt import Attempt
from claims.database import reading
from factcheck.cli import cli
from factcheck.desk import open_desk
from factcheck.settings import Settings
from tests.factcheck.evidence.web import Site, canary, page, site

_TEXT = "The register lists fourteen members. The club was founded in Hull in 2011 and has grown since then."


def _run(*args: str) -> Result:
    return CliRunner().invoke(cli, list(args))


def _allow(monkeypatch: pytest.MonkeyPatch, running: Site) -> str:
    monkeypatch.setenv("FACTCHECK_ALLOWED_HOSTS", "127.0.0.1")
    return f"http://127.0.0.1:{running.port}"


def test_an_address_is_captured_again_and_watched(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert home
    with site({"/r": page(_TEXT.encode(), "text/plain")}) as running:
        address = f"{_allow(monkeypatch, running)}/r"
        first = _run("capture", address, "--json")
        again = _run("capture", address)
        watched = _run("watch", "--json")
        agent = running.headers[0]["User-Agent"]
    snapshot = json.loads(first.stdout)["snapshot"]
    assert (snapshot["requested_url"], snapshot["http_status"]) == (address, 200)
    assert "says what the last snapshot says" in again.stderr
    assert "Fact-check desk" in agent
    assert (watched.exit_code, watched.stdout) == (0, "")  # nothing is cited yet


def test_what_cannot_be_had_is_said_and_written_down(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert home
    with site({"/paid": page(b"", status=402)}) as running:
        found = _run("capture", f"{_allow(monkeypatch, running)}/paid")
    assert "The page exists, but the server does not give it out (402)." in str(found.exception)


def test_an_article_that_cannot_be_had_leaves_its_try(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {"/paid": page(b"", status=402), "/empty": page(b"<html><body></body></html>", "text/html")}
    with site(pages) as running:
        address = _allow(monkeypatch, running)
        found = [_run("add", f"{address}{path}") for path in ("/paid", "/empty", "/gone")]
    assert [answer.exit_code for answer in found] == [1, 1, 1]
    with reading(open_desk(Settings(home=home))) as session:
        tried = session.exec(select(Attempt).order_by(col(Attempt.id))).all()
    assert [(attempt.url, attempt.outcome.value, attempt.http_status) for attempt in tried] == [
        (f"{address}/paid", "refused", 402),
        (f"{address}/empty", "no_text", 200),
        (f"{address}/gone", "not_found", 404),
    ]


def test_without_the_setting_nothing_on_this_machine_is_asked(home: Path) -> None:
    assert home
    with canary() as inside:
        for command in ("capture", "add"):
            found = _run(command, f"http://127.0.0.1:{inside.port}/")
            assert "Not tried" in str(found.exception)
        assert inside.knocks == []


def test_a_file_is_captured_with_its_address(home: Path, tmp_path: Path) -> None:
    assert home
    (tmp_path / "register.txt").write_text(_TEXT)
    found = _run(
        "capture", str(tmp_path / "register.txt"), "--url", "https://register.example/", "--title", "R"
    )
    assert found.stdout.startswith("Source 1, snapshot 1: R\n")


def test_an_article_is_added_by_its_address(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert home
    with site({"/a": page(_TEXT.encode(), "text/plain")}) as running:
        address = f"{_allow(monkeypatch, running)}/a"
        assert _run("add", address).stdout.startswith("Article 1 added")
        assert "known already" in _run("add", address).stdout
