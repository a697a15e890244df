"""How many: a value or an interval with a comparator and a unit in normal form."""

from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, model_validator

from claims.selector import Words


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


class ChangeKind(StrEnum):
    """What a figure is to the change it belongs to: its size, where it ended, where it began."""

    BY = "by"
    TO = "to"
    FROM = "from"


class Amount(BaseModel):
    """How many, wherever it is said.

    `value` and `upper` are plain numbers in base units (1,2 Milliarden Euro: 1200000000, EUR);
    `upper` is set for a range only. `unit` is an ISO 4217 code, an SI symbol, `percent`,
    `percentage_point`, `share`, else the counted noun; None where nothing is counted. `near` marks
    knapp, fast, nearly, almost: below the value, but by no more than a tenth.

    `change` is set where the value is the size of a rise or a fall (um 3 Prozent); with the unit `times`
    it is the factor (doubled: up, 2; halved: down, 0.5). `change_kind` says what the value is to the
    change that it belongs to, and `direction` which way that went: "stieg von 3 auf 5" has two levels,
    from and to, both up, and no `change` of its own.
    """

    model_config = ConfigDict(frozen=True)

    comparator: Comparator = Comparator.EQ
    value: FiniteFloat
    upper: FiniteFloat | None = None
    unit: str | None = None
    change: Change | None = None
    change_kind: ChangeKind | None = None
    direction: Change | None = None
    near: bool = False

    @model_validator(mode="after")
    def _upper_belongs_to_range(self) -> Self:
        if (self.upper is not None) != (self.comparator is Comparator.RANGE):
            raise ValueError("a range, and only a range, has an upper value")
        if self.upper is not None and self.upper < self.value:
            raise ValueError("a range runs from the lower to the upper value")
        return self

    @model_validator(mode="after")
    def _kind_and_direction_belong_together(self) -> Self:
        if (self.change_kind is None) != (self.direction is None):
            raise ValueError("a kind of change has a direction, and a direction a kind")
        if self.change_kind is not None and self.change != (
            self.direction if self.change_kind is ChangeKind.BY else None
        ):
            raise ValueError("the size of a change, and only it, is a change itself")
        return self


class Quantity(Amount, Words):
    """One counted or measured value of a claim, with its words in the article."""


class QuantityDraft(Amount):
    """A quantity as a person states it: by the claim's words that say it. `start` is where they begin in the
    article, needed where they stand in the claim more than once."""

    exact: str = Field(min_length=1, max_length=500)
    start: int | None = Field(default=None, ge=0)
    unit: str | None = Field(default=None, min_length=1, max_length=100)
