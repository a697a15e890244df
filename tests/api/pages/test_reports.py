import csv
import io
import json
from pathlib import Path

import pytest

from tests.api.pages.office import Office, open_office


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    opened = open_office(home, _sqlite_desk)
    opened.bring_to("in_check")
    opened.cite(title="Geheimes Papier", confidential="yes", quote="40.000 Euro", stance="context")
    opened.bring_to("published")
    return opened


def test_a_report_reads_in_the_browser_under_its_own_policy(office: Office) -> None:
    answer = office.client("ida").get(f"/articles/{office.article_id}/report.html")
    assert answer.headers["Content-Disposition"].startswith("inline")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'; style-src 'sha256-" in policy
    assert "unsafe" not in policy
    assert "So steht es im Register." in answer.text


@pytest.mark.parametrize("format", ["md", "json", "csv"])
def test_other_formats_are_taken_away_as_files(office: Office, format: str) -> None:
    answer = office.client("ida").get(f"/articles/{office.article_id}/report.{format}")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert f'.{format}"' in answer.headers["Content-Disposition"]
    assert "zwölf Mitglieder" in answer.text
    if format == "json":
        assert json.loads(answer.text)["public"] is False
    if format == "csv":
        assert len(list(csv.reader(io.StringIO(answer.text)))) > 1


def test_readers_get_the_public_report(office: Office) -> None:
    path = f"/articles/{office.article_id}/report.json"
    for who, query in (("rita", ""), ("adam", ""), ("ida", "?scope=public")):
        report = office.client(who).get(path + query)
        assert json.loads(report.text)["public"] is True
        assert "Geheimes Papier" not in report.text
    assert "Geheimes Papier" in office.client("ida").get(path).text


@pytest.mark.parametrize("path", ["/articles/99/report.html", "/articles/1/report.exe"])
def test_what_is_not_there_is_not_found(office: Office, path: str) -> None:
    assert office.client("ida").get(path).status_code == 404
