"""Handing a report on, in any format or with its proofs."""

from sqlmodel import Session

from factcheck.bundle import pack
from factcheck.exports import Exported, Format, export
from factcheck.report import Report
from factcheck.settings import Settings
from factcheck.signing import signer

BUNDLE = "bundle"
"""Beside the formats: all of them, with snapshots, events and signatures."""


def write(session: Session, report: Report, wanted: str, settings: Settings) -> Exported:
    """The report in a format, or as a bundle signed by the desk. Raises LogBroken, FactcheckError where there
    is no key to sign with."""
    if wanted != BUNDLE:
        return export(report, Format(wanted))
    return pack(session, report, signer(settings), give_snapshots=settings.bundle_snapshots)
