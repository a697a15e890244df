"""Reviews of others over REST: listed, found by whoever asks, and never the desk's own."""

import io
from typing import Any

from factcheck.importing.feed import read_feed
from factcheck.importing.taking import import_feed
from tests.api.rest.conftest import Desk
from tests.factcheck.importing.feeds import CLAIM, dump, review
from tests.making import START


def _take(desk: Desk, *reviews: dict[str, Any]) -> None:
    feed = read_feed(io.BytesIO(dump(list(reviews))))
    import_feed(desk.engine, feed, feed="feed.json", by="desk", at=START)


def test_they_are_listed_page_by_page_and_by_publisher(desk: Desk) -> None:
    other = {"@type": "Organization", "name": "Andere", "url": "https://andere.example"}
    _take(desk, *(review(number) for number in range(5)), review(9, author=other))
    reader = desk["reader"]
    seen, cursor = [], ""
    while True:
        page = reader.get(f"/imported?limit=2&publisher=pruefstelle.example&cursor={cursor}").json
        assert page is not None
        seen += [item["url"] for item in page["items"]]
        if page["next"] is None:
            break
        cursor = page["next"]
    assert seen == [f"https://www.pruefstelle.example/{number}" for number in range(5)]
    whole = reader.get("/imported").json
    assert whole is not None
    assert [item["site"] for item in whole["items"]][-1] == "andere.example"
    first = whole["items"][0]
    assert (first["rating"], first["verdict"], first["claim_id"]) == ("Größtenteils falsch", "misleading", -1)


def test_whoever_asks_is_told_whose_review_it_is(desk: Desk) -> None:
    _take(desk, review())
    [found] = desk["reader"].made("/check", {"text": CLAIM})["results"]
    claim = found["claim"]
    assert (claim["id"], claim["article_id"], claim["origin"], claim["also_at"]) == (-1, None, "imported", [])
    assert claim["review"] == {
        "publisher": "Prüfstelle",
        "site": "pruefstelle.example",
        "url": "https://www.pruefstelle.example/1",
        "title": "Straßenbahnen für Ostheim",
        "rating": "Größtenteils falsch",
        "reviewed_on": "2025-03-01",
        "claimant": "Karla Wendisch",
    }
    desk.article()
    own = desk["reader"].made("/check", {"text": "Der Verein zählt mindestens zwölf Mitglieder."})
    assert own["results"][0]["claim"]["review"] is None
    assert own["results"][0]["claim"]["origin"] == "machine"


def test_programs_that_know_google_find_them_with_their_publisher(desk: Desk) -> None:
    _take(desk, review())
    found = desk["reader"].get(f"/claims:search?query={CLAIM}").json
    assert found is not None
    [claim] = found["claims"]
    assert claim["claimReview"] == [
        {
            "publisher": {"name": "Prüfstelle", "site": "pruefstelle.example"},
            "url": "https://www.pruefstelle.example/1",
            "title": "Straßenbahnen für Ostheim",
            "reviewDate": "2025-03-01T00:00:00Z",
            "textualRating": "Größtenteils falsch",
            "languageCode": "de",
        }
    ]


def test_they_are_among_none_of_the_desks_own(desk: Desk) -> None:
    _take(desk, review())
    reader = desk["reader"]
    for path in ("/claims", "/articles", "/sources", "/decisions"):
        page = reader.get(path).json
        assert page is not None
        assert page["items"] == []
    settings = desk.app.extensions["factcheck.settings"]
    desk.app.extensions["factcheck.settings"] = settings.model_copy(
        update={"public_reading": True, "public_url": "https://desk.example"}
    )
    public = desk.app.test_client()
    for path in ("/published", "/feeds/decisions.atom", "/api/v1/published"):
        shown = public.get(path)
        assert shown.status_code == 200
        assert "Ostheim" not in shown.text
    assert public.get("/c/1").status_code == 404
