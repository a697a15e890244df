"""Mail from the commands as they are run: by `notify`, and by `serve` without anybody's doing."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.serving import COMMAND, ROOT, serving
from tests.factcheck.post_office import Office, open_office

pytestmark = pytest.mark.long

_INVITED = ["user", "add", "nora", "--role", "editor", "--email", "nora@news.example", "--invite"]


@pytest.fixture
def office(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    assert home.is_dir()
    with open_office() as opened:
        mail = {
            "HOST": "127.0.0.1",
            "PORT": str(opened.port),
            "SECURITY": "none",
            "FROM": "desk@news.example",
        }
        for name, value in mail.items():
            monkeypatch.setenv(f"FACTCHECK_SMTP_{name}", value)
        monkeypatch.setenv("FACTCHECK_PUBLIC_URL", "https://desk.example")
        yield opened


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([COMMAND, *words], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_command_sends_what_waits_and_says_what_it_could_not(office: Office) -> None:
    invited = _run(*_INVITED)
    assert (invited.stdout, "on its way to nora@news.example" in invited.stderr) == ("", True)
    office.answers["RCPT"] = "450 try later"
    refused = _run("notify")
    assert (refused.returncode, "450 try later" in refused.stderr) == (1, True)
    assert _run("notify").returncode == 0, "it is not tried again at once"
    office.answers.clear()
    assert _run("user", "link", "nora").returncode == 0
    sent = _run("notify")
    assert (sent.returncode, sent.stderr) == (0, "Sent: 1.\n")
    [mail] = office.got
    assert "https://desk.example/password/" in mail.get_content()


def test_a_desk_that_is_served_sends_mail_by_itself_and_stops_when_told(
    office: Office, tmp_path: Path
) -> None:
    with serving(1, tmp_path / "log") as served:
        assert _run(*_INVITED).returncode == 0
        deadline = time.monotonic() + 60
        while not office.got and time.monotonic() < deadline:
            time.sleep(0.2)
        assert office.to == [["nora@news.example"]]
        assert served.stop() == 0
    assert "Traceback" not in (tmp_path / "log").read_text()
