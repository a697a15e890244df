"""`factcheck serve`: several processes, one desk; stopped without cutting anybody off."""

import http.client
import json
import subprocess
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from claims.workflow import Role
from tests.api.serving import COMMAND, ROOT, Served, add_account, serving

_TEXT = "The rowing club has at least twelve members. It was founded in Hull in 2011."


def _call(served: Served, token: str, method: str, path: str, body: Any = None, **more: str) -> Any:
    """Status and answer of one request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", **more}
    connection.request(method, f"/api/v1{path}", json.dumps(body) if body is not None else None, headers)
    response = connection.getresponse()
    answer = json.load(response)
    connection.close()
    return response.status, answer


@pytest.mark.long
@pytest.mark.usefixtures("home")
def test_processes_that_race_for_one_claim_have_one_winner(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_DATABASE_URL", database_url)
    token = add_account("rita", Role.REVIEWER)
    with serving(3, tmp_path / "log") as served:
        _, made = _call(served, token, "POST", "/articles", {"text": _TEXT})
        claim = made["claims"][0]

        def edit(number: int) -> int:
            path, etag = f"/claims/{claim['id']}", f'"{claim["version"]}"'
            status, _ = _call(
                served, token, "PATCH", path, {"text": f"Reading {number}."}, **{"If-Match": etag}
            )
            return int(status)

        with ThreadPoolExecutor(8) as racers:
            answers = Counter(racers.map(edit, range(24)))
        assert answers == {200: 1, 412: 23}
        assert served.stop() == 0
    said = (tmp_path / "log").read_text()
    assert served.address in said
    assert "Traceback" not in said


@pytest.mark.long
@pytest.mark.usefixtures("home")
def test_a_request_under_way_is_finished_before_the_server_stops(tmp_path: Path) -> None:
    token = add_account("rita", Role.REVIEWER)
    with serving(1, tmp_path / "log") as served:
        members = [f"In the year {year} the club had {year - 1900} members." for year in range(1901, 2020)]
        body = {"text": " ".join(members * 5), "language": "en"}
        with ThreadPoolExecutor(1) as asking:
            answer = asking.submit(_call, served, token, "POST", "/articles", body)
            time.sleep(0.3)  # it is being read by now
            assert served.stop() == 0
            assert answer.result()[0] == 201


@pytest.mark.long
def test_a_port_that_is_taken_is_said_in_one_sentence_and_the_secret_key_never(
    tmp_path: Path, home: Path
) -> None:
    with serving(1, tmp_path / "log") as served:
        command = [COMMAND, "serve", "--port", str(served.port)]
        second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert second.returncode == 1
    assert f"port {served.port}" in second.stderr
    assert len(second.stderr.strip().splitlines()) == 1
    said = (tmp_path / "log").read_text()
    assert str(home / "secret_key") in said
    assert (home / "secret_key").read_text() not in said
