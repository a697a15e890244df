"""What the status was at a time, over REST: claims, their evidence and decisions, and what readers knew."""

import time
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask

from api import create_app
from claims.verdict import Verdict
from factcheck.settings import Settings
from tests.api.rest.conftest import Desk, Program, read


def moment() -> str:
    """Now, with the clock surely further on afterwards."""
    at = datetime.now(UTC).isoformat()
    time.sleep(0.002)
    return quote(at)


def published(desk: Desk, claim: Any) -> Any:
    return desk.move("editor", desk.move("editor", claim, "approve"), "publish")


@pytest.fixture
def open_desk(desk: Desk, database_url: str) -> Desk:
    """A desk whose published claims are for anybody."""
    app = create_app(
        Settings(home=desk.app.extensions["factcheck.settings"].home, database_url=database_url).model_copy(
            update={"public_reading": True}
        )
    )
    programs = {name: Program(app, program.token) for name, program in desk.programs.items()}
    return Desk(app, desk.engine, programs)


def ask(app: Flask, path: str) -> Any:
    """What somebody without a token is answered."""
    return app.test_client().get(f"/api/v1{path}")


def test_a_claim_its_evidence_and_its_decisions_are_what_they_were(desk: Desk) -> None:
    before = moment()
    claim = desk.submitted()
    submitted = moment()
    claim = published(desk, claim)
    first = moment()
    reader, path = desk["reader"], f"/claims/{claim['id']}"
    desk.move(
        "reviewer",
        desk.cite(claim, "Sitz ist Bochum"),
        "correct",
        verdict="refuted",
        rationale="Anders.",
        reason="Neue Zahlen.",
    )
    assert reader.get(f"{path}?as_of={before}").status_code == 404
    told = read(reader.get(f"{path}?as_of={submitted}"))
    assert (told["state"], told["verdict"], told["whole"]) == ("submitted", None, True)
    assert told["decision"]["approved_at"] is None
    assert read(reader.get(f"{path}?as_of={first}")) == {**claim, "whole": True}
    assert len(read(reader.get(f"{path}/evidence?as_of={first}"))["items"]) == 1
    assert len(read(reader.get(f"{path}/evidence"))["items"]) == 2
    (decision,) = read(reader.get(f"/decisions?claim={claim['id']}&as_of={submitted}"))["items"]
    assert (decision["verdict"], decision["published_at"]) == ("supported", None)
    assert len(read(reader.get(f"/decisions?claim={claim['id']}"))["items"]) == 2
    listed = read(reader.get(f"/claims?as_of={first}&state=published&fields=id,verdict"))
    assert listed == {"items": [{"id": claim["id"], "verdict": "supported"}], "next": None}
    assert read(reader.get(f"/claims?as_of={submitted}&state=published"))["items"] == []
    of_article = read(reader.get(f"/articles/{claim['article_id']}/claims?as_of={first}"))["items"]
    assert claim["id"] in {one["id"] for one in of_article}
    assert reader.get(f"/claims?as_of={first}&order=worth").status_code == 422
    assert reader.get("/claims?as_of=yesterday").status_code == 422


def test_pages_of_the_past_go_on_where_they_ended(desk: Desk) -> None:
    for _ in range(3):
        desk.claim()
    then = moment()
    desk.claim()
    found: list[int] = []
    cursor = ""
    while cursor is not None:
        page = read(desk["reader"].get(f"/claims?as_of={then}&state=open&limit=1&cursor={cursor}"))
        found += [claim["id"] for claim in page["items"]]
        cursor = page["next"]
    assert found == sorted(set(found))
    assert len(found) == 3


def test_readers_without_a_token_learn_what_was_public_then(open_desk: Desk) -> None:
    desk = open_desk
    claim = desk.submitted()
    hidden = moment()
    claim = published(desk, claim)
    first = moment()
    desk.move(
        "reviewer", claim, "correct", verdict="refuted", rationale="Doch anders.", reason="Neue Zahlen."
    )
    path = f"/published/{claim['id']}"
    assert ask(desk.app, f"/claims/{claim['id']}?as_of={first}").status_code == 401
    assert ask(desk.app, f"{path}?as_of={hidden}").status_code == 404
    assert ask(desk.app, f"{path}?as_of={first}").json["verdict"] == Verdict.SUPPORTED
    now = ask(desk.app, path)
    assert (now.json["verdict"], len(now.json["history"])) == ("supported", 1)
    assert "Doch anders" not in now.text
    assert "reviewer" not in now.text
    (listed,) = ask(desk.app, "/published").json["items"]
    assert listed["id"] == claim["id"]
    assert ask(desk.app, "/published?limit=1").json["next"] is None


def test_what_was_withdrawn_since_is_not_argued_again(open_desk: Desk) -> None:
    claim = published(open_desk, open_desk.submitted())
    first = moment()
    open_desk.move("editor", claim, "withdraw", reason="Verwechslung.")
    told = ask(open_desk.app, f"/published/{claim['id']}?as_of={first}").json
    assert (told["verdict"], told["rationale"], told["evidence"]) == ("supported", "", [])
    assert "So steht es dort" not in str(told)


def test_without_the_setting_nobody_reads_without_a_token(desk: Desk) -> None:
    assert ask(desk.app, "/published").status_code == 401
    assert desk["reader"].get("/published").status_code == 200
