"""Phrases that attribute inside a clause: "laut Polizei", "according to police", "nach eigenen Angaben".

`find_phrases(tokens, clauses, language)` gives each with who is named and what is said; `shared_subject`
finds the subject that a verb has from the clause before.
"""

from collections.abc import Iterator

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.frames_english import english_source
from factcheck.extraction.frames_german import german_source
from factcheck.extraction.lexicon import words
from factcheck.extraction.moods import subjunctive_at
from factcheck.extraction.openings import Opening
from factcheck.extraction.phrases import Cue, Span, noun_phrase
from factcheck.extraction.phrases_english import english_phrases
from factcheck.extraction.phrases_german import german_phrases
from factcheck.extraction.speaking import can_speak
from factcheck.extraction.tokens import Token

_DESCRIBING = words("who which that whose")
_CONTRASTING = words("though although while whereas obwohl während wohingegen")
_OWN = words("eigenen eigener")


def find_phrases(
    tokens: list[Token], clauses: list[Clause], language: Language
) -> Iterator[tuple[Span, Span, Span | None]]:
    """Cue, source and message of the phrases of a sentence, in order."""
    for cue, source in german_phrases(tokens) if language == "de" else english_phrases(tokens):
        whose = (_own if language == "de" else _of_own)(tokens, clauses, cue, source)
        if whose is not None:
            inside = _relative(clauses, cue, source) if language == "de" else None
            beside = inside or _beside(tokens, clauses, cue, source)
            yield cue, whose, beside or _around(tokens, clauses, cue)


def shared_subject(
    tokens: list[Token], clauses: list[Clause], at: int, cue: Cue, language: Language
) -> Span | None:
    """ "The firm cut jobs but said …": the subject of the main clause before."""
    impersonal = tokens[cue.at + 1 : cue.at + 2] and tokens[cue.at + 1].low == "es"
    finite = clauses[at].finite
    verb = finite if finite is not None and tokens[finite].tag == tags.AUXILIARY else cue.at
    if cue.passive or impersonal or verb != begin_of(tokens, clauses[at]):
        return None
    for clause in reversed(clauses[:at]):
        if clause.opening is Opening.MAIN and clause.finite is not None:
            if language == "de" and subjunctive_at(tokens, clause.finite, clause.finite + 1) is not None:
                continue  # "…, der Plan sei gut, und drohte": what was said has subjects of its own
            start = begin_of(tokens, clause)
            found = noun_phrase(tokens, start, max(start, clause.finite), language)
            if found is not None or language == "en":
                return found
    return None


def _own(tokens: list[Token], clauses: list[Clause], cue: Span, source: Span) -> Span | None:
    """The source; for "nach eigenen Angaben" the subject of its clause."""
    if tokens[source[0]].low not in _OWN or source[1] - source[0] > 1:
        return source
    around = (at for at in reversed(range(len(clauses))) if clauses[at].first <= cue[0] < clauses[at].last)
    at = next((at for at in around if clauses[at].finite is not None), None)
    if at is None:
        return None
    verb = Cue(clauses[at].finite or 0, "", passive=False)
    return shared_subject(tokens, clauses, at, verb, "de") or german_source(tokens, clauses[at], verb)


def _of_own(tokens: list[Token], clauses: list[Clause], cue: Span, source: Span) -> Span:
    """For "by its own admission" the subject of its clause where that is named, else the source."""
    single = source[1] - source[0] == 1 and tokens[source[0]].tag == tags.DETERMINER
    if not single or source[1] >= cue[1] or tokens[source[1]].low != "own":
        return source
    for clause in clauses:
        if clause.first <= cue[0] < clause.last and clause.finite is not None:
            found = english_source(tokens, clause, Cue(clause.finite, "told", passive=False))
            apart = found is not None and (found[1] <= cue[0] or cue[1] <= found[0])
            if found is not None and apart and can_speak(tokens, found, "en"):
                return source if tokens[found[0]].tag == tags.PRONOUN else found
    return source


def is_described(tokens: list[Token], cue: Span, source: Span | None) -> bool:
    """ "according to a report that nobody read": the words behind the source tell about it."""
    if source is None or source[1] >= len(tokens) or tokens[cue[0]].low != "according":
        return False
    return tokens[source[1]].low in _DESCRIBING


def attributing_clause(
    tokens: list[Token], clauses: list[Clause], cue: Span, source: Span | None
) -> int | None:
    """The index of what looks like a clause and is "according to a report that nobody read"."""
    if source is None or len(clauses) < 2 or not is_described(tokens, cue, source):
        return None
    at = next((at for at, clause in enumerate(clauses) if clause.first == cue[0]), None)
    if at is None:
        return None
    own = any(token.tag == tags.COMMA for token in tokens[source[1] : clauses[at].finite])
    return None if own else at


def _beside(tokens: list[Token], clauses: list[Clause], cue: Span, source: Span) -> Span | None:
    """The main clause before such a phrase, or behind it."""
    at = attributing_clause(tokens, clauses, cue, source)
    if at is None:
        return None
    if at:
        return clauses[at - 1].first, clauses[at - 1].last
    following = next((c for c in clauses[1:] if c.opening is Opening.MAIN and c.sign == tags.COMMA), None)
    return (following.first, clauses[-1].last) if following is not None else None


def _relative(clauses: list[Clause], cue: Span, source: Span) -> Span | None:
    """German "(ein Fest,) zu dem laut Polizei 400 Menschen kamen": the relative clause around it."""
    for clause in clauses:
        inside = clause.first < cue[0] and source[1] < clause.last
        if clause.opening is Opening.RELATIVE and inside and clause.finite is not None:
            return clause.first, clause.last
    return None


def _contrasts(tokens: list[Token], clause: Clause, cue: Span) -> bool:
    """ "…, according to the union, though the firm puts it at 19": others say that."""
    return clause.first > cue[0] and tokens[begin_of(tokens, clause)].low in _CONTRASTING


def _around(tokens: list[Token], clauses: list[Clause], cue: Span) -> Span | None:
    for at, clause in enumerate(clauses):
        if clause.opening is Opening.MAIN and clause.first <= cue[0] < clause.last:
            leads = (c.first for c in clauses[:at] if c.head is None and c.opening is not Opening.MAIN)
            first = min(clause.first, next(leads, clause.first))
            said = (c for c in clauses if c is clause or (c.head == at and not _contrasts(tokens, c, cue)))
            return first, max(c.last for c in said)
    return (clauses[0].first, clauses[-1].last) if clauses else None
