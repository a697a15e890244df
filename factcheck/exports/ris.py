"""RIS: the works that the report cites, a tag a line (https://en.wikipedia.org/wiki/RIS_(file_format)).

A value is one line always, so none can bring a tag of its own.
"""

from collections.abc import Iterator

from factcheck.exports.works import Work, one_line, parts, works
from factcheck.report import Report

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "SOUND",
    "chapter": "CHAP",
    "dataset": "DATA",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "BLOG",
    "post-weblog": "BLOG",
    "regulation": "STAT",
    "report": "RPRT",
    "software": "COMP",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
_DETAILS = {
    "volume": "VL",
    "issue": "IS",
    "number": "M1",
    "edition": "ET",
    "publisher-place": "CY",
    "collection-title": "T3",
    "ISBN": "SN",
    "ISSN": "SN",
    "page": "SP",
    "genre": "M3",
}


def write(report: Report) -> bytes:
    return "".join(_record(work) for work in works(report)).encode()


def _record(work: Work) -> str:
    tags = [("TY", _TYPES.get(work.type, "GEN")), *_tags(work)]
    lines = [f"{tag}  - {line}\r\n" for tag, value in tags if (line := one_line(value))]
    return "".join((*lines, "ER  - \r\n\r\n"))


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    source = work.source
    yield "ID", work.key
    yield "TI", source.title
    for name in work.names:
        yield "AU", f"{name.family}, {name.given}" if name.given else name.family
    yield "T2", source.container
    yield "PB", source.publisher
    if source.issued:
        year, month, day = [*parts(source.issued), 0, 0][:3]
        yield "PY", str(year)
        yield "DA", f"{year:04}/{_two(month)}/{_two(day)}/"
    if source.url:
        yield "UR", source.url
        yield "Y2", work.accessed.strftime("%Y/%m/%d/")
    yield "DO", source.doi or ""
    yield "LA", source.language or ""
    for variable, tag in _DETAILS.items():
        yield tag, work.details.get(variable, "")


def _two(number: int) -> str:
    return f"{number:02}" if number else ""
