"""Building a report for a desk by its settings, and handing it on, in any format or with its proofs."""

from datetime import datetime

from sqlmodel import Session

from claims.errors import InvalidInput
from claims.reason import Language
from factcheck.bundle import pack
from factcheck.exports import Exported, Format, export
from factcheck.house import house_of
from factcheck.report import Report, Scope, Style, build
from factcheck.settings import Settings
from factcheck.signing import signer

BUNDLE = "bundle"
"""Beside the formats: all of them, with snapshots, events and signatures."""


def prepare(
    session: Session,
    scope: Scope,
    settings: Settings,
    *,
    language: Language,
    at: datetime,
    public: bool,
    style: Style | None = None,
    as_of: datetime | None = None,
) -> Report:
    """The report as this desk signs it, now or as of a moment gone by. Raises NotFound, InvalidInput where the
    house style is broken."""
    if as_of is not None and as_of > at:
        raise InvalidInput("That time is still to come: a report can look back only.")
    house = house_of(settings)
    return build(
        session,
        scope,
        language=language,
        at=at,
        public=public,
        desk_name=house.name,
        time_zone=settings.time_zone,
        address=settings.public_url,
        style=style,
        house=house.told(language),
        as_of=as_of,
    )


def write(session: Session, report: Report, wanted: str, settings: Settings) -> Exported:
    """The report in a format, or as a bundle signed by the desk. Raises LogBroken, FactcheckError where there
    is no key to sign with."""
    if wanted != BUNDLE:
        return export(report, Format(wanted))
    return pack(session, report, signer(settings), give_snapshots=settings.bundle_snapshots)
