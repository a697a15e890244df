"""English: speech without a finite verb of its own: "…, claiming that …", "the union's claim that …"."""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause
from factcheck.extraction.frames_english import charged_by, english_source
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.phrases import Cue, Span, noun_phrase
from factcheck.extraction.speech import ENGLISH_NOUNS, ENGLISH_PARTICIPLES, ENGLISH_REPORT
from factcheck.extraction.tokens import Token

_REACTIONS = words("criticism praise anger outrage condemnation ridicule applause complaints protests fire")
_DRAWING = words(
    "drew draws drawn drawing met meets won wins attracted attracts provoked came under faced faces"
)
_LEADING = _REACTIONS | ENGLISH_NOUNS | ENGLISH_REPORT | frozenset(ENGLISH_PARTICIPLES)
_BEFORE = words("before after by while when without and")
_HOLDERS = words("his her their its")
_OF = words("by from of")
_TOLD = words("was were is are has have had came drew prompted led sparked triggered")
_GENITIVE = ("'s", "’s", "s'", "s’")
_WITHIN = 5
"""Tokens behind "concluding" within which its "that" stands: "concluding on 19 counts that …"."""


class Reduced(NamedTuple):
    """`cue`, `source`, `message` and `report` as in a frame."""

    cue: Span
    source: Span
    message: Span
    report: bool


def reduced_frames(tokens: list[Token], clauses: list[Clause]) -> Iterator[Reduced]:
    """Of a sentence, in order."""
    leading = [at for at, token in enumerate(tokens[1:-2], start=1) if token.low in _LEADING]
    for at in leading:
        low = tokens[at].low
        if low in ENGLISH_PARTICIPLES:
            found = _of_participle(tokens, clauses, at)
        elif low in ENGLISH_NOUNS and (that := _that_after(tokens, at)) is not None:
            found = _of_noun(tokens, clauses, at, that)
        elif low in _REACTIONS:
            found = _of_reaction(tokens, clauses, at)
        elif tokens[at + 1].tag == tags.COMMA and low in ENGLISH_REPORT and tokens[at - 1].tag != tags.COMMA:
            found = _in_passing(tokens, clauses, at)
        else:
            continue
        if found is not None:
            yield found
    for clause in clauses:
        source = charged_by(tokens, clause)
        if source is not None and clause.finite is not None:
            whole = (clause.first, clause.last)
            yield Reduced((clause.finite, clause.finite + 1), source, whole, report=False)


def _of_participle(tokens: list[Token], clauses: list[Clause], at: int) -> Reduced | None:
    """The participle behind a comma, or behind "before" and the like where its "that" follows."""
    reports = ENGLISH_PARTICIPLES[tokens[at].low]
    near = range(at + 1, min(at + _WITHIN, len(tokens)))
    start = next((that + 1 for that in near if tokens[that].low == "that"), at + 1)
    behind = tokens[at - 1].tag == tags.COMMA or (tokens[at - 1].low in _BEFORE and start > at + 1)
    inside = _clause_of(clauses, at)
    if not behind or inside is None or start >= len(tokens):
        return None
    source = _subject(tokens, clauses, at)
    if source is None:
        return None
    message = (start if reports else at, clauses[inside].last)
    if message[1] <= message[0]:
        message = (message[0], len(tokens))
    return Reduced((at, at + 1), source, message, reports)


def _subject(tokens: list[Token], clauses: list[Clause], at: int) -> Span | None:
    """Of the last main clause whose verb stands before token `at`."""
    for clause in reversed(clauses):
        finite = clause.finite
        if clause.opening is Opening.MAIN and finite is not None and finite < at and clause.first < at:
            quoted = sum(token.tag == tags.QUOTE for token in tokens[clause.first : at]) % 2
            return None if quoted else english_source(tokens, clause, Cue(finite, "told", passive=False))
    return None


def _that_after(tokens: list[Token], at: int) -> int | None:
    """ "claims that …", "claims by residents that …"."""
    if tokens[at + 1].low == "that":
        return at + 1
    held = tokens[at + 1].low in _OF
    found = noun_phrase(tokens, at + 2, len(tokens), "en") if held else None
    end = found[1] if found is not None else len(tokens)
    return end if end < len(tokens) and tokens[end].low == "that" else None


def _of_noun(tokens: list[Token], clauses: list[Clause], at: int, that: int) -> Reduced | None:
    inside = _clause_of(clauses, at)
    holder = tokens[at - 1]
    if inside is None or that + 1 >= max(c.last for c in clauses):
        return None
    if that > at + 1:
        source = (at + 2, that)
    elif holder.low in _HOLDERS:
        source = (at - 1, at)
    elif holder.tag == tags.NOUN and holder.text.endswith(_GENITIVE):
        start = at - 1
        while start > 0 and tokens[start - 1].tag in (tags.NOUN, tags.ADJECTIVE, tags.DETERMINER):
            start -= 1
        source = noun_phrase(tokens, start, at, "en") or (at - 1, at)
    else:
        return None
    last = max([clauses[inside].last, *(clause.last for clause in clauses if clause.first == that)])
    return Reduced((at, at + 1), source, (that + 1, _before_verdict(tokens, that + 1, last)), report=True)


def _of_reaction(tokens: list[Token], clauses: list[Clause], at: int) -> Reduced | None:
    """ "drew criticism from residents", "came under fire from the union"."""
    inside = _clause_of(clauses, at)
    held = tokens[at + 1].low in ("from", "by") and inside is not None
    if inside is None or not held:
        return None
    clause = clauses[inside]
    if not any(token.low in _DRAWING for token in tokens[clause.first : at]):
        return None
    source = noun_phrase(tokens, at + 2, clause.last, "en")
    return Reduced((at, at + 1), source, (clause.first, clause.last), report=False) if source else None


def _before_verdict(tokens: list[Token], start: int, last: int) -> int:
    """The end of what the noun names, before the verb that the noun itself is the subject of: "claims that
    the pier was sold (were rejected)"."""
    verbs = [at for at in range(start, last) if tokens[at].tag in tags.VERBAL]
    return verbs[1] if len(verbs) > 1 and tokens[verbs[1]].low in _TOLD else last


def _in_passing(tokens: list[Token], clauses: list[Clause], at: int) -> Reduced | None:
    """ "The yard opened in May and, its founder once admitted, by chance": the clause around."""
    start = at
    while start > 0 and tokens[start - 1].tag != tags.COMMA:
        start -= 1
    inside = _clause_of(clauses, at)
    source = noun_phrase(tokens, start, at, "en") if start > 0 else None
    if inside is None or source is None or clauses[inside].first >= start:
        return None
    if any(token.tag not in (tags.ADVERB, tags.SUBORDINATOR) for token in tokens[source[1] : at]):
        return None
    return Reduced((at, at + 1), source, (clauses[inside].first, clauses[inside].last), report=True)


def _clause_of(clauses: list[Clause], at: int) -> int | None:
    """The innermost clause that token `at` lies in."""
    return next(
        (i for i in range(len(clauses) - 1, -1, -1) if clauses[i].first <= at < clauses[i].last), None
    )
