"""One process at a time does a task, and who dies does not hold it for ever."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from claims.errors import Conflict
from factcheck.leasing import leased
from tests import making

_HOLDER = """
import sys
from claims.database import open_engine
from factcheck.leasing import leased
with leased(open_engine(sys.argv[1]), "watch"):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_two_processes_do_not_do_one_task_at_once(engine: Engine, database_url: str) -> None:
    with _holder(database_url) as other:
        with pytest.raises(Conflict, match="already"), leased(engine, "watch"):
            pass
        with leased(engine, "mail"):
            pass
        other.communicate(b"\n")
        assert other.returncode == 0
    with leased(engine, "watch"):
        pass


def test_the_lease_of_a_process_that_was_killed_runs_out(engine: Engine, database_url: str) -> None:
    with _holder(database_url) as other:
        other.kill()
        other.wait()
    with pytest.raises(Conflict), leased(engine, "watch"):
        pass
    with leased(engine, "watch", clock=lambda: datetime.now(UTC) + timedelta(minutes=6)):
        pass


def test_who_comes_too_late_to_renew_is_told_that_another_does_it(engine: Engine) -> None:
    minutes = 0

    def clock() -> datetime:
        return making.later(minutes)

    with leased(engine, "watch", clock=clock) as first:
        minutes = 4
        first.renew()
        minutes = 8
        first.renew()
        minutes = 20
        with leased(engine, "watch", clock=clock) as second:
            with pytest.raises(Conflict):
                first.renew()
            second.renew()


def test_a_clock_that_was_set_back_does_not_keep_everybody_out(engine: Engine) -> None:
    tomorrow = leased(engine, "watch", clock=lambda: making.later(60 * 24))
    with tomorrow, leased(engine, "watch", clock=lambda: making.later(0)):
        pass


def _holder(database_url: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", _HOLDER, database_url]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process
