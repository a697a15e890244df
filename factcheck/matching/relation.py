"""What a claim has to do with a query: `relate(query, claim, context, weights) -> Match`.

*same* only where no slot contradicts and the proposition is the same, *differs* where the matter is
the same and a slot is another one, *related* for everything else. Wrongly said, "same" is worse than
a "same" that is missing.
"""

from collections.abc import Container, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from operator import mul
from typing import NamedTuple

from claims.reason import Language, Reason
from factcheck.matching.compare import SAME_CONCEPT, SAME_WORD, Alignment, align, coverage
from factcheck.matching.polarity import find_denial
from factcheck.matching.slots import Comparison, compare_slots
from factcheck.matching.substitution import ANSWERED, find_substitutions, has
from factcheck.matching.terms import Analysis, Term, analyse


class Relation(StrEnum):
    SAME = "same"
    DIFFERS = "differs"
    RELATED = "related"


class Match(NamedTuple):
    """A claim held against a query. `score` orders claims, 0..1."""

    relation: Relation
    score: float
    reasons: tuple[Reason, ...] = ()
    differences: tuple[Reason, ...] = ()


Weights = Mapping[str, float]
"""How much each key says, by how rare it is among the desk's claims."""

_PAIRS = 5_000
"""Pairs of texts that a process remembers, some kilobytes each."""

_FIGURE = 2.0
"""How many words of the average weight a figure or time counts, for a query as long as the claim."""


class Candidate(NamedTuple):
    """A claim's analysis, the keys of the words around it and of what its article is about, its score in
    the index as a share of the best one's, and whether what is asked stands in the same article."""

    claim: Analysis
    around: Container[str] = ()
    topics: Container[str] = ()
    indexed: float = 0.0
    beside: bool = False

    def knows(self, term: Term) -> bool:
        """Whether its surroundings have the term."""
        return has(self.topics, term) or has(self.around, term)

    def worth(self, term: Term) -> float:
        """What a word counts that the claim has not: something if its surroundings have it."""
        return _TOPIC if has(self.topics, term) else _AROUND * has(self.around, term)


SAME_FROM = 0.42
"""The share of a query's weight that a claim has to answer to be the same proposition."""

SAME_MATTER_FROM = 0.4
"""The share of what is not a name: names alone make no proposition."""

SAME_FROM_WITHOUT_VERB = 0.7
"""The share that has to be answered where the claim answers none of the query's verbs nor its figures."""

DIFFERS_FROM = 0.5
"""The share beside the contradicting part from which the matter is the same."""

_AROUND = 0.6
_TOPIC = 0.8
"""What a word is worth that stands near the claim, or in its article's topics."""


def relate(query: Analysis, candidate: Candidate, weights: Weights) -> Match:
    """Compare one claim with the query. `weights` say how rare a key is among the desk's claims."""
    claim = candidate.claim
    alignment, slots, reasons = _held(query.text, query.language, claim.text, claim.language)
    differences = _differences(query, candidate, alignment, slots)
    return Match(
        relation=_decide(query, candidate, alignment, weights, differences, slots),
        score=_score(query, candidate, alignment, slots, weights),
        reasons=reasons,
        differences=differences,
    )


@lru_cache(_PAIRS)
def _held(
    query: str, asked_in: Language, claim: str, said_in: Language
) -> tuple[Alignment, Comparison, tuple[Reason, ...]]:
    """What hangs on the two texts alone: a claim's page holds the same ones against it at each look."""
    ours, theirs = analyse(query, asked_in), analyse(claim, said_in)
    alignment, slots = align(ours, theirs), compare_slots(ours, theirs)
    return alignment, slots, _reasons(ours, theirs, alignment, slots)


def _score(
    query: Analysis, candidate: Candidate, alignment: Alignment, slots: Comparison, weights: Weights
) -> float:
    claim = candidate.claim
    likeness = [
        pair.likeness if pair.claim >= 0 else candidate.worth(term)
        for term, pair in zip(query.terms, alignment.pairs, strict=True)
    ]
    ours, theirs = ([weights.get(term.key, 1.0) for term in side.terms] for side in (query, claim))
    asks, whole = sum(ours), sum(ours) + sum(theirs)
    asked = sum(map(mul, ours, likeness)) / asks if asks else 0.0
    # Dice's coefficient: twice the weight that both have over the weight of both
    both = 2 * sum(map(mul, ours, (pair.likeness for pair in alignment.pairs))) / whole if whole else 0.0
    both = min(1.0, both)
    if slots.asked:
        # a long text names many figures that are not the claim's matter
        weight = 2 * _FIGURE * (1 - (asks / whole if whole else 0.5))
        figures = len(claim.quantities) + len(claim.times)
        comparable = min(slots.asked, max(1, figures))
        agreed = weight * min(slots.agreed, comparable)
        size = (len(query.terms) + len(claim.terms)) / 2
        asked = _with_figures(asked, len(query.terms), agreed, weight * comparable)
        both = _with_figures(both, size, agreed, weight * (comparable + figures) / 2)
    return min(1.0, 0.4 * asked + 0.3 * both + 0.3 * candidate.indexed)


