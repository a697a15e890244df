"""What a sentence states, each proposition on its own: `find_propositions(tokens, language)`.

A main clause is a proposition with everything attached to it: the clauses that only complete it
(dass, um … zu, weil, wenn, restrictive relative clauses). A clause with a fact of its own (nachdem,
während, a relative clause in the past) is another.
"""

from dataclasses import dataclass

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, find_clauses
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.tokens import Token

_OWN_FACT = {
    "de": words("nachdem während als obwohl obgleich wohingegen wobei woraufhin"),
    "en": words("while whereas although though after as"),
}
_PAST = words(
    "hat haben hatte hatten ist sind war waren wurde wurden worden habe has have had was were is are became"
)
_EDGE = frozenset(
    {tags.COMMA, tags.SEMICOLON, tags.COLON, tags.DASH, tags.CONJUNCTION, tags.QUOTE, tags.STOP}
)


@dataclass(frozen=True, slots=True)
class Proposition:
    """Tokens [first, last) of a sentence; `clause` is the clause that makes it."""

    first: int
    last: int
    clause: Clause


def find_propositions(tokens: list[Token], language: Language) -> list[Proposition]:
    """The propositions of a sentence in order; those embedded in another lie inside it."""
    clauses = find_clauses(tokens, language)
    return [
        Proposition(first, last, clause)
        for at, clause in enumerate(clauses)
        if _is_own(tokens, clause, language)
        for first, last in (_span(tokens, clauses, at, language),)
        if last > first
    ]


def _is_own(tokens: list[Token], clause: Clause, language: Language) -> bool:
    if clause.opening is Opening.MAIN:
        return True
    if clause.opening is Opening.RELATIVE:
        return clause.finite is not None and tokens[clause.finite].low in _PAST
    if clause.opening is Opening.ADVERBIAL:
        return tokens[begin_of(tokens, clause)].low in _OWN_FACT[language]
    return clause.head is None


def begin_of(tokens: list[Token], clause: Clause) -> int:
    at = clause.first
    while at < clause.last - 1 and tokens[at].tag in (tags.CONJUNCTION, tags.QUOTE, tags.ADVERB):
        at += 1
    return at


def _span(tokens: list[Token], clauses: list[Clause], at: int, language: Language) -> tuple[int, int]:
    clause = clauses[at]
    first, last = clause.first, clause.last
    for following in clauses[at + 1 :]:
        if following.opening is Opening.MAIN or _is_own(tokens, following, language):
            break
        last = max(last, following.last)
    for before in reversed(clauses[:at]):
        if clause.opening is not Opening.MAIN or before.head is not None or before.opening is Opening.MAIN:
            break
        if not _is_own(tokens, before, language):
            first = before.first
    return _trim(tokens, first, last)


def _trim(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    while first < last and tokens[first].tag in _EDGE:
        first += 1
    while last > first and tokens[last - 1].tag in (_EDGE - {tags.QUOTE}):
        last -= 1
    return first, last
