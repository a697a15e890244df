"""What the evidence says. Never mixed with the state of the work."""

from enum import StrEnum


class Verdict(StrEnum):
    SUPPORTED = "supported"
    MOSTLY_SUPPORTED = "mostly_supported"
    MISLEADING = "misleading"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"

    @property
    def rank(self) -> int | None:
        """4 (supported) down to 1 (refuted); None where the verdict is not ordinal."""
        return _RANKS.get(self)

    @property
    def sign(self) -> str:
        return _SIGNS[self]


_RANKS = {
    Verdict.SUPPORTED: 4,
    Verdict.MOSTLY_SUPPORTED: 3,
    Verdict.MISLEADING: 2,
    Verdict.REFUTED: 1,
}

_SIGNS = {
    Verdict.SUPPORTED: "✓",
    Verdict.MOSTLY_SUPPORTED: "≈",
    Verdict.MISLEADING: "!",
    Verdict.REFUTED: "✕",
    Verdict.CONFLICTING: "⇄",
    Verdict.NOT_ENOUGH_EVIDENCE: "?",
}


class Stance(StrEnum):
    """How a piece of evidence stands to its claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    QUALIFIES = "qualifies"
    CONTEXT = "context"


class Point(StrEnum):
    """What a checklist asks for before a verdict is submitted."""

    TWO_SOURCES = "two_sources"
    PRIMARY_SOURCE = "primary_source"
    COUNTER_EVIDENCE = "counter_evidence"
    CONTACT = "contact_tried"
    SOURCE_DATES = "source_dates"
