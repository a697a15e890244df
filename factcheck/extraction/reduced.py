"""English participles that describe a subject before its verb comes: `reduced_segments(tokens, segments)`."""

from factcheck.extraction import tags
from factcheck.extraction.english_words import IRREGULAR
from factcheck.extraction.numerals import word_begins_numeral
from factcheck.extraction.segments import Segment
from factcheck.extraction.tokens import Token

_FEWEST = 3
"""Tokens that such a description has at least."""


def reduced_segments(tokens: list[Token], segments: list[Segment]) -> frozenset[int]:
    """English: where segments begin that describe the subject before its verb comes: "The mill, founded in
    1868 and owned by the state, provided …"."""
    found: set[int] = set()
    for at in range(1, len(segments) - 1):
        if segments[at].sign != tags.COMMA or not _is_reduced(tokens, segments[at]):
            continue
        if any(token.tag in tags.VERBAL for token in tokens[: segments[at].first]):
            continue
        end = at + 1
        while end < len(segments) - 1 and segments[end].sign == tags.CONJUNCTION:
            if not _is_reduced(tokens, segments[end]):
                break
            end += 1
        following = segments[end]
        if following.sign == tags.COMMA and tokens[following.first].tag in tags.VERBAL:
            found.update(segment.first for segment in segments[at:end])
    return frozenset(found)


def _is_reduced(tokens: list[Token], segment: Segment) -> bool:
    """A participle with a preposition behind it."""
    if segment.last - segment.first < _FEWEST:
        return False
    return is_done(tokens, segment.first)


def is_done(tokens: list[Token], at: int) -> bool:
    """A participle with a preposition or a figure behind it: "founded in", "already used by"."""
    if tokens[at].tag == tags.ADVERB and at + 2 < len(tokens):
        at += 1
    low, following = tokens[at].low, tokens[at + 1]
    done = tokens[at].tag in (tags.FINITE, tags.PARTICIPLE)
    linked = following.tag in (tags.PREPOSITION, tags.NUMBER) or word_begins_numeral(following.low, "en")
    return done and (low.endswith("ed") or low in IRREGULAR) and linked
