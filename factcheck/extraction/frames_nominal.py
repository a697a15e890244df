"""German nouns that name something said, with whose it is: `nominal_frames(tokens, clauses)`.

"Der Vorwurf der Reederei, die Werft habe Kräne verkauft" · "Bergers Behauptung, dass …" ·
"Aus der Werft kam der Hinweis, …" · "Kritik gab es vom Verband".
"""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.lexicon import words
from factcheck.extraction.moods import subjunctive_at
from factcheck.extraction.openings import Opening
from factcheck.extraction.phrases import Span, noun_phrase
from factcheck.extraction.speech_german import NOUNS
from factcheck.extraction.tokens import Token

_GENITIVE = words("der des einer eines ihrer ihres seiner seines mehrerer dieser dieses")
_FROM = words("von vom aus")
_COMING = words("kommt kam kommen kamen gibt gab erklang erklangen gekommen gegeben")
_REACTIONS = NOUNS | words(
    "lob zustimmung widerspruch ablehnung absage unterstützung rückendeckung gegenwind zuspruch beifall "
    "spott forderung vorwurf unmut verständnis"
)
_NOT_SAID = words("plan pläne idee frage ergebnis motiv entscheidung beschluss einigung vereinbarung urteil")
"""Of the nouns, those that name an act or a thing as well."""

_REACH = 6
"""Tokens before a clause within which the noun stands that it explains."""


class Nominal(NamedTuple):
    """`cue` is the noun, or the verb that it comes with; `source` whose it is; `report`: the message is put
    forward as a fact."""

    cue: Span
    source: Span
    message: Span
    report: bool


def nominal_frames(tokens: list[Token], clauses: list[Clause]) -> Iterator[Nominal]:
    """Of a sentence, in order."""
    for at, clause in enumerate(clauses):
        if clause.opening is Opening.CONTENT and clause.sign == tags.COMMA and clause.first > 1:
            noun = _noun_before(tokens, clause.first - 1)
            source = _whose(tokens, noun) if noun is not None else None
            if noun is not None and source is not None:
                yield Nominal((noun, noun + 1), source, (clause.first, clause.last), report=True)
        if clause.opening is Opening.MAIN and (found := _coming(tokens, clauses, at)) is not None:
            yield found


def _noun_before(tokens: list[Token], end: int) -> int | None:
    """The noun of speech in the phrase that ends before `end`, itself or before whose it is."""
    for at in range(end - 1, max(-1, end - _REACH), -1):
        low = tokens[at].low
        if tokens[at].tag == tags.NOUN and low in NOUNS and low not in _NOT_SAID:
            return at
        if tokens[at].tag in (*tags.VERBAL, tags.COMMA, tags.COLON):
            return None
    return None


def _whose(tokens: list[Token], noun: int) -> Span | None:
    """The genitive or "von" behind the noun, or the name in the genitive before it."""
    behind = noun + 1
    if behind + 1 < len(tokens) and tokens[behind].low in ("von", "vom"):
        return noun_phrase(tokens, behind + 1, len(tokens), "de")
    if behind < len(tokens) and tokens[behind].low in _GENITIVE:
        return noun_phrase(tokens, behind, len(tokens), "de")
    before = tokens[noun - 1] if noun else None
    named = before is not None and before.tag == tags.NOUN and before.low.endswith("s")
    return (noun - 1, noun) if named else None


def _coming(tokens: list[Token], clauses: list[Clause], at: int) -> Nominal | None:
    """ "Von der Reederei kam Widerspruch", "Aus der Partei kommt der Vorwurf, der Rat habe …"."""
    clause = clauses[at]
    verb = next((i for i in range(clause.first, clause.last) if tokens[i].low in _COMING), None)
    if verb is None or clause.finite is None:
        return None
    said = any(
        token.tag == tags.NOUN and token.low in _REACTIONS and token.low not in _NOT_SAID
        for token in tokens[clause.first : clause.last]
    )
    source = _from(tokens, clause) if said else None
    if source is None:
        return None
    following = clauses[at + 1] if at + 1 < len(clauses) else None
    content = following is not None and _is_content(tokens, following)
    last = following.last if content and following is not None else clause.last
    return Nominal((verb, verb + 1), source, (clause.first, last), report=False)


def _from(tokens: list[Token], clause: Clause) -> Span | None:
    """Who it comes from: what the clause begins with, or what stands behind its noun."""
    for at in range(begin_of(tokens, clause), clause.last - 1):
        if tokens[at].low in _FROM:
            found = noun_phrase(tokens, at + 1, clause.last, "de")
            if found is not None:
                return found
    return None


def _is_content(tokens: list[Token], clause: Clause) -> bool:
    if clause.opening in (Opening.CONTENT, Opening.INFINITIVE):
        return True
    return clause.sign == tags.COMMA and subjunctive_at(tokens, clause.first, clause.last) is not None
