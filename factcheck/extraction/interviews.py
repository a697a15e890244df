"""Who speaks in an interview: `find_answers(text, sentences) -> dict[int, str]`, a name by sentence.

An article with at least two paragraphs that only ask is one. The paragraph behind a question is the answer
of the person whom the article names first; of the others those in which somebody says "I" or "we" are his,
unless they name him. Behind "Berger: …" at its beginning a whole paragraph is hers.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from factcheck.extraction import tags
from factcheck.extraction.lexicon import words
from factcheck.extraction.parsing import Sentence

_FEWEST_QUESTIONS = 2
_LONGEST_QUESTION = 3
"""Sentences that a paragraph with a question has at most."""

_LONGEST_LABEL = 3
"""Words before the colon: "Anna Berger", "Dr. Berger"."""

_BLANK = re.compile(r"\n[ \t\r]*\n")
_OWN = words("i we my our me us i'm i've i’m i’ve we've we’ve ich wir mein meine mir mich uns unser unsere")


def find_answers(text: str, sentences: Sequence[Sentence]) -> dict[int, str]:
    """By index of the sentence the name of who answers there."""
    if "?" not in text and ":" not in text:
        return {}
    labels = dict(_labels(text, sentences))
    paragraphs = list(_paragraphs(text, sentences, labels))
    labelled = {at: labels[one[0]] for one in paragraphs if one[0] in labels for at in one}
    asking = [_asks(text, sentences, one) for one in paragraphs]
    if sum(asking) < _FEWEST_QUESTIONS or labelled:
        return labelled
    first = asking.index(True)
    name = _first_person(sentences[: paragraphs[first][0]])
    if name is None:
        return {}
    found: dict[int, str] = {}
    for number in range(first + 1, len(paragraphs)):
        one = paragraphs[number]
        own = any(token.low in _OWN for at in one for token in sentences[at].tokens)
        if not asking[number] and (asking[number - 1] or own) and not _mentions(sentences, one, name):
            found |= dict.fromkeys(one, name)
    return found


def _paragraphs(text: str, sentences: Sequence[Sentence], labels: Mapping[int, str]) -> Iterator[list[int]]:
    """Indexes of the sentences that stand together: between blank lines, where there are none in a line.
    A label begins a paragraph in either case."""
    blank = _BLANK.search(text) is not None
    together: list[int] = []
    for at, sentence in enumerate(sentences):
        between = text[sentences[at - 1].place.end : sentence.place.start] if at else ""
        if together and (_BLANK.search(between) if blank and at not in labels else "\n" in between):
            yield together
            together = []
        together.append(at)
    if together:
        yield together


def _asks(text: str, sentences: Sequence[Sentence], paragraph: list[int]) -> bool:
    """Ends with a question, and quotes nobody."""
    last = sentences[paragraph[-1]].place
    if len(paragraph) > _LONGEST_QUESTION or not text[last.start : last.end].endswith("?"):
        return False
    return not any(token.tag == tags.QUOTE for at in paragraph for token in sentences[at].tokens)


def _labels(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, str]]:
    """The sentences that begin a line with the name of who says it."""
    known = _surnames(sentences)
    for at, sentence in enumerate(sentences):
        between = text[sentences[at - 1].place.end : sentence.place.start] if at else "\n"
        if "\n" in between and (name := _label(sentence, known)) is not None:
            yield at, name


def _label(sentence: Sentence, known: frozenset[str]) -> str | None:
    """The name in "Berger: Wir bauen neu"; a role or a paper may ask, so only persons. In front of what is
    no clause ("Berger: In 2012.") those whom the article names in full elsewhere."""
    frame = next((frame for frame in sentence.frames if frame.cue == frame.source), None)
    if frame is not None and not frame.cue[0]:
        return next((n.text for n in sentence.names if n.person and n.first < frame.cue[1]), None)
    before = [token.text for token in takewhile(lambda token: token.tag != tags.COLON, sentence.tokens)]
    labels = 0 < len(before) <= _LONGEST_LABEL and len(before) < len(sentence.tokens) - 1
    return " ".join(before) if labels and before[-1] in known else None


def _surnames(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Of the people whom the article names with more than one name."""
    named = (name.text.split() for sentence in sentences for name in sentence.names if name.person)
    return frozenset(parts[-1] for parts in named if len(parts) > 1)


def _first_person(sentences: Sequence[Sentence]) -> str | None:
    """The person whom the article names first, with more than one name."""
    names = (name for sentence in sentences for name in sentence.names)
    return next((name.text for name in names if name.person and " " in name.text), None)


def _mentions(sentences: Sequence[Sentence], paragraph: list[int], name: str) -> bool:
    """Whether the paragraph tells about who answers."""
    last = name.split()[-1]
    return any(last in token.text for at in paragraph for token in sentences[at].tokens)
