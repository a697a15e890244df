"""Where words stand: W3C Web Annotation text selectors over one stored string.

Offsets are Unicode code points, `text[start:end] == exact` always. A selector carries the position
(TextPositionSelector) and the quotation with what stands around it (TextQuoteSelector), see
https://www.w3.org/TR/annotation-model/#selectors.
"""

import re
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

CONTEXT = 32
"""Code points of context kept on each side; Hypothesis' client uses the same width."""

_SAME_WORDS = 0.5
"""The overlap from which on two places are of the same words."""


class Place(BaseModel):
    """A half-open span [start, end) in code points."""

    model_config = ConfigDict(frozen=True)

    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.end <= self.start:
            raise ValueError("a place ends after it starts")
        return self

    def shifted(self, by: int) -> Self:
        """The same, `by` code points further on: what was found in a part of a text, in the whole."""
        return self.model_copy(update={"start": self.start + by, "end": self.end + by})

    def overlap(self, other: "Place") -> float:
        """The share of what both cover together that both cover: intersection over union, 0 to 1."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return max(0, shared) / (max(self.end, other.end) - min(self.start, other.start))

    def is_of_same_words(self, other: "Place") -> bool:
        """Whether two marks are taken for marks of one claim: at least half of their words are shared."""
        return self.overlap(other) >= _SAME_WORDS


class Selector(Place):
    """A place together with its words and their surroundings."""

    exact: str = Field(min_length=1)
    prefix: str = ""
    suffix: str = ""

    @model_validator(mode="after")
    def _as_long_as_its_words(self) -> Self:
        if len(self.exact) != self.end - self.start:
            raise ValueError("the words are not as long as their place")
        return self


def anchor(text: str, start: int, end: int) -> Selector:
    """The selector of `text[start:end]`. Raises ValueError where the span is not inside the text."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"the span {start}..{end} is not inside a text of {len(text)} characters")
    return Selector(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def occurrences(text: str, exact: str) -> list[int]:
    """Every start of `exact` in `text`, overlapping ones too."""
    found = []
    at = text.find(exact)
    while at >= 0:
        found.append(at)
        at = text.find(exact, at + 1)
    return found


def locate(text: str, selector: Selector) -> list[Place]:
    """The places in another text at which the selector's words stand.

    Where some of them have the whole context on both sides, only those; an empty list says that the
    words are gone, more than one that a person has to choose.
    """
    places = [Place(start=at, end=at + len(selector.exact)) for at in occurrences(text, selector.exact)]
    in_context = [place for place in places if _in_context(text, place, selector)]
    return in_context or places


def _in_context(text: str, place: Place, selector: Selector) -> bool:
    return text.endswith(selector.prefix, 0, place.start) and text.startswith(selector.suffix, place.end)


def follow(old: str, new: str, selector: Selector) -> Place | None:
    """Where the selector's words, once in `old`, stand in `new`; None where they are gone, where more
    than one place could be meant, or where what they say may have changed.

    Never a look-alike: a place counts if whole words stand there with the whole context on both
    sides, or if the sentence around it is the same and is the only one of its kind.
    """
    places = [place for place in locate(new, selector) if _whole_words(new, place)]
    if len(places) != 1:
        return None
    [place] = places
    if len(selector.prefix) == len(selector.suffix) == CONTEXT and _in_context(new, place, selector):
        return place
    sentence = _sentence(old, selector)
    same = _sentence(new, place) == sentence
    return place if same and len(occurrences(old, sentence)) == len(occurrences(new, sentence)) else None


def _whole_words(text: str, place: Place) -> bool:
    return not any(
        0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
        for at in (place.start, place.end)
    )


_SENTENCE_END = re.compile(r"[.!?:…](?=[\s\"”“»«’)]|$)|[\r\n]")


def _sentence(text: str, place: Place) -> str:
    """The words around a place, up to what may end a sentence; too short is fine, too long is not."""
    before = [found.end() for found in _SENTENCE_END.finditer(text, max(0, place.start - 1000), place.start)]
    after = _SENTENCE_END.search(text, place.end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)].strip()
