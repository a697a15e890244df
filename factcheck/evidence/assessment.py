"""What comparing a claim with a passage gives: a proposal with its reasons, never a verdict."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from claims.reason import Language, Reason
from factcheck.evidence.reasons import sentence


class Consistency(StrEnum):
    """What the passage says to the claim as a whole."""

    CONSISTENT = "consistent"
    CONTRADICTED = "contradicted"
    UNDECIDED = "undecided"


class Result(StrEnum):
    """What the passage says to one slot of the claim."""

    CONSISTENT = "consistent"
    CONTRADICTED = "contradicted"
    NOT_COMPARABLE = "not_comparable"


class SlotName(StrEnum):
    QUANTITY = "quantity"
    TIME = "time"
    NAME = "name"
    PLACE = "place"
    ROLE = "role"
    RANK = "rank"
    DIRECTION = "direction"
    NEGATION = "negation"
    MODALITY = "modality"


class Slot(BaseModel):
    """One slot of the claim beside what answers it: the words of both, None where the passage has none.

    `reason` says why; it is among the assessment's reasons too.
    """

    model_config = ConfigDict(frozen=True)

    slot: SlotName
    claim: str
    passage: str | None
    result: Result
    reason: Reason


class Assessment(BaseModel):
    """What was found, slot by slot. `reasons` are those of the slots and, last, of the whole."""

    model_config = ConfigDict(frozen=True)

    assessment: Consistency
    slots: tuple[Slot, ...] = ()
    reasons: tuple[Reason, ...] = ()


class SlotRecord(BaseModel):
    """A slot as programs read it."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    slot: SlotName
    claim: str
    passage: str | None
    result: Result


class AssessmentRecord(BaseModel):
    """An assessment as programs read it: `reasons` are sentences."""

    model_config = ConfigDict(frozen=True)

    assessment: Consistency
    slots: tuple[SlotRecord, ...]
    reasons: tuple[str, ...]


def assessment_record(assessment: Assessment, language: Language) -> AssessmentRecord:
    """The record of an assessment, its reasons in `language`."""
    return AssessmentRecord(
        assessment=assessment.assessment,
        slots=tuple(map(SlotRecord.model_validate, assessment.slots)),
        reasons=tuple(sentence(reason, language) for reason in assessment.reasons),
    )
