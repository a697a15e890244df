"""German verdicts whose holder stands in the dative: `find_verdicts(tokens, clauses) -> Iterator[Verdict]`.

"Das reicht den Verbänden nicht" · "Umweltschützern geht das nicht weit genug" ·
"Das ist der Gewerkschaft zu wenig". Of "das Geld reicht den Vereinen nicht" nobody is the judge.
"""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.phrases import Span, noun_phrase
from factcheck.extraction.tokens import Token

_ENOUGH = words("reicht reichte reichen genügt genügte genügen")
_GOES = words("geht ging gehen gingen")
_BEING = words("ist war sind waren")
_POINTING = words("das dies dieses")
_ARTICLES = words("das die ein eine")
_DATIVE = words("dem der den einem einer ihm ihr ihnen vielen manchen einigen")


class Verdict(NamedTuple):
    """The verb, who holds it, and the clause."""

    cue: Span
    source: Span
    message: Span


def find_verdicts(tokens: list[Token], clauses: list[Clause]) -> Iterator[Verdict]:
    """The verdicts of a sentence, in order."""
    for clause in clauses:
        if clause.opening is not Opening.MAIN or clause.finite is None or not _judges(tokens, clause):
            continue
        holder = _holder(tokens, clause)
        if holder is not None:
            yield Verdict((clause.finite, clause.finite + 1), holder, (clause.first, clause.last))


def _judges(tokens: list[Token], clause: Clause) -> bool:
    """Whether the clause says that something is not enough, or too much of something."""
    assert clause.finite is not None
    verb = tokens[clause.finite].low
    lows = [token.low for token in tokens[clause.first : clause.last]]
    if verb in _ENOUGH:
        return "nicht" in lows or "nie" in lows
    if verb in _GOES:
        too_far = "zu weit" in " ".join(lows) and not _POINTING.isdisjoint(lows)
        return too_far or "weit genug" in " ".join(lows)
    return verb in _BEING and _excess(tokens, clause) is not None


def _excess(tokens: list[Token], clause: Clause) -> int | None:
    """Where "zu wenig" begins."""
    kinds = (tags.ADJECTIVE, tags.ADVERB)
    places = range(clause.first, clause.last - 1)
    return next((at for at in places if tokens[at].low == "zu" and tokens[at + 1].tag in kinds), None)


def _holder(tokens: list[Token], clause: Clause) -> Span | None:
    """The noun phrase in the dative: before the verb, or behind it and what is judged."""
    assert clause.finite is not None
    first, verb = begin_of(tokens, clause), clause.finite
    goes = tokens[verb].low in _GOES
    if (tokens[first].low in _POINTING and verb == first + 1) or (goes and tokens[first].low in _ARTICLES):
        at = verb + 1
    elif goes or tokens[min(verb + 1, clause.last - 1)].low in _POINTING:
        at = first
    else:
        return None
    last = clause.finite if at == first else clause.last
    found = noun_phrase(tokens, at, last, "de") if at < last else None
    if found is None or (at == first and found[1] != clause.finite):
        return None
    plural = tokens[found[0]].tag == tags.NOUN and tokens[found[1] - 1].low.endswith("n")
    return found if tokens[found[0]].low in _DATIVE or plural else None
