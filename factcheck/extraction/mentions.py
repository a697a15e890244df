"""German mentions of speech that no claim hangs on: `find_mentions(sentence, quoted) -> list[Mention]`.

`frames` holds what gives a proposition its speaker. Here stands the rest of what a reader takes for
reported speech or thought: verbs of speech in any clause and in the passive, nouns of speech with a clause
behind them ("die Ankündigung, …"), statements of nobody in particular ("nach ersten Angaben"), "demnach".
"""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.complements import FINAL, POINTING, SAYING, SPEAKING, find_complement
from factcheck.extraction.cues_german import verb_particle
from factcheck.extraction.frames_german import german_source
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.phrases import Cue, Span, noun_phrase
from factcheck.extraction.speech_german import (
    NOUNS,
    PHRASES_OF,
    SOURCE_ENDINGS,
    SOURCES,
    STATING,
    TALKING,
    VALUING,
    VOICING,
    verb_base,
)
from factcheck.extraction.tokens import Token

_PERFECT = words("hat haben hatte hatten habe hätte hätten")
_BEING = words("worden gewesen werden sein haben geworden gehabt")
_BECOMING = words("wurde wurden wird werden geworden worden")
_LINKING = words("ist war sei lautet lautete bleibt")
_FIRST_CASE = words("der ein dieser er ich man wir kein sein ihr sie")
_GENITIVE = words("der des einer eines ihrer ihres seiner seines mehrerer dieser dieses")
_POSSESSIVE = words("seine seiner seinen seinem sein ihre ihrer ihren ihrem ihr deren dessen")
_VERBS = frozenset({tags.FINITE, tags.PERHAPS_FINITE, tags.PARTICIPLE})
_DONE = frozenset({tags.PARTICIPLE, tags.PERHAPS_FINITE, tags.INFINITIVE})
_BEFORE_NOUN = frozenset({tags.ADJECTIVE, tags.NUMBER, tags.DETERMINER})
_WITHIN = 9
"""Tokens behind the subject of "wie die Polizei …" within which its verb comes."""

_BACK = 14
"""Tokens before a clause within which the noun stands that it explains."""


class Mention(NamedTuple):
    """`cue`, `source` and `message` as in a frame; `sort` names the complement by which it is one."""

    cue: Span
    source: Span | None
    message: Span | None
    sort: str


def find_mentions(sentence: Sentence, *, quoted: bool) -> list[Mention]:
    """The mentions of a German sentence; `quoted`: something in it is direct speech."""
    found = [m for at in range(len(sentence.clauses)) if (m := _of_clause(sentence, at, quoted))]
    found += _of_nouns(sentence)
    found += _of_adverbs(sentence.tokens)
    found += _of_wie(sentence.tokens)
    found += _of_so(sentence.tokens)
    found += _of_speakers(sentence)
    found += _of_statements(sentence.tokens)
    return found


def _of_clause(sentence: Sentence, at: int, quoted: bool) -> Mention | None:
    tokens, clause = sentence.tokens, sentence.clauses[at]
    cue = _verb(tokens, clause)
    if cue is None:
        return None
    complement = find_complement(sentence, at, cue, quoted)
    if complement is None:
        return None
    source = _source(tokens, clause, cue)
    return Mention((cue.at, cue.at + 1), source, complement.message, complement.sort)


def _verb(tokens: list[Token], clause: Clause) -> Cue | None:
    """The verb of the clause where it can be one of speech: with its particle, behind its auxiliary,
    "bekannt geben" and the like as one."""
    finite = clause.finite
    if finite is None:
        return _pointing_verb(tokens, clause)
    at, passive = finite, False
    if tokens[finite].tag == tags.AUXILIARY:
        done = _done(tokens, clause, finite)
        at = done if done is not None else finite
        passive = done is not None and tokens[finite].low not in _PERFECT
    base = verb_base(tokens[at].low)
    if at == finite and clause.opening is Opening.MAIN:
        base = (verb_particle(tokens, clause) or "") + base
    base = _phrase(tokens, clause, base) or base
    known = any(base in verbs for verbs in (SAYING, VALUING, TALKING, VOICING))
    return Cue(at, base, passive) if known else None


