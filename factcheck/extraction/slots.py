"""Reading the slots of words that a person marked, as the extraction reads those it finds."""

from datetime import date
from typing import TypeVar

from claims.claim import Slots
from claims.quantity import Quantity
from claims.reason import Language
from claims.time import TimeExpression
from factcheck.extraction.quantities import find_quantities
from factcheck.extraction.times import find_times

Slot = TypeVar("Slot", Quantity, TimeExpression)


def read_slots(text: str, start: int, end: int, language: Language, published: date | None) -> Slots:
    """The quantities and times of `text[start:end]`, with offsets in `text`."""
    words = text[start:end]
    return Slots(
        quantities=_shifted(find_quantities(words, language), start),
        times=_shifted(find_times(words, language, published), start),
    )


def _shifted(found: list[Slot], by: int) -> tuple[Slot, ...]:
    return tuple(slot.model_copy(update={"start": slot.start + by, "end": slot.end + by}) for slot in found)
