"""How much of what a query asks for a claim has: `seek(asked, rarity)`, `weigh_claim(sought, claim, …)`.

The index adds up a word, its meaning, its parts and its look, which lets it skip what cannot come near the
best; of the few that it proposes each thing asked for counts once here, by the best that answers it.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from factcheck.matching.documents import CONTEXT, Wanted, slot_terms
from factcheck.matching.terms import Analysis

_K1, _B, _USUAL = 1.2, 0.75, 7.5
"""Saturation and share of length in Okapi BM25 (Robertson et al. 1994), and the terms of a claim of usual
length."""


class Option(NamedTuple):
    """A term that answers by its kind, or a field where else its word may stand, and what that counts."""

    kind: str
    value: str | int
    worth: float


Sought = list[list[Option]]
"""For each thing asked for what answers it, best first."""
_Has = Mapping[str, tuple[Container[str | int], Container[str | int]]]


def seek(asked: Iterable[Wanted], rarity: Mapping[str, float]) -> Sought:
    """What answers each of these, by how rare terms are."""
    return [sorted(_options(each, rarity), key=lambda option: -option.worth) for each in asked]


def _options(each: Wanted, rarity: Mapping[str, float]) -> Iterator[Option]:
    for name, weight in each.alternatives:
        kind, _, value = name.partition(":")
        yield Option(kind, int(value) if kind == "c" else value, weight * rarity[name])
    first = each.alternatives[0][0]
    if first.startswith("w:"):
        yield from (Option(field, first, weight * rarity[first]) for field, weight in CONTEXT)


def weigh_claim(sought: Sought, claim: Analysis, around: Container[str], topics: Container[str]) -> float:
    """What the claim and its surroundings have of it, as Okapi BM25 of terms that occur once."""
    where = claim.where
    slots = [name.split(":") for name in slot_terms(claim)]
    has: _Has = {
        "w": (where.keys, where.parts),
        "c": (where.concepts, where.part_concepts),
        "k": (where.skeletons, ()),
        "n": ([value for kind, value in slots if kind == "n"], ()),
        "y": ([value for kind, value in slots if kind == "y"], ()),
        "around": (around, ()),
        "topics": (topics, ()),
    }
    found = sum([_best(options, has) for options in sought])
    return found * (1 + _K1) / (1 + _K1 * (1 - _B + _B * len(claim.terms) / _USUAL))


def _best(options: list[Option], has: _Has) -> float:
    for kind, value, worth in options:
        one, other = has[kind]
        if value in one or value in other:
            return worth
    return 0.0
