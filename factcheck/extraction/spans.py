"""Where what a clause states begins and ends, with what completes it: `span_of(sentence, at, language)`."""

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause
from factcheck.extraction.facts import is_own_fact
from factcheck.extraction.frames import Frame
from factcheck.extraction.frames_phrasal import is_described
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.tokens import Token

_DONE = frozenset({tags.PARTICIPLE, tags.PERHAPS_FINITE, tags.INFINITIVE})
THAT = words("dass daß that")


def span_of(sentence: Sentence, at: int, language: Language) -> tuple[int, int]:
    """From leading subordinate clauses that are no proposition of their own to trailing ones."""
    clauses = sentence.clauses
    clause = clauses[at]
    first, last = clause.first, clause.last
    asides = {frame.clause for frame in sentence.frames if frame.report and frame.source is not None}
    for index, following in enumerate(clauses[at + 1 :], start=at + 1):
        apart = clause.opening is not Opening.MAIN and following.first - last > 1
        if following.opening is Opening.MAIN or apart or is_own_fact(sentence, following, language):
            break
        if index in asides and following.opening is Opening.ADVERBIAL:
            break
        last = max(last, following.last)
    for index in reversed(range(at)):
        before = clauses[index]
        if clause.opening is not Opening.MAIN or before.head is not None or before.opening is Opening.MAIN:
            break
        if before.opening is Opening.RELATIVE and index - 1 in asides:
            break  # "Wie aus einem Papier hervorgeht, das vorliegt, soll …"
        if not is_own_fact(sentence, before, language) and index not in asides:
            first = before.first
    return first, last


def content_end(sentence: Sentence, frame: Frame, language: Language) -> int:
    """ "Eine Studie, die im Mai erschien, zeigt, (dass …)": the end of the clause that says it."""
    assert frame.message is not None
    begins = frame.message[0]
    clauses = sentence.clauses
    at = next((i for i, c in enumerate(clauses) if c.first == begins and c.opening is Opening.CONTENT), None)
    return begins if at is None else span_of(sentence, at, language)[1]


def content_start(tokens: list[Token], frame: Frame) -> int:
    assert frame.message is not None
    start = frame.message[0]
    return start + 1 if tokens[start].low in THAT else start


def before_phrase(sentence: Sentence, clause: Clause, last: int) -> int:
    """Without ", laut Polizei", ", according to police" at its end: that is the speaker, not the claim."""
    for frame in sentence.frames:
        cue = frame.cue[0]
        behind = clause.finite is not None and clause.finite < cue < last
        if frame.clause is None and behind and sentence.tokens[cue - 1].tag == tags.COMMA:
            rest = _of_source(sentence.tokens, frame, last)
            after = sentence.tokens[frame.source[1] if frame.source else cue : last]
            said = sentence.tokens[clause.finite + 1 : cue] if clause.finite is not None else []
            closes = (
                rest[-1] is sentence.tokens[last - 1]
                and any(t.tag in _DONE for t in after)
                and not any(t.tag in _DONE for t in said)
            )
            goes_on = closes or any(token.tag in tags.VERBAL for token in rest)
            return last if goes_on else cue - 1
    return last


def before_tag(frame: Frame | None, first: int, last: int) -> int:
    """ "Nine died, the mayor, Anna Berger, (said)": without who says it, where commas part her from her verb.
    `frame` is that of the clause behind."""
    if frame is None or not frame.trailing or frame.message is None:
        return last
    begins, end = frame.message
    return end if begins <= first < end < last else last


def _of_source(tokens: list[Token], frame: Frame, last: int) -> list[Token]:
    """The phrase up to `last`; "according to two men who saw it" up to what describes them."""
    cue, source = frame.cue[0], frame.source
    if source is None or not is_described(tokens, frame.cue, source):
        return tokens[cue:last]
    own = any(token.tag == tags.COMMA for token in tokens[source[1] : last])
    return tokens[cue : last if own else source[1]]