def _pointing_verb(tokens: list[Token], clause: Clause) -> Cue | None:
    """ "Das erklärte General Huber": a verb that looks like an attribute where no other verb is."""
    at = clause.first + 1
    if tokens[clause.first].low not in POINTING or at >= clause.last:
        return None
    base = verb_base(tokens[at].low)
    return Cue(at, base, False) if base in STATING else None


def _done(tokens: list[Token], clause: Clause, finite: int) -> int | None:
    """The participle or infinitive that the auxiliary goes with: the last of its clause."""
    for at in range(clause.last - 1, clause.first - 1, -1):
        if at != finite and tokens[at].tag in _DONE and tokens[at].low not in _BEING:
            return at
    return None


def _phrase(tokens: list[Token], clause: Clause, base: str) -> str | None:
    lows = {token.low for token in tokens[clause.first : clause.last]}
    bases = {base, base.removeprefix("bekannt")} | ({"werden"} if lows & _BECOMING else set())
    for verb in bases:
        for beside, meaning in PHRASES_OF.get(verb, ()):
            if lows & beside:
                return meaning
    return None


def _source(tokens: list[Token], clause: Clause, cue: Cue) -> Span | None:
    if clause.opening is Opening.MAIN or cue.passive:
        return german_source(tokens, clause, cue)
    start = begin_of(tokens, clause) + 1
    if clause.opening is Opening.RELATIVE:
        return _relative_subject(tokens, clause, start)
    return noun_phrase(tokens, start, clause.last, "de") if start < clause.last else None


def _relative_subject(tokens: list[Token], clause: Clause, start: int) -> Span | None:
    """ "der" is the subject itself; "die" and "das" where nothing behind them can be no object."""
    own = noun_phrase(tokens, start, clause.last, "de") if start < clause.last else None
    pronoun = tokens[start - 1].low
    if pronoun in ("der", "welcher"):
        return start - 1, start
    if pronoun not in ("die", "das", "welche", "welches"):
        return own
    subject = own is not None and (tokens[own[0]].low in _FIRST_CASE or tokens[own[0]].tag == tags.NOUN)
    return own if subject else (start - 1, start)


def _of_nouns(sentence: Sentence) -> Iterator[Mention]:
    """ "die Ankündigung ihres Trainers, aufzuhören": a noun with the clause that says what it is."""
    tokens = sentence.tokens
    for clause in sentence.clauses:
        low = tokens[begin_of(tokens, clause)].low
        content = clause.opening in (Opening.CONTENT, Opening.INFINITIVE) and low not in FINAL
        if clause.first < 2 or not (content or low == "wonach"):
            continue
        at = _noun_before(tokens, clause.first)
        if at is not None or low == "wonach":
            noun = at if at is not None else clause.first
            yield Mention((noun, noun + 1), _whose(tokens, noun), (clause.first, clause.last), "noun")


def _noun_before(tokens: list[Token], end: int) -> int | None:
    """The noun of speech in the noun phrase, or before the "ist", that ends before `end`."""
    for at in range(end - 1, max(-1, end - _BACK), -1):
        if tokens[at].low in NOUNS and tokens[at].tag == tags.NOUN:
            return at
        linking = tokens[at].low in _LINKING and at == end - 2
        if (tokens[at].tag in tags.VERBAL and not linking) or tokens[at].tag == tags.COLON:
            return None
    return None


