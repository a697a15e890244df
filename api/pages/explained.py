"""An explanation set out for a page: the words of each sentence under their marks, and beside them each
claim with what was read in it and why. Pure; the segments of a sentence together are its words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.claim import ClaimDraft
from claims.layout import gaps
from claims.quantity import Quantity
from claims.reason import Language, Reason
from claims.selector import Place
from claims.time import TimeExpression
from factcheck.explanation import ExplainedSentence, Explanation, Named, SentenceSlots, bounding_words
from factcheck.extraction.speakers import Speaker

_LEVELS = 3
"""Lines that can be told apart under the same words."""


@dataclass(frozen=True)
class Mark:
    """A claim under some words; `first` where it begins there."""

    number: int
    level: int
    first: bool


@dataclass(frozen=True)
class Segment:
    """Words under the same marks. `slots` are what was read in them (quantity, time, speaker, name), each
    with whether it begins there."""

    text: str
    marks: tuple[Mark, ...]
    slots: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Figure:
    """A quantity with the words that make a bound of it, where there are any."""

    found: Quantity
    bound: str


@dataclass(frozen=True)
class Slots:
    """What was read, for one list of a page."""

    figures: tuple[Figure, ...]
    times: tuple[TimeExpression, ...]
    speakers: tuple[Speaker, ...]
    names: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.figures or self.times or self.speakers or self.names)


@dataclass(frozen=True)
class Piece:
    """Some of a claim's readable text; `unresolved` where it stands for what the text does not name."""

    text: str
    unresolved: bool


@dataclass(frozen=True)
class Finding:
    """A claim, numbered through the text. `speaker` is whom the sentence itself names as saying it; None
    where nobody says it, or somebody whom an earlier sentence names. `elsewhere` counts its other places.
    `verbatim` says that its text is its sentence, word for word."""

    number: int
    draft: ClaimDraft
    text: tuple[Piece, ...]
    slots: Slots
    speaker: Speaker | None
    elsewhere: int
    verbatim: bool


@dataclass(frozen=True)
class Row:
    """A sentence: its words, the claims that are first made in it, those told of before (by number), why
    it has none, and what was read outside of claims. `opens` where a paragraph begins."""

    number: int
    words: str
    opens: bool
    segments: tuple[Segment, ...]
    findings: tuple[Finding, ...]
    repeats: tuple[int, ...]
    why_none: Reason | None
    outside: Slots


def set_out(explanation: Explanation) -> list[Row]:
    """The rows of a page, in the order of the text."""
    paragraphs = {0, *(end for _, end in gaps(explanation.text))}
    return [
        _row(explanation, number, sentence, opens=_opens(explanation, number, paragraphs))
        for number, sentence in enumerate(explanation.sentences, 1)
    ]


def _opens(explanation: Explanation, number: int, paragraphs: set[int]) -> bool:
    start = explanation.sentences[number - 1].start
    before = explanation.sentences[number - 2].start if number > 1 else -1
    return any(before < begin <= start for begin in paragraphs)


def _row(explanation: Explanation, number: int, sentence: ExplainedSentence, *, opens: bool) -> Row:
    own = [at for at in sentence.claims if _inside(explanation.claims[at], sentence)]
    findings = tuple(_finding(explanation, at, sentence) for at in own)
    return Row(
        number=number,
        words=explanation.text[sentence.start : sentence.end],
        opens=opens,
        segments=_segments(explanation, sentence),
        findings=findings,
        repeats=tuple(at + 1 for at in sentence.claims if at not in own),
        why_none=sentence.why_none,
        outside=_outside(explanation, sentence, findings),
    )


def _inside(place: Place, other: Place) -> bool:
    return other.start <= place.start < other.end


def _finding(explanation: Explanation, at: int, sentence: ExplainedSentence) -> Finding:
    draft = explanation.claims[at]
    words = explanation.text[sentence.start : sentence.end]
    return Finding(
        number=at + 1,
        draft=draft,
        text=_pieces(draft.text, draft.unresolved),
        slots=Slots(_figures(draft.quantities, explanation.language), draft.times, (), draft.names),
        speaker=_speaker_of(draft, sentence.slots.speakers),
        elsewhere=len(draft.also_at),
        verbatim=not draft.unresolved and words.rstrip(".!?… ") == draft.text.rstrip(".!?… "),
    )


def _figures(found: Iterable[Quantity], language: Language) -> tuple[Figure, ...]:
    return tuple(Figure(quantity, bounding_words(quantity, language)) for quantity in found)


