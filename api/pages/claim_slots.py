"""Quantities and times as a person states them in the form that edits a claim: a row each, one empty."""

from collections.abc import Iterator
from typing import Any, TypeVar

from flask import request

from api.pages.claim_forms import typed
from claims.claim import Claim
from claims.errors import InvalidInput
from claims.quantity import Comparator, Quantity, QuantityDraft
from claims.time import TimeDraft, TimeExpression

MOST = 50
"""Rows that are read; no claim has as many."""

Slot = TypeVar("Slot", Quantity, TimeExpression)


def quantities(claim: Claim) -> tuple[QuantityDraft, ...] | None:
    """What the rows say, None where that is what the claim has. Raises InvalidInput, ValidationError."""
    if "q0_exact" not in request.form:
        return None
    held = [Quantity.model_validate(each) for each in claim.quantities]
    had = tuple(QuantityDraft.model_validate(each.model_dump(exclude={"end"})) for each in held)
    said = tuple(_quantity(row, had[at] if at < len(had) else None) for at, row in _rows("q", held))
    return None if said == had else said


def times(claim: Claim) -> tuple[TimeDraft, ...] | None:
    """What the rows say, None where that is what the claim has. Raises InvalidInput, ValidationError."""
    if "t0_exact" not in request.form:
        return None
    held = [TimeExpression.model_validate(each) for each in claim.times]
    had = tuple(TimeDraft.model_construct(**each.model_dump(exclude={"end"})) for each in held)
    said = tuple(_time(row, had[at] if at < len(had) else None) for at, row in _rows("t", held))
    return None if said == had else said


def _rows(letter: str, held: list[Slot]) -> Iterator[tuple[int, str]]:
    """The number and the name of each row with words in it."""
    for at in range(min(len(held) + 1, MOST)):
        if typed(f"{letter}{at}_exact"):
            yield at, f"{letter}{at}"


def _quantity(row: str, had: QuantityDraft | None) -> QuantityDraft:
    if not typed(f"{row}_value"):
        raise InvalidInput("Say how many: “%(words)s” has no value.", words=typed(f"{row}_exact"))
    upper = _number(typed(f"{row}_upper")) if typed(f"{row}_upper") else None
    comparator = Comparator.RANGE if upper is not None else _comparator(typed(f"{row}_comparator"))
    said = {
        "comparator": comparator,
        "value": _number(typed(f"{row}_value")),
        "upper": upper,
        "unit": typed(f"{row}_unit") or None,
    }
    before = had.model_dump() if had else {}
    if before.get("comparator") is not comparator:
        before["near"] = False  # it says how the comparator was meant
    return QuantityDraft.model_validate({**before, **said, **_words(row, had)})


def _time(row: str, had: TimeDraft | None) -> TimeDraft:
    edtf, words = typed(f"{row}_edtf") or None, _words(row, had)
    if had is not None and had.edtf == edtf:
        return had.model_copy(update=words)
    return TimeDraft.model_validate({"edtf": edtf, **words})


def _words(row: str, had: QuantityDraft | TimeDraft | None) -> dict[str, Any]:
    words = typed(f"{row}_exact")
    same = had is not None and " ".join(had.exact.split()) == " ".join(words.split())
    return {"exact": had.exact, "start": had.start} if had and same else {"exact": words, "start": None}


def _comparator(written: str) -> Comparator:
    # a range has two values: with one it is that value
    return Comparator(written) if written in set(Comparator) - {Comparator.RANGE} else Comparator.EQ


def _number(written: str) -> float:
    try:
        return float(written)
    except ValueError as error:
        raise InvalidInput("“%(written)s” is no number.", written=written) from error
