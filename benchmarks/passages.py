"""Passages of a text of a hundred pages, proposed for a claim, beside splitting it into sentences alone."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from benchmarks.material import Article, read_articles
from benchmarks.pages import example_desk, get
from benchmarks.timing import interleave
from claims.database import writing
from claims.reason import Language
from claims.source import Capture, SnapshotDraft, SourceDraft
from claims.store import accounts
from factcheck.evidence.passages import propose
from factcheck.extraction.sentences import split_sentences
from factcheck.sources import add_source

PAGES, PAGE = 100, 3_000
"""A page of print has some 3,000 code points."""
SECONDS = 1.0
"""What is wanted for all of them."""
_CLAIMS: dict[Language, str] = {
    "de": "Das Unternehmen stellte 2019 mindestens sieben Mitarbeiter ein.",
    "en": "The company hired at least seven employees in 2019.",
}


def run(rounds: int) -> list[str]:
    """The lines of the result."""
    lines = [f"{PAGES} pages of {PAGE:,} characters, {rounds} rounds, processor time of one core"]
    articles = read_articles()
    for language, claim in _CLAIMS.items():
        text = long_text(articles, language)
        contenders: dict[str, Callable[[], object]] = {
            "passages": partial(propose, claim, language, text),
            "sentences alone": partial(split_sentences, text, language),
        }
        seconds = interleave(contenders, rounds, time.process_time)
        ratio = seconds["passages"] / seconds["sentences alone"]
        lines.append(
            f"{language}  passages {seconds['passages']:.2f} s, {ratio:.1f} times splitting alone, "
            f"{seconds['passages'] / SECONDS:.0%} of the second that is wanted at most"
        )
    return [*lines, _pages(long_text(articles, "de"), rounds)]


def _pages(text: str, rounds: int) -> str:
    """The two pages of the desk that show such a text: once captured, all else is done at each look."""
    with example_desk() as (engine, client):
        with writing(engine) as session:
            draft = SnapshotDraft(
                content=text.encode(),
                media_type="text/plain",
                text=text,
                pages=tuple(range(0, len(text), PAGE)),
                capture=Capture.UPLOADED,
            )
            by = accounts.named(session, "editor")
            _, kept = add_source(session, SourceDraft(title="Long"), draft, by=by, at=datetime.now(UTC))
        paths = {"to read": f"/claims/1/passages?snapshot={kept.id}", "whole": f"/snapshots/{kept.id}"}
        looks = {name: partial(get, client, path) for name, path in paths.items()}
        seconds = interleave(looks, rounds, time.process_time)
    return f"page of the passages {seconds['to read']:.2f} s, of the whole text {seconds['whole']:.2f} s"


def long_text(articles: list[Article], language: Language) -> str:
    """A hundred pages of articles in one language, over and over."""
    text = "\n".join(article.text for article in articles if article.language == language)
    return (text * (PAGES * PAGE // len(text) + 1))[: PAGES * PAGE]
