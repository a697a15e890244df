"""By which complement a German verb is one of speech: `find_complement(sentence, at, cue, quoted)`.

"Er sagte zu" says nothing about words, "er sagte, dass …" does: each class of `speech_german` needs its own
complement.
"""

from typing import NamedTuple

from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.lexicon import words
from factcheck.extraction.moods import subjunctive_at, substitute_at
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.phrases import Cue, Span
from factcheck.extraction.speech_german import (
    ADDRESSING,
    JUDGING,
    NOUNS,
    REFLEXIVE,
    STATING,
    TALKING,
    THINKING,
    VOICING,
    WANTING,
)
from factcheck.extraction.tokens import Token

SAYING = STATING | THINKING | WANTING | JUDGING | ADDRESSING
SPEAKING = STATING | THINKING
"""Verbs whose content can stand before them as a sentence of its own."""

FINAL = words("um ohne anstatt statt")
"""What opens an infinitive that says what for, not what."""

POINTING = words("das dies")
"""Words that point at what was said before."""

_OF_ACTS = words(
    "ziel zweck möglichkeit versuch gelegenheit chance recht pflicht aufgabe lage fähigkeit bemühungen mühe "
    "grund anlass zeit kraft mut"
)
"""Nouns with an infinitive of their own: "mit dem Ziel, … zu stärken"."""

_PLAIN = words("sagte sagt sagten sagen erklärte meinte meint glaubt")
"""Verbs behind whose comma an indirect main clause stands even in the indicative."""


class Complement(NamedTuple):
    """What sort of complement it is, and what is said as tokens [first, last), None where outside."""

    sort: str
    message: Span | None


def find_complement(sentence: Sentence, at: int, cue: Cue, quoted: bool) -> Complement | None:
    """The complement by which the verb of clause `at` reports; None where it has none."""
    tokens, clauses = sentence.tokens, sentence.clauses
    if cue.base in SAYING:
        for find in (_as_said, _behind, _before):
            found = find(tokens, clauses, at, cue)
            if found is not None:
                return found
    clause = clauses[at]
    whole = (clause.first, clause.last)
    if quoted:
        return Complement("quote", None)
    if _points(tokens, clause, cue):
        return Complement("pointing", whole)
    spoken = _talks(tokens, clause, cue) or _voices(tokens, clause, cue)
    return Complement("talking", whole) if spoken else None


def _as_said(tokens: list[Token], clauses: list[Clause], at: int, cue: Cue) -> Complement | None:
    """ "wie die Polizei mitteilte", and a sentence that ends with a colon."""
    clause = clauses[at]
    if clause.opening is Opening.ADVERBIAL and tokens[begin_of(tokens, clause)].low in ("wie", "so"):
        return Complement("wie", (clauses[0].first, len(tokens))) if not cue.passive else None
    if tokens[-1].tag == tags.COLON and at == len(clauses) - 1:
        return Complement("colon", None)
    return None


def _behind(tokens: list[Token], clauses: list[Clause], at: int, cue: Cue) -> Complement | None:
    if at + 1 >= len(clauses):
        return None
    following = clauses[at + 1]
    said = (following.first, len(tokens))
    if following.opening is Opening.CONTENT:
        return Complement("dass", said)
    if following.opening is Opening.INFINITIVE:
        final = tokens[begin_of(tokens, following)].low in FINAL
        noun = tokens[following.first - 2].low if following.first > 1 else ""
        return None if final or noun in _OF_ACTS else Complement("zu", said)
    if following.sign == tags.COLON:
        return Complement("colon", said)
    return Complement("indirect", said) if _is_indirect(tokens, clauses[at], following, cue) else None


def _is_indirect(tokens: list[Token], clause: Clause, following: Clause, cue: Cue) -> bool:
    """ "teilte mit, der Hafen sei zu": a main clause in the Konjunktiv."""
    if Opening.MAIN not in (clause.opening,) or following.opening is not Opening.MAIN:
        return False
    if following.sign != tags.COMMA:
        return False
    inside = (following.first, following.last)
    reported = subjunctive_at(tokens, *inside) is not None or substitute_at(tokens, *inside) is not None
    return reported or tokens[cue.at].low in _PLAIN


def _before(tokens: list[Token], clauses: list[Clause], at: int, cue: Cue) -> Complement | None:
    """ "Dass er geht, bezweifelt sie", "Er gehe, teilte sie mit"."""
    if at == 0:
        return None
    clause, said = clauses[at], clauses[at - 1]
    if said.opening is Opening.CONTENT:
        return Complement("dass", (said.first, said.last))
    follows = clause.sign in (tags.COMMA, tags.QUOTE, tags.DASH) and clause.opening is Opening.MAIN
    leads = clause.finite == begin_of(tokens, clause) and not cue.passive
    stated = cue.base in SPEAKING and said.opening in (Opening.MAIN, Opening.INFINITIVE)
    return Complement("trailing", (clauses[0].first, clause.first)) if follows and leads and stated else None


def _points(tokens: list[Token], clause: Clause, cue: Cue) -> bool:
    """ "Das teilte die Bahn mit", "Dies hat die Bahn bestätigt"."""
    if tokens[clause.first].low not in POINTING or cue.base not in STATING or cue.passive:
        return False
    return cue.at == clause.first + 1 or tokens[clause.first + 1].tag == tags.AUXILIARY


def _talks(tokens: list[Token], clause: Clause, cue: Cue) -> bool:
    """ "sprach von Betrug", "sprach sich für den Bau aus"."""
    prepositions = TALKING.get(cue.base)
    if prepositions is None or cue.passive:
        return False
    lows = {token.low for token in tokens[clause.first : clause.last]}
    return bool(lows & prepositions) and (cue.base not in REFLEXIVE or "sich" in lows)


def _voices(tokens: list[Token], clause: Clause, cue: Cue) -> bool:
    """ "äußerte Bedenken", "wies den Vorwurf zurück": the object names what was said."""
    if cue.base not in VOICING:
        return False
    return any(
        tokens[at].low in NOUNS and tokens[at].tag == tags.NOUN for at in range(clause.first, clause.last)
    )
