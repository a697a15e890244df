"""Words that somebody selected or typed, found in an article's text."""

from pydantic import BaseModel, ConfigDict, Field

from claims.errors import InvalidInput, QuoteAmbiguous, QuoteNotFound
from claims.selector import Selector, anchor
from factcheck.evidence.quotes import find_quote


class Selection(BaseModel):
    """What the form of a new claim sends. With a script both offsets come with the words; without one
    the words alone, and `start` once a place was chosen among several."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    words: str = Field(min_length=1, max_length=5000)
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=1)


def find_places(text: str, selection: Selection) -> list[Selector]:
    """The places that can be meant: one where offsets and words agree, else all that have the words.

    Offsets count in code points. They are not trusted alone: the article may have changed since the
    page was loaded. Raises InvalidInput where the words do not stand in the text.
    """
    exact = _between(text, selection)
    if exact is not None:
        return [exact]
    start = selection.start if selection.end is None else None
    try:
        return [find_quote(text, selection.words, start)]
    except QuoteNotFound as error:
        raise InvalidInput(
            "These words do not stand in the article: “%(words)s”. Copy them from its text.",
            words=selection.words,
        ) from error
    except QuoteAmbiguous as several:
        return [find_quote(text, selection.words, at) for at in several.places]


def _between(text: str, selection: Selection) -> Selector | None:
    if selection.start is None or selection.end is None:
        return None
    words = text[selection.start : selection.end]
    if not words.strip() or words.split() != selection.words.split():
        return None
    start = selection.start + len(words) - len(words.lstrip())
    return anchor(text, start, start + len(words.strip()))
