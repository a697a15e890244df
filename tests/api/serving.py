"""A desk that really runs: `factcheck serve` as a process of its own, on a port that was free."""

import os
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from claims.database import writing
from claims.store import accounts
from claims.workflow import Role
from factcheck.desk import open_desk
from factcheck.passwords import new_token
from factcheck.settings import Settings
from tests import making
from tests.services import debian
from tests.services.postgresql import free_port

ROOT = Path(__file__).parents[2]
COMMAND = str(ROOT / ".venv" / "bin" / "factcheck")
_PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Served:
    """Where the desk is, and the process that serves it."""

    address: str
    port: int
    process: subprocess.Popen[bytes]

    def family(self) -> list[int]:
        """The numbers of the process and all that descend from it, whichever thread began them."""
        found = [self.process.pid]
        for each in found:
            tasks = Path(f"/proc/{each}/task").glob("*/children")
            found += [int(child) for task in tasks for child in task.read_text().split()]
        return found

    def kill(self) -> None:
        """End it with all its processes, at once and without a word."""
        for each in self.family():
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)

    def stop(self) -> int:
        """Ask it to stop; returns its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(_PATIENCE_SECONDS)


def add_account(name: str, role: Role) -> str:
    """A new account on the desk of the environment; returns a token for it."""
    engine, secret = open_desk(Settings()), new_token()
    with writing(engine) as session:
        account = making.account(session, name, role)
        accounts.add_token(session, account, "a test", secret, making.START, None)
    engine.dispose()
    return secret


@contextmanager
def serving(workers: int, log: Path) -> Iterator[Served]:
    """The desk of the environment, served until the block ends."""
    port = free_port()
    command = [COMMAND, "serve", "--port", str(port), "--workers", str(workers)]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output, env=dict(os.environ))
        served = Served(f"http://127.0.0.1:{port}", port, process)
        try:
            _wait(served, log)
            yield served
        finally:
            if process.poll() is None:
                served.stop()


def require(program: str) -> None:
    """The program, installed where that is possible; the test fails where it is not."""
    if shutil.which(program) is None and debian.can_install():
        debian.install(program)
    if shutil.which(program) is None:
        pytest.fail(f"this test runs {program}, which is not installed here")


def _wait(served: Served, log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline and served.process.poll() is None:
        try:
            urllib.request.urlopen(f"{served.address}/api/v1/openapi.json", timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"the desk did not start:\n{log.read_text()}")
