"""Reports over REST: for a program that hands on what the desk found."""

import io
import json
import zipfile
from typing import Any

import pytest
from werkzeug.test import TestResponse

from factcheck.exports import Format
from factcheck.verifying import check
from tests.api.rest.conftest import Desk

_ONE_DATABASE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def published(desk: Desk) -> Any:
    """A claim whose verdict is published."""
    claim = desk.submitted()
    for action in ("approve", "publish"):
        claim = desk.move("editor", claim, action)
    return claim


def _report(desk: Desk, who: str = "reader", **query: Any) -> TestResponse:
    return desk[who].get("/reports", query_string=query)


def test_a_report_is_on_an_article_a_claim_a_tag_or_some_days(desk: Desk, published: Any) -> None:
    article, claim = published["article_id"], published["id"]
    desk["reviewer"].call("PUT", f"/claims/{claim}/tags/Vereine", version=published["version"])
    wanted = ({"article": article}, {"claim": claim}, {"since": "2020-01-01"}, {"tag": "nothing"})
    told = [json.loads(_report(desk, **query).data) for query in wanted]
    assert [report["scope"]["kind"] for report in told] == ["article", "claim", "span", "tag"]
    assert [len(report["claims"]) for report in told] == [1, 1, 1, 0]
    assert all(report["public"] for report in told)


@_ONE_DATABASE
def test_it_comes_in_every_format_and_as_a_bundle(desk: Desk, published: Any) -> None:
    desk.app.extensions["factcheck.settings"].public_url = "https://desk.example"
    for format in Format:
        answer = _report(desk, claim=published["id"], format=format.value, language="en")
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="factcheck-claim-')
        assert answer.data
    bundle = _report(desk, claim=published["id"], format="bundle").data
    assert check(bundle).holds


@_ONE_DATABASE
def test_only_those_who_check_get_the_internal_one(desk: Desk, published: Any) -> None:
    article = published["article_id"]
    for who, status in (("reader", 403), ("admin", 403), ("reviewer", 200), ("editor", 200)):
        for format in ("json", "bundle"):
            answer = _report(desk, who, article=article, scope="internal", format=format)
            assert answer.status_code == status
    inside = _report(desk, "reviewer", article=article, scope="internal")
    assert json.loads(inside.data)["articles"][0]["text"]
    with zipfile.ZipFile(
        io.BytesIO(_report(desk, "reviewer", article=article, scope="internal", format="bundle").data)
    ) as packed:
        assert any(name.startswith("snapshots/") for name in packed.namelist())


@_ONE_DATABASE
@pytest.mark.parametrize(
    "query",
    [
        {},
        {"article": 1, "claim": 1},
        {"article": 1, "format": "exe"},
        {"tag": " "},
        {"since": "2026-11-02", "until": "2026-11-01"},
        {"since": "1700000000"},
        {"until": "9999-12-31"},
        {"article": 1, "scope": "all"},
    ],
)
def test_what_cannot_be_asked_for_is_refused(desk: Desk, query: dict[str, Any]) -> None:
    assert _report(desk, **query).status_code == 422


@_ONE_DATABASE
def test_the_language_is_the_one_that_is_asked_for(desk: Desk, published: Any) -> None:
    def heading(**how: Any) -> str:
        query = {"claim": published["id"], "format": "md"} | how.pop("query", {})
        return desk["reader"].get("/reports", query_string=query, **how).text.splitlines()[0]

    assert heading(query={"language": "de"}).startswith("# Prüfbericht")
    assert heading(headers={"Accept-Language": "de"}).startswith("# Prüfbericht")
    assert heading(query={"language": "en"}, headers={"Accept-Language": "de"}).startswith("# Fact-check")
    assert heading().startswith("# Fact-check report")
