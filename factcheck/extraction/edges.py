"""Where the words of a proposition begin and end: `trim(tokens, first, last)`."""

from factcheck.extraction import tags
from factcheck.extraction.lexicon import words
from factcheck.extraction.tokens import Token

EDGE = frozenset({tags.COMMA, tags.SEMICOLON, tags.COLON, tags.DASH, tags.CONJUNCTION, tags.QUOTE, tags.STOP})
_END = EDGE - {tags.QUOTE}
_AGENCIES = words("dpa afp apa rtr sda kna epd ap reuters sid")
_DATELINE = 6
"""Tokens that a place before a dash at the beginning may have: "Wien –"."""

_AGENCY_LINE = 12
"""Tokens within which an agency signs for the place: "ST. LOUIS, Mo. (AP) —"."""


def trim(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    """Without conjunctions and signs at the edges, and without a dateline."""
    if first == 0:
        first = _after_dateline(tokens)
    while first < last and tokens[first].tag in EDGE and not _is_whole_quote(tokens, first, last):
        first += 1
    while last > first and tokens[last - 1].tag in _END:
        last -= 1
    if last - first > 1 and tokens[last - 1].tag == tags.QUOTE and not _has_opening(tokens, first, last - 1):
        last -= 1
    while last > first and tokens[last - 1].tag in _END:
        last -= 1
    return first, last


def _is_whole_quote(tokens: list[Token], first: int, last: int) -> bool:
    """An opening quotation mark whose partner is inside belongs to the words."""
    return tokens[first].tag == tags.QUOTE and any(
        token.tag == tags.QUOTE for token in tokens[first + 1 : last - 1]
    )


def _has_opening(tokens: list[Token], first: int, last: int) -> bool:
    return sum(token.tag == tags.QUOTE for token in tokens[first:last]) % 2 == 1


def _after_dateline(tokens: list[Token]) -> int:
    opened = [at for at, token in enumerate(tokens[:_AGENCY_LINE], 1) if token.tag == tags.OPEN]
    for at in opened:
        signed = at < min(_AGENCY_LINE, len(tokens) - 2) and tokens[at].low in _AGENCIES
        if signed and tokens[at + 1].tag == tags.CLOSE and tokens[at + 2].tag == tags.DASH:
            return at + 3
    for at in range(min(_DATELINE, len(tokens) - 1)):
        if tokens[at].tag == tags.DASH:
            return at + 1
        if tokens[at].tag != tags.NOUN and tokens[at].text not in "/,()" and tokens[at].low not in _AGENCIES:
            return 0
    return 0
