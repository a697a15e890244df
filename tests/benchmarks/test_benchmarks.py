"""The benchmarks run and say what they measured; what they measure is no matter of a test."""

import re

import pytest

from benchmarks import comparing, extraction, ingest, log, memory, pages, passages
from benchmarks.material import as_page, read_articles, vary
from benchmarks.timing import interleave
from factcheck.reading import read


def test_contenders_take_turns_and_the_first_round_does_not_count() -> None:
    turns: list[str] = []
    ticks = iter(range(100))
    taken = interleave(
        {"one": lambda: turns.append("one"), "other": lambda: turns.append("other")},
        2,
        clock=lambda: float(next(ticks)),
    )
    assert turns == ["one", "other"] * 3
    assert taken == {"one": 1.0, "other": 1.0}


def test_no_two_documents_are_alike() -> None:
    texts = [article.text for article in vary(read_articles(), 40)]
    assert len(set(texts)) == 40


def test_a_page_holds_its_article_among_links() -> None:
    article = read_articles()[0]
    for links in (10, 200):
        text = read(as_page(article, links), media_type="text/html").text
        assert article.text.split("\n\n")[1] in text
        assert "Story 7" not in text


def test_extraction_is_measured_beside_sentence_splitting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "read_articles", lambda: read_articles()[:2])
    said = "\n".join(extraction.run(1))
    assert re.search(r"extraction +[\d,]+ sentences/s", said)
    assert re.search(r"sentencex alone +[\d,]+ sentences/s  extraction takes [\d.]+ times as long", said)
    assert re.search(r"spaCy blank pipeline +([\d,]+ sentences/s|not measured)", said)


def test_ingest_is_measured_beside_trafilatura() -> None:
    said = "\n".join(ingest.run(2))
    assert re.search(r"[1-9]\d* claims\), 2 pages", said)
    assert said.count("times as long (at most 2)") == 2


def test_passages_of_a_hundred_pages_are_measured_beside_splitting_into_sentences() -> None:
    first, *lines, looks = passages.run(1)
    assert "100 pages" in first
    assert re.match(r"page of the passages [\d.]+ s, of the whole text [\d.]+ s", looks)
    assert len(passages.long_text(read_articles(), "en")) == 300_000
    assert [
        re.search(r"passages [\d.]+ s, [\d.]+ times splitting alone", line) is not None for line in lines
    ] == [True, True]


@pytest.mark.long
def test_memory_is_measured_over_few_and_many_documents() -> None:
    few, many, ratio = memory.run(20)
    assert "2 documents" in few
    assert "20 documents" in many
    assert re.match(r"\d\.\d\d times as much for 10 times as many", ratio)


def test_comparing_is_measured_beside_aligning_words() -> None:
    said = "\n".join(comparing.run(1))
    assert re.search(r"comparing +[\d,]+ pairs/s", said)
    assert re.search(r"aligning words alone +[\d,]+ pairs/s\nof the aim of 10,000/s \d+%", said)


def test_pages_are_measured_beside_their_queries() -> None:
    first, *lines = pages.run(1, articles=1)
    assert re.match(r"a desk of \d+ claims", first)
    assert len(lines) == len(pages.PAGES)
    for line in lines:
        assert re.search(r"[1-9]\d* queries .*[\d.]+ ms +[\d.]+ times as long \(at most 2.5\)", line), line
    asking = [line.split()[0].partition("?")[0] for line in lines if "looks into the index" in line]
    assert asking == ["/claims/1", "/claims/3", "/ask"]


def test_verifying_the_log_is_measured_beside_reading_it() -> None:
    said = "\n".join(log.run(200, 1))
    assert re.search(r"log verify +[\d,]+ events/s, [\d.]+ s a million", said)
    assert re.search(r"cursor and SHA-256 alone +[\d,]+ events/s  log verify takes [\d.]+ times", said)
