"""What goes wrong is said as a problem (RFC 9457), with the status that fits."""

from pathlib import Path

import pytest

from api import create_app
from claims.database import writing
from factcheck.settings import Settings
from tests.api.rest.conftest import Desk

_BIG = 9223372036854775808
"""One more than a column holds."""


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/claims/4711", 404),
        ("GET", "/articles/4711/claims", 404),
        ("GET", "/articles/4711/versions/1", 404),
        ("GET", "/claims/4711/evidence", 404),
        ("GET", "/claims/4711/history", 404),
        ("GET", "/claims/none", 422),
        ("GET", "/claims/0", 422),
        ("GET", f"/claims/{_BIG}", 422),
        ("GET", f"/claims/{'9' * 5000}", 422),
        ("PUT", "/claims", 405),
        ("DELETE", "/me", 405),
    ],
)
def test_an_address_that_leads_nowhere_is_a_problem(desk: Desk, method: str, path: str, status: int) -> None:
    response = desk["editor"].call(method, path)
    told = response.json
    assert isinstance(told, dict)
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    assert (told["status"], told["type"]) == (status, "about:blank")
    assert told["title"]
    assert told["detail"]


def test_a_wrong_method_is_told_the_right_ones(desk: Desk) -> None:
    allowed = desk["editor"].call("PUT", "/claims").headers["Allow"]
    assert {"GET", "POST"} <= set(allowed.split(", "))


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe{", 400),
        (b'{"title": "a"} x', 400),
        (b"[" * 100_000, 400),
        (b"null", 422),
        (b"[]", 422),
        (b'"text"', 422),
        (b'{"title": "a", "snapshot": {"text": "\\ud800 is half a character"}}', 422),
        (b'{"title": "\\udc00", "snapshot": {"text": "text"}}', 422),
        (b'{"title": "a\\u0000", "snapshot": {"text": "text"}}', 422),
        (b'{"title": "a", "snapshot": {"text": "te\\u0000xt"}}', 422),
        (b'{"title": 7, "snapshot": {"text": "text"}}', 422),
        (b'{"title": "a", "confidential": "yes", "snapshot": {"text": "text"}}', 422),
    ],
)
def test_a_body_that_cannot_be_used_is_refused(desk: Desk, content: bytes, status: int) -> None:
    response = desk["reviewer"].call("POST", "/sources", data=content, content_type="application/json")
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")


def test_what_is_wrong_is_named_with_its_place(desk: Desk) -> None:
    body = {"title": "", "snapshot": {"text": "Text", "colour": "red"}}
    response = desk["reviewer"].post("/sources", body)
    faults = response.json["errors"]  # type: ignore[index]
    assert {(fault["in"], fault["at"]) for fault in faults} == {
        ("body", "title"),
        ("body", "snapshot.colour"),
    }


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_only_json_is_taken(desk: Desk, media_type: str) -> None:
    response = desk["reviewer"].call("POST", "/sources", data=b"{}", content_type=media_type)
    assert response.status_code == 415


def test_numbers_that_no_column_holds_are_refused(desk: Desk) -> None:
    article = desk.article()
    claim = desk.claim()
    for path, body in (
        ("/claims", {"article_id": _BIG, "start": 0, "end": 1}),
        ("/claims", {"article_id": article["id"], "start": 0, "end": _BIG}),
        (f"/claims/{claim['id']}/evidence", {"snapshot_id": _BIG, "quote": "x", "stance": "context"}),
        ("/articles", {"text": "Der Verein hat zwölf Mitglieder.", "article_id": _BIG}),
    ):
        response = desk["reviewer"].post(path, body, version=claim["version"])
        assert response.status_code == 422


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_desk_that_is_busy_says_so_and_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = desk.claim()
    engine = desk.app.extensions["factcheck.engine"]
    engine.dispose()
    monkeypatch.setattr("claims.database.BUSY_TIMEOUT_MS", 50)
    with writing(desk.engine) as session:
        session.connection()  # somebody holds the database
        response = desk["reviewer"].post(
            f"/claims/{claim['id']}/moves", {"action": "take"}, version=claim["version"]
        )
    assert (response.status_code, response.headers["Retry-After"]) == (503, "1")
    assert desk["reader"].get(f"/claims/{claim['id']}").json == claim


def test_a_body_larger_than_the_desk_takes_is_refused(home: Path) -> None:
    app = create_app(Settings(home=home, max_upload_bytes=1000))
    response = app.test_client().post("/api/v1/articles", data=b" " * 2000, content_type="application/json")
    assert response.status_code == 401  # who has no token is not even read
    app.extensions["factcheck.engine"].dispose()


def test_a_token_s_body_is_held_to_the_limit(desk: Desk) -> None:
    desk.app.config["MAX_CONTENT_LENGTH"] = 1000
    response = desk["reviewer"].post("/articles", {"text": "a" * 2000})
    assert (response.status_code, response.mimetype) == (413, "application/problem+json")