def _whose(tokens: list[Token], noun: int) -> Span | None:
    """The genitive or "von" behind a noun of speech, else what stands before it for whose it is."""
    behind = noun + 1
    if behind + 1 < len(tokens) and tokens[behind].low in ("von", "vom", "durch"):
        return noun_phrase(tokens, behind + 1, len(tokens), "de")
    if behind < len(tokens) and tokens[behind].low in _GENITIVE:
        return noun_phrase(tokens, behind, len(tokens), "de")
    before = tokens[noun - 1] if noun else None
    named = before is not None and before.tag == tags.NOUN and before.low.endswith("s")
    return (noun - 1, noun) if before is not None and (named or before.low in _POSSESSIVE) else None


def _of_adverbs(tokens: list[Token]) -> Iterator[Mention]:
    for at, token in enumerate(tokens):
        if token.low in ("demnach", "demzufolge"):
            yield Mention((at, at + 1), None, (0, len(tokens)), "demnach")


def _of_wie(tokens: list[Token]) -> Iterator[Mention]:
    """ "Wie Sender berichten sind …", with or without its comma, and "wie aus dem Bericht hervorgeht"."""
    for at, token in enumerate(tokens[:-3]):
        begins = at == 0 or tokens[at - 1].tag in (tags.COMMA, tags.DASH, tags.QUOTE, tags.STOP)
        start = at + 2 if tokens[at + 1].low == "aus" else at + 1
        source = noun_phrase(tokens, start, len(tokens), "de") if token.low == "wie" and begins else None
        verb = _verb_within(tokens, source[1]) if source is not None else None
        if verb is not None:
            yield Mention((verb, verb + 1), source, (0, len(tokens)), "wie")


def _of_so(tokens: list[Token]) -> Iterator[Mention]:
    """ "…, so vermutet die Zeitung, …"."""
    for at in range(1, len(tokens) - 2):
        apart = tokens[at - 1].tag in (tags.COMMA, tags.DASH, tags.QUOTE)
        if tokens[at].low != "so" or not apart or tokens[at + 1].tag not in _VERBS:
            continue
        if verb_base(tokens[at + 1].low) in SPEAKING:
            source = noun_phrase(tokens, at + 2, len(tokens), "de")
            yield Mention((at + 1, at + 2), source, (0, at - 1 or 1), "so")


def _of_speakers(sentence: Sentence) -> Iterator[Mention]:
    """ "Anna Berger, Leiterin der Werft: „…“": who speaks, and a colon without any verb before it."""
    tokens = sentence.tokens
    for at in range(1, len(tokens)):
        if tokens[at].tag != tags.COLON:
            continue
        quoted = at + 1 == len(tokens) or tokens[at + 1].tag == tags.QUOTE
        source = noun_phrase(tokens, 0, at, "de")
        if (
            quoted
            and source is not None
            and not any(token.tag in _VERBS | tags.VERBAL for token in tokens[:at])
        ):
            message = (at + 1, len(tokens)) if at + 1 < len(tokens) else None
            yield Mention((at, at + 1), source, message, "speaker")
        return


def _verb_within(tokens: list[Token], start: int) -> int | None:
    for at in range(start, min(start + _WITHIN, len(tokens))):
        if tokens[at].tag == tags.COMMA:
            return None
        if tokens[at].tag in _VERBS and verb_base(tokens[at].low) in STATING:
            return at
    return None


def _of_statements(tokens: list[Token]) -> Iterator[Mention]:
    """ "nach israelischen Angaben", "laut ersten Berichten": a statement of nobody in particular."""
    for at, token in enumerate(tokens[:-1]):
        if token.low not in ("nach", "laut") or token.tag != tags.PREPOSITION:
            continue
        noun = at + 1
        while noun < len(tokens) - 1 and tokens[noun].tag in _BEFORE_NOUN:
            noun += 1
        low = tokens[noun].low
        if tokens[noun].tag == tags.NOUN and (low in SOURCES or low.endswith(SOURCE_ENDINGS)):
            yield Mention((at, at + 1), (at + 1, noun + 1), (0, len(tokens)), "statement")
