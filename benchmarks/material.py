"""What is measured on: the project's own articles, as they are, multiplied, and as web pages."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from pathlib import Path

from benchmarks.sentences import make_name
from claims.reason import Language
from factcheck.extraction.claims import extract

_ROOT = Path(__file__).parents[1]
_ANNOTATED = _ROOT / "tests" / "data" / "annotated"
_SEED = 7
_WORD = re.compile(r"[^\W\d_]{3,}")
_FIGURE = re.compile(r"\d(?=\D|$)")


@dataclass(frozen=True)
class Article:
    """A text in a language."""

    text: str
    language: Language


def read_articles() -> list[Article]:
    """The articles of the example desk and, in a checkout, those that the tests measure against."""
    found = [
        Article(entry.read_text("utf-8"), "de" if entry.name.endswith(".de.txt") else "en")
        for entry in sorted(
            (files("factcheck.examples") / "articles").iterdir(), key=lambda entry: entry.name
        )
    ]
    for path in sorted(_ANNOTATED.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        found += [Article(row["text"], row["lang"]) for row in rows]
    return found


def vary(articles: list[Article], count: int) -> Iterator[Article]:
    """So many articles, no two alike: the paragraphs of one, shuffled, under a heading of its own."""
    chance = random.Random(_SEED)
    for number in range(count):
        article = articles[number % len(articles)]
        paragraphs = article.text.split("\n\n")
        chance.shuffle(paragraphs)
        heading = f"Artikel {number}" if article.language == "de" else f"Article {number}"
        yield Article("\n\n".join([heading, *paragraphs]), article.language)


def retell(article: Article, turn: int) -> Article:
    """The article with other names and figures: words that no reader has met in the turns before."""
    chance = random.Random(f"{_SEED}:{turn}")
    claims = extract(article.text, article.language).claims
    named = {word for claim in claims for name in claim.names for word in _WORD.findall(name)}
    others = {word: make_name(chance) for word in sorted(named) if word[0].isupper()}
    text = _WORD.sub(lambda found: others.get(found[0], found[0]), article.text)
    return Article(_FIGURE.sub(lambda _: str(chance.randrange(10)), text), article.language)


def as_page(article: Article, links: int) -> bytes:
    """The article as a web page: `links` links to others before it and as many after it, and scripts."""
    listed = "".join(
        f'<li class="nav-item"><a class="nav-link" href="/archive/{at}?ref=nav">Story {at}</a></li>'
        for at in range(links)
    )
    script = "".join(f'window.ads.push({{"slot": {at}, "size": [300, 250]}});' for at in range(10 * links))
    paragraphs = "".join(f"<p>{escape(block)}</p>\n" for block in article.text.split("\n\n"))
    return (
        f'<!doctype html><html lang="{article.language}"><head><meta charset="utf-8"><title>Story</title>'
        f'<meta property="article:published_time" content="2026-11-24"><script>{script}</script></head>'
        f'<body><nav><ul class="menu">{listed}</ul></nav><main><article><h1>Story</h1>{paragraphs}</article>'
        f'</main><footer><ul class="menu">{listed}</ul></footer></body></html>'
    ).encode()
