"""Building a report for a desk by its settings, and handing it on, in any format or with its proofs."""

from datetime import datetime

from sqlmodel import Session

from claims.errors import InvalidInput
from claims.reason import Language
from factcheck.exports import STREAMED, Exported, Format, Streamed, export, stream
from factcheck.house import house_of
from factcheck.report import Report, Scope, Style, build
from factcheck.report.flowing import count_claims, flow
from factcheck.settings import Settings

MOST = 20_000
"""Claims of a report that is made as a whole: in formats to read nobody would, and all of it is in memory."""

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
    """The report as this desk signs it, now or as of a moment gone by. Raises NotFound, InvalidInput where
    the house style is broken."""
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


def hand(
    session: Session,
    scope: Scope,
    settings: Settings,
    wanted: str,
    *,
    language: Language,
    at: datetime,
    public: bool,
    style: Style | None = None,
    as_of: datetime | None = None,
) -> Exported | Streamed:
    """The report as a file; as one that is written while it is read where there may be many claims, each a
    row. Raises as `prepare` and `write`, and InvalidInput for more claims than the format holds."""
    many = scope.kind not in ("article", "claim")
    if many and as_of is None and wanted in STREAMED:
        return stream(flow(session, _head(scope, settings, language, at, public)), Format(wanted))
    if many and count_claims(session, scope, settings.time_zone, public=public) > MOST:
        raise InvalidInput(
            "There are more than %(most)s claims: take csv or jsonl, or fewer days.", most=f"{MOST:,}"
        )
    report = prepare(
        session, scope, settings, language=language, at=at, public=public, style=style, as_of=as_of
    )
    return write(session, report, wanted, settings)


def _head(scope: Scope, settings: Settings, language: Language, at: datetime, public: bool) -> Report:
    house = house_of(settings)
    return Report(
        scope=scope,
        public=public,
        language=language,
        generated_at=at,
        desk_name=house.name,
        time_zone=settings.time_zone,
        address=settings.public_url.rstrip("/"),
        house=house.told(language),
        articles=(),
        claims=(),
    )


def write(session: Session, report: Report, wanted: str, settings: Settings) -> Exported:
    """The report in a format, or as a bundle signed by the desk. Raises LogBroken, FactcheckError where there
    is no key to sign with."""
    if wanted != BUNDLE:
        return export(report, Format(wanted))
    # these load every format and the signing, which no table needs
    from factcheck.bundle import pack
    from factcheck.signing import signer

    return pack(session, report, signer(settings), give_snapshots=settings.bundle_snapshots)
