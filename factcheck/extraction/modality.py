"""How the article holds a claim: `find_modality(reading) -> Modality`.

The first that fits: denied, for whoever takes a denial for its opposite is wrong by all there is;
predicted; planned; reported, which the speaker of the claim says besides; else asserted.
"""

from claims.draft import Modality
from claims.reason import Language
from factcheck.extraction.denials import is_denied
from factcheck.extraction.lexicon import words
from factcheck.extraction.plans import is_hearsay, is_planned, is_predicted
from factcheck.extraction.readings import Reading
from factcheck.extraction.scopes import Scope

_DEMANDING: dict[Language, frozenset[str]] = {
    "de": words(
        "forderte fordert fordern forderten gefordert verlangte verlangt verlangen verlangten appellierte "
        "appelliert bat bittet baten bitten empfahl empfiehlt empfehlen riet rät raten rieten"
    ),
    "en": words(
        "urge urges urged urging demand demands demanded demanding ask asks asked call calls called "
        "recommend recommends recommended"
    ),
}
"""Verbs whose content is what somebody else should do: it is nobody's plan."""


def find_modality(reading: Reading) -> Modality:
    """How the article holds the proposition. Each cue counts for its own clause only."""
    scopes = reading.scopes
    if is_denied(scopes.outer, reading.language):
        return Modality.DENIED
    if reading.predicted or reading.planned:
        return Modality.PREDICTED if reading.predicted else Modality.PLANNED
    held = None
    demands = not scopes.outer.lows.isdisjoint(_DEMANDING[reading.language])
    if scopes.inner is not None and not demands:
        held = _held(scopes.inner, reading.language)
    if held is not None:
        return held
    hearsay = reading.language == "de" and is_hearsay(scopes.outer)
    return Modality.REPORTED if reading.attributed or hearsay else Modality.ASSERTED


def _held(scope: Scope, language: Language) -> Modality | None:
    if is_predicted(scope, language):
        return Modality.PREDICTED
    return Modality.PLANNED if is_planned(scope, language) else None
