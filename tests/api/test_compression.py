"""Answers of the API in gzip: smaller, the same words, with ETags that are right."""

import gzip
import json

import pytest

from tests.api.rest.conftest import Desk, desk  # noqa: F401

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
GZIP = {"Accept-Encoding": "br;q=1, gzip"}


def test_a_large_answer_is_compressed_for_who_takes_it(desk: Desk) -> None:  # noqa: F811
    path = f"/claims/{desk.submitted()['id']}"
    plain, small = desk["reader"].get(path), desk["reader"].get(path, headers=GZIP)
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data
    assert len(small.data) < len(plain.data) / 2
    assert int(small.headers["Content-Length"]) == len(small.data)
    for answer in (plain, small):
        assert {"Accept-Encoding", "Accept-Language"} <= set(answer.headers["Vary"].split(", "))
    refused = {"Accept-Encoding": "gzip;q=0"}
    assert "Content-Encoding" not in desk["reader"].get(path, headers=refused).headers


def test_each_representation_has_an_etag_of_its_own_that_leads_to_304(desk: Desk) -> None:  # noqa: F811
    claim = desk.submitted()
    path = f"/claims/{claim['id']}"
    plain, small = desk["reader"].get(path), desk["reader"].get(path, headers=GZIP)
    assert (plain.headers["ETag"], small.headers["ETag"]) == ('"4"', '"4-gzip"')
    for etag in ('"4"', '"4-gzip"', 'W/"4-gzip"'):
        again = desk["reader"].get(path, headers={**GZIP, "If-None-Match": etag})
        assert (again.status_code, again.data) == (304, b"")
        assert "Content-Encoding" not in again.headers
        assert again.headers["ETag"] == etag.removeprefix("W/")
    assert desk["reader"].get(path, headers={**GZIP, "If-None-Match": '"3-gzip"'}).status_code == 200
    moved = desk["editor"].post(f"{path}/moves", {"action": "approve"}, headers={"If-Match": '"4-gzip"'})
    assert moved.status_code == 200


def test_head_says_what_get_would_and_sends_nothing(desk: Desk) -> None:  # noqa: F811
    path = f"/claims/{desk.submitted()['id']}"
    got, head = (desk["reader"].call(method, path, headers=GZIP) for method in ("GET", "HEAD"))
    assert head.data == b""
    same = ("ETag", "Content-Encoding", "Content-Length", "Vary", "Content-Type")
    assert {name: head.headers[name] for name in same} == {name: got.headers[name] for name in same}


def test_small_answers_pages_and_files_of_the_desk_are_left_alone(desk: Desk) -> None:  # noqa: F811
    assert "Content-Encoding" not in desk["reader"].get("/me", headers=GZIP).headers
    for path in ("/login", "/static/desk.css"):
        answer = desk.app.test_client().get(path, headers=GZIP)
        assert answer.status_code == 200
        assert "Content-Encoding" not in answer.headers
    document = desk.app.test_client().get("/api/v1/openapi.json", headers=GZIP)
    assert json.loads(gzip.decompress(document.data))["openapi"] == "3.1.0"