def _decide(
    query: Analysis,
    candidate: Candidate,
    alignment: Alignment,
    weights: Weights,
    differences: tuple[Reason, ...],
    slots: Comparison,
) -> Relation:
    answers = list(_answers(query, candidate, alignment))
    # what contradicts does so whatever else the desk has, and however rare its words are there
    share = _share(answers, {} if differences else weights)
    asked = _with_figures(share, len(answers), slots.agreed, slots.asked)
    if differences:
        return Relation.DIFFERS if asked >= DIFFERS_FROM else Relation.RELATED
    matter = [(term, like) for term, like in answers if not term.name]
    needed = SAME_FROM if slots.agreed or _says_what_happened(answers) else SAME_FROM_WITHOUT_VERB
    enough = asked >= needed and (not matter or _share(matter, weights) >= SAME_MATTER_FROM)
    apart = candidate.beside and _names_others(query, alignment)
    return Relation.SAME if enough and not slots.missing and not apart else Relation.RELATED


def _names_others(query: Analysis, alignment: Alignment) -> bool:
    """Whether each names somebody or something that the other has not: "worked on Colossus" and "worked at
    Robinhood" in one article, where no name goes without saying for one and not for the other."""
    asked = any(t.name and p.claim < 0 for t, p in zip(query.terms, alignment.pairs, strict=True))
    return asked and any(True for _ in alignment.open_names(ANSWERED))


def _answers(query: Analysis, candidate: Candidate, alignment: Alignment) -> Iterator[tuple[Term, float]]:
    """What the claim answers, each of its words once; a name that its article has goes without saying."""
    best: dict[int, float] = {}
    for pair in alignment.pairs:
        best[pair.claim] = max(pair.likeness, best.get(pair.claim, 0.0))
    spent = set()
    for term, pair in zip(query.terms, alignment.pairs, strict=True):
        if pair.claim < 0:
            if not (term.name and candidate.worth(term)):
                yield term, pair.likeness
        elif pair.likeness == best[pair.claim] and pair.claim not in spent:
            spent.add(pair.claim)
            yield term, pair.likeness


def _with_figures(found: float, words: float, agreed: float, asked: float) -> float:
    """The share that is answered of words and of figures, which count in words of the average weight."""
    return (found * words + agreed) / (words + asked) if asked else found


def _share(answers: list[tuple[Term, float]], weights: Weights) -> float:
    return coverage([term for term, _ in answers], [like for _, like in answers], weights)


def _says_what_happened(answers: list[tuple[Term, float]]) -> bool:
    """Whether the claim answers one of the query's verbs, where it has any that the lexicon knows."""
    verbs = [like for term, like in answers if term.verb and term.concepts]
    return not verbs or max(verbs) >= ANSWERED


def _differences(
    query: Analysis, candidate: Candidate, alignment: Alignment, slots: Comparison
) -> tuple[Reason, ...]:
    found = [
        *slots.differences,
        *find_substitutions(query, candidate.claim, candidate.knows, alignment),
    ]
    denial = find_denial(query, candidate.claim, alignment)
    if denial is not None:
        found.append(denial)
    return tuple(found)


def _reasons(query: Analysis, claim: Analysis, alignment: Alignment, slots: Comparison) -> tuple[Reason, ...]:
    same, meaning = [], []
    for term, pair in zip(query.terms, alignment.pairs, strict=True):
        if pair.likeness >= SAME_WORD:
            same.append(term.form)
        elif pair.likeness >= SAME_CONCEPT:
            meaning.append(f"{term.form} – {claim.terms[pair.claim].form}")
    found = list(slots.reasons)
    if same:
        found.append(Reason(code="shared_words", values={"words": ", ".join(dict.fromkeys(same))}))
    if meaning:
        found.append(Reason(code="shared_meaning", values={"words": ", ".join(dict.fromkeys(meaning))}))
    return tuple(found)
