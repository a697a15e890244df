"""Who speaks in what stands behind a quotation: „…“, freut sich die Trainerin; "…", the coach enthused.

Behind words in quotation marks any verb with a subject that can speak is one of speech.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause
from factcheck.extraction.german import infinitive
from factcheck.extraction.lexicon import words
from factcheck.extraction.moods import subjunctive_at
from factcheck.extraction.openings import Opening
from factcheck.extraction.phrases import Span, noun_phrase
from factcheck.extraction.speaking import can_speak
from factcheck.extraction.speech import ENGLISH_CUES
from factcheck.extraction.speech_german import STATING
from factcheck.extraction.tokens import Token

_VERBS: dict[Language, frozenset[str]] = {
    "de": frozenset({tags.FINITE, tags.PERHAPS_FINITE, tags.AUXILIARY}),
    "en": frozenset({tags.FINITE, tags.PERHAPS_FINITE}),
}
_SPEAKING = STATING | ENGLISH_CUES
_SKIPPED = words("sich denn auch so nun da zum am im etwa dazu")
_ENDS = frozenset(
    {tags.COMMA, tags.STOP, tags.COLON, tags.PREPOSITION, tags.ADVERB, tags.DASH, tags.SUBORDINATOR}
)
_LONGEST_ASIDE = 12
"""Tokens that an aside between a name and its verb has at most."""

_FEWEST = 3
"""Words that a quotation has at least to be speech rather than a title."""


class Tag(NamedTuple):
    """The quotation is `message`; `first` is the token behind it, `cue` the verb and `base` its infinitive in
    German, its form in English; `source` the subject."""

    first: int
    cue: int
    base: str
    source: Span
    message: Span


def quotation_tags(tokens: list[Token], language: Language) -> Iterator[Tag]:
    """The tags of a sentence, in order."""
    marks = [at for at, token in enumerate(tokens) if token.tag == tags.QUOTE]
    for mark in marks:
        if mark < _FEWEST or mark + 2 >= len(tokens):
            continue
        inside = tokens[mark - 1].tag in (tags.COMMA, tags.STOP)
        if not inside and tokens[mark + 1].tag != tags.COMMA:
            continue
        first = mark + 1 + (tokens[mark + 1].tag == tags.COMMA)
        begins = max((other for other in marks if other < mark), default=0)
        named = begins > 0 and tokens[begins - 1].tag == tags.NOUN
        if named or first + 1 >= len(tokens):
            continue  # "der Roman „…“": a title
        found = _inverted(tokens, first, language) or _straight(tokens, first, language)
        if found is not None:
            verb, source = found
            base = infinitive(tokens[verb].low) if language == "de" else tokens[verb].low
            if mark - begins <= _FEWEST and base not in _SPEAKING:
                continue
            yield Tag(first, verb, base, source, (0, mark + 1))


def indirect_tags(tokens: list[Token], clauses: list[Clause]) -> Iterator[Tag]:
    """German "Es gebe keinen Grund zur Sorge, beruhigte Rektor Osten": behind the Konjunktiv a verb that
    leads, whatever it is, with somebody who can speak and nothing else."""
    for before, clause in pairwise(clauses):
        leads = clause.opening is Opening.MAIN and clause.sign == tags.COMMA and clause.finite == clause.first
        told = before.opening is Opening.MAIN and before.finite is not None
        if not leads or not told or tokens[clause.first].tag not in (tags.FINITE, tags.PERHAPS_FINITE):
            continue
        if subjunctive_at(tokens, before.first, before.last) is None:
            continue
        found = _inverted(tokens, clause.first, "de")
        if found is None or not can_speak(tokens, found[1], "de"):
            continue
        verb, source = found
        if source[1] >= clause.last or tokens[source[1]].tag in _ENDS:
            yield Tag(clause.first, verb, infinitive(tokens[verb].low), source, (before.first, clause.first))


def _inverted(tokens: list[Token], first: int, language: Language) -> tuple[int, Span] | None:
    """The verb leads: "said an agency statement", "freut sich die Trainerin"."""
    verb = tokens[first]
    if not verb.text[0].islower() or (language == "en" and verb.low not in ENGLISH_CUES):
        return None
    if language == "de" and verb.tag not in _VERBS["de"]:
        return None
    at = first + 1
    while (
        language == "de"
        and at < len(tokens) - 1
        and (tokens[at].low in _SKIPPED or tokens[at].tag == tags.ADVERB)
    ):
        at += 1
    source = noun_phrase(tokens, at, len(tokens), language)
    return (first, source) if source is not None else None


def _behind_aside(tokens: list[Token], at: int) -> int:
    """Behind ", the head of the yard," that stands between a name and its verb."""
    if at >= len(tokens) or tokens[at].tag != tags.COMMA:
        return at
    near = range(at + 2, min(at + _LONGEST_ASIDE, len(tokens) - 1))
    closing = next((end for end in near if tokens[end].tag == tags.COMMA), None)
    verbless = closing is not None and not any(t.tag in tags.VERBAL for t in tokens[at:closing])
    return closing + 1 if closing is not None and verbless else at


def _straight(tokens: list[Token], first: int, language: Language) -> tuple[int, Span] | None:
    """English: the subject leads: "the coach enthused"."""
    if language == "de":
        return None
    source = noun_phrase(tokens, first, len(tokens), "en")
    verb = _behind_aside(tokens, source[1]) if source is not None else len(tokens)
    if source is None or verb + 1 >= len(tokens):
        return None
    spoken = tokens[verb].low in ENGLISH_CUES or tokens[verb].tag in _VERBS["en"]
    ends = tokens[verb + 1].tag in _ENDS
    return (verb, source) if spoken and ends and tokens[verb].text[0].islower() else None
