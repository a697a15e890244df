"""Reading words that a person marked as the extraction reads those it finds itself."""

from datetime import date

from claims.draft import ClaimDraft, Slots
from claims.reason import Language
from claims.selector import Place, anchor
from factcheck.extraction.claims import extract
from factcheck.extraction.quantities import find_quantities
from factcheck.extraction.times import find_times

_SURROUNDINGS = 2000
"""Code points on each side in which a name that the words refer to is looked for."""

_TAKEN_OVER = {"worth", "reasons", *Slots.model_fields} - {"quantities", "times"}
"""What the words inside a span do not show by themselves."""


def read_claim(text: str, start: int, end: int, language: Language, published: date | None) -> ClaimDraft:
    """A draft of the claim that `text[start:end]` makes.

    Quantities and times are those inside the span; everything else is that of the claim that the
    extraction finds nearest to it, where it finds one. It has no proposers, for a person marked it.
    Raises ValueError where the span is not inside the text.
    """
    place = anchor(text, start, end)
    near = _nearest(text, place, language, published)
    words = near.model_dump(include=_TAKEN_OVER) if near else {}
    return ClaimDraft(
        **place.model_dump(),
        **words,
        proposers=(),
        text=" ".join(place.exact.split()) or place.exact,
        quantities=tuple(found.shifted(start) for found in find_quantities(place.exact, language)),
        times=tuple(found.shifted(start) for found in find_times(place.exact, language, published)),
    )


def _nearest(text: str, place: Place, language: Language, published: date | None) -> ClaimDraft | None:
    begin = _line_start(text, max(0, place.start - _SURROUNDINGS))
    window = text[begin : place.end + _SURROUNDINGS]
    found = [
        (draft.shifted(begin).overlap(place), draft) for draft in extract(window, language, published).claims
    ]
    share, draft = max(found, key=lambda pair: pair[0], default=(0.0, None))
    return draft if share > 0 else None


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1 if at else 0
