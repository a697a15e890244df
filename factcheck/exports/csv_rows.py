"""The rows of claims that stay rows of the database: what `csv` makes of them, without an object each."""

import json
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, cast

import sqlalchemy as sa
from sqlmodel import col

from claims.claim import Claim
from claims.decision import Decision
from claims.evidence import Evidence
from claims.quantity import Comparator, Quantity
from claims.reason import Language
from claims.source import Snapshot, Source
from claims.verdict import Point, Verdict
from claims.wording import label, quantity
from factcheck.exports.cells import quote, said, yes
from factcheck.exports.wording import word
from factcheck.report import Report
from factcheck.report.briefs import Brief, Columns, Ground, known_state, known_text
from factcheck.report.spelling import spelled

_decode = json.JSONDecoder().raw_decode
_COMPARATORS = {member.value: member for member in Comparator}
_UNSAID = {name: field.default for name, field in Quantity.model_fields.items()}
_DECISION, _EVIDENCE, _INQUIRY = (",".join(['""'] * cells) for cells in (11, 16, 11))
"""What stands where there is no verdict, where a row is none of evidence, and where nobody was asked."""

_CLAIM = ",".join(['""'] * 15)
"""What stands in a row of evidence where the claim's own words would."""


def columns(*, public: bool) -> Columns:
    """What is read for a table; for a public one nothing that is the desk's own affair."""
    return Columns(claim=_claim(public), decision=_decision(public), evidence=_evidence(public))


def _claim(public: bool) -> list[Any]:
    words = (Claim.exact, Claim.start, Claim.end, Claim.language, Claim.speaker, Claim.speaker_resolved)
    raw = (Claim.kind, Claim.modality, Claim.quantities, Claim.times, Claim.names, Claim.verdict)
    return [
        *(col(Claim.article_id), col(Claim.id), known_text(public=public), known_state(public=public)),
        *(col(word) for word in words),
        sa.type_coerce(Claim.lapsed, sa.Integer),
        *(_kept(column) for column in raw),
    ]


def _decision(public: bool) -> list[Any]:
    moments = (Decision.submitted_at, Decision.approved_at, Decision.published_at)
    checklist = sa.literal("{}", sa.Text()) if public else _kept(Decision.checklist)
    return [col(Decision.rationale), checklist, *map(_spelled, moments)]


def _evidence(public: bool) -> list[Any]:
    of_source = ("title", "author", "publisher", "issued", "url", "type")
    return [
        _kept(Evidence.stance),
        col(Evidence.exact),
        sa.literal("", sa.Text()) if public else col(Evidence.note),
        sa.literal("null", sa.Text()) if public else _spelled(Evidence.retracted_at),
        *(col(getattr(Source, name)) for name in of_source),
        _kept(Source.source_class),
        col(Source.confidential),
        _spelled(Snapshot.captured_at),
        col(Snapshot.sha256),
    ]


def _spelled(column: Any) -> sa.ColumnElement[str]:
    """A moment as the database writes it in JSON."""
    return spelled(column)


def _kept(column: Any) -> sa.ColumnElement[str]:
    """A column as it is kept: nothing is made of it that would have to be unmade."""
    kind = column.type
    made = sa.cast(column, sa.Text) if isinstance(kind, sa.JSON) else sa.type_coerce(column, sa.Text)
    return made.label(column.key)


class Rows:
    """The rows of a report's claims, each with its line end."""

    def __init__(self, report: Report) -> None:
        self.language = report.language
        self.verdicts = {member.value: f'"{member.value}",{said(word(member, report))}' for member in Verdict}

    def of(self, told: Brief, title: str) -> Iterator[str]:
        """A claim's row and those of its evidence. `title` is the cell with that of its article."""
        article_id, claim_id, text, state, exact, start, end, language, *rest = told.claim
        speaker, resolved, lapsed, kind, modality, quantities, times, names, verdict = rest
        ground = told.ground
        key = f'"{article_id}",{title},"{told.number}","{claim_id}",'
        (counted, dated, named), _ = _decode(f"[{quantities},{times},{names}]")
        yield (
            f'"claim",{key}{said(text)},{said(exact)},"{start}","{end}","{told.page or ""}",'
            f'"{told.paragraph or ""}","{language}","{kind}","{modality}",'
            f"{said('; '.join([_quantity(found, self.language) for found in counted]))},"
            f"{said('; '.join([found['edtf'] or found['exact'] for found in dated]))},"
            f"{said(resolved or speaker)},{said('; '.join(named))},"
            f'"{state}","{yes(lapsed)}",{self._decided(ground, verdict) if ground.decision else _DECISION},'
            f"{_EVIDENCE},{_INQUIRY}\r\n"
        )
        for number, cited in enumerate(ground.evidence, start=1):
            quoted = _cited(number, cited, number in ground.relied)
            yield f'"evidence",{key}{_CLAIM},{_DECISION},{quoted},{_INQUIRY}\r\n'

    def _decided(self, ground: Ground, verdict: str | None) -> str:
        rationale, checklist, *moments = ground.decision
        signed = ",".join(
            f"{said(name)},{_time(at)}" if name and at != "null" else '"",""'
            for name, at in zip(ground.signed, moments, strict=True)
        )
        named = self.verdicts[verdict] if verdict else '"",""'
        return f'{named},{said(rationale)},{said(self._open(checklist))},{signed},""'

    def _open(self, checklist: str) -> str:
        """Why points of the checklist stayed open."""
        if checklist == "{}":
            return ""
        return open_points({Point(name): why for name, why in json.loads(checklist).items()}, self.language)


def open_points(checklist: dict[Point, str], language: Language) -> str:
    """Why points of the checklist stayed open, one a line."""
    return "\n".join(f"{label(point, language)}: {why}" for point, why in checklist.items())


def _quantity(found: dict[str, Any], language: Language) -> str:
    """A quantity in short, of its own fields: validating what was validated would cost more than the rest."""
    fields = {**_UNSAID, **found, "comparator": _COMPARATORS[found["comparator"]]}
    return quantity(cast(Quantity, SimpleNamespace(**fields)), language)


def _cited(number: int, row: Any, relied: bool) -> str:
    stance, exact, note, retracted, title, author, publisher, issued, url, kind, *rest = row
    source_class, confidential, captured, sha256 = rest
    return (
        f'"{number}","{yes(relied)}","{stance}",{said(exact)},{said(note)},'
        f"{_time(retracted)},{said(title)},{said(author)},{said(publisher)},"
        f'{said(issued)},{said(url)},{said(kind)},"{source_class}",'
        f'"{yes(confidential)}",{_time(captured)},{quote(sha256)}'
    )


def _time(spelled: str) -> str:
    """A moment in JSON as a cell, to the second."""
    return '""' if spelled == "null" else f'{spelled[:20]}Z"'
