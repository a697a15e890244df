"""What the desk can say about a text: a frozen value that every export is written from."""

from factcheck.report.building import build
from factcheck.report.parts import (
    Correction,
    Report,
    ReportedArticle,
    ReportedClaim,
    ReportedDecision,
    ReportedEvidence,
    ReportedHouse,
    ReportedInquiry,
    ReportedSource,
    Scope,
    Signature,
    Style,
)

__all__ = [
    "Correction",
    "Report",
    "ReportedArticle",
    "ReportedClaim",
    "ReportedDecision",
    "ReportedEvidence",
    "ReportedHouse",
    "ReportedInquiry",
    "ReportedSource",
    "Scope",
    "Signature",
    "Style",
    "build",
]
