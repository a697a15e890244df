"""Lists over REST: filters, orders and cursors."""

from threading import Event, Thread
from typing import Any

import pytest

from api.rest.paging import Position
from claims.claim import ClaimDraft, Origin
from claims.database import writing
from claims.selector import anchor
from claims.store import claims
from claims.workflow import State
from tests import making
from tests.api.rest.conftest import TEXT, Desk, Program

_WORDS = "mindestens zwölf Mitglieder"


def _store(desk: Desk, article_id: int, worths: list[float]) -> None:
    """Claims that differ in worth alone, put in beside the API."""
    start = TEXT.index(_WORDS)
    place = anchor(TEXT, start, start + len(_WORDS))
    with writing(desk.engine) as session:
        for worth in worths:
            claims.add(
                session,
                ClaimDraft(**place.model_dump(), text="Ein Verein.", worth=worth, speaker="Ruth Adler"),
                article_id=article_id,
                article_version=1,
                language="de",
                origin=Origin.PERSON,
                state=State.OPEN,
                at=making.START,
            )


def _pages(
    program: Program, path: str, cursor: str = "", between: Any = lambda: None
) -> list[dict[str, Any]]:
    """All items of a list, page by page, from behind a cursor on."""
    found: list[dict[str, Any]] = []
    while True:
        page = program.get(f"{path}&cursor={cursor}").json
        assert isinstance(page, dict)
        found += page["items"]
        cursor = page["next"]
        if cursor is None:
            return found
        between()


@pytest.mark.parametrize("order", ["id", "worth"])
def test_a_cursor_neither_skips_nor_repeats_while_rows_are_written(desk: Desk, order: str) -> None:
    article = desk.article()
    worths = [0.25, 0.75, 0.25, 0.1, 0.75, 0.9, 0.25]
    _store(desk, article["id"], worths)
    path = f"/claims?order={order}&speaker=adler&state=open&limit=2"
    before = {claim["id"] for claim in _pages(desk["reader"], path)}
    arriving = iter([[0.25, 0.99, 0.01], [0.75, 0.2]])
    read = _pages(desk["reader"], path, between=lambda: _store(desk, article["id"], next(arriving, [])))
    ids = [claim["id"] for claim in read]
    assert len(before) == len(worths)
    assert len(ids) == len(set(ids))
    assert before <= set(ids)
    keys = [(-claim["worth"], -claim["id"]) if order == "worth" else claim["id"] for claim in read]
    assert keys == sorted(keys)


@pytest.mark.long
def test_whoever_reads_on_while_others_write_misses_no_claim_and_no_event(desk: Desk) -> None:
    """Two writers at once, on connections of their own; the reader asks on until nothing more comes."""
    article, done = desk.article(), Event()
    _store(desk, article["id"], [0.5] * 5)

    def write() -> None:
        for _ in range(12):
            claim = desk.claim()
            desk.move("reviewer", claim, "take")
        done.set()

    writers = [Thread(target=write), Thread(target=write)]
    for writer in writers:
        writer.start()
    claims_read: list[int] = []
    events_read: list[int] = []
    last = False
    while not last:
        last = done.is_set() and not any(writer.is_alive() for writer in writers)
        after = Position(order="id", id=claims_read[-1]).opaque if claims_read else ""
        claims_read += [each["id"] for each in _pages(desk["reader"], "/claims?limit=2&fields=id", after)]
        since = events_read[-1] if events_read else 0
        events_read += [event["seq"] for event in _pages(desk["reader"], f"/events?limit=3&since={since}")]
    everything = [each["id"] for each in _pages(desk["reader"], "/claims?limit=200")]
    assert claims_read == everything
    assert len(everything) >= 5 + 24
    assert events_read == [event["seq"] for event in _pages(desk["reader"], "/events?limit=200")]


def test_claims_are_filtered_by_what_they_are_and_where_they_stand(desk: Desk) -> None:
    article = desk.article()
    _store(desk, article["id"], [0.2, 0.8])
    taken = desk.move("reviewer", desk.claim("Er wurde 2011 in Bochum gegründet"), "take")
    reviewer = taken["assignee"]["id"]

    def found(query: str) -> set[int]:
        return {claim["id"] for claim in _pages(desk["reader"], f"/claims?{query}")}

    everything = found("limit=200")
    assert found("state=in_check") == found(f"assignee={reviewer}") == {taken["id"]}
    assert found("state=in_check&state=open") == {taken["id"]} | found("state=open")
    assert len(found("speaker=ruth+adler&state=open")) == 2
    assert len(found("speaker=ruth+adler&state=open&min_worth=0.5")) == 1
    assert taken["id"] in found("q=BOCHUM")
    assert found("unassigned=true") == everything - {taken["id"]}
    assert found("lapsed=true") == found("verdict=refuted") == found("article=987654") == set()
    assert found(f"article={article['id']}") == everything


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=201",
        "limit=1e1",
        "limit=١",
        "order=random",
        "state=finished",
        "article=9223372036854775808",
        "article=1&article=2",
        "lapsed=perhaps",
        "min_worth=nan",
        "min_worth=2",
        "cursor=not+one",
        "cursor=bm90IG9uZQ",
        "q=%00",
        "unheard=of",
    ],
)
def test_a_query_that_makes_no_sense_is_refused(desk: Desk, query: str) -> None:
    response = desk["reader"].get(f"/claims?{query}")
    assert response.status_code == 422
    assert response.mimetype == "application/problem+json"


def test_a_cursor_of_one_order_is_refused_by_another(desk: Desk) -> None:
    article = desk.article()
    _store(desk, article["id"], [0.2, 0.8])
    cursor = desk["reader"].get("/claims?order=worth&limit=1").json["next"]  # type: ignore[index]
    assert desk["reader"].get(f"/claims?order=worth&cursor={cursor}").status_code == 200
    assert desk["reader"].get(f"/claims?order=id&cursor={cursor}").status_code == 422
    assert desk["reader"].get(f"/articles?cursor={cursor}").status_code == 422


def test_articles_and_sources_come_newest_first_page_by_page(desk: Desk) -> None:
    made = [desk.article(f"{TEXT} Es ist der {number}. Artikel.")["id"] for number in range(1, 4)]
    read = [article["id"] for article in _pages(desk["reader"], "/articles?limit=1")]
    assert read == made[::-1]
    sources = [
        desk["reviewer"].made("/sources", {"title": title, "snapshot": {"text": TEXT}})["source"]["id"]
        for title in ("Register", "Satzung")
    ]
    assert [source["id"] for source in _pages(desk["reader"], "/sources?limit=1")] == sources[::-1]
