"""Where a query puts another word, name or direction in the place of the claim's."""

from collections.abc import Iterator
from itertools import islice

from claims.reason import Reason
from factcheck.matching.compare import Alignment, sequence
from factcheck.matching.lexicon import opposites
from factcheck.matching.stopwords import STOPWORDS
from factcheck.matching.terms import Analysis, Term

ANSWERED = 0.5
"""Likeness from which a term counts as answered."""

_WHOLLY = 0.72
"""Below it only a part of a compound is answered: Bildungspolitik by Gesundheitspolitik."""

_NEARLY_VERBATIM = 0.55
"""Share of a sentence's words that stand in the claim in the same order, from which a word that the
claim has not stands for another fact; in a free rewording it may mean the same."""

_NEXT_TO = 2
"""Terms of the claim between a word that both have and the one that was put elsewhere."""


def find_substitutions(
    query: Analysis, claim: Analysis, context: frozenset[str], alignment: Alignment
) -> list[Reason]:
    """Opposites, other names, and other words in a sentence that is otherwise the same."""
    open_query = [at for at, pair in enumerate(alignment.pairs) if pair.likeness < ANSWERED]
    open_claim = [at for at, like in enumerate(alignment.answered) if like < ANSWERED]
    verbatim = query.sentence and sequence(query, claim) >= _NEARLY_VERBATIM
    found = [*_opposed(query, claim, open_query), *_other_order(query, claim)]
    asked = [query.terms[at] for at in open_query if query.terms[at].name]
    claimed = [claim.terms[at] for at in open_claim if claim.terms[at].name]
    named = _other_name(asked, claimed, context, verbatim)
    if named is not None:
        found.append(named)
    if not found and verbatim:
        strange = [at for at in open_query if not has(context, query.terms[at])]
        found += _other_words(query, claim, alignment, strange, open_claim)
    return found


def has(context: frozenset[str], term: Term) -> bool:
    """Whether the surroundings of a claim have the term, by word or by meaning."""
    return f"w:{term.key}" in context or any(f"c:{number}" in context for number in term.concepts)


def _opposed(query: Analysis, claim: Analysis, open_query: list[int]) -> Iterator[Reason]:
    for at in open_query:
        against = opposites(query.terms[at].concepts) & claim.concept_places.keys()
        for number in sorted(against):
            # a claim that has both sides, a loss after a profit, contradicts neither
            if not opposites(frozenset({number})) & claim.concept_places.keys():
                yield _differ("direction", query.terms[at], claim.terms[claim.concept_places[number]])
                break


_ORDER = {"before": "after", "after": "before", "vor": "nach", "nach": "vor"}


def _other_order(query: Analysis, claim: Analysis) -> Iterator[Reason]:
    """Before where the claim has after, of the same thing."""
    if query.language == claim.language:
        theirs = set(_ordered(claim))
        for word, key in _ordered(query):
            if (_ORDER[word], key) in theirs and (word, key) not in theirs:
                yield Reason(code="direction", values={"asked": word, "claimed": _ORDER[word]})


def _ordered(side: Analysis) -> Iterator[tuple[str, str]]:
    """Each word of order with the word of substance that follows it."""
    for at, word in enumerate(side.sequence):
        if word in _ORDER:
            yield from ((word, key) for key in islice(_of_substance(side, at + 1), 1))


def _of_substance(side: Analysis, start: int) -> Iterator[str]:
    return (key for key in side.sequence[start:] if key not in STOPWORDS[side.language])


def _other_name(
    asked: list[Term], claimed: list[Term], context: frozenset[str], verbatim: bool
) -> Reason | None:
    """A name that neither the claim nor its article has; one that only the article has where it stands
    for another in a sentence that is otherwise the same.

    Where the claim names no place, a place in the query may be what goes without saying there.
    """
    strange = [term for term in asked if not has(context, term)]
    if asked and claimed and (strange or verbatim):
        return _differ("name", (strange or asked)[0], claimed[0])
    foreign = [term for term in strange if not term.concepts]
    if foreign:
        return Reason(code="missing_name", values={"asked": foreign[0].form})
    return None


def _other_words(
    query: Analysis, claim: Analysis, alignment: Alignment, open_query: list[int], open_claim: list[int]
) -> Iterator[Reason]:
    """Compounds of which the claim has another, and words beside one that both have, where the claim
    has another beside it."""
    for term, pair in zip(query.terms, alignment.pairs, strict=True):
        if ANSWERED <= pair.likeness < _WHOLLY and _other_compound(term, claim.terms[pair.claim]):
            yield _differ("word", term, claim.terms[pair.claim])
    for at in open_query:
        beside = [
            alignment.pairs[near].claim
            for near in (at - 1, at + 1)
            if 0 <= near < len(alignment.pairs) and alignment.pairs[near].likeness >= ANSWERED
        ]
        rivals = [other for other in open_claim if any(abs(other - place) <= _NEXT_TO for place in beside)]
        if rivals:
            yield _differ("word", query.terms[at], claim.terms[rivals[0]])


def _other_compound(asked: Term, claimed: Term) -> bool:
    """Whether each has a part that the other has not; `council` is no other than `city council`."""
    if not asked.parts or not claimed.parts:
        return False
    ours, theirs = {asked.key, *asked.parts}, {claimed.key, *claimed.parts}
    return not (theirs.issuperset(asked.parts) or ours.issuperset(claimed.parts))


def _differ(code: str, asked: Term, claimed: Term) -> Reason:
    return Reason(code=code, values={"asked": asked.form, "claimed": claimed.form})
