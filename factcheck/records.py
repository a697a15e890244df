"""Claims as programs read them: what the command line prints and the REST API widens."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from claims.draft import ClaimDraft, Extraction, Kind, Modality, SentenceDraft
from claims.quantity import Quantity
from claims.reason import Language, Reason
from claims.selector import Place
from claims.time import TimeExpression
from claims.verdict import Verdict
from claims.workflow import State
from factcheck.extraction.reasons import sentence

if TYPE_CHECKING:
    from claims.claim import Claim  # its rows need a database


class DraftRecord(BaseModel):
    """A claim as it was found in a text. Offsets are code points of that text; `reasons` are sentences."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    exact: str
    text: str
    unresolved: tuple[str, ...]
    kind: Kind
    modality: Modality
    worth: float
    reasons: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    speaker: str | None
    speaker_resolved: str | None
    speaker_unresolved: bool
    names: tuple[str, ...]
    also_at: tuple[Place, ...]
    proposers: tuple[str, ...]


class ClaimRecord(DraftRecord):
    """A claim of the desk. `verdict` is the one that holds, null until there is one."""

    id: int
    article_id: int
    state: State
    verdict: Verdict | None
    lapsed: bool
    version: int


def draft_record(draft: ClaimDraft, language: Language) -> DraftRecord:
    """The record of a claim that has no row yet."""
    return DraftRecord.model_validate({**draft.model_dump(), "reasons": sentences(draft.reasons, language)})


def claim_record(claim: "Claim", language: Language | None = None) -> ClaimRecord:
    """The record of a stored claim, with its reasons in `language`, else in the claim's own."""
    return ClaimRecord.model_validate(claim_fields(claim.model_dump(), language))


def claim_fields(columns: Mapping[str, Any], language: Language | None = None) -> dict[str, Any]:
    """The claim's columns with its reasons as sentences, for this record and those that widen it."""
    given = (Reason.model_validate(reason) for reason in columns["reasons"])
    return {**columns, "reasons": sentences(given, language or columns["language"])}


def sentences(reasons: Iterable[Reason], language: Language) -> tuple[str, ...]:
    """The reasons in words."""
    return tuple(sentence(reason, language) for reason in reasons)


class SentenceRecord(BaseModel):
    """One sentence of an extraction: indexes of its claims, or why it has none."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    claims: tuple[int, ...]
    why_none: str | None


class ExtractionRecord(BaseModel):
    """What `extract` prints. `text` is None where it is the file's own, unchanged."""

    model_config = ConfigDict(frozen=True)

    language: Language
    text_sha256: str
    text: str | None
    claims: tuple[DraftRecord, ...]
    sentences: tuple[SentenceRecord, ...]


def extraction_record(extraction: Extraction, text: str, *, with_text: bool) -> ExtractionRecord:
    language = extraction.language
    return ExtractionRecord(
        language=language,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text if with_text else None,
        claims=tuple(draft_record(draft, language) for draft in extraction.claims),
        sentences=tuple(sentence_record(found, language) for found in extraction.sentences),
    )


def sentence_record(found: SentenceDraft, language: Language) -> SentenceRecord:
    """The record of a sentence, with its reason in words."""
    why_none = sentence(found.why_none, language) if found.why_none else None
    return SentenceRecord(start=found.start, end=found.end, claims=found.claims, why_none=why_none)
