"""Whether a statement speaks of what the claim speaks of: `find_matter(claim, said, alignment)`.

Sharing words is not enough: what happens in the claim has to happen in the statement, and to the same.
"""

from functools import lru_cache
from typing import NamedTuple

from factcheck.evidence.kinship import against as against_kin
from factcheck.evidence.statements import Passage, Statement
from factcheck.extraction.lexicon import words
from factcheck.matching.compare import COGNATE, LOOKS_ALIKE, Alignment, Pair
from factcheck.matching.folding import fold
from factcheck.matching.lexicon import Concepts, concepts, opposites
from factcheck.matching.terms import Term


class Matter(NamedTuple):
    """The shares of the claim's and of the statement's own words that the other has, that of the claim's
    that are no verbs, the words that are not answered, and those that stand against each other."""

    asked: float
    told: float
    things: float
    unanswered: tuple[Term, ...]
    extra: tuple[Term, ...]
    opposed: tuple[Term, Term] | None


ANSWERED = 0.5
_WHOLLY = 0.72
"""Likeness of words from which one answers another, and from which not just a part of it does."""

_ENDING = 3
"""Letters that an ending has at most."""

_OTHER_THINGS = words(
    "Norden Süden Osten Westen Mann Frau Sommer Winter neu alt jung lang kurz früher künftig ehemalig groß "
    "klein hoch niedrig Export Import Angebot Nachfrage Arbeitgeber Arbeitnehmer Regierung Opposition Kläger "
    "Täter Opfer männlich weiblich Nachfolger Vorgänger Hardware Software inländisch Vollzeit Teilzeit "
    "Käufer Verkäufer Sieger"
)
"""Words whose opposite is another thing, and no denial of the first: wages in the north and in the south."""


def find_matter(claim: Statement, said: Statement, passage: Passage, alignment: Alignment) -> Matter:
    """How far the two speak of one matter."""
    met, back = _met(claim, said, passage, alignment)
    opposed = _opposed(claim, said, met, back)
    against = opposed or (-1, -1)
    ours, theirs = claim.analysis.terms, said.analysis.terms
    asked = [(ours[at], met[at] or at == against[0]) for at in claim.content]
    told = [(theirs[at], back[at] or at == against[1]) for at in said.content]
    return Matter(
        asked=_share(asked),
        told=_share(told),
        things=_share([(term, known) for term, known in asked if not term.verb]),
        unanswered=tuple(term for term, met in asked if not met),
        extra=tuple(term for term, met in told if not met),
        opposed=(ours[against[0]], theirs[against[1]]) if opposed else None,
    )


def _met(
    claim: Statement, said: Statement, passage: Passage, alignment: Alignment
) -> tuple[list[bool], list[bool]]:
    """For each term of the two whether the other side has it, by word, by meaning or by kin."""
    met = [_is_answered(term, pair, claim, said) for term, pair in _pairs(claim, alignment)]
    back = [like >= ANSWERED for like in alignment.answered]
    for at, (term, pair) in enumerate(_pairs(claim, alignment)):
        if not met[at] and pair.likeness >= ANSWERED:
            back[pair.claim] = back[pair.claim] and said.analysis.terms[pair.claim].key == term.key
        met[at] = met[at] or _elsewhere(term, passage)
    kin = [(other, groups) for other, groups in enumerate(said.kin) if groups]
    for at, ours in enumerate(claim.kin):
        for other, theirs in kin if ours else ():
            if not ours.isdisjoint(theirs):
                met[at] = back[other] = True
    return met, back


def _pairs(claim: Statement, alignment: Alignment) -> list[tuple[Term, Pair]]:
    return list(zip(claim.analysis.terms, alignment.pairs, strict=True))


def _is_answered(term: Term, pair: Pair, claim: Statement, said: Statement) -> bool:
    if pair.likeness < ANSWERED:
        return False
    other = said.analysis.terms[pair.claim]
    if pair.likeness < _WHOLLY and _other_compound(term, other):
        return False
    alike = pair.likeness in (COGNATE, LOOKS_ALIKE) and claim.analysis.language == said.analysis.language
    return not alike or _one_stem(term.key, other.key)


def _one_stem(one: str, other: str) -> bool:
    """Whether two words of a language differ by an ending at most: not Verkehrstote, Verkehrsunfall."""
    longest = max(len(one), len(other)) - _ENDING
    return one[:longest] == other[:longest]


def _elsewhere(term: Term, passage: Passage) -> bool:
    """Whether another sentence of the passage has it. What happens has to happen in this one."""
    if term.verb:
        return False
    there = passage.analysis
    return term.key in there.places or any(number in there.concept_places for number in term.concepts)


def _other_compound(term: Term, other: Term) -> bool:
    """Each has a part that the other has not: Verkehrstote and Verkehrsunfälle."""
    ours, theirs = {term.key, *term.parts}, {other.key, *other.parts}
    alone = not term.parts or not other.parts
    return not (alone or theirs.issuperset(term.parts) or ours.issuperset(other.parts))


_VERB_WEIGHT, _NOUN_WEIGHT, _OTHER_WEIGHT = 1.0, 1.0, 0.5


def _share(terms: list[tuple[Term, bool]]) -> float:
    whole = found = 0.0
    for term, met in terms:
        weight = _weight(term)
        whole += weight
        found += weight * met
    return found / whole if whole else 1.0


def _weight(term: Term) -> float:
    if term.verb:
        return _VERB_WEIGHT
    return _NOUN_WEIGHT if term.form[:1].isupper() or len(term.form) > 4 else _OTHER_WEIGHT


def _opposed(claim: Statement, said: Statement, met: list[bool], back: list[bool]) -> tuple[int, int] | None:
    """A word of the claim in whose place its opposite stands."""
    for at, term in enumerate(claim.analysis.terms):
        if met[at] or not (term.concepts or claim.kin[at]):
            continue
        concepts_against = opposites(term.concepts - _other_things())
        kin_against = against_kin(claim.kin[at])
        for other, rival in enumerate(said.analysis.terms):
            if not back[other] and (concepts_against & rival.concepts or kin_against & said.kin[other]):
                return at, other
    return None


@lru_cache(maxsize=1)
def _other_things() -> Concepts:
    return frozenset(number for word in _OTHER_THINGS for number in concepts(fold(word), "de"))


def states(terms: tuple[Term, ...]) -> bool:
    """Whether one of the words is a verb that tells of an event."""
    return any(term.verb for term in terms)
