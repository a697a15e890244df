"""What an English sentence says about its subject before it names it: `find_lead(sentence) -> Aside | None`.

"Built in Norway in 1988, the ferry …" · "Leaving Northwind in 2014, she …" · "The third son of a farmer,
he …".
"""

from factcheck.extraction import tags
from factcheck.extraction.english_words import ONLY_PARTICIPLES
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import finite_at
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.parts import Aside
from factcheck.extraction.segments import Segment
from factcheck.extraction.tokens import Token

_SHORTEST = 4
"""Tokens that a lead has at least to state something."""

_STRONG = words("built set found made won bought sold held led left brought kept born sent hit struck cut")
_SAYING = words(
    "according including following regarding concerning excluding during citing speaking looking judging "
    "assuming considering given depending compared based asked provided adding writing using aged"
)
"""What opens a sentence as a preposition or leads to words."""

_PERSONS = words("he she it they")


def find_lead(sentence: Sentence) -> Aside | None:
    """The lead of the sentence, None where it has none that states a fact."""
    tokens = sentence.tokens
    if len(sentence.segments) < 2 or not tokens[0].text[0].isupper():
        return None
    lead = sentence.segments[0]
    if lead.first or lead.last < _SHORTEST or finite_at(tokens, 0, lead.last) is not None:
        return None
    if _is_participial(tokens, lead) and _is_certain(sentence, lead):
        following = sentence.segments[1]
        told = finite_at(tokens, following.first, following.last) is not None
        return (
            Aside(0, lead.last, lead.last, role=False, resumes=following.first)
            if told and following.sign == tags.COMMA
            else None
        )
    resumes = _pronoun_behind(sentence) if tokens[0].tag == tags.DETERMINER else None
    return Aside(0, lead.last, lead.last, role=True, resumes=resumes) if resumes is not None else None


def _is_participial(tokens: list[Token], lead: Segment) -> bool:
    low = tokens[0].low
    if low in _SAYING:
        return False
    following = tokens[1].tag
    if low.endswith("ing"):
        return following in (tags.DETERMINER, tags.PREPOSITION, tags.NUMBER, tags.NOUN, tags.PRONOUN)
    past = low.endswith("ed") or low in _STRONG or low in ONLY_PARTICIPLES
    return past and following in (tags.PREPOSITION, tags.ADVERB, tags.NOUN) and lead.last > _SHORTEST


def _is_certain(sentence: Sentence, lead: Segment) -> bool:
    """A figure or a date: without one it is colouring."""
    return any(token.tag == tags.NUMBER for token in sentence.tokens[: lead.last])


def _pronoun_behind(sentence: Sentence) -> int | None:
    """Where "he has …" goes on right behind the lead, or behind a relative clause that belongs to it."""
    tokens = sentence.tokens
    for segment in sentence.segments[1:3]:
        if segment.sign != tags.COMMA:
            return None
        first, second = tokens[segment.first], tokens[min(segment.first + 1, segment.last - 1)]
        if first.low in _PERSONS and second.tag in tags.VERBAL:
            return segment.first
        if first.low not in ("who", "which", "whose"):
            return None
    return None
