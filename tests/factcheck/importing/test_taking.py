"""Taking a feed in: stored once, found by the same search, never the desk's own."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import select

from claims.database import reading, writing
from claims.errors import LogBroken, NotFound
from claims.event import Event
from claims.imported import ImportedReview
from claims.store import imported
from claims.verdict import Verdict
from factcheck.importing import taking
from factcheck.importing.feed import read_feed
from factcheck.importing.taking import Imported, forget, import_feed
from factcheck.ledger import verify
from factcheck.matching.relation import Relation
from factcheck.projection import rebuild
from factcheck.reviewing import Publisher, Wanted, find_reviews
from factcheck.search import ask, search
from tests.factcheck.importing.feeds import CLAIM, data_commons, dump, google, review
from tests.factcheck.test_search import _add
from tests.making import START

QUESTION = "Haben die Stadtwerke Ostheim 2024 zwölf Straßenbahnen bestellt?"
ENGLISH = "Ostheim ordered nine new trams in 2024"


def _take(engine: Engine, feed: Any, name: str = "feed.json") -> Imported:
    return import_feed(engine, read_feed(io.BytesIO(dump(feed))), feed=name, by="desk", at=START)


def test_a_feed_read_again_changes_only_what_it_says_otherwise_by_now(engine: Engine) -> None:
    feed = data_commons(review(1), review(2), {"@type": "ClaimReview", "url": "https://x.example"})
    first = _take(engine, feed)
    assert (first.added, first.changed, first.unchanged, len(first.broken)) == (2, 0, 0, 1)
    again = _take(engine, feed)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 2)
    rating = {"@type": "Rating", "alternateName": "Stimmt doch"}
    corrected = _take(engine, data_commons(review(1), review(2, reviewRating=rating)))
    assert (corrected.added, corrected.changed, corrected.unchanged) == (0, 1, 1)
    with reading(engine) as session:
        rows = session.exec(select(ImportedReview).order_by(ImportedReview.url)).all()
        assert [(row.rating, row.verdict) for row in rows] == [
            ("Größtenteils falsch", Verdict.MISLEADING),
            ("Stimmt doch", None),
        ]
        events = session.exec(select(Event)).all()
        assert [(event.body["added"], len(event.body["changed"])) for event in events] == [(2, 0), (0, 1)]
        verify(session)


def test_the_same_review_from_another_feed_is_one_review(engine: Engine) -> None:
    _take(engine, data_commons(review(1)))
    other = _take(engine, google(review(1, claimReviewed=CLAIM.upper().replace("SS", "ss"))), "google.json")
    assert other.added == 0
    with reading(engine) as session:
        assert imported.count(session) == 1


def test_a_review_of_others_answers_as_theirs(engine: Engine, tmp_path: Path) -> None:
    _take(engine, data_commons(review(1)))
    with reading(engine) as session:
        answer = ask(session, tmp_path, QUESTION)
        [found] = answer.results
        assert found.relation is Relation.SAME
        claim = found.claim
        assert claim.id < 0
        assert (claim.article_id, claim.origin, claim.state, claim.also_at) == (
            None,
            "imported",
            "published",
            (),
        )
        assert claim.exact == claim.text[claim.start : claim.end] == CLAIM
        assert claim.review is not None
        assert (claim.review.publisher, claim.review.rating) == ("Prüfstelle", "Größtenteils falsch")
        assert claim.verdict is Verdict.MISLEADING
        english = ask(session, tmp_path, ENGLISH).results[0]
        assert (english.relation, english.claim.id) == (Relation.DIFFERS, claim.id)


def test_what_others_checked_the_desk_has_not(engine: Engine, tmp_path: Path) -> None:
    """So that whoever asks can still have it checked; and what the desk works with are its own claims."""
    _take(engine, data_commons(review(1)))
    with reading(engine) as session:
        assert ask(session, tmp_path, CLAIM).never_checked
        assert search(session, tmp_path, QUESTION) == []


def test_reviews_of_others_take_no_claims_place(engine: Engine, tmp_path: Path) -> None:
    with writing(engine) as session:
        _add(session)
    said = "Das Klinikum Ostheim hat 2023 mindestens {} Pflegekräfte eingestellt."
    many = [review(number, claimReviewed=said.format(number)) for number in range(200, 320)]
    _take(engine, many)
    with reading(engine) as session:
        found = search(session, tmp_path, "Klinikum Ostheim stellte 2023 mindestens 300 Pflegekräfte ein")
        assert found[0].claim.exact.startswith("Das Klinikum Ostheim")
        both = ask(session, tmp_path, "Klinikum Ostheim stellte 2023 mindestens 300 Pflegekräfte ein").results
        assert {one.claim.origin for one in both[:2]} == {"machine", "imported"}
        assert [one.claim.origin for one in both].count("machine") >= 3


def test_the_index_is_the_same_rebuilt_as_caught_up(engine: Engine, tmp_path: Path) -> None:
    _take(engine, data_commons(review(1), review(2, claimReviewed="Der Hafen wurde 2011 verkauft.")))
    with reading(engine) as session:
        before = ask(session, tmp_path, QUESTION).results
    _take(engine, data_commons(review(1, name="Ein anderer Titel")))
    with reading(engine) as session:
        caught_up = ask(session, tmp_path, QUESTION).results
        assert caught_up[0].claim.review is not None
        assert caught_up[0].claim.review.title == "Ein anderer Titel"
        assert len(caught_up) == len(before)
        assert rebuild(session, tmp_path) == 2
        rebuilt = ask(session, tmp_path, QUESTION).results
        assert [(one.claim, one.relation) for one in rebuilt] == [
            (one.claim, one.relation) for one in caught_up
        ]


def test_a_publishers_reviews_can_be_forgotten(engine: Engine, tmp_path: Path) -> None:
    _take(engine, data_commons(review(1)))
    with reading(engine) as session:
        assert ask(session, tmp_path, QUESTION).results
    assert forget(engine, "pruefstelle.example", by="desk", at=START) == 1
    with reading(engine) as session:
        assert ask(session, tmp_path, QUESTION).results == ()
        verify(session)
    with pytest.raises(NotFound):
        forget(engine, "pruefstelle.example", by="desk", at=START)


def test_a_review_that_is_not_what_was_taken_in_breaks_the_log(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "BATCH", 2)
    _take(engine, data_commons(*(review(number) for number in range(1, 6))))
    rating = {"@type": "Rating", "alternateName": "Stimmt doch"}
    _take(engine, data_commons(review(1, reviewRating=rating), review(4, reviewRating=rating)))
    for change, seq in (
        ("UPDATE imported_review SET rating = 'Stimmt' WHERE id = 2", 1),
        ("UPDATE imported_review SET verdict = 'misleading' WHERE id = 1", 4),
        ("DELETE FROM imported_review WHERE id = 5", 3),
    ):
        with writing(engine) as session:
            verify(session)
            session.execute(sa.text(change))
            with pytest.raises(LogBroken) as broken:
                verify(session)
            assert broken.value.seq == seq, change
            session.rollback()
    forget(engine, "pruefstelle.example", by="desk", at=START)
    _take(engine, data_commons(review(7)))
    with reading(engine) as session:
        verify(session)


def test_batches_are_stored_one_by_one(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "BATCH", 2)
    seen: list[int] = []
    entries = read_feed(io.BytesIO(dump([review(n) for n in range(5)])))
    done = import_feed(engine, entries, feed="x", by="desk", at=START, progress=seen.append)
    assert (done.added, seen) == (5, [2, 4, 5])


DESK = Publisher(name="Desk", address="https://desk.example", time_zone="Europe/Berlin")


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(query=QUESTION), 1),
        (Wanted(site="www.pruefstelle.example"), 1),
        (Wanted(query=QUESTION, site="pruefstelle.example", language="de-DE"), 1),
        (Wanted(query=QUESTION, language="en"), 0),
        (Wanted(query=QUESTION, site="desk.example"), 0),
        (Wanted(site="desk.example"), 0),
        (Wanted(site="other.example"), 0),
        (Wanted(query=QUESTION, since=timedelta(days=30)), 0),
        (Wanted(site="pruefstelle.example", since=timedelta(days=1000)), 1),
    ],
)
def test_programs_that_ask_as_google_is_asked_get_the_reviews_of_others(
    engine: Engine, tmp_path: Path, wanted: Wanted, count: int
) -> None:
    _take(engine, data_commons(review(1)))
    with reading(engine) as session:
        found = find_reviews(session, tmp_path, wanted, DESK, START).reviews
    assert len(found) == count
    assert all(each.author.name == "Prüfstelle" for each in found)
    assert all(each.rating.name == "Größtenteils falsch" for each in found)
