"""English phrases that attribute: "according to police", "in her view", "by the union's own count"."""

from collections.abc import Iterator

from factcheck.extraction import tags
from factcheck.extraction.lexicon import words
from factcheck.extraction.phrases import Span, noun_phrase
from factcheck.extraction.tokens import Token

_POSSESSIVE = words("his her their its")
_LEADING = words("according in by on")
_VIEWS = words("view opinion words eyes estimate account judgement judgment estimation estimates")
_COUNTS = words("count figures admission reckoning calculation calculations numbers data records telling")
_GENITIVES = ("'s", "’s", "s'", "s’")
_HOLDING = frozenset({tags.DETERMINER, tags.ADJECTIVE, tags.NOUN})
_LONGEST_HOLDER = 7


def english_phrases(tokens: list[Token]) -> Iterator[tuple[Span, Span]]:
    """Cue and source of "according to police", "in the view of the union", "in her view"."""
    last = len(tokens)
    leading = [at for at, token in enumerate(tokens[:-2]) if token.low in _LEADING]
    for at in leading:
        low = tokens[at].low
        if low != "according" and (whose := _whose_view(tokens, at)) is not None:
            yield whose
            continue
        end = at + 2 if low == "according" and tokens[at + 1].low == "to" else _in_view(tokens, at)
        source = noun_phrase(tokens, end, last, "en") if end is not None and end < last else None
        if end is not None and source is not None:
            yield (at, end), source


def _whose_view(tokens: list[Token], at: int) -> tuple[Span, Span] | None:
    """ "in her view", "by the residents' own count", "on the company's own figures"."""
    for end in range(at + 1, min(at + _LONGEST_HOLDER, len(tokens) - 1)):
        holder = tokens[end]
        if end > at + 1 and not holder.text.endswith(_GENITIVES) and holder.tag in _HOLDING:
            continue
        if holder.text.endswith(_GENITIVES) or (end == at + 1 and holder.low in _POSSESSIVE):
            own = tokens[end + 1].low == "own"
            view = end + 1 + own
            known = view < len(tokens) and tokens[view].low in (_VIEWS | _COUNTS if own else _VIEWS)
            if known:
                return (at, view + 1), (at + 1, end + 1)
        if holder.tag not in _HOLDING:
            return None
    return None


def _in_view(tokens: list[Token], at: int) -> int | None:
    """The token behind "in the view of", "in the words of"."""
    if tokens[at].low not in ("in", "by") or tokens[at + 1].low not in ("the", "a"):
        return None
    of = at + 3
    return of + 1 if of < len(tokens) and tokens[at + 2].low in _VIEWS and tokens[of].low == "of" else None
