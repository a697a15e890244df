"""How many: a value or an interval with a comparator and a unit in normal form."""

from enum import StrEnum
from typing import Self

from pydantic import Field, FiniteFloat, model_validator

from claims.selector import Place


class Comparator(StrEnum):
    EQ = "eq"
    GE = "ge"
    GT = "gt"
    LE = "le"
    LT = "lt"
    APPROX = "approx"
    RANGE = "range"


SIGNS = {
    Comparator.EQ: "",
    Comparator.GE: "≥",
    Comparator.GT: ">",
    Comparator.LE: "≤",
    Comparator.LT: "<",
    Comparator.APPROX: "≈",
    Comparator.RANGE: "",
}


class Change(StrEnum):
    UP = "up"
    DOWN = "down"


class Quantity(Place):
    """One counted or measured value of a claim.

    `value` and `upper` are plain numbers in base units (1,2 Milliarden Euro: 1200000000, EUR);
    `upper` is set for a range only. `unit` is an ISO 4217 code, an SI symbol, `percent`,
    `percentage_point`, `share`, else the counted noun; None where nothing is counted. `near` marks
    knapp, fast, nearly, almost: below the value, but by no more than a tenth.
    """

    exact: str = Field(min_length=1)
    comparator: Comparator = Comparator.EQ
    value: FiniteFloat
    upper: FiniteFloat | None = None
    unit: str | None = None
    change: Change | None = None
    near: bool = False

    @model_validator(mode="after")
    def _upper_belongs_to_range(self) -> Self:
        if (self.upper is not None) != (self.comparator is Comparator.RANGE):
            raise ValueError("a range, and only a range, has an upper value")
        if self.upper is not None and self.upper < self.value:
            raise ValueError("a range runs from the lower to the upper value")
        return self
