"""What a sentence states, each proposition on its own: `find_propositions(sentence, language)`.

A main clause is a proposition with everything attached to it: the clauses that only complete it
(dass, um … zu, weil, wenn, restrictive relative clauses). A clause with a fact of its own (nachdem,
während, a relative clause in the past) is another. Where somebody is said to have stated a fact, the
proposition is what he stated; where the act is the point (warnen, fordern), it is the whole.
"""

from dataclasses import dataclass

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.frames import Frame
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.tokens import Token

_OWN_FACT: dict[Language, frozenset[str]] = {
    "de": words("nachdem während als obwohl obgleich wohingegen wobei woraufhin"),
    "en": words("while whereas although though after as"),
}
_PAST = words(
    "hat haben hatte hatten ist sind war waren wurde wurden worden habe has have had was were is are became"
)
_EDGE = frozenset(
    {tags.COMMA, tags.SEMICOLON, tags.COLON, tags.DASH, tags.CONJUNCTION, tags.QUOTE, tags.STOP}
)
_DATELINE = 4
"""Tokens that a place before a dash at the beginning may have: "Wien –"."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """Tokens [first, last) of a sentence; `clause` is the clause that makes it, `frame` the frame it
    includes because the act of speech is the point."""

    first: int
    last: int
    clause: Clause
    frame: Frame | None = None


def find_propositions(sentence: Sentence, language: Language) -> list[Proposition]:
    """The propositions of a sentence in order; those embedded in another lie inside it."""
    framing = {frame.clause: frame for frame in sentence.frames if frame.clause is not None}
    found: list[Proposition] = []
    for at, clause in enumerate(sentence.clauses):
        if _is_own(sentence.tokens, clause, language) or at in framing:
            found += _propositions_of(sentence, at, framing, language)
    return [proposition for proposition in found if proposition.last > proposition.first]


def _propositions_of(
    sentence: Sentence, at: int, framing: dict[int, Frame], language: Language
) -> list[Proposition]:
    clause, tokens = sentence.clauses[at], sentence.tokens
    first, last = _span(tokens, sentence.clauses, at, language)
    frame = framing.get(at)
    before = framing.get(at - 1) if at else None
    if frame is None:
        if before is not None and _merges(before, clause):
            return [Proposition(sentence.clauses[at - 1].first, last, clause, before)]
        return [Proposition(*_trim(tokens, first, last), clause)]
    if frame.trailing or frame.message is None:
        return []
    if frame.message[0] >= clause.last and not _dependent(sentence, frame):
        return []
    if frame.report:
        return [
            Proposition(*_trim(tokens, _content_start(tokens, frame), max(last, frame.message[0])), clause)
        ]
    return [Proposition(*_trim(tokens, first, last), clause, frame)]


def _merges(frame: Frame, clause: Clause) -> bool:
    """ "Die Kritiker warnen, das Netz sei am Ende": the act and its content are one proposition."""
    follows = frame.message is not None and frame.message[0] == clause.first and clause.sign == tags.COMMA
    return follows and not frame.report and not frame.trailing


def _dependent(sentence: Sentence, frame: Frame) -> bool:
    assert frame.message is not None
    return any(
        clause.first == frame.message[0] and clause.opening is not Opening.MAIN for clause in sentence.clauses
    )


def _content_start(tokens: list[Token], frame: Frame) -> int:
    assert frame.message is not None
    start = frame.message[0]
    return start + 1 if tokens[start].low in ("dass", "daß", "that") else start


def _is_own(tokens: list[Token], clause: Clause, language: Language) -> bool:
    if clause.opening is Opening.MAIN:
        return True
    if clause.opening is Opening.RELATIVE:
        return clause.finite is not None and (language == "en" or tokens[clause.finite].low in _PAST)
    if clause.opening is Opening.ADVERBIAL:
        return tokens[begin_of(tokens, clause)].low in _OWN_FACT[language]
    return clause.head is None


def _span(tokens: list[Token], clauses: list[Clause], at: int, language: Language) -> tuple[int, int]:
    """From leading subordinate clauses that are no proposition of their own to trailing ones."""
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
    return first, last


def _trim(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    """Without conjunctions and signs at the edges, and without a dateline."""
    if first == 0:
        first = _after_dateline(tokens)
    while first < last and tokens[first].tag in _EDGE and not _is_whole_quote(tokens, first, last):
        first += 1
    while last > first and tokens[last - 1].tag in (_EDGE - {tags.QUOTE}):
        last -= 1
    if last - first > 1 and tokens[last - 1].tag == tags.QUOTE and not _has_opening(tokens, first, last - 1):
        last -= 1
    while last > first and tokens[last - 1].tag in (_EDGE - {tags.QUOTE}):
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
    for at in range(min(_DATELINE, len(tokens) - 1)):
        if tokens[at].tag == tags.DASH:
            return at + 1
        if tokens[at].tag != tags.NOUN and tokens[at].text not in "/,":
            return 0
    return 0
