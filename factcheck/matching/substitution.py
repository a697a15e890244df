"""Where a query puts another word, name or direction in the place of the claim's."""

from collections.abc import Callable, Container, Iterator
from itertools import islice

from claims.reason import Reason
from factcheck.matching.compare import Alignment
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


Known = Callable[[Term], bool]
"""Whether the surroundings of a claim have a term, by word or by meaning."""


def find_substitutions(query: Analysis, claim: Analysis, known: Known, alignment: Alignment) -> list[Reason]:
    """Opposites, other names, and other words in a sentence that is otherwise the same."""
    open_query = [at for at, pair in enumerate(alignment.pairs) if pair.likeness < ANSWERED]
    verbatim = query.sentence and alignment.in_order >= _NEARLY_VERBATIM
    found = [*_opposed(query, claim, open_query), *_other_order(query, claim)]
    asked = [query.terms[at] for at in open_query if query.terms[at].name]
    named = _other_name(asked, alignment, known, verbatim) if asked else None
    if named is not None:
        found.append(named)
    if not found and verbatim:
        strange = [at for at in open_query if not known(query.terms[at])]
        found += _other_words(query, claim, alignment, strange)
    return found


def has(context: Container[str], term: Term) -> bool:
    """Whether a part of a claim's surroundings has the term, by word or by meaning."""
    if f"w:{term.key}" in context:
        return True
    return any(f"c:{number}" in context for number in term.concepts) if term.concepts else False


def _opposed(query: Analysis, claim: Analysis, open_query: list[int]) -> Iterator[Reason]:
    theirs = claim.concept_places
    for at in open_query:
        against = opposites(query.terms[at].concepts)
        for number in sorted(against & theirs.keys()) if against else ():
            # a claim that has both sides, a loss after a profit, contradicts neither
            if not opposites(frozenset({number})) & theirs.keys():
                yield _differ("direction", query.terms[at], claim.terms[theirs[number]])
                break


_ORDER = {"before": "after", "after": "before", "vor": "nach", "nach": "vor"}


def _other_order(query: Analysis, claim: Analysis) -> Iterator[Reason]:
    """Before where the claim has after, of the same thing."""
    ours = list(_ordered(query)) if query.language == claim.language else []
    theirs = set(_ordered(claim)) if ours else set()
    for word, key in ours:
        if (_ORDER[word], key) in theirs and (word, key) not in theirs:
            yield Reason(code="direction", values={"asked": word, "claimed": _ORDER[word]})


def _ordered(side: Analysis) -> Iterator[tuple[str, str]]:
    """Each word of order with the word of substance that follows it."""
    for at, word in enumerate(side.sequence):
        if word in _ORDER:
            yield from ((word, key) for key in islice(_of_substance(side, at + 1), 1))


def _of_substance(side: Analysis, start: int) -> Iterator[str]:
    return (key for key in side.sequence[start:] if key not in STOPWORDS[side.language])


def _other_name(asked: list[Term], alignment: Alignment, known: Known, verbatim: bool) -> Reason | None:
    """A name that neither the claim nor its article has; one that only the article has where it stands
    for another in a sentence that is otherwise the same.

    Where the claim names no place, a place in the query may be what goes without saying there.
    """
    strange = [term for term in asked if not known(term)]
    claimed = next(alignment.open_names(ANSWERED), None) if strange or verbatim else None
    if claimed is not None:
        return _differ("name", (strange or asked)[0], claimed)
    foreign = [term for term in strange if not term.concepts]
    if foreign:
        return Reason(code="missing_name", values={"asked": foreign[0].form})
    return None


def _other_words(
    query: Analysis, claim: Analysis, alignment: Alignment, open_query: list[int]
) -> Iterator[Reason]:
    """Compounds of which the claim has another, and words beside one that both have, where the claim
    has another beside it."""
    for term, pair in zip(query.terms, alignment.pairs, strict=True):
        if ANSWERED <= pair.likeness < _WHOLLY and _other_compound(term, claim.terms[pair.claim]):
            yield _differ("word", term, claim.terms[pair.claim])
    open_claim = [at for at, like in enumerate(alignment.answered) if like < ANSWERED] if open_query else []
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
