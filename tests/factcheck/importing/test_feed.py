"""Reading feeds: every shape, piece by piece, whatever is broken in them."""

import io
import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import InvalidInput
from claims.verdict import Verdict
from factcheck.importing.feed import Broken, read_feed
from factcheck.importing.ratings import map_rating
from factcheck.importing.reading import ReviewDraft
from factcheck.importing.stream import read_pieces
from tests.factcheck.importing.feeds import CLAIM, data_commons, dump, google, page, review


def _read(content: bytes) -> tuple[list[ReviewDraft], list[Broken]]:
    entries = list(read_feed(io.BytesIO(content)))
    drafts = [entry for entry in entries if isinstance(entry, ReviewDraft)]
    return drafts, [entry for entry in entries if isinstance(entry, Broken)]


@pytest.mark.parametrize(
    "content",
    [
        dump(review()),
        dump([review()]),
        dump({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, review()]}),
        dump({"@type": "DataFeed", "dataFeedElement": [review()]}),
        dump(data_commons(review())),
        dump(google(review())),
        b"\xef\xbb\xbf" + dump(review()),
        dump({"@type": "WebPage", "mainEntity": review()}),
    ],
    ids=["one", "list", "graph", "feed", "data commons", "google", "byte order mark", "page's entity"],
)
def test_a_review_is_read_from_every_shape(content: bytes) -> None:
    [draft], broken = _read(content)
    assert broken == []
    assert (draft.text, draft.language) == (CLAIM, "de")
    assert draft.url == "https://www.pruefstelle.example/1"
    assert (draft.publisher, draft.publisher_site) == ("Prüfstelle", "pruefstelle.example")
    assert (draft.rating, draft.verdict) == ("Größtenteils falsch", Verdict.MISLEADING)
    assert (draft.reviewed_on, draft.claimant) == ("2025-03-01", "Karla Wendisch")


def test_a_web_page_gives_its_reviews_and_says_which_script_is_broken() -> None:
    drafts, broken = _read(page(review(1), review(2)))
    assert [draft.url[-1] for draft in drafts] == ["1", "2"]
    assert [entry.why for entry in broken] == ["a script of the page is no JSON"]


def test_lines_of_json_are_read_one_by_one() -> None:
    drafts, _ = _read(b"\n".join(dump(review(number)) for number in (1, 2, 3)))
    assert len(drafts) == 3


def test_broken_entries_are_counted_with_their_place_and_never_stop_it() -> None:
    good = dump(review(9)).decode()
    entries = [
        good,
        '{"@type": "ClaimReview", }',
        "kaputt",
        dump(review(2, url="javascript:alert(1)")).decode(),
        dump(review(3, claimReviewed="")).decode(),
        dump(review(4, inLanguage="fr")).decode(),
        '{"@type": "DataFeedItem", "item": []}',
        dump(review(5, claimReviewed={"@value": "x"})).decode(),
        dump(review(10)).decode(),
    ]
    drafts, broken = _read(('{"dataFeedElement": [' + ", ".join(entries) + "]}").encode())
    assert [draft.url.rpartition("/")[2] for draft in drafts] == ["9", "10"]
    assert [entry.position for entry in broken] == [2, 3, 4, 5, 6, 7, 8]
    assert broken[4].why == "its claim is neither German nor English"
    assert all(entry.why for entry in broken)


def test_what_a_feed_had_before_it_breaks_off_is_kept() -> None:
    whole = dump(data_commons(review(1), review(2)))
    drafts, broken = _read(whole[:-40])
    assert [draft.url[-1] for draft in drafts] == ["1"]
    assert [entry.why for entry in broken] == ["the feed breaks off here"]


_NO_FEEDS = (
    b"",
    b"Guten Tag, das ist ein Brief.",
    b"%PDF-1.7 \xe2\xe3",
    b"a,b,c\n1,2,3\n" * 100,
    b"{",
    b"[[[[",
    b"<p>Text</p>",
)


@pytest.mark.parametrize("content", _NO_FEEDS)
def test_what_is_no_feed_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidInput):
        _read(content)


def test_a_list_in_a_list_without_end_is_refused_too() -> None:
    with pytest.raises(InvalidInput):
        _read(b"[" * 100_000)


_SINGLE = st.none() | st.booleans() | st.integers() | st.text()
_JSON = st.recursive(
    _SINGLE, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20
)


@given(_JSON)
def test_any_json_in_a_list_comes_out_as_it_was(value: Any) -> None:
    for indent in (None, 1):
        text = json.dumps([value, value], indent=indent, ensure_ascii=True)
        assert [piece.value for piece in read_pieces(io.BytesIO(text.encode()))] == [value, value]


@given(st.binary(max_size=300))
def test_nothing_that_is_handed_in_breaks_reading(content: bytes) -> None:
    try:
        for entry in read_feed(io.BytesIO(content)):
            assert isinstance(entry, Broken | ReviewDraft)
    except InvalidInput:
        pass


class _Endless(io.RawIOBase):
    """A feed of so many entries, made while it is read."""

    def __init__(self, count: int) -> None:
        self._pieces: Iterator[bytes] = iter(
            [b'{"dataFeedElement": [', *[b""] * count, dump(review(0)), b"]}"]
        )
        self._entry = dump(review(1)) + b",\n"

    def read(self, _size: int = -1) -> bytes:
        for piece in self._pieces:
            return piece or self._entry * 100
        return b""


def test_memory_does_not_grow_with_the_feed() -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        assert sum(1 for _ in read_pieces(_Endless(count))) == 100 * count + 1
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(1)
    assert peak(60) < 1.5 * peak(20)


@pytest.mark.parametrize(
    ("words", "numbers", "verdict"),
    [
        ("Falsch", (), Verdict.REFUTED),
        ("FALSE!", (), Verdict.REFUTED),
        ("Pants on Fire", (), Verdict.REFUTED),
        ("Mostly True", (), Verdict.MOSTLY_SUPPORTED),
        ("Größtenteils richtig", (), Verdict.MOSTLY_SUPPORTED),
        ("Missing context", (), Verdict.MISLEADING),
        ("Fehlender Kontext", (), Verdict.MISLEADING),
        ("Unbelegt", (), Verdict.NOT_ENOUGH_EVIDENCE),
        ("Falsch. Das Foto ist von 2012.", (), Verdict.REFUTED),
        ("False: the picture is old", (), Verdict.REFUTED),
        ("Satire", (1, 1, 5), None),
        ("Three Pinocchios", (), None),
        ("Three Pinocchios", (2, 1, 5), Verdict.MISLEADING),
        ("", (5, 1, 5), Verdict.SUPPORTED),
        ("", (1, 5, 1), Verdict.SUPPORTED),
        ("", (7, 1, 5), None),
        ("", (-1, 1, 5), None),
        ("", (3, None, None), None),
        ("", (1, 1, 1), None),
        ("False", (5, 1, 5), None),
        ("True", (1, 1, 5), None),
        ("False", (2, 1, 5), Verdict.REFUTED),
        ("Unproven", (5, 1, 5), None),
        ("not false", (), None),
    ],
)
def test_ratings_are_mapped_by_their_words_else_by_their_numbers_and_never_against_each_other(
    words: str, numbers: tuple[float | None, ...], verdict: Verdict | None
) -> None:
    assert map_rating(words, *numbers) is verdict
