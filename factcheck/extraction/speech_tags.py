"""Who speaks, put between two commas into what he says: `is_speech_tag(tokens, first, last, language)`.

"Man habe, so Huber, drei Kräne verloren" · "31 Kräne, sagt Huber, seien verloren" ·
"The wind, he points out, blew from the west".
"""

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.lexicon import words
from factcheck.extraction.phrases import noun_phrase
from factcheck.extraction.speech import ENGLISH_CUES, ENGLISH_REPORT, GERMAN_CUES
from factcheck.extraction.speech_german import STATING, verb_base
from factcheck.extraction.tokens import Token

_LONGEST = 9
"""Tokens that a tag has at most."""

_SAYING = GERMAN_CUES | STATING
_VERBS = frozenset({tags.FINITE, tags.PERHAPS_FINITE, tags.NOUN})
_TOLD = words("told tells assured assures informed reminded")
_SAID = _TOLD | words("said says added adds wrote writes argued insisted claimed explained")
_BEHIND = words("out in on at again later today yesterday weiter zudem auch dazu noch gestern heute")
"""Words that a verb of speech may have behind it: "points out", "sagte sie weiter"."""


def is_speech_tag(tokens: list[Token], first: int, last: int, language: Language) -> bool:
    """Whether tokens [first, last) are a verb of speech and its subject, and nothing else."""
    while first < last and tokens[first].tag == tags.QUOTE:
        first += 1
    if not 2 <= last - first <= _LONGEST:
        return False
    while last - first > 1 and (tokens[last - 1].low in _BEHIND or tokens[last - 1].tag == tags.ADVERB):
        last -= 1
    if language == "de":
        leads = tokens[first].low == "so" or verb_base(tokens[first].low) in _SAYING
        found = noun_phrase(tokens, first + 1, last, "de") if leads and first + 1 < last else None
        return found is not None and found[1] == last
    if tokens[first].low in ENGLISH_REPORT and tokens[first].tag in _VERBS:
        found = noun_phrase(tokens, first + 1, last, "en") if first + 1 < last else None
        return found is not None and found[1] == last
    verb = _saying_at(tokens, first, last)
    found = noun_phrase(tokens, first, verb, "en") if verb is not None else None
    return found is not None and found[1] == verb


def _saying_at(tokens: list[Token], first: int, last: int) -> int | None:
    """The verb that ends the tag, or has only whom it tells or a phrase behind it: "she told the BBC", "he
    said on Monday"."""
    if tokens[last - 1].low in ENGLISH_CUES:
        return last - 1
    verb = next((at for at in range(first + 1, last) if tokens[at].tag in tags.VERBAL), None)
    if (
        verb is None
        or tokens[verb].low not in _SAID
        or any(t.tag in tags.VERBAL for t in tokens[verb + 1 : last])
    ):
        return None
    told = tokens[verb].low in _TOLD and noun_phrase(tokens, verb + 1, last, "en") is not None
    return verb if told or tokens[verb + 1].tag == tags.PREPOSITION else None
