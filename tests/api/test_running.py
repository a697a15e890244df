"""What those who run a desk look at: its health, its figures, its log."""

import http.client
import json
import logging
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from api import create_app, logs
from claims import database
from claims.workflow import Role
from factcheck.desk import open_desk
from factcheck.settings import Settings
from tests.api.serving import Served, add_account, serving


def _get(served: Served, path: str, token: str = "") -> tuple[int, str, str | None]:
    """Status, body and number of an answer, over a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
    connection.request("GET", path, headers={"Authorization": f"Bearer {token}"} if token else {})
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, body, response.headers["X-Request-Id"]


def _figures(metrics: str) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(metrics)
        for sample in family.samples
    }


@pytest.mark.long
@pytest.mark.usefixtures("home")
def test_a_server_of_two_processes_tells_its_health_its_figures_and_its_requests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_LOG_LEVEL", "info")
    monkeypatch.setenv("FACTCHECK_LOG_FORMAT", "json")
    admin, reader = add_account("ada", Role.ADMIN), add_account("rita", Role.READER)
    with serving(2, tmp_path / "log") as served:
        assert _get(served, "/healthz")[:2] == (200, "ok\n")
        status, body, _ = _get(served, "/readyz")
        assert (status, json.loads(body)["ready"]) == (200, True)
        assert [_get(served, "/api/v1/claims/7", reader)[0] for _ in range(12)] == [404] * 12
        secret = _get(served, "/password/a-secret-ticket")
        assert _get(served, "/metrics")[0] == 401
        assert _get(served, "/metrics", reader)[0] == 403
        status, metrics, _ = _get(served, "/metrics", admin)
    found = _figures(metrics)
    asked = {("method", "GET"), ("route", "/api/v1/claims/<claim_id>"), ("status", "404")}
    assert found["factcheck_request_seconds_count", frozenset(asked)] == 12
    assert found["factcheck_log_events", frozenset()] >= 0
    said = (tmp_path / "log").read_text()
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    requests = [line for line in lines if line["event"] == "request"]
    assert any(line["request_id"] == secret[2] and line["route"] for line in requests)
    assert sum(line["route"] == "/api/v1/claims/<claim_id>" for line in requests) == 12
    assert all(word not in said for word in ("a-secret-ticket", admin, reader, "rita"))


@pytest.mark.usefixtures("home")
def test_a_desk_whose_database_is_of_another_version_runs_but_is_not_ready() -> None:
    client = create_app(Settings()).test_client()
    assert client.get("/readyz").status_code == 200
    engine = open_desk(Settings())
    database.downgrade(engine, "0009")
    engine.dispose()
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json == {"ready": False, "checks": {"database": False, "folder": True}}
    assert client.get("/healthz").status_code == 200


@pytest.mark.usefixtures("home")
def test_a_failure_is_logged_with_its_number_and_its_route_and_without_the_address(
    caplog: pytest.LogCaptureFixture,
) -> None:
    app = create_app(Settings())

    def fail(**_: str) -> str:
        raise RuntimeError("the cellar is under water")

    app.add_url_rule("/cellar/<secret>", view_func=fail)
    answer = app.test_client().get("/cellar/a-secret-ticket")
    assert answer.status_code == 500
    logs.configure(Settings(log_format="json"))
    [record] = [record for record in caplog.records if record.name == "factcheck.failures"]
    line = json.loads(logging.getLogger().handlers[0].format(record))
    assert line["request_id"] == answer.headers["X-Request-Id"]
    assert line["route"] == "/cellar/<secret>"
    assert "the cellar is under water" in line["exception"]
    assert "a-secret-ticket" not in json.dumps(line)


@pytest.mark.usefixtures("home")
def test_a_broken_database_is_no_fault_of_who_asks_and_stands_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    settings = Settings()
    app = create_app(settings)
    database.upgrade(app.extensions["factcheck.engine"])
    app.extensions["factcheck.engine"].dispose()
    settings.database_file.write_bytes(b"\xff" * 8192)
    answer = app.test_client().get("/api/v1/claims", headers={"Authorization": "Bearer factcheck_none"})
    assert answer.status_code == 500
    assert answer.json["code"] == "desk_broken"
    [record] = [record for record in caplog.records if record.name == "factcheck.failures"]
    assert "no database" in str(record.exc_info)
