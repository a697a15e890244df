import csv
import io
import json
import re
from pathlib import Path

import pytest

from factcheck.exports import Format
from factcheck.handing import BUNDLE
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


def test_a_report_is_chosen_on_a_page_that_leads_to_every_format(office: Office) -> None:
    page = office.client("ida").get(f"/reports?article={office.article_id}")
    assert page.status_code == 200
    offered = set(re.findall(r'name="format" value="(\w+)"', page.text))
    assert offered == {*Format, BUNDLE}
    assert f"/reports?article={office.article_id}" in office.client("ida").get("/articles/1").text


def test_what_is_chosen_there_is_handed_over(office: Office) -> None:
    chosen = {"article": office.article_id, "format": "md", "language": "en", "style": "ieee"}
    chosen |= {"scope": "internal", "tag": "", "as_of": ""}
    answer = office.client("ida").get("/reports", query_string=chosen)
    assert answer.headers["Content-Disposition"].endswith('-internal.md"')
    assert answer.text.startswith("# Fact-check report")
    assert "Geheimes Papier" in answer.text
    assert "Geheimes Papier" not in office.client("rita").get("/reports", query_string=chosen).text


def test_a_table_of_everything_is_sent_part_by_part(office: Office) -> None:
    answer = office.client("ida").get("/reports?everything=1&format=csv&scope=internal")
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))
    assert answer.headers["Content-Disposition"].endswith('factcheck-everything-internal.csv"')
    assert "Content-Length" not in answer.headers
    assert {row["record"] for row in rows} == {"claim", "evidence"}


@pytest.mark.parametrize(
    "query", ["", "tag=a&since=2026-01-01", "since=2026-02-01&until=2026-01-01", "search=x"]
)
def test_a_wrong_choice_is_told_and_what_was_typed_stays(office: Office, query: str) -> None:
    answer = office.client("ida").get(f"/reports?format=pdf&{query}")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert re.search(r'value="pdf" checked', answer.text)


def test_a_time_is_one_of_the_desk_and_may_not_be_to_come(office: Office) -> None:
    on = f"/reports?article={office.article_id}&format=json&as_of="
    assert office.client("ida").get(on + "2199-01-01T10:30").status_code == 422
    assert office.client("ida").get(on + "2001-01-01T10:30").status_code == 404