def _speaker_of(draft: ClaimDraft, speakers: Sequence[Speaker]) -> Speaker | None:
    """The innermost of those whose message the claim shares words with, or who stand in it."""
    if draft.speaker is None and not draft.speaker_unresolved:
        return None
    near = [found for found in speakers if _shares(draft, found.message) or _inside_of(found, draft)]
    return min(near, key=lambda found: _length(found.message), default=None)


def _shares(draft: Place, message: Place | None) -> bool:
    return message is not None and message.start < draft.end and message.end > draft.start


def _inside_of(speaker: Speaker, draft: Place) -> bool:
    return draft.start <= speaker.start and speaker.end <= draft.end and speaker.end > speaker.start


def _length(message: Place | None) -> int:
    return message.end - message.start if message else 0


def _pieces(text: str, unresolved: Sequence[str]) -> tuple[Piece, ...]:
    """The text, cut at the first place of each of the unresolved words."""
    spans: list[tuple[int, int]] = []
    for words in unresolved:
        start = text.find(words)
        if start >= 0 and not any(start < end and begin < start + len(words) for begin, end in spans):
            spans.append((start, start + len(words)))
    edges = sorted({0, len(text), *(edge for span in spans for edge in span)})
    return tuple(Piece(text[a:b], (a, b) in spans) for a, b in pairwise(edges))


def _outside(explanation: Explanation, sentence: ExplainedSentence, findings: Sequence[Finding]) -> Slots:
    """What was read in the sentence and belongs to none of its claims."""
    claims = [explanation.claims[at] for at in sentence.claims]
    told = {(slot.start, slot.end) for claim in claims for slot in (*claim.quantities, *claim.times)}
    heard = [finding.speaker for finding in findings]
    named = {name for claim in claims for name in (*claim.names, claim.speaker, claim.speaker_resolved)}
    again = [place for claim in claims for place in claim.also_at]
    slots = sentence.slots

    def is_outside(place: Place) -> bool:
        return (place.start, place.end) not in told and not any(_inside(place, other) for other in again)

    return Slots(
        _figures(filter(is_outside, slots.quantities), explanation.language),
        tuple(filter(is_outside, slots.times)),
        tuple(found for found in slots.speakers if found not in heard),
        tuple(dict.fromkeys(name.exact for name in slots.names if name.exact not in named)),
    )


def _segments(explanation: Explanation, sentence: ExplainedSentence) -> tuple[Segment, ...]:
    marks = _marks(explanation, sentence)
    slots = _slots(sentence.slots)
    places = [place for place, _, _ in marks] + [place for place, _ in slots]
    edges = {edge for place in places for edge in (place.start, place.end)}
    inner = {edge for edge in edges if sentence.start < edge < sentence.end}
    return tuple(
        Segment(
            explanation.text[start:end],
            tuple(
                Mark(number, level, first=max(place.start, sentence.start) == start)
                for place, number, level in marks
                if place.start <= start < place.end
            ),
            tuple((kind, place.start == start) for place, kind in slots if place.start <= start < place.end),
        )
        for start, end in pairwise(sorted({sentence.start, sentence.end, *inner}))
    )


def _marks(explanation: Explanation, sentence: Place) -> list[tuple[Place, int, int]]:
    """Every place of a claim in the sentence, the longer first, with number and level."""
    places = [
        (place, number)
        for number, claim in enumerate(explanation.claims, 1)
        for place in (claim, *claim.also_at)
        if place.start < sentence.end and place.end > sentence.start
    ]
    places.sort(key=lambda found: (found[0].start, -found[0].end))
    marks: list[tuple[Place, int, int]] = []
    for place, number in places:
        taken = {level for other, _, level in marks if other.end > place.start}
        level = next(free for free in range(len(taken) + 1) if free not in taken)
        marks.append((place, number, level))
    return [(place, number, level % _LEVELS) for place, number, level in marks]


def _slots(slots: SentenceSlots) -> list[tuple[Place, str]]:
    kinds: tuple[tuple[str, Iterable[Quantity | TimeExpression | Named]], ...] = (
        ("quantity", slots.quantities),
        ("time", slots.times),
        ("name", slots.names),
    )
    found: list[tuple[Place, str]] = [(slot, kind) for kind, several in kinds for slot in several]
    # an open speaker has no words
    heard = [speaker for speaker in slots.speakers if speaker.end > speaker.start]
    return [*found, *((Place(start=each.start, end=each.end), "speaker") for each in heard)]
