"""Subjects that stand in an earlier clause of the sentence: `subject_before(sentence, proposition, language)
-> list[Piece]`.

"(Die Werft baute drei Fähren und) verkaufte zwei": the subject of the clause that the verb is joined to.
"""

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.antecedents import is_plural
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.german import SUBJUNCTIVE
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.phrases import noun_phrase
from factcheck.extraction.pieces import MISSING, Piece, take
from factcheck.extraction.propositions import Proposition
from factcheck.extraction.scene import subject_of
from factcheck.extraction.tokens import Token

_MODALS = words("will would can could may might must shall should did does do")
_PLURAL = words("were are have")
_SINGULAR = words("was is has")
_PARTING = (
    frozenset({tags.COMMA, tags.DASH, tags.COLON, tags.OPEN, tags.QUOTE, tags.ADVERB, tags.PRONOUN})
    | tags.VERBAL
)
_SUBJECTIVE = words("sei seien habe hätte hätten wäre wären werde würde würden könne solle müsse wolle")
_POINTING = words("das dies")


def subject_before(sentence: Sentence, proposition: Proposition, language: Language) -> list[Piece]:
    """The subject of the clause that the verb is joined to, and an auxiliary that both verbs share."""
    tokens = sentence.tokens
    if language == "en" and _may_go_on(sentence, proposition):
        return [Piece(MISSING, None)]
    for clause in reversed(sentence.clauses):
        if clause.first >= proposition.clause.first or clause.opening is not Opening.MAIN:
            continue
        if clause.finite is None or _is_reported(sentence, clause, proposition) or clause.sign == tags.DASH:
            continue
        if clause.finite == begin_of(tokens, clause) and clause.sign:
            continue
        voiced = any(frame.cue[0] == proposition.first for frame in sentence.frames)
        subject = None if voiced else _reported_subject(sentence, clause)
        subject = subject or _subject(sentence, clause, language)
        if subject is None:
            break
        return [*take(tokens, *subject), *_shared_auxiliary(sentence, clause, proposition)]
    return [Piece(MISSING, None)]


def _may_go_on(sentence: Sentence, proposition: Proposition) -> bool:
    """English "if people broke the law and pretended …": the verb may go on with the clause right before."""
    before = [clause for clause in sentence.clauses if clause.first < proposition.clause.first]
    if not before:
        return False
    last = before[-1]
    begun = sentence.tokens[last.first + 1 : last.last]
    joined = any(token.tag == tags.SUBORDINATOR and token.low != "that" for token in begun)
    return joined or last.opening in (Opening.ADVERBIAL, Opening.CONTENT)


def _is_reported(sentence: Sentence, clause: Clause, proposition: Proposition) -> bool:
    """ "kritisierten, die Sätze seien zu hoch, und drohten": what is reported lies between."""
    tokens = sentence.tokens
    finite, own = clause.finite, proposition.clause.finite
    if finite is None or own is None or tokens[finite].low not in SUBJUNCTIVE | _SUBJECTIVE:
        return False
    return tokens[own].low not in SUBJUNCTIVE | _SUBJECTIVE


def _reported_subject(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """English "(a spokesman) said it was slow and cost too much": a second verb goes on with what is said."""
    at = sentence.clauses.index(clause)
    for frame in sentence.frames:
        if frame.clause == at and frame.message is not None and clause.first < frame.message[0] < clause.last:
            start = frame.message[0] + (sentence.tokens[frame.message[0]].low == "that")
            return noun_phrase(sentence.tokens, start, clause.last, "en") if start < clause.last else None
    return None


def _subject(sentence: Sentence, clause: Clause, language: Language) -> tuple[int, int] | None:
    tokens = sentence.tokens
    start, finite = begin_of(tokens, clause), clause.finite
    if language == "de" and finite == start + 1 and tokens[start].low in _POINTING:
        return _agent(sentence, clause)
    subject = subject_of(tokens, clause, language)
    if subject is None or finite is None or language == "en":
        return subject
    subject = _whole(tokens, subject, finite)
    first = next((t for t in tokens[slice(*subject)] if t.tag != tags.ADVERB), tokens[subject[0]])
    unled = subject[0] == start and subject[1] == finite
    if first.tag == tags.NOUN and not unled and _is_bare(sentence, subject[0]):
        return None
    accusative = first.low in ("den", "einen", "dem", "einem", "ihn", "ihm")
    plural = (
        first.tag == tags.DETERMINER
        and first.low in ("das", "der", "ein", "eine")
        and is_plural(tokens[finite])
    )
    return None if accusative or (plural and first.low != "der") else subject


def _agent(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """ "Das hat auch Nordlicht bemerkt": a name behind the verb is who did it."""
    if clause.finite is None:
        return None
    for name in sentence.names:
        between = sentence.tokens[clause.finite + 1 : name.first]
        if clause.finite < name.first < clause.last:
            plain = not any(token.tag == tags.PREPOSITION for token in between)
            return (name.first, name.last) if plain else None
    return None


def _shared_auxiliary(sentence: Sentence, before: Clause, proposition: Proposition) -> list[Piece]:
    """ "was fined and banned": the auxiliary holds for both participles."""
    verb = sentence.tokens[proposition.first]
    if before.finite is None or verb.tag == tags.AUXILIARY:
        return []
    auxiliary = sentence.tokens[before.finite]
    base = auxiliary.low in _MODALS and not verb.low.endswith(("s", "ed"))
    participle = auxiliary.tag == tags.AUXILIARY and auxiliary.low not in _MODALS and verb.low.endswith("ed")
    return take(sentence.tokens, before.finite, before.finite + 1) if base or participle else []


def interrupted_subject(sentence: Sentence, proposition: Proposition) -> list[Piece] | None:
    """English "The plan that was agreed (last year) has failed": the phrase that begins the sentence, where
    a relative clause parts it from its verb."""
    tokens = sentence.tokens
    found = noun_phrase(tokens, 0, proposition.first, "en")
    if found is None or tokens[found[1]].low not in ("that", "who", "which"):
        return None
    plural = tokens[found[1] - 1].low.endswith("s")
    verb = tokens[proposition.first].low
    agrees = verb not in _PLURAL if not plural else verb not in _SINGULAR
    return take(tokens, *found) if agrees else None


def _whole(tokens: list[Token], subject: tuple[int, int], finite: int) -> tuple[int, int]:
    """ "die Werft in Kiel (verkaufte)": what stands before the German verb is one phrase, with what describes
    its noun."""
    if subject[0] >= finite or any(token.tag in _PARTING for token in tokens[subject[0] : finite]):
        return subject
    end = finite
    while end > subject[1] and tokens[end - 1].tag == tags.ADVERB:
        end -= 1
    return subject[0], end


def _is_bare(sentence: Sentence, at: int) -> bool:
    """Whether the noun has neither article nor name: "(in der) Stadt"."""
    return not any(name.first <= at < name.last for name in sentence.names)
