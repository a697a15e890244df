"""Taking in a web page, all its claims stored, beside reading the same page by trafilatura alone."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import trafilatura
from sqlalchemy import Engine

from benchmarks.material import as_page, read_articles, vary
from benchmarks.timing import interleave
from claims.database import open_engine, upgrade, writing
from factcheck.desk import actor
from factcheck.ingest import analyse, ingest
from factcheck.reading import read

AT_MOST = 2.0
"""Times as long as trafilatura alone that it may take."""

_AT = datetime(2026, 11, 24, tzinfo=UTC)
_LINKS = {"a page with 20 links": 10, "a page with 400 links": 200}


def run(rounds: int) -> list[str]:
    """The lines of the result."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'desk.db'}")
        upgrade(engine)
        for name, links in _LINKS.items():
            lines += _measure(name, links, rounds, engine)
        engine.dispose()
    return lines


def _measure(name: str, links: int, rounds: int, engine: Engine) -> list[str]:
    pages = [as_page(article, links) for article in vary(read_articles(), rounds + 1)]
    alone, taken = _each(pages), _each(pages)
    stored: list[int] = []
    seconds = interleave(
        {
            "trafilatura alone": lambda: trafilatura.bare_extraction(
                next(alone), with_metadata=True, include_comments=False, include_tables=True
            ),
            "ingest": lambda: stored.append(_take_in(engine, next(taken))),
        },
        rounds,
    )
    ratio = seconds["ingest"] / seconds["trafilatura alone"]
    size = sum(map(len, pages)) // len(pages) // 1000
    claims = sum(stored) / len(stored)
    return [
        f"{name} ({size} kB, {claims:.0f} claims), {rounds} pages",
        f"trafilatura alone      {1 / seconds['trafilatura alone']:>10,.0f} pages/s",
        f"ingest                 {1 / seconds['ingest']:>10,.0f} pages/s"
        f"  takes {ratio:.1f} times as long (at most {AT_MOST:.0f})",
    ]


def _each(pages: list[bytes]) -> Iterator[bytes]:
    yield from pages


def _take_in(engine: Engine, page: bytes) -> int:
    draft = read(page, media_type="text/html")
    extraction = analyse(draft)
    with writing(engine) as session:
        found = ingest(session, draft, by=actor(session, "bench", _AT), at=_AT, extraction=extraction)
        return len(found.claims)
