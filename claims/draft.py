"""What reading and analysis give and take: an article and its claims before they have rows.

Apart from the rows, since who only analyses a text needs no database.
"""

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from claims.address import WebAddress
from claims.quantity import Quantity
from claims.reason import Language, Reason
from claims.selector import Place, Selector
from claims.time import CalendarDate, TimeExpression


def published_on(published: str | None) -> date | None:
    """The day that an EDTF date names; None where it is less precise than a day."""
    return date.fromisoformat(published) if published and len(published) == 10 else None


class ArticleDraft(BaseModel):
    """What reading a document gave. `text` is kept as it is: every offset counts in it. `pages` are the
    offsets at which its pages begin; none where it has no pages."""

    model_config = ConfigDict(frozen=True)

    text: str = Field(min_length=1)
    language: Language
    content: bytes = Field(repr=False)
    media_type: str
    pages: tuple[int, ...] = ()
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: CalendarDate | None = None
    url: WebAddress | None = None


class AliasDraft(BaseModel):
    """Words of an article and the name of whom or what they stand for."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    words: str = Field(min_length=1, max_length=200)
    name: str = Field(min_length=1, max_length=300)


class Kind(StrEnum):
    """What the claim's point is, which says how it is checked."""

    QUANTITY = "quantity"
    COMPARISON = "comparison"
    CHANGE = "change"
    EVENT = "event"
    ROLE = "role"
    QUOTE = "quote"
    CAUSE = "cause"
    OTHER = "other"


class Modality(StrEnum):
    """How the article holds the claim: as its own assertion, as somebody's statement, as what
    somebody intends or forecasts, or as what is said not to be so."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PLANNED = "planned"
    PREDICTED = "predicted"
    DENIED = "denied"


class Slots(BaseModel):
    """What a claim states in comparable form. Offsets are those of the article's text.

    `speaker` is the name as the sentence has it, `speaker_resolved` the full name where the article
    gives it; `speaker_unresolved` says that it is attributed to somebody whom the article does not
    plainly name.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind = Kind.OTHER
    modality: Modality = Modality.ASSERTED
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    speaker: str | None = None
    speaker_resolved: str | None = None
    speaker_unresolved: bool = False
    names: tuple[str, ...] = ()


RULES = "rules"
"""The proposer that needs no model: the grammar of `factcheck.extraction`."""


class ClaimDraft(Selector, Slots):
    """A proposal, or what a person entered: a claim before it has a row.

    `unresolved` are the words of `text` that stand for somebody or something the article does not
    plainly name. `proposers` are who put it forward: `rules`, a language model by its name; nobody
    where a person did.
    """

    text: str = Field(min_length=1)
    unresolved: tuple[str, ...] = ()
    proposers: tuple[str, ...] = (RULES,)
    worth: float = Field(default=0.5, ge=0, le=1)
    reasons: tuple[Reason, ...] = ()
    also_at: tuple[Place, ...] = ()


class SentenceDraft(Place):
    """What became of one sentence: `claims` are indexes into the extraction's claims, and where
    there are none `why_none` says why."""

    claims: tuple[int, ...] = ()
    why_none: Reason | None = None

    @model_validator(mode="after")
    def _answered(self) -> Self:
        if bool(self.claims) == (self.why_none is not None):
            raise ValueError("a sentence has claims, or a reason why not")
        return self


class Extraction(BaseModel):
    """All that was found in one text, in the order of the text."""

    model_config = ConfigDict(frozen=True)

    language: Language
    claims: tuple[ClaimDraft, ...]
    sentences: tuple[SentenceDraft, ...]
