"""`factcheck request`: asking for a check on the command line."""

from pathlib import Path

import pytest

from tests.factcheck.cli.shell import Shell

NINE = "The harbour railway lost nine of its locomotives in 2019."


@pytest.fixture
def shell(home: Path) -> Shell:
    return Shell(home)


def test_a_request_waits_in_the_queue_and_is_known_the_second_time(shell: Shell) -> None:
    [asked] = shell.json("request", NINE, "--note", "for tonight", "--json")
    assert (asked["text"], asked["created"]) == (NINE, True)
    [claim] = asked["claims"]
    assert (claim["state"], claim["verdict"], claim["reason"]) == ("proposed", None, None)
    again = shell.run("request", NINE)
    assert again.stdout.decode().splitlines() == [
        "Asked for already:",
        f"      1  proposed  {NINE.rstrip('.')}",
    ]
    [known] = shell.json("claims", "--json")
    assert known["id"] == claim["id"]


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001, "?!"])
def test_what_cannot_be_asked_is_bad_input(shell: Shell, text: str) -> None:
    done = shell.run("request", text)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr
