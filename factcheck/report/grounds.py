"""What the desk went by, as a report may tell it: the evidence of a claim, and the people who were asked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from claims.evidence import Evidence
from claims.inquiry import Inquiry, Reply
from claims.layout import Layout, Spot
from claims.source import Snapshot, Source
from claims.store import sources
from factcheck.report.parts import ReportedEvidence, ReportedInquiry, ReportedSource

Quoted = tuple[Evidence, Snapshot, Source]


@dataclass(frozen=True)
class Moment:
    """When a report speaks: an internal one of now, a public one of when the verdict was published, since
    nobody has stood for what came later. `zone` says on which day that was."""

    at: datetime
    zone: str

    @property
    def day(self) -> date:
        return self.at.astimezone(ZoneInfo(self.zone)).date()


def find_spots(session: Session, quoted: Iterable[Quoted]) -> dict[int, Spot]:
    """Page and paragraph in which each quote begins, by the number of the evidence."""
    begun: defaultdict[int, list[Evidence]] = defaultdict(list)
    for evidence, snapshot, _ in quoted:
        begun[snapshot.id or 0].append(evidence)
    found: dict[int, Spot] = {}
    for number, text, pages in sources.texts(session, begun):
        layout = Layout(text, pages)
        found |= {evidence.id or 0: layout.spot(evidence.start) for evidence in begun[number]}
    return found


def report_evidence(
    public: bool, number: int, evidence: Evidence, snapshot: Snapshot, source: Source, spot: Spot | None
) -> ReportedEvidence:
    """A piece of evidence, whose quote begins at `spot`; in public without what is the desk's own affair."""
    fields = {name: getattr(source, name) for name in ReportedSource.model_fields}
    if public:
        fields["independence"] = ""
    return ReportedEvidence(
        number=number,
        start=evidence.start,
        end=evidence.end,
        quote=evidence.exact,
        prefix=evidence.prefix,
        suffix=evidence.suffix,
        page=spot.page if spot else None,
        paragraph=spot.paragraph if spot else None,
        stance=evidence.stance,
        note="" if public else evidence.note,
        source=ReportedSource.model_validate(fields),
        captured_at=snapshot.captured_at,
        snapshot_sha256=snapshot.sha256,
        archive_url=snapshot.archive_url,
        retracted_at=None if public else evidence.retracted_at,
    )


def report_inquiries(
    found: Iterable[Inquiry], moment: Moment, *, public: bool
) -> tuple[ReportedInquiry, ...]:
    """The people asked by that moment, numbered; in public without confidential ones and contacts."""
    shown = [each for each in found if each.added_at <= moment.at and not (public and each.confidential)]
    return tuple(_report(number, each, moment, public) for number, each in enumerate(shown, start=1))


def _report(number: int, inquiry: Inquiry, moment: Moment, public: bool) -> ReportedInquiry:
    known = inquiry.settled_at is not None and inquiry.settled_at <= moment.at
    return ReportedInquiry(
        number=number,
        whom=inquiry.whom,
        contact="" if public else inquiry.contact,
        channel=inquiry.channel,
        asked_on=inquiry.asked_on,
        question=inquiry.question,
        due_on=inquiry.due_on,
        reply=inquiry.reply if known else Reply.PENDING,
        reply_on=inquiry.reply_on if known else _silent_until(inquiry, moment.day),
        answer=inquiry.answer if known else "",
        confidential=inquiry.confidential,
    )


def _silent_until(inquiry: Inquiry, day: date) -> date | None:
    """The day by which nothing had come; None where a reply had, and was noted later."""
    return day if inquiry.reply_on is None or inquiry.reply_on > day else None
