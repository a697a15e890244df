"""The works that a report cites, each once, as CSL items (https://docs.citationstyles.org/en/stable/specification.html).

Persons are written "Family, Given" and parted by semicolons; a name without a comma is that of an office or
a company, and stays in one piece.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from factcheck.report import Report, ReportedEvidence, ReportedSource

_TYPES = """
article article-journal article-magazine article-newspaper bill book broadcast chapter classic
collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing
interview legal_case legislation manuscript map motion_picture musical_score pamphlet
paper-conference patent performance periodical personal_communication post post-weblog regulation
report review review-book software song speech standard thesis treaty webpage
"""
_DETAILS = """
archive archive_location authority call-number chapter-number collection-number collection-title
edition event-place event-title genre ISBN ISSN issue jurisdiction medium note number
number-of-pages number-of-volumes original-title page page-first part publisher-place scale section
source status version volume
"""

TYPES = frozenset(_TYPES.split())
"""The types of CSL 1.0.2, appendix III."""

DETAILS = frozenset(_DETAILS.split())
"""The standard and number variables of CSL 1.0.2 (appendix IV) that a source may have beside its columns."""


@dataclass(frozen=True)
class Name:
    """A person with both parts, or an office or company by `family` alone."""

    family: str
    given: str = ""


@dataclass(frozen=True)
class Work:
    """A source, the day on which it was last looked at, and the SHA-256 of the snapshots quoted from."""

    source: ReportedSource
    accessed: date
    snapshots: tuple[str, ...]

    @property
    def key(self) -> str:
        """Stable, whatever is corrected in the source later, and plain ASCII."""
        return f"source-{self.source.id}"

    @property
    def names(self) -> tuple[Name, ...]:
        return names(self.source.author)

    @property
    def type(self) -> str:
        return self.source.type if self.source.type in TYPES else "document"

    @property
    def details(self) -> dict[str, str]:
        """What else is known of it, by the names of CSL variables; without what is none."""
        return {
            name: one_line(value)
            for name, value in sorted(self.source.details.items())
            if name in DETAILS and value.strip()
        }


def works(report: Report) -> list[Work]:
    """What the report's evidence was quoted from, in the order in which it is cited first."""
    cited: dict[int, list[ReportedEvidence]] = {}
    for claim in report.claims:
        for evidence in claim.evidence:
            cited.setdefault(evidence.source.id, []).append(evidence)
    return [_work(found, ZoneInfo(report.time_zone)) for found in cited.values()]


def work_numbers(report: Report) -> dict[int, int]:
    """The number of each work in the list of them, by its source."""
    return {work.source.id: number for number, work in enumerate(works(report), start=1)}


def _work(found: list[ReportedEvidence], zone: ZoneInfo) -> Work:
    last = max(evidence.captured_at for evidence in found)
    snapshots = dict.fromkeys(evidence.snapshot_sha256 for evidence in found)
    return Work(found[0].source, last.astimezone(zone).date(), tuple(snapshots))


def names(author: str) -> tuple[Name, ...]:
    """The names in what was typed as author."""
    parts = (one_line(part) for part in author.split(";"))
    return tuple(_name(part) for part in parts if part.strip(", "))


def _name(written: str) -> Name:
    family, _, given = (part.strip() for part in written.partition(","))
    return Name(family, given) if family else Name(given)


def one_line(words: str) -> str:
    """The words without line ends, control characters and double spaces: none can begin a line of its own."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", words).split())


def item(work: Work) -> dict[str, Any]:
    """The work as CSL-JSON has it; empty fields are left out."""
    source = work.source
    fields: dict[str, Any] = {
        "id": work.key,
        "type": work.type,
        "title": one_line(source.title),
        "author": [_csl_name(name) for name in work.names],
        "container-title": one_line(source.container),
        "publisher": one_line(source.publisher),
        "issued": _date(source.issued),
        "accessed": _date(work.accessed.isoformat()) if source.url else None,
        "URL": source.url,
        "DOI": source.doi,
        "language": source.language,
        **work.details,
    }
    return {name: value for name, value in fields.items() if value}


def _csl_name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _date(written: str | None) -> dict[str, Any] | None:
    return {"date-parts": [list(parts(written))]} if written else None


def parts(written: str) -> Iterable[int]:
    """Year, month and day of a calendar date, as far as it has them."""
    return map(int, written.split("-"))
