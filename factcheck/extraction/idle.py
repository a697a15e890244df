"""Propositions that state nothing by themselves: they ask, announce or look back at no time in particular."""

import re

from factcheck.extraction import tags
from factcheck.extraction.readings import Reading

_ONCE = re.compile(
    r"there (?:was|were|is|are) (?:\w+ )?(?:a |no )?(?:times?|days?|moments?|ages?) (?:when|where|in which)\b"
    r"|es (?:gab|gibt|war) (?:\w+ )?(?:eine |die )?(?:zeit|zeiten|tage|momente?) ?,? (?:in|da|als|wo)\b"
)


def is_idle(reading: Reading) -> bool:
    """Whether the words only lead to what comes."""
    return _only_announces(reading) or _only_recalls(reading)


def asks(reading: Reading) -> bool:
    """ "Who will pay?" he asked: a question that is quoted asserts nothing either."""
    tokens, last = reading.sentence.tokens, reading.proposition.last
    following = [token.text for token in tokens[last : last + 1] if token.text in ("?", "!")]
    if "?" not in following and "?" not in reading.lows:
        return False
    signs = [token.text for token in reading.tokens if token.text in (".", "?", "!")] + following
    quoted = tokens[0].tag == tags.QUOTE or any(token.tag == tags.QUOTE for token in reading.tokens)
    return quoted and signs[:1] == ["?"] and not reading.measured


def is_quoted_heading(reading: Reading) -> bool:
    """ "„Wir zählen die Kräne nicht“" above an interview: a line of quoted words, without a full stop."""
    tokens = reading.sentence.tokens
    if not (tokens[0].tag == tags.QUOTE == tokens[-1].tag) or reading.attributed or reading.measured:
        return False
    return len(tokens) > 2 and not any(token.tag in (tags.QUOTE, tags.STOP) for token in tokens[1:-1])


def _only_announces(reading: Reading) -> bool:
    """ "Die Sache hat einen Haken: …": what says something stands behind the colon."""
    tokens, last = reading.sentence.tokens, reading.proposition.last
    if last >= len(tokens) or tokens[last].tag != tags.COLON or reading.attributed:
        return False
    if reading.measured or reading.times or reading.named:
        return False
    return any(clause.first == last + 1 and clause.finite is not None for clause in reading.sentence.clauses)


def _only_recalls(reading: Reading) -> bool:
    """ "There was a time when …", "Es gab Zeiten, in denen …": no time that one could look up."""
    if reading.sentence.tokens[0].low not in ("there", "es"):
        return False
    text = " ".join(token.low for token in reading.sentence.tokens[:8])
    return _ONCE.match(text) is not None and not (reading.measured or reading.times)
