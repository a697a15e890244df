"""A report as a file: one format a module, each a pure function from the report to bytes."""

from collections.abc import Callable
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from factcheck.exports import csv, html, json, markdown
from factcheck.report import Report


class Format(StrEnum):
    """The formats; a value is also the ending of the file's name."""

    HTML = "html"
    MARKDOWN = "md"
    JSON = "json"
    CSV = "csv"


class Exported(BaseModel):
    """A file that is ready to be written or sent. `file_name` is plain ASCII without a path."""

    model_config = ConfigDict(frozen=True)

    content: bytes = Field(repr=False)
    media_type: str
    file_name: str


_WRITERS: dict[Format, tuple[Callable[[Report], bytes], str]] = {
    Format.HTML: (html.write, "text/html; charset=utf-8"),
    Format.MARKDOWN: (markdown.write, "text/markdown; charset=utf-8"),
    Format.JSON: (json.write, "application/json"),
    Format.CSV: (csv.write, "text/csv; charset=utf-8; header=present"),
}


def export(report: Report, format: Format) -> Exported:
    """Write the report in a format. The same report gives the same bytes."""
    write, media_type = _WRITERS[format]
    kind = "" if report.public else "-internal"
    name = f"factcheck-{report.scope.slug}{kind}.{format.value}"
    return Exported(content=write(report), media_type=media_type, file_name=name)


__all__ = ["Exported", "Format", "export"]
