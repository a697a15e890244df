"""Capturing over REST: by address, once more, what became of each try, fields, and the WARC."""

from io import BytesIO
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from werkzeug.test import TestResponse

from tests.api.rest.conftest import NEW_SOURCE, Desk
from tests.factcheck.evidence.web import canary, page, site

_TEXT = b"The register lists fourteen members. The club has grown since it was founded in Hull."


def _json(answer: TestResponse) -> Any:
    return answer.json


def test_a_page_is_captured_and_each_try_told(desk: Desk) -> None:
    desk.app.extensions["factcheck.settings"].allowed_hosts = "127.0.0.1"
    reviewer = desk["reviewer"]
    with site({"/": page(_TEXT, "text/plain")}) as running:
        url = f"http://127.0.0.1:{running.port}/"
        first = reviewer.post("/captures", {"url": url})
        running.pages["/"] = page(b"", status=429)
        refused = reviewer.post(f"/sources/{_json(first)['source']['id']}/captures", {})
        running.pages["/"] = page(_TEXT.replace(b"fourteen", b"nine"), "text/plain")
        changed = reviewer.post("/captures", {"url": url})
    assert [answer.status_code for answer in (first, refused, changed)] == [201, 200, 201]
    snapshot = _json(first)["snapshot"]
    assert (snapshot["requested_url"], snapshot["http_status"]) == (url, 200)
    assert _json(refused)["attempt"]["said"] == "The page exists, but the server does not give it out (429)."
    told = _json(desk["reader"].get(f"/sources/{_json(first)['source']['id']}/attempts"))["items"]
    assert [each["outcome"] for each in told] == ["captured", "refused", "captured"]
    warc = reviewer.get(f"/snapshots/{snapshot['id']}/warc")
    kinds = [record.rec_type for record in ArchiveIterator(BytesIO(warc.data), check_digests="raise")]
    assert kinds == ["warcinfo", "request", "response"]
    assert desk["reader"].get(f"/snapshots/{snapshot['id']}/warc").status_code == 403


def test_a_private_address_is_not_gone_to(desk: Desk) -> None:
    with canary() as inside:
        answer = desk["reviewer"].post("/captures", {"url": f"http://127.0.0.1:{inside.port}/"})
        assert (answer.status_code, _json(answer)["attempt"]["outcome"]) == (200, "blocked")
        assert (_json(answer)["source"], inside.knocks) == (None, [])


def test_fields_are_corrected_with_the_etag_that_was_seen(desk: Desk) -> None:
    source = desk["reviewer"].made("/sources", NEW_SOURCE)["source"]
    path = f"/sources/{source['id']}"
    seen = desk["reviewer"].get(path).headers["ETag"]
    change = {"publisher": "Stadt Bochum", "doi": "10.1234/ab"}
    answer = desk["reviewer"].call("PATCH", path, json=change, headers={"If-Match": seen})
    assert (answer.status_code, _json(answer)["publisher"], _json(answer)["title"]) == (
        200,
        "Stadt Bochum",
        source["title"],
    )
    late = desk["reviewer"].call("PATCH", path, json={"title": "X"}, headers={"If-Match": seen})
    assert late.status_code == 412
    blind = desk["reviewer"].call("PATCH", path, json={"title": "X"})
    assert blind.status_code == 428
