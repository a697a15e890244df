"""Passages of a text of a hundred pages, proposed for a claim, beside splitting it into sentences alone."""

import time
from collections.abc import Callable
from functools import partial

from benchmarks.material import Article, read_articles
from benchmarks.timing import interleave
from claims.reason import Language
from factcheck.evidence.passages import propose
from factcheck.extraction.sentences import split_sentences

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
    return lines


def long_text(articles: list[Article], language: Language) -> str:
    """A hundred pages of articles in one language, over and over."""
    text = "\n".join(article.text for article in articles if article.language == language)
    return (text * (PAGES * PAGE // len(text) + 1))[: PAGES * PAGE]
