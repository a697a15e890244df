"""Published verdicts in the shape of Google's Fact Check Tools API."""

import re
from typing import Any

import pytest

from tests.api.rest.conftest import Desk

ADDRESS = "https://desk.example"
SEARCH = "/api/v1/claims:search"


@pytest.fixture
def published(desk: Desk) -> Desk:
    """A desk with one published claim among many that are not."""
    _set(desk, public_url=ADDRESS)
    desk.move("editor", desk.move("editor", desk.submitted(), "approve"), "publish")
    return desk


def _set(desk: Desk, **update: Any) -> None:
    settings = desk.app.extensions["factcheck.settings"]
    desk.app.extensions["factcheck.settings"] = settings.model_copy(update=update)


def _search(desk: Desk, **query: Any) -> Any:
    answer = desk["reader"].get("/claims:search", query_string=query)
    assert answer.status_code == 200, answer.text
    return answer.json


def test_a_published_claim_is_found_in_the_shape_that_google_answers(published: Desk) -> None:
    found = _search(published, query="Verein mindestens zwölf Mitglieder", languageCode="de-DE")
    [claim] = found["claims"]
    [review] = claim.pop("claimReview")
    assert claim["text"]
    assert set(claim) <= {"text", "claimant", "claimDate"}
    assert review.pop("publisher") == {"name": "Fact-check desk", "site": "desk.example"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", review.pop("reviewDate"))
    assert re.fullmatch(rf"{ADDRESS}/c/\d+", review.pop("url"))
    assert review == {"title": claim["text"], "textualRating": "belegt", "languageCode": "de"}
    assert "nextPageToken" not in found


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"reviewPublisherSiteFilter": "www.desk.example"}, 1),
        ({"reviewPublisherSiteFilter": "elsewhere.example"}, 0),
        ({"query": "Mitglieder", "languageCode": "en"}, 0),
        ({"query": "Mitglieder", "maxAgeDays": "1"}, 1),
        ({"query": "Mitglieder", "pageToken": "1"}, 0),
    ],
)
def test_filters_narrow_what_is_found(published: Desk, query: dict[str, str], count: int) -> None:
    assert len(_search(published, **query)["claims"]) == count


def test_what_is_not_published_is_not_found(published: Desk) -> None:
    query = "Im Mai stieg der Beitrag um 15 Prozent."
    asked = published["reader"].made("/check", {"text": query})
    assert "Beitrag" in asked["results"][0]["claim"]["text"]
    assert all("Beitrag" not in claim["text"] for claim in _search(published, query=query)["claims"])


@pytest.mark.parametrize("query", [{}, {"query": " "}, {"query": "x", "pageSize": "0"}, {"q": "x"}])
def test_a_question_that_cannot_be_asked_is_refused(published: Desk, query: dict[str, str]) -> None:
    assert published["reader"].get("/claims:search", query_string=query).status_code == 422


def test_it_takes_a_token_unless_reading_is_public(published: Desk) -> None:
    browser, query = published.app.test_client(), {"query": "Mitglieder"}
    assert browser.get(SEARCH, query_string=query).status_code == 401
    _set(published, public_reading=True)
    assert len(browser.get(SEARCH, query_string=query).json["claims"]) == 1  # type: ignore[index]
    wrong = {"Authorization": "Bearer none"}
    assert browser.get(SEARCH, query_string=query, headers=wrong).status_code == 401
