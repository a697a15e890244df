"""Who denies what: `find_denial(query, claim, alignment)`."""

from collections.abc import Sequence

from claims.reason import Reason
from factcheck.matching.compare import Alignment
from factcheck.matching.terms import Analysis

_SCOPE = 45
"""Code points around a word that denies: what stands farther off is another clause's matter."""
_ANSWERED = 0.5


def find_denial(query: Analysis, claim: Analysis, alignment: Alignment) -> Reason | None:
    """A difference where one side denies what the other does not, of what both speak of."""
    if not query.negations and not claim.negations:
        return None
    asked = denies(query, [pair.likeness for pair in alignment.pairs])
    claimed = denies(claim, alignment.answered)
    if asked == claimed:
        return None
    return Reason(code="negation_asked" if asked else "negation_claimed")


def denies(side: Analysis, likeness: Sequence[float]) -> bool:
    """Whether a word that denies stands near one that the other side has too."""
    met = [term for term, like in zip(side.terms, likeness, strict=True) if like >= _ANSWERED]
    return any(
        min(abs(term.start - at), abs(at - term.end)) <= _SCOPE for at in side.negations for term in met
    )
