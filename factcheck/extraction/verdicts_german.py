"""German verdicts whose holder stands in the dative or behind "für": `find_verdicts(tokens, clauses)`.

"Das reicht den Verbänden nicht" · "Umweltschützern geht das nicht weit genug" · "Für Berger ist das Unsinn" ·
"Das ist der Gewerkschaft zu wenig". Of "das Geld reicht den Vereinen nicht" nobody is the judge.
"""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.phrases import Span, noun_phrase
from factcheck.extraction.roles import is_role
from factcheck.extraction.tokens import Token

_ENOUGH = words("reicht reichte reichen genügt genügte genügen")
_GOES = words("geht ging gehen gingen")
_BEING = words("ist war sind waren")
_POINTING = words("das dies dieses")
_COPULA = _BEING | words("bleibt bleiben wäre wären sei seien")
_SETTLED = words("fest klar sicher ausgemacht unstrittig")
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
        if clause.opening is not Opening.MAIN or clause.finite is None:
            continue
        holder = _for_whom(tokens, clause)
        if holder is None and _judges(tokens, clause):
            holder = _holder(tokens, clause)
        if holder is not None:
            yield Verdict((clause.finite, clause.finite + 1), holder, (clause.first, clause.last))


def _for_whom(tokens: list[Token], clause: Clause) -> Span | None:
    """ "Für Berger ist das Unsinn", "Für die Werft steht fest, …": what counts or measures is no view."""
    assert clause.finite is not None
    first, verb = begin_of(tokens, clause), clause.finite
    if tokens[first].low != "für" or verb + 1 >= clause.last or verb <= first + 1:
        return None
    behind = tokens[verb + 1 : clause.last]
    pointing = tokens[verb].low in _COPULA and behind[0].low in _POINTING
    settled = any(token.low in _SETTLED for token in behind[:3])
    counted = any(token.tag == tags.NUMBER or token.low.endswith("te") for token in behind)
    holder = noun_phrase(tokens, first + 1, verb, "de")
    if holder is None or counted or not (holder[1] == verb or _beside(tokens, holder[1], verb)):
        return None
    return holder if settled or (pointing and _is_somebody(tokens, holder)) else None


def _beside(tokens: list[Token], first: int, verb: int) -> bool:
    """ "Für den Chef der Liberalen, Jonas Wirth, steht fest": a name between two commas."""
    commas = tokens[first].tag == tokens[verb - 1].tag == tags.COMMA
    return commas and first + 1 < verb - 1 and all(t.tag == tags.NOUN for t in tokens[first + 1 : verb - 1])


def _is_somebody(tokens: list[Token], holder: Span) -> bool:
    """A name or a role: "für Kapitän Eilers", "für Berger"; for others it is good or bad."""
    nouns = [at for at in range(*holder) if tokens[at].tag == tags.NOUN]
    named = bool(nouns) and (nouns[0] == holder[0] or nouns[1:2] == [nouns[0] + 1])
    return named or any(is_role(tokens[at].text, "de") for at in nouns)


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
