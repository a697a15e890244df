"""Words of a query held against the words of a claim: `align(query, claim) -> Alignment`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler, LCSseq

from factcheck.matching.folding import fold
from factcheck.matching.german import PARTICLES
from factcheck.matching.lexicon import NOTHING, Concepts
from factcheck.matching.terms import SHORTEST_ALIKE, Analysis, Term

SAME_WORD = 1.0
SAME_CONCEPT = 0.9
IN_COMPOUND = 0.7
SHARED_PART = 0.55
LOOKS_ALIKE = 0.75
COGNATE = 0.6
"""How much of a word's weight each kind of agreement is worth."""

_ALIKE_FROM = 0.88
_LONG_PARTICLES = tuple(fold(particle) for particle in PARTICLES if len(particle) > 3)


class Pair(NamedTuple):
    """A term of the query and what answers it in the claim: its index (-1: nothing) and how well."""

    claim: int
    likeness: float


class Alignment(NamedTuple):
    """For each term of the query its pair, and for each of the claim how well it is answered."""

    pairs: tuple[Pair, ...]
    answered: tuple[float, ...]


NOTHING_FOUND = Pair(-1, 0.0)


def align(query: Analysis, claim: Analysis) -> Alignment:
    """The best pair for each term, in both directions."""
    pairs = tuple([_best(term, claim) for term in query.terms])
    back = tuple([_best(term, query).likeness for term in claim.terms])
    return Alignment(pairs, back)


def coverage(terms: Iterable[Term], likeness: Iterable[float], weights: Mapping[str, float]) -> float:
    """The share of the terms' weight that is answered, 0..1; 0 for no terms."""
    total = found = 0.0
    for term, like in zip(terms, likeness, strict=True):
        weight = weights.get(term.key, 1.0)
        total += weight
        found += weight * like
    return found / total if total else 0.0


def shared(
    asked: Sequence[Term], claimed: Sequence[Term], alignment: Alignment, weights: Mapping[str, float]
) -> float:
    """Dice's coefficient: twice the weight that both have over the weight of both, 0..1."""
    whole = sum(weights.get(term.key, 1.0) for side in (asked, claimed) for term in side)
    pairs = zip(asked, alignment.pairs, strict=True)
    both = sum(weights.get(term.key, 1.0) * pair.likeness for term, pair in pairs)
    return min(1.0, 2 * both / whole) if whole else 0.0


def sequence(query: Analysis, claim: Analysis) -> float:
    """The share of the query's words, function words too, that stand in the claim in the same order."""
    ours, theirs = query.sequence, claim.sequence
    return LCSseq.similarity(ours, theirs) / len(ours) if ours else 0.0


def _best(term: Term, other: Analysis) -> Pair:
    if (at := other.places.get(term.key)) is not None:
        return Pair(at, SAME_WORD)
    if (at := _meet(term.concepts, other.concept_places)) is not None:
        return Pair(at, SAME_CONCEPT)
    best = _by_compound(term, other)
    for found in (_by_parts(term, other), _by_form(term, other)):
        if found.likeness > best.likeness:
            best = found
    return best


def _meet(numbers: Concepts, places: Mapping[int, int]) -> int | None:
    for number in numbers:
        if number in places:
            return places[number]
    return None


def _by_compound(term: Term, other: Analysis) -> Pair:
    """The term is a part of a compound there, by word or meaning."""
    at = other.part_places.get(term.key)
    if at is None:
        at = _meet(term.concepts, other.part_concept_places)
    return NOTHING_FOUND if at is None else Pair(at, IN_COMPOUND)


def _by_parts(term: Term, other: Analysis) -> Pair:
    """Parts of the term stand there, alone or in a compound."""
    if not term.parts:
        return NOTHING_FOUND
    found = [at for part in term.parts if (at := _part_place(part, other)) is not None]
    concepts = NOTHING
    if not found:
        concepts = frozenset(term.part_concepts)
        at = _meet(concepts, other.concept_places)
        at = at if at is not None else _meet(concepts, other.part_concept_places)
        return NOTHING_FOUND if at is None else Pair(at, SHARED_PART)
    whole = len(found) / len(term.parts)
    met = sum(number in other.concept_places for number in term.part_concepts)
    return Pair(found[-1], max(SHARED_PART, SAME_CONCEPT * min(1.0, whole + 0.3 * min(met, 1) * (whole < 1))))


def _part_place(part: str, other: Analysis) -> int | None:
    at = other.places.get(part)
    return at if at is not None else other.part_places.get(part)


def _by_form(term: Term, other: Analysis) -> Pair:
    """A word that looks much like it: another form, a derivation, a cognate of the other language."""
    if len(term.key) < SHORTEST_ALIKE:
        return NOTHING_FOUND
    best = NOTHING_FOUND
    for at in other.looks.get(term.key[:3], ()):
        like = _alike(term.key, other.terms[at].key)
        if like > best.likeness:
            best = Pair(at, like)
    if best is NOTHING_FOUND and term.skeleton in other.skeletons:
        best = Pair(other.skeletons[term.skeleton], COGNATE)
    return best


def _alike(one: str, other: str) -> float:
    """How much two words are alike that begin with the same letters."""
    ratio = JaroWinkler.similarity(one, other, score_cutoff=_ALIKE_FROM)
    return LOOKS_ALIKE * ratio if ratio and not _particle_only(one, other) else 0.0


def _particle_only(one: str, other: str) -> bool:
    """Whether all that two verbs share is their particle: zurückweisen and zurücktreten."""
    for particle in _LONG_PARTICLES:
        if one.startswith(particle) and other.startswith(particle):
            return one[len(particle) :][:2] != other[len(particle) :][:2]
    return False
