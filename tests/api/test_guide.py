"""docs/api.md is true: its examples are run as they stand there, one after the other."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from api import create_app
from claims.workflow import Role
from factcheck.settings import Settings
from tests.api.serving import ROOT, add_account, require, serving

_GUIDE = ROOT / "docs" / "api.md"


def _examples() -> str:
    found = re.findall(r"^```sh\n(.*?)^```$", _GUIDE.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    assert len(found) >= 9
    return "set -euo pipefail\n" + "\n".join(found)


@pytest.mark.usefixtures("home")
def test_the_guide_leads_from_a_text_to_a_published_verdict(tmp_path: Path) -> None:
    require("curl")
    require("jq")
    rita, edda = add_account("rita", Role.REVIEWER), add_account("edda", Role.EDITOR)
    with serving(1, tmp_path / "log") as served:
        run = subprocess.run(
            ["bash", "-c", _examples()],
            cwd=tmp_path,
            env={**os.environ, "DESK": f"{served.address}/api/v1", "RITA": rita, "EDDA": edda},
            capture_output=True,
            text=True,
            timeout=120,
        )
    assert run.returncode == 0, run.stderr
    said = run.stdout
    assert '"exact": "The rowing club has at least twelve members"' in said
    assert '"state": "in_check",\n  "assignee": "rita"' in said
    assert '412\n"accept"\n"take"' in said
    assert '"state": "published",\n  "verdict": "supported",\n  "published_by": "edda"' in said
    actions = [line.split("\t")[2] for line in said.splitlines() if line.count("\t") == 3]
    together = ["assign", "tag", "note", "note_resolve"]
    checked = ["cite", "submit", "ask", "answer", "approve", "publish"]
    assert actions == ["propose", "accept", "take", *together, *checked]
    assert (
        '"priority": "high",\n  "tags": [\n    "budget 2027",\n    "Clubs"\n  ],\n  "resolved": "rita"'
        in said
    )
    assert '"reply": "answered",\n  "answer": "Fourteen, since October."' in said
    assert '"The rowing club was founded in Hull in 2011"' in said
    assert said.endswith("304\n")


def test_the_guide_names_no_address_that_the_api_lacks(home: Path) -> None:
    app = create_app(Settings(home=home))
    known = {re.sub(r"<[^>]*>", "*", rule.rule) for rule in app.url_map.iter_rules()}
    app.extensions["factcheck.engine"].dispose()
    text = _GUIDE.read_text("utf-8")
    named = re.findall(r"\$DESK(/[^\s\"?`]+)", text) + re.findall(r"`(/(?!api)[a-z]+/[^`\s]*)`", text)
    assert len(named) > 8
    paths = {f"/api/v1{re.sub(r'{[^}]*}|[$][A-Z]+', '*', path)}" for path in named}
    assert paths - known == set()
