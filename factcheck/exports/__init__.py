"""A report as a file: one format a module, each a pure function from the report to bytes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module

from pydantic import BaseModel, ConfigDict, Field

from factcheck.exports import csv, jsonl
from factcheck.report import Report
from factcheck.report.flowing import Flow


class Format(StrEnum):
    """The formats: the report itself, the works that it cites, and what other programs make of its claims."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    MARKDOWN = "md"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    CSL = "csl"
    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"
    RIS = "ris"
    CLAIMREVIEW = "claimreview"
    ANNOTATIONS = "annotations"


class Exported(BaseModel):
    """A file that is ready to be written or sent. `file_name` is plain ASCII without a path."""

    model_config = ConfigDict(frozen=True)

    content: bytes = Field(repr=False)
    media_type: str
    file_name: str


@dataclass(frozen=True)
class _Writer:
    """`name` is the module's and the function's in it: only what is asked for is loaded, since setting pages
    takes more memory than writing a table of a million claims."""

    name: str
    media_type: str
    ending: str

    def write(self, report: Report) -> bytes:
        module, _, function = self.name.partition(":")
        written: bytes = getattr(import_module(f"{__name__}.{module}"), function or "write")(report)
        return written


_WRITERS = {
    Format.HTML: _Writer("html", "text/html; charset=utf-8", "html"),
    Format.PDF: _Writer("pdf", "application/pdf", "pdf"),
    Format.DOCX: _Writer(
        "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"
    ),
    Format.MARKDOWN: _Writer("markdown", "text/markdown; charset=utf-8", "md"),
    Format.JSON: _Writer("json", "application/json", "json"),
    Format.JSONL: _Writer("jsonl", "application/jsonl", "jsonl"),
    Format.CSV: _Writer("csv", "text/csv; charset=utf-8; header=present", "csv"),
    Format.CSL: _Writer("csl", "application/vnd.citationstyles.csl+json", "csl.json"),
    Format.BIBTEX: _Writer("bibtex", "application/x-bibtex; charset=utf-8", "bib"),
    Format.BIBLATEX: _Writer("bibtex:write_biblatex", "application/x-bibtex; charset=utf-8", "biblatex.bib"),
    Format.RIS: _Writer("ris", "application/x-research-info-systems", "ris"),
    Format.CLAIMREVIEW: _Writer("claimreview", "application/ld+json", "claimreview.jsonld"),
    Format.ANNOTATIONS: _Writer(
        "annotations",
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        "annotations.jsonld",
    ),
}


STREAMED: dict[Format, Callable[[Flow], Iterator[bytes]]] = {
    Format.CSV: csv.stream,
    Format.JSONL: jsonl.stream,
}
"""The formats with a row a claim, which a report of any size can be written in."""


@dataclass(frozen=True)
class Streamed:
    """A file that is written as it is read, part by part."""

    parts: Iterator[bytes]
    media_type: str
    file_name: str


def stream(flow: Flow, format: Format) -> Streamed:
    """Write what flows in one of the formats of STREAMED."""
    return Streamed(STREAMED[format](flow), _WRITERS[format].media_type, _name(flow.head, format))


def _name(report: Report, format: Format) -> str:
    kind = "" if report.public else "-internal"
    return f"factcheck-{report.scope.slug}{kind}.{_WRITERS[format].ending}"


def export(report: Report, format: Format) -> Exported:
    """Write the report in a format. The same report gives the same bytes."""
    writer = _WRITERS[format]
    return Exported(
        content=writer.write(report), media_type=writer.media_type, file_name=_name(report, format)
    )


__all__ = ["STREAMED", "Exported", "Format", "Streamed", "export", "stream"]
