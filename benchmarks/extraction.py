"""Sentences a second and core: the whole extraction beside splitting into sentences alone."""

import gc
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec

import sentencex

from benchmarks.material import Article, read_articles, retell
from benchmarks.timing import interleave
from factcheck.extraction.claims import extract
from factcheck.extraction.sentences import split_sentences

AIM, FLOOR = 10_000, 2_000
"""Sentences a second and core that are wanted, and that have to be reached."""


def run(rounds: int) -> list[str]:
    """The lines of the result. Every round reads the articles with other names and figures."""
    articles = read_articles()
    sentences = sum(len(split_sentences(article.text, article.language)) for article in articles)
    told = [[retell(article, turn) for article in articles] for turn in range(rounds + 1)]
    gc.freeze()  # as the server does once it is warm
    contenders = {"extraction": _reading(_extract, told), "sentencex alone": _reading(_split, told)}
    blank = _blank_pipelines()
    if blank is not None:
        contenders["spaCy blank pipeline"] = _reading(blank, told)
    seconds = interleave(contenders, rounds, time.process_time)
    lines = [f"{len(articles)} articles, {sentences} sentences, {rounds} rounds, processor time of one core"]
    for name, taken in seconds.items():
        ratio = taken / seconds["extraction"]
        beside = "" if name == "extraction" else f"  extraction takes {1 / ratio:.1f} times as long"
        lines.append(f"{name:<22} {sentences / taken:>10,.0f} sentences/s{beside}")
    if blank is None:
        lines.append(
            "spaCy blank pipeline   not measured: spaCy is not installed here (make bench installs it)"
        )
    reached = sentences / seconds["extraction"]
    lines.append(
        f"of the aim of {AIM:,}/s {reached / AIM:.0%}, of the floor of {FLOOR:,}/s {reached / FLOOR:.0%}"
    )
    return lines


def _reading(read: Callable[[Article], object], told: Sequence[Sequence[Article]]) -> Callable[[], object]:
    """What reads at each call what is told in the next round."""
    rounds = iter(told)
    return lambda: [read(article) for article in next(rounds)]


def _extract(article: Article) -> object:
    return extract(article.text, article.language)


def _split(article: Article) -> object:
    return list(sentencex.get_sentence_boundaries(article.language, article.text))


def _blank_pipelines() -> Callable[[Article], object] | None:
    """spaCy's tokenizer and rule-based sentencizer, no model; None where spaCy is not installed."""
    if find_spec("spacy") is None:
        return None
    spacy = import_module("spacy")
    pipelines = {}
    for language in ("de", "en"):
        pipelines[language] = spacy.blank(language)
        pipelines[language].add_pipe("sentencizer")
    return lambda article: list(pipelines[article.language](article.text).sents)
