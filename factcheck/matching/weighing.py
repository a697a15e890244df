"""How much of what a query asks for a claim has: `seek(asked, rarity)`, `weigh_claim(sought, claim, …)`.

The index adds up a word, its meaning, its parts and its look, which lets it skip what cannot come near the
best; of the few that it proposes each thing asked for counts once here, by the best that answers it.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from factcheck.matching.documents import CONTEXT, Wanted, document_terms
from factcheck.matching.terms import Analysis

_K1, _B, _USUAL = 1.2, 0.75, 7.5
"""Saturation and share of length in Okapi BM25 (Robertson et al. 1994), and the terms of a claim of usual
length."""


class Option(NamedTuple):
    """A term that answers, and what that counts; `where` is CLAIM for the claim itself, and the number of a
    field of its context else."""

    where: int
    name: str
    worth: float


CLAIM = 0
Sought = list[list[Option]]
"""For each thing asked for what answers it, best first."""


def seek(asked: Iterable[Wanted], rarity: Mapping[str, float]) -> Sought:
    """What answers each of these, by how rare terms are."""
    return [sorted(_options(each, rarity), key=lambda option: -option.worth) for each in asked]


def _options(each: Wanted, rarity: Mapping[str, float]) -> Iterator[Option]:
    for name, weight in each.alternatives:
        yield Option(CLAIM, name, weight * rarity[name])
    first = each.alternatives[0][0]
    if first.startswith("w:"):
        for at, (_, weight) in enumerate(CONTEXT, start=CLAIM + 1):
            yield Option(at, first, weight * rarity[first])


def weigh_claim(sought: Sought, claim: Analysis, around: Container[str], topics: Container[str]) -> float:
    """What the claim and its surroundings have of it, as Okapi BM25 of terms that occur once."""
    has = (frozenset(document_terms(claim)), around, topics)
    found = 0.0
    for options in sought:
        for where, name, worth in options:
            if name in has[where]:
                found += worth
                break
    return found * (1 + _K1) / (1 + _K1 * (1 - _B + _B * len(claim.terms) / _USUAL))
