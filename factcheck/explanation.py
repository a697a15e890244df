"""What was found in a text and why, sentence by sentence: `explain(text, language, published)`.

The claims are those of `factcheck.extraction.claims.extract`; beside them stands everything that was read in
each sentence, whether or not it belongs to a claim. Pure.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

from claims.article import published_on
from claims.claim import ClaimDraft, SentenceDraft
from claims.errors import InvalidInput
from claims.miss import LONGEST_TEXT
from claims.quantity import Comparator, Quantity
from claims.reason import Language
from claims.selector import Place
from claims.time import TimeExpression
from factcheck.extraction.claims import extract
from factcheck.extraction.language import detect_language
from factcheck.extraction.parsing import parse
from factcheck.extraction.quantities import find_quantities
from factcheck.extraction.speakers import Speaker, find_speakers
from factcheck.extraction.times import find_times
from factcheck.records import DraftRecord, SentenceRecord, draft_record, sentence_record

_LONGEST_CUE = 4
"""Words that turn a number into a bound: "at least", "nicht mehr als"."""


class Named(Place):
    """A name in the text."""

    exact: str


class SentenceSlots(BaseModel):
    """All that was read in one sentence, in the order of its words."""

    model_config = ConfigDict(frozen=True)

    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    speakers: tuple[Speaker, ...]
    names: tuple[Named, ...]


class ExplainedSentence(SentenceDraft):
    """A sentence's answer (claims, or why none) with everything that was read in it."""

    slots: SentenceSlots


class Explanation(BaseModel):
    """Offsets are code points of `text`."""

    model_config = ConfigDict(frozen=True)

    text: str
    language: Language
    published: str | None
    claims: tuple[ClaimDraft, ...]
    sentences: tuple[ExplainedSentence, ...]


class ExplainedSentenceRecord(SentenceRecord):
    """One sentence as `extract` prints it, and all that was read in it, inside claims and outside."""

    slots: SentenceSlots


class ExplanationRecord(BaseModel):
    """What `extract` prints for a text file, with the slots of each sentence."""

    model_config = ConfigDict(frozen=True)

    language: Language
    text_sha256: str
    claims: tuple[DraftRecord, ...]
    sentences: tuple[ExplainedSentenceRecord, ...]


def explain(text: str, language: Language | None = None, published: str | None = None) -> Explanation:
    """What `text` claims and what was read in it. `published` is a calendar date, as precise as known.

    Raises InvalidInput where the text is empty or too long, or plainly in neither language.
    """
    _check(text)
    spoken = language or detect_language(text)
    day = published_on(published)
    found = extract(text, spoken, day)
    slots = _Slots(
        find_quantities(text, spoken),
        find_times(text, spoken, day),
        find_speakers(text, spoken),
        _find_names(text, spoken),
    )
    return Explanation(
        text=text,
        language=spoken,
        published=published,
        claims=found.claims,
        sentences=tuple(
            ExplainedSentence(**dict(sentence), slots=slots.within(sentence)) for sentence in found.sentences
        ),
    )


def explanation_record(found: Explanation, language: Language | None = None) -> ExplanationRecord:
    """The record, with its reasons in `language`, else in the text's own."""
    shown = language or found.language
    return ExplanationRecord(
        language=found.language,
        text_sha256=hashlib.sha256(found.text.encode()).hexdigest(),
        claims=tuple(draft_record(draft, shown) for draft in found.claims),
        sentences=tuple(
            ExplainedSentenceRecord(**dict(sentence_record(sentence, shown)), slots=sentence.slots)
            for sentence in found.sentences
        ),
    )


def _check(text: str) -> None:
    if not text.strip():
        raise InvalidInput("Paste a sentence or a paragraph first.")
    if len(text) > LONGEST_TEXT:
        raise InvalidInput(
            "At most %(most)s characters can be explained at a time; these are %(count)s.",
            most=LONGEST_TEXT,
            count=len(text),
        )


def _find_names(text: str, language: Language) -> list[Named]:
    spans = [
        sentence.span((name.first, name.last))
        for sentence in parse(text, language)
        for name in sentence.names
    ]
    return [Named(start=start, end=end, exact=text[start:end]) for start, end in spans]


class _Starting(Protocol):
    @property
    def start(self) -> int: ...


_Slot = TypeVar("_Slot", bound=_Starting)


class _Slots:
    """What was read in the whole text, handed out by sentence."""

    def __init__(
        self,
        quantities: Sequence[Quantity],
        times: Sequence[TimeExpression],
        speakers: Sequence[Speaker],
        names: Sequence[Named],
    ) -> None:
        self._quantities, self._times, self._speakers, self._names = quantities, times, speakers, names

    def within(self, sentence: Place) -> SentenceSlots:
        return SentenceSlots(
            quantities=_starting_in(self._quantities, sentence),
            times=_starting_in(self._times, sentence),
            speakers=_starting_in(self._speakers, sentence),
            names=_starting_in(self._names, sentence),
        )


def _starting_in(slots: Iterable[_Slot], place: Place) -> tuple[_Slot, ...]:
    return tuple(slot for slot in slots if place.start <= slot.start < place.end)


def bounding_words(found: Quantity, language: Language) -> str:
    """The words that make a bound of the number: "mindestens" in "mindestens sieben Mitarbeiter".

    Found by reading the quantity without some of its words: the most of them without which it has the
    same value and unit, but exactly. "" where no words can be taken away so.
    """
    if found.comparator in (Comparator.EQ, Comparator.RANGE):
        return ""
    return _bounding_words(found.exact, found.value, found.unit, language)


@lru_cache(maxsize=1024)
def _bounding_words(exact: str, value: float, unit: str | None, language: Language) -> str:
    words = [match.span() for match in re.finditer(r"\S+", exact)]
    for length in range(min(_LONGEST_CUE, len(words) - 1), 0, -1):
        for first in range(len(words) - length + 1):
            start, end = words[first][0], words[first + length - 1][1]
            rest = f"{exact[:start].rstrip()} {exact[end:].lstrip()}".strip()
            if _reads_exactly(rest, value, unit, language):
                return exact[start:end]
    return ""


def _reads_exactly(words: str, value: float, unit: str | None, language: Language) -> bool:
    found = find_quantities(words, language)
    return [(one.comparator, one.value, one.unit) for one in found] == [(Comparator.EQ, value, unit)]
