"""Published verdicts for other programs, read from a desk whose claims are in every state."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from claims.store import articles
from claims.store.filters import Filters
from factcheck.feeds import read_feed, write_feed
from factcheck.published import Turn
from factcheck.reviewing import Publisher, Wanted, find_reviews, review_of
from tests.factcheck.newsroom import SECRET, Newsroom, open_newsroom, work_through

DESK = Publisher("Desk", "https://www.desk.example", "Europe/Berlin")
ALL = Wanted(site="desk.example")


@pytest.fixture
def room(session: Session) -> Newsroom:
    opened = open_newsroom(session)
    work_through(opened)
    return opened


def test_a_feed_tells_every_turn_of_what_was_published_newest_first(room: Newsroom) -> None:
    feed = read_feed(room.session, path="/feed", language="de", wanted=Filters(article_id=room.article_id))
    assert {chapter.turn for _, chapter in feed.entries} == set(Turn) - {Turn.CONFIRMATION}
    times = [chapter.at for _, chapter in feed.entries]
    assert times == sorted(times, reverse=True)
    written = write_feed(feed, DESK)
    assert written == write_feed(feed, DESK)
    assert SECRET not in written.decode()
    assert read_feed(room.session, path="/feed", language="de", wanted=Filters(tag="none")).entries == []


def test_reviews_come_in_pages_without_what_was_withdrawn_or_lapsed(room: Newsroom, tmp_path: Path) -> None:
    whole = find_reviews(room.session, tmp_path, ALL, DESK, room.now())
    assert [review.url.rpartition("/")[2] for review in whole.reviews] == [
        str(room.claims[index].id) for index in (3, 2, 1, 0)
    ]
    assert whole.next is None
    wanted = Wanted(site=ALL.site, most=3)
    first = find_reviews(room.session, tmp_path, wanted, DESK, room.now())
    rest = find_reviews(
        room.session, tmp_path, Wanted(site=ALL.site, most=3, first=first.next or 0), DESK, room.now()
    )
    assert first.reviews + rest.reviews == whole.reviews
    assert rest.next is None


def test_reviews_that_are_too_old_are_left_out(room: Newsroom, tmp_path: Path) -> None:
    later = room.now() + timedelta(days=3)
    for days, count in ((2, 0), (4, 4)):
        wanted = Wanted(site=ALL.site, since=timedelta(days=days))
        assert len(find_reviews(room.session, tmp_path, wanted, DESK, later).reviews) == count


def test_of_an_article_without_an_address_a_review_tells_the_claim_alone(room: Newsroom) -> None:
    number = room.claims[0].id or 0
    article = articles.get(room.session, room.article_id)
    tells = {}
    for url in ("https://courier.example/9", None):
        article.url = url
        room.session.add(article)
        tells[url] = review_of(room.session, number, DESK, room.now()).model_dump_json()
    about = (article.title, article.publisher, "Sandvoss")
    assert [[words in told for words in about] for told in tells.values()] == [[True] * 3, [False] * 3]
