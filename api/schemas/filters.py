"""Which claims are wanted: in the query of a list, and in a search that is saved."""

from typing import Annotated, Self

from pydantic import Field, FiniteFloat

from api.schemas.base import Absent, Entry, PartialDate, QueryFlag, QueryId, QueryMoment, Text
from claims.assignment import Priority
from claims.claim import Kind
from claims.reason import Language
from claims.store.filters import Filters
from claims.verdict import Verdict
from claims.workflow import State

_NAMES = {"article": "article_id", "assignee": "assignee_id", "q": "words"}
"""What is called otherwise in the store."""


def _absent(value: object) -> bool:
    return value is None


class ClaimFilters(Entry):
    """Which claims are wanted; each filter narrows, several values of one widen. What is left out narrows
    nothing."""

    state: tuple[State, ...] = ()
    verdict: tuple[Verdict, ...] = ()
    kind: tuple[Kind, ...] = ()
    article: QueryId | Absent = Field(default=None, exclude_if=_absent, description="The id of an article.")
    assignee: QueryId | Absent = Field(default=None, exclude_if=_absent, description="The id of an account.")
    unassigned: QueryFlag = False
    dated: QueryFlag = Field(default=False, description="Only claims that have a deadline.")
    priority: tuple[Priority, ...] = ()
    tag: Annotated[Text, Field(max_length=200)] = Field(default="", description="A tag, in any case.")
    lapsed: QueryFlag | Absent = Field(default=None, exclude_if=_absent)
    quote_gone: QueryFlag = Field(
        default=False, description="Only claims with a quote that the live page no longer has."
    )
    wished: QueryFlag = Field(default=False, description="Only claims that somebody asked the desk to check.")
    speaker: Annotated[Text, Field(max_length=300)] = ""
    q: Annotated[Text, Field(max_length=500)] = Field(default="", description="Words in the claim.")
    min_worth: float = Field(default=0, ge=0, le=1)
    language: Language | Absent = Field(default=None, exclude_if=_absent)
    unit: Annotated[Text, Field(max_length=100)] = Field(
        default="", description="Only claims that count or measure in this unit, such as EUR or percent."
    )
    quantity_min: FiniteFloat | Absent = Field(
        default=None, exclude_if=_absent, description="A quantity of the claim may be as large as this."
    )
    quantity_max: FiniteFloat | Absent = Field(
        default=None, exclude_if=_absent, description="A quantity of the claim may be as small as this."
    )
    time_from: PartialDate | Absent = Field(
        default=None, exclude_if=_absent, description="A time of the claim may be this late or later."
    )
    time_to: PartialDate | Absent = Field(
        default=None, exclude_if=_absent, description="A time of the claim may be this early or earlier."
    )
    decided_since: QueryMoment | Absent = Field(
        default=None, exclude_if=_absent, description="A decision was submitted at this moment or later."
    )
    decided_until: QueryMoment | Absent = Field(
        default=None, exclude_if=_absent, description="A decision was submitted at this moment or earlier."
    )

    @classmethod
    def of(cls, filters: Filters) -> Self:
        """The filters as the store has them."""
        fields = {name: getattr(filters, _NAMES.get(name, name)) for name in ClaimFilters.model_fields}
        return cls.model_validate(fields)

    @property
    def filters(self) -> Filters:
        fields = {_NAMES.get(name, name): getattr(self, name) for name in ClaimFilters.model_fields}
        return Filters.model_validate(fields)
