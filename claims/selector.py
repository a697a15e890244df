"""Where words stand: W3C Web Annotation text selectors over one stored string.

Offsets are Unicode code points, `text[start:end] == exact` always. A selector carries the position
(TextPositionSelector) and the quotation with what stands around it (TextQuoteSelector), see
https://www.w3.org/TR/annotation-model/#selectors.
"""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

CONTEXT = 32
"""Code points of context kept on each side; Hypothesis' client uses the same width."""


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
    """Where the selector's words, once in `old`, stand in `new`; None where they are gone or where
    more than one place could be meant. Never a look-alike: without its context a place is taken
    only if the words stand once in both texts.
    """
    places = locate(new, selector)
    if len(places) != 1:
        return None
    unique = len(occurrences(new, selector.exact)) == len(occurrences(old, selector.exact)) == 1
    return places[0] if unique or _in_context(new, places[0], selector) else None
