"""Where words stand: W3C Web Annotation text selectors over one stored string.

Offsets are Unicode code points, `text[start:end] == exact` always. A selector carries the position
(TextPositionSelector) and the quotation with what stands around it (TextQuoteSelector), see
https://www.w3.org/TR/annotation-model/#selectors.
"""

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


class Words(Place):
    """A place together with its words."""

    exact: str = Field(min_length=1)


class Selector(Words):
    """A place together with its words and their surroundings."""

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
    prefix, suffix = surroundings(text, start, end)
    return Selector(start=start, end=end, exact=text[start:end], prefix=prefix, suffix=suffix)


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind `text[start:end]`, as far as a selector keeps it."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def occurrences(text: str, exact: str) -> list[int]:
    """Every start of `exact` in `text`, overlapping ones too."""
    found = []
    at = text.find(exact)
    while at >= 0:
        found.append(at)
        at = text.find(exact, at + 1)
    return found


def has_context(text: str, place: Place, selector: Selector) -> bool:
    """Whether a place of another text has what stood before and after the selector's words."""
    return text.endswith(selector.prefix, 0, place.start) and text.startswith(selector.suffix, place.end)
