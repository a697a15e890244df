"""W3C Web Annotations (https://www.w3.org/TR/annotation-model/): every claim at its words in the article, and
every quote at its words in the snapshot, by quotation and position, with the state they hold for.

Positions are code points of the text that was read from the document, whose SHA-256 stands beside it. Words
that are in no present text have their quotation alone.
"""

import json
import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from claims.wording import label
from factcheck.exports.wording import word
from factcheck.exports.works import one_line
from factcheck.report import Report, ReportedArticle, ReportedClaim, ReportedEvidence

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NAMESPACE = uuid.UUID("5f0e8a52-0c0f-5d6e-9d3a-8a2f5a2c6b11")


def write(report: Report) -> bytes:
    articles = {article.id: article for article in report.articles}
    items = [found for claim in report.claims for found in _of(report, articles[claim.article_id], claim)]
    page = {
        "@context": _CONTEXT,
        "id": _name("page", report.scope.slug, str(report.public)),
        "type": "AnnotationPage",
        "items": items,
    }
    return (json.dumps(page, ensure_ascii=False, indent=2) + "\n").encode()


def _of(report: Report, article: ReportedArticle, claim: ReportedClaim) -> Iterator[dict[str, Any]]:
    own = _claim(report, article, claim)
    yield own
    for evidence in claim.evidence:
        yield _quote(report, claim, evidence, own["id"])


def _claim(report: Report, article: ReportedArticle, claim: ReportedClaim) -> dict[str, Any]:
    bodies = [_text(claim.text, "describing", claim.language)]
    if claim.verdict is not None:
        bodies.append(_text(word(claim.verdict, report), "assessing", report.language))
    digest = article.text_sha256
    target = _target(claim.exact, claim.prefix, claim.suffix)
    if claim.in_text:
        target = _placed(target, claim.start, claim.end, article.added_at, digest)
    return {
        "id": _name("claim", str(claim.id), digest, str(claim.start)),
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"type": "Organization", "name": one_line(report.desk_name)},
        "body": bodies,
        "target": {"source": article.url or f"urn:sha256:{digest}", **target},
    }


def _quote(report: Report, claim: ReportedClaim, evidence: ReportedEvidence, about: str) -> dict[str, Any]:
    digest = evidence.snapshot_sha256
    return {
        "id": _name("evidence", str(claim.id), digest, str(evidence.start), evidence.stance.value),
        "type": "Annotation",
        "motivation": "linking",
        "creator": {"type": "Organization", "name": one_line(report.desk_name)},
        "body": [
            {"id": about, "purpose": "linking"},
            _text(label(evidence.stance, report.language), "classifying", report.language),
        ],
        "target": {
            "source": evidence.source.url or f"urn:sha256:{digest}",
            **_placed(
                _target(evidence.quote, evidence.prefix, evidence.suffix),
                evidence.start,
                evidence.end,
                evidence.captured_at,
                digest,
            ),
        },
    }


def _text(value: str, purpose: str, language: str) -> dict[str, str]:
    return {
        "type": "TextualBody",
        "value": value,
        "format": "text/plain",
        "language": language,
        "purpose": purpose,
    }


def _target(exact: str, prefix: str, suffix: str) -> dict[str, Any]:
    """The words with what stands around them, wherever they are."""
    return {"selector": [{"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}]}


def _placed(target: dict[str, Any], start: int, end: int, at: datetime, digest: str) -> dict[str, Any]:
    """The target with its position in the document as it was at a moment, known by its digest."""
    return {
        "selector": [*target["selector"], {"type": "TextPositionSelector", "start": start, "end": end}],
        "state": {
            "type": "TimeState",
            "sourceDate": at.isoformat(timespec="seconds").replace("+00:00", "Z"),
            "cached": f"urn:sha256:{digest}",
        },
    }


def _name(*parts: str) -> str:
    """The same for the same thing in every export."""
    return uuid.uuid5(_NAMESPACE, "/".join(parts)).urn
