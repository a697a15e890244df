"""Words of a query held against the words of a claim: `align(query, claim) -> Alignment`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler, LCSseq

from factcheck.matching.folding import fold
from factcheck.matching.german import PARTICLES
from factcheck.matching.lexicon import Concepts
from factcheck.matching.terms import SHORTEST_ALIKE, Analysis, Places, Term

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


NOTHING_FOUND = Pair(-1, 0.0)


@dataclass(frozen=True)
class Alignment:
    """For each term of the query its pair."""

    query: Analysis
    claim: Analysis
    pairs: tuple[Pair, ...]

    @cached_property
    def answered(self) -> tuple[float, ...]:
        """For each term of the claim how well it is answered."""
        return tuple([_best(term, self.query.where, self.query).likeness for term in self.claim.terms])

    @cached_property
    def in_order(self) -> float:
        """The share of the query's words, function words too, that stand in the claim in the same order."""
        ours, theirs = self.query.sequence, self.claim.sequence
        return LCSseq.similarity(ours, theirs) / len(ours) if ours else 0.0

    def open_names(self, below: float) -> Iterator[Term]:
        """The names in the claim that are answered less than that. Whoever needs one waits for no more."""
        for term in self.claim.terms:
            if term.name and _best(term, self.query.where, self.query).likeness < below:
                yield term


def align(query: Analysis, claim: Analysis) -> Alignment:
    """The best pair for each term of the query."""
    where = claim.where
    return Alignment(query, claim, tuple([_best(term, where, claim) for term in query.terms]))


def coverage(terms: Iterable[Term], likeness: Iterable[float], weights: Mapping[str, float]) -> float:
    """The share of the terms' weight that is answered, 0..1; 0 for no terms."""
    total = found = 0.0
    for term, like in zip(terms, likeness, strict=True):
        weight = weights.get(term.key, 1.0)
        total += weight
        found += weight * like
    return found / total if total else 0.0


def _best(term: Term, where: Places, other: Analysis) -> Pair:
    if (at := where.keys.get(term.key)) is not None:
        return Pair(at, SAME_WORD)
    if (at := _meet(term.concepts, where.concepts)) is not None:
        return Pair(at, SAME_CONCEPT)
    best = _by_compound(term, where)
    if term.parts and (found := _by_parts(term, where)).likeness > best.likeness:
        best = found
    if len(term.key) >= SHORTEST_ALIKE and (found := _by_form(term, where, other)).likeness > best.likeness:
        best = found
    return best


def _meet(numbers: Concepts, places: Mapping[int, int]) -> int | None:
    for number in numbers:
        if number in places:
            return places[number]
    return None


def _by_compound(term: Term, where: Places) -> Pair:
    """The term is a part of a compound there, by word or meaning."""
    at = where.parts.get(term.key)
    if at is None:
        at = _meet(term.concepts, where.part_concepts)
    return NOTHING_FOUND if at is None else Pair(at, IN_COMPOUND)


def _by_parts(term: Term, where: Places) -> Pair:
    """Parts of the term stand there, alone or in a compound."""
    found = [at for part in term.parts if (at := _part_place(part, where)) is not None]
    if not found:
        concepts = frozenset(term.part_concepts)
        at = _meet(concepts, where.concepts)
        at = at if at is not None else _meet(concepts, where.part_concepts)
        return NOTHING_FOUND if at is None else Pair(at, SHARED_PART)
    whole = len(found) / len(term.parts)
    met = sum(number in where.concepts for number in term.part_concepts)
    return Pair(found[-1], max(SHARED_PART, SAME_CONCEPT * min(1.0, whole + 0.3 * min(met, 1) * (whole < 1))))


def _part_place(part: str, where: Places) -> int | None:
    at = where.keys.get(part)
    return at if at is not None else where.parts.get(part)


def _by_form(term: Term, where: Places, other: Analysis) -> Pair:
    """A word that looks much like it: another form, a derivation, a cognate of the other language."""
    best = NOTHING_FOUND
    for at in where.looks.get(term.key[:3], ()):
        like = _alike(term.key, other.terms[at].key)
        if like > best.likeness:
            best = Pair(at, like)
    if best is NOTHING_FOUND and term.skeleton in where.skeletons:
        best = Pair(where.skeletons[term.skeleton], COGNATE)
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
