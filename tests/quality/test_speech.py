"""Who says what, against German news articles annotated for speech, thought and writing.

The set stands beside the checkout, if at all: one article a line with its sentences' tokens, and for each
thing said the tokens of its message, its cue and its source. Two figures, each as F1:

`sentence`: a sentence counts as one with reported speech where a message, a cue or a source has a token in
it; it is found where the message or the words of a speaker touch it.

`head`: of a gold source the head is its first run of capitalised words, without articles; of a source without
one, its first word. A speaker is right where its head shares a token with the head of a gold source.

The tokens are joined by single spaces, once sentence by sentence, once the whole article.
"""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from factcheck.extraction.lexicon import words
from factcheck.extraction.speakers import Speaker, find_speakers

pytestmark = [pytest.mark.quality, pytest.mark.long]

_ROOT = Path(__file__).parents[2]
_ARTICLES = _ROOT.parent / "shared" / "data" / "wikinews_quotes_train.jsonl"
_PINNED: dict[str, Any] = tomllib.loads((Path(__file__).parent / "speech_floors.toml").read_text("utf-8"))
_ARTICLE_WORDS = words(
    "der die das den dem des ein eine einen einem einer eines sein seine seinen seinem seiner ihr ihre ihren "
    "ihrem ihrer im in am an von vom laut nach auch so beide zwei alle einige mehrere dieser diese"
)

Place = tuple[int, int]
"""Number of the sentence in its article and of the token in the sentence; or code points [start, end)."""


class Article(NamedTuple):
    """Tokens of each sentence, places of what is annotated in each of the things said."""

    sentences: list[list[str]]
    sources: list[list[Place]]
    touched: frozenset[int]

    def head(self, source: list[Place]) -> frozenset[Place]:
        forms = [self.sentences[sentence][token] for sentence, token in source]
        nouns = [word[0].isupper() and word.lower() not in _ARTICLE_WORDS for word in forms]
        if True not in nouns:
            return frozenset(source[:1])
        first = nouns.index(True)
        last = nouns.index(False, first) if False in nouns[first:] else len(nouns)
        return frozenset(source[first:last])


class Reading(NamedTuple):
    """A text that was read: where each token of it stands, and the speakers found in it."""

    places: dict[Place, Place]
    speakers: list[Speaker]

    def sentences(self) -> set[int]:
        spans = [(speaker.start, speaker.end) for speaker in self.speakers]
        spans += [(s.message.start, s.message.end) for s in self.speakers if s.message is not None]
        return {token[0] for span in spans for token in self.within(*span)}

    def heads(self) -> list[frozenset[Place]]:
        return [self.within(s.head_start, s.head_end) for s in self.speakers if s.exact]

    def within(self, start: int, end: int) -> frozenset[Place]:
        return frozenset(token for token, place in self.places.items() if place[0] < end and start < place[1])


def _places(tokens: list[str]) -> list[Place]:
    return [(int(sentence), int(token)) for sentence, token in (place.split(":") for place in tokens)]


def _article(line: str) -> Article:
    found = json.loads(line)
    said = found["Annotations"]
    touched = [_places(one[part]) for one in said for part in ("Message", "Cue", "Source")]
    return Article(
        [sentence["Tokens"] for sentence in found["Sentences"]],
        [_places(one["Source"]) for one in said if one["Source"]],
        frozenset(place[0] for places in touched for place in places),
    )


def _read(article: Article, numbers: list[int]) -> Reading:
    """The sentences of these numbers as one text."""
    places: dict[Place, Place] = {}
    forms: list[str] = []
    start = 0
    for number in numbers:
        for at, word in enumerate(article.sentences[number]):
            places[number, at] = (start, start + len(word))
            forms.append(word)
            start += len(word) + 1
    return Reading(places, find_speakers(" ".join(forms), "de"))


def _readings(article: Article, mode: str) -> Iterator[Reading]:
    numbers = list(range(len(article.sentences)))
    parts = [[number] for number in numbers] if mode == "sentences" else [numbers]
    return (_read(article, part) for part in parts)


def _f1(right_found: int, found: int, right_gold: int, gold: int) -> float:
    precision, recall = right_found / found, right_gold / gold
    return 2 * precision * recall / (precision + recall)


def _score(articles: list[Article], mode: str) -> dict[str, float]:
    sentence, head = [0, 0, 0, 0], [0, 0, 0, 0]
    for article in articles:
        readings = list(_readings(article, mode))
        touched = set().union(*(reading.sentences() for reading in readings))
        both = len(touched & article.touched)
        gold = [article.head(source) for source in article.sources]
        heads = [one for reading in readings for one in reading.heads()]
        every, named = frozenset().union(*gold), frozenset().union(*heads)
        counted = (both, len(touched), both, len(article.touched))
        sentence = [a + b for a, b in zip(sentence, counted, strict=True)]
        right = (sum(bool(one & every) for one in heads), sum(bool(one & named) for one in gold))
        head = [a + b for a, b in zip(head, (right[0], len(heads), right[1], len(gold)), strict=True)]
    return {"sentence": _f1(*sentence), "head": _f1(*head)}


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    if not _ARTICLES.exists():
        pytest.skip(f"there are no articles annotated for speech at {_ARTICLES.relative_to(_ROOT.parent)}")
    found = [_article(line) for line in _ARTICLES.read_text("utf-8").splitlines()]
    counted = {
        "articles": len(found),
        "sentences": sum(len(article.sentences) for article in found),
        "sources": sum(len(article.sources) for article in found),
    }
    assert counted == _PINNED["counts"], "the floors were measured on other articles"
    return found


@pytest.mark.parametrize("half", ["even", "odd"])
@pytest.mark.parametrize("mode", ["sentences", "articles"])
def test_who_says_what_is_found_as_before(articles: list[Article], mode: str, half: str) -> None:
    score = _score(articles[half == "odd" :: 2], mode)
    floors = _PINNED[mode][half]
    assert {name: score[name] for name in floors if score[name] < floors[name]} == {}
