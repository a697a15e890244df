"""CSV: one row a claim, followed by one for each piece of its evidence and each person asked.

RFC 4180 (comma, CRLF, every cell quoted), UTF-8 with a byte order mark, since spreadsheet programs take
it for another encoding otherwise. docs/report.md lists the columns; codes are those of the JSON export.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from claims.reason import Language
from claims.wording import quantity
from factcheck.exports.cells import neutralise, quote, said, time, yes
from factcheck.exports.csv_rows import Rows, columns, open_points
from factcheck.exports.wording import word
from factcheck.report import (
    Correction,
    Report,
    ReportedArticle,
    ReportedClaim,
    ReportedEvidence,
    ReportedInquiry,
    Signature,
)
from factcheck.report.briefs import Brief
from factcheck.report.flowing import Flow

COLUMNS = (
    "record",
    "article_id",
    "article_title",
    "number",
    "claim_id",
    "text",
    "exact",
    "start",
    "end",
    "page",
    "paragraph",
    "language",
    "kind",
    "modality",
    "quantities",
    "times",
    "speaker",
    "names",
    "state",
    "lapsed",
    "verdict",
    "verdict_label",
    "rationale",
    "checklist",
    "submitted_by",
    "submitted_at",
    "approved_by",
    "approved_at",
    "published_by",
    "published_at",
    "corrections",
    "evidence_number",
    "relied_on",
    "stance",
    "quote",
    "note",
    "set_aside_at",
    "source_title",
    "source_author",
    "source_publisher",
    "source_issued",
    "source_url",
    "source_type",
    "source_class",
    "source_confidential",
    "accessed_at",
    "snapshot_sha256",
    "inquiry_number",
    "asked_whom",
    "asked_how",
    "asked_on",
    "question",
    "due_on",
    "reply",
    "reply_on",
    "answer",
    "contact",
    "inquiry_confidential",
)


def write(report: Report) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS, restval="", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    for article in report.articles:
        for row in _rows(report, article, report.claims_of(article)):
            writer.writerow({name: neutralise(cell) for name, cell in row.items()})
    return buffer.getvalue().encode("utf-8-sig")


def stream(flow: Flow) -> Iterator[bytes]:
    """The rows of any number of claims, those of an article at a time."""
    report = flow.head
    rows = Rows(report)
    yield ("\ufeff" + ",".join(map(quote, COLUMNS)) + "\r\n").encode()
    for article, claims in flow.articles(columns(public=report.public)):
        title = said(article.title)
        lines: list[str] = []
        for told in claims:
            if isinstance(told, Brief):
                lines.extend(rows.of(told, title))
            else:
                lines.extend(map(_line, _rows(report, article, [told])))
        yield "".join(lines).encode()


def _line(row: dict[str, str]) -> str:
    return ",".join(said(row.get(name)) for name in COLUMNS) + "\r\n"


def _rows(
    report: Report, article: ReportedArticle, claims: Iterable[ReportedClaim]
) -> Iterator[dict[str, str]]:
    for claim in claims:
        key = {
            "article_id": str(claim.article_id),
            "article_title": article.title,
            "number": str(claim.number),
            "claim_id": str(claim.id),
        }
        yield {"record": "claim", **key, **_claim(claim, report), **_decision(claim, report.language)}
        for evidence in claim.evidence:
            yield {"record": "evidence", **key, **_evidence(claim, evidence)}
        for inquiry in claim.inquiries:
            yield {"record": "inquiry", **key, **_inquiry(inquiry)}


def _claim(claim: ReportedClaim, report: Report) -> dict[str, str]:
    language = report.language
    return {
        "text": claim.text,
        "exact": claim.exact,
        "start": str(claim.start),
        "end": str(claim.end),
        "page": str(claim.page or ""),
        "paragraph": str(claim.paragraph or ""),
        "language": claim.language,
        "kind": claim.kind.value,
        "modality": claim.modality.value,
        "quantities": "; ".join(quantity(found, language) for found in claim.quantities),
        "times": "; ".join(found.edtf or found.exact for found in claim.times),
        "speaker": claim.speaker_resolved or claim.speaker or "",
        "names": "; ".join(claim.names),
        "state": claim.state.value,
        "lapsed": yes(claim.lapsed),
        "verdict": claim.verdict.value if claim.verdict else "",
        "verdict_label": word(claim.verdict, report) if claim.verdict else "",
        "corrections": "\n".join(map(_correction, claim.corrections)),
    }


def _decision(claim: ReportedClaim, language: Language) -> dict[str, str]:
    decision = claim.decision
    if decision is None:
        return {}
    return {
        "rationale": decision.rationale,
        "checklist": open_points(decision.checklist, language),
        **_signature("submitted", decision.submitted),
        **_signature("approved", decision.approved),
        **_signature("published", decision.published),
    }


def _signature(step: str, signature: Signature | None) -> dict[str, str]:
    return {f"{step}_by": signature.name, f"{step}_at": time(signature.at)} if signature else {}


def _correction(made: Correction) -> str:
    new = made.new.value if made.new else "withdrawn"
    return f"{made.old.value} -> {new}, {time(made.at)}, {made.by}: {made.reason}"


def _evidence(claim: ReportedClaim, evidence: ReportedEvidence) -> dict[str, str]:
    source = evidence.source
    return {
        "evidence_number": str(evidence.number),
        "relied_on": yes(claim.decision is not None and evidence.number in claim.decision.evidence),
        "stance": evidence.stance.value,
        "quote": evidence.quote,
        "note": evidence.note,
        "set_aside_at": time(evidence.retracted_at) if evidence.retracted_at else "",
        "source_title": source.title,
        "source_author": source.author,
        "source_publisher": source.publisher,
        "source_issued": source.issued or "",
        "source_url": source.url or "",
        "source_type": source.type,
        "source_class": source.source_class.value,
        "source_confidential": yes(source.confidential),
        "accessed_at": time(evidence.captured_at),
        "snapshot_sha256": evidence.snapshot_sha256,
    }


def _inquiry(inquiry: ReportedInquiry) -> dict[str, str]:
    return {
        "inquiry_number": str(inquiry.number),
        "asked_whom": inquiry.whom,
        "asked_how": inquiry.channel.value,
        "asked_on": inquiry.asked_on.isoformat(),
        "question": inquiry.question,
        "due_on": inquiry.due_on.isoformat() if inquiry.due_on else "",
        "reply": inquiry.reply.value,
        "reply_on": inquiry.reply_on.isoformat() if inquiry.reply_on else "",
        "answer": inquiry.answer,
        "contact": inquiry.contact,
        "inquiry_confidential": yes(inquiry.confidential),
    }
