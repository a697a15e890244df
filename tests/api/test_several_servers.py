"""Several servers as on several machines: each with a data folder of its own, one PostgreSQL between them."""

import http.client
import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

import pytest

from claims.database import open_engine, reading, writing
from claims.store import notes
from claims.workflow import Role
from factcheck import ledger
from tests import making
from tests.api.serving import Served, add_account, serving

_PATIENCE_SECONDS = 60


@dataclass
class _Load:
    """Reviewers who write notes, each to one server after the other. `kept` is what a server said it had
    kept, `refused` what it answered that no conflict of two reviewers explains."""

    servers: list[Served]
    token: str
    claim_ids: list[int]
    kept: set[str] = field(default_factory=set)
    refused: list[int] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def work(self, number: int) -> None:
        turn = 0
        while not self.over.is_set():
            turn += 1
            status = self._write(number, turn)
            if status == HTTPStatus.CREATED:
                self.kept.add(_words(number, turn))
            elif status not in (None, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED):
                self.refused.append(status)

    def _write(self, number: int, turn: int) -> int | None:
        """The status of the answer; None where there was none."""
        served = self.servers[(number + turn) % len(self.servers)]
        path = f"/claims/{self.claim_ids[(number + turn) % len(self.claim_ids)]}"
        try:
            _, etag = self._ask(served, "GET", path)
            return self._ask(served, "POST", f"{path}/notes", etag, _words(number, turn))[0]
        except (OSError, http.client.HTTPException):
            return None

    def _ask(
        self, served: Served, method: str, path: str, etag: str = "", words: str = ""
    ) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=_PATIENCE_SECONDS)
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        try:
            body = json.dumps({"text": words}) if words else None
            connection.request(method, f"/api/v1{path}", body, headers | ({"If-Match": etag} if etag else {}))
            response = connection.getresponse()
            response.read()
        finally:
            connection.close()
        return response.status, response.headers["ETag"] or ""


def _words(number: int, turn: int) -> str:
    return f"Note {turn} of reviewer {number}."


@pytest.mark.long
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_three_servers_on_one_database_lose_nothing_when_one_of_them_is_killed(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_DATABASE_URL", database_url)
    monkeypatch.setenv("FACTCHECK_SECRET_KEY", "the same on all machines, and long enough")
    engine = open_engine(database_url)
    with writing(engine) as session:
        by = making.account(session, "ida", Role.REVIEWER)
        article = making.article(session, by)
        claim_ids = [making.proposal(session, article).id or 0 for _ in range(6)]
    monkeypatch.setenv("FACTCHECK_HOME", str(tmp_path / "machine-0"))
    token = add_account("rita", Role.REVIEWER)
    with ExitStack() as stack:
        servers = []
        for number in range(3):
            monkeypatch.setenv("FACTCHECK_HOME", str(tmp_path / f"machine-{number}"))
            servers.append(stack.enter_context(serving(1, tmp_path / f"log-{number}")))
        load = _Load(servers, token, claim_ids)
        with ThreadPoolExecutor(6) as reviewers:
            working = [reviewers.submit(load.work, number) for number in range(6)]
            _wait_until(lambda: len(load.kept) >= 30)
            servers[1].kill()
            before = len(load.kept)
            _wait_until(lambda: len(load.kept) >= before + 30)
            load.over.set()
            for each in working:
                each.result()
        assert load.refused == []
    with reading(engine) as session:
        written = {note.text for claim_id in claim_ids for note in notes.of_claim(session, claim_id)}
        assert load.kept <= written
        assert ledger.verify(session).events >= len(load.kept)
    engine.dispose()


def _wait_until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not done():
        assert time.monotonic() < deadline, "the servers keep too little"
        time.sleep(0.05)
