"""Web archives: a snapshot as a WARC file, and pages out of WARC and WACZ files that were captured by hand.

WARC 1.1 (ISO 28500:2017) by warcio; a WACZ is a zip of WARC files with a list of pages
(https://specs.webrecorder.net/wacz/1.1.1). The same snapshot always gives the same bytes.
"""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from typing import Any

from urllib3.util import parse_url
from warcio.archiveiterator import ArchiveIterator
from warcio.recordbuilder import RecordBuilder
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claims.errors import InvalidInput, UnreadableDocument
from claims.source import Snapshot
from factcheck.reading.package import Package

_RECORDS = uuid.UUID("5a8c1b0e-6c0b-5a53-9d2c-3d0f0f1f7a11")
_MOST_RECORDS = 20_000
_LARGEST = 200_000_000
"""Bytes that all records of a file may have when they are unpacked."""

_CHUNK = 65_536
_ON_THE_LINE = ("content-encoding", "transfer-encoding", "content-length")
_PAGES = ("text/html", "application/xhtml+xml")
_SHOWN = 5


@dataclass(frozen=True)
class Archived:
    """A page out of an archive. `at` is when it was captured, as the archive writes it."""

    url: str
    content: bytes = field(repr=False)
    media_type: str
    status: int
    headers: tuple[tuple[str, str], ...]
    at: str


def write_warc(snapshot: Snapshot, program: str = "factcheck") -> bytes:
    """The snapshot with each redirect on its way; what was handed in is a `resource` with its `metadata`."""
    out = BytesIO()
    writer = _Writer(out, snapshot)
    writer.write("", "warcinfo", f"software: {program}\r\nformat: WARC File Format 1.1\r\n".encode())
    if snapshot.final_url is None or snapshot.http_status is None:
        _write_resource(writer, snapshot)
        return out.getvalue()
    for hop in snapshot.redirects:
        writer.exchange(hop["url"], hop["status"], [tuple(pair) for pair in hop["headers"]], b"")
    headers = [(name, value) for name, value in snapshot.headers]
    writer.exchange(snapshot.final_url, snapshot.http_status, headers, snapshot.content)
    return out.getvalue()


def _write_resource(writer: "_Writer", snapshot: Snapshot) -> None:
    url = f"urn:sha256:{snapshot.sha256}"
    writer.write(url, "resource", snapshot.content, snapshot.media_type)
    said = {"captured": snapshot.capture.value, "description": " ".join(snapshot.description.split())}
    fields = "".join(f"{name}: {value}\r\n" for name, value in said.items() if value)
    writer.write(url, "metadata", fields.encode(), "application/warc-fields")


class _Writer:
    """Records of one snapshot, numbered, so that their names and dates are the same each time."""

    def __init__(self, out: BytesIO, snapshot: Snapshot) -> None:
        self._builder = RecordBuilder(warc_version="1.1")
        self._writer = WARCWriter(out, gzip=False, warc_version="1.1")
        self._date = snapshot.captured_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._name = f"{snapshot.sha256} {snapshot.captured_at.isoformat()}"
        self._count = 0

    def write(self, url: str, kind: str, content: bytes, media_type: str = "", http: Any = None) -> None:
        self._count += 1
        named = uuid.uuid5(_RECORDS, f"{self._name} {self._count}")
        headers = {"WARC-Record-ID": f"<urn:uuid:{named}>", "WARC-Date": self._date}
        record = self._builder.create_warc_record(
            url,
            kind,
            payload=BytesIO(content),
            length=len(content),
            warc_content_type=media_type,
            warc_headers_dict=headers,
            http_headers=http,
        )
        self._writer.write_record(record)

    def exchange(self, url: str, status: int, headers: list[tuple[str, str]], content: bytes) -> None:
        """What was asked, as far as it is the same for all desks, and the answer, unpacked."""
        parts = parse_url(url)
        asked = StatusAndHeaders(
            f"GET {parts.request_uri} HTTP/1.1", [("Host", parts.netloc or "")], is_http_request=True
        )
        self.write(url, "request", b"", http=asked)
        line = f"{status} {_phrase(status)}".strip()
        self.write(
            url, "response", content, http=StatusAndHeaders(line, _plain(headers, content), "HTTP/1.1")
        )


def _plain(headers: list[tuple[str, str]], content: bytes) -> list[tuple[str, str]]:
    """The headers for content that is unpacked: what was said of its way on the line keeps another name."""
    kept = [
        (f"X-Archive-Orig-{name}" if name.lower() in _ON_THE_LINE else name, " ".join(value.split()))
        for name, value in headers
    ]
    return [*kept, ("Content-Length", str(len(content)))]


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def is_archive(content: bytes, name: str) -> bool:
    """Whether a file is a WARC (packed or not) or a WACZ."""
    ending = name.lower()
    return content.startswith(b"WARC/1.") or ending.endswith((".warc", ".warc.gz", ".wacz"))


def read_archive(content: bytes, name: str, url: str | None = None) -> Archived:
    """The page at `url`, else the only page, else the one that a WACZ begins with. Raises
    UnreadableDocument where the file is broken or too large, InvalidInput where it has to be said which."""
    warcs, first = _unpack(content, name)
    found: dict[str, Archived] = {}
    budget = _Budget(name)
    for warc in warcs:
        for archived in _read(warc, name, budget):
            found[_key(archived.url)] = archived
    return _choose(found, url, first, name)


def _choose(found: dict[str, Archived], url: str | None, first: str | None, name: str) -> Archived:
    if url is not None:
        if _key(url) not in found:
            raise InvalidInput("%(name)s has no page with the address %(url)s.", name=name, url=url)
        return found[_key(url)]
    pages = [page for page in found.values() if page.media_type in _PAGES] or list(found.values())
    if first is not None and _key(first) in found:
        return found[_key(first)]
    if not pages:
        raise UnreadableDocument("There is no page in %(name)s.", name=name)
    if len(pages) > 1:
        some = ", ".join(page.url for page in pages[:_SHOWN])
        raise InvalidInput(
            "%(name)s has several pages, say which by its address: %(urls)s", name=name, urls=some
        )
    return pages[0]


def _key(url: str) -> str:
    return url.partition("#")[0].rstrip("/")


def _unpack(content: bytes, name: str) -> tuple[list[bytes], str | None]:
    """The WARC files of it, and the address of the page that it begins with."""
    if not content.startswith(b"PK"):
        return [content], None
    package = Package(content, name)
    warcs = [package.part(path) for path in sorted(package.names) if _is_warc(path)]
    return warcs, _first_page(package.part("pages/pages.jsonl"))


def _is_warc(path: str) -> bool:
    return path.startswith("archive/") and path.endswith((".warc", ".warc.gz"))


def _first_page(listed: bytes) -> str | None:
    """The only page of the list; the first line says what the list is."""
    pages = []
    for line in listed.splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if isinstance(entry, dict) and isinstance(entry.get("url"), str):
            pages.append(entry["url"])
    return pages[0] if len(pages) == 1 else None


class _Budget:
    """What may still be unpacked of a file."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._bytes = _LARGEST
        self._records = _MOST_RECORDS

    def read(self, stream: Any) -> bytes:
        self._records -= 1
        parts = []
        while chunk := stream.read(_CHUNK):
            parts.append(chunk)
            self._bytes -= len(chunk)
            if self._bytes < 0:
                break
        if self._bytes < 0 or self._records < 0:
            raise UnreadableDocument(
                "%(name)s is too large when it is unpacked: split it and add the parts.", name=self._name
            )
        return b"".join(parts)


def _read(warc: bytes, name: str, budget: _Budget) -> Iterator[Archived]:
    try:
        for record in ArchiveIterator(BytesIO(warc)):
            content = budget.read(record.content_stream())
            if record.rec_type in ("response", "resource") and (archived := _archived(record, content)):
                yield archived
    except UnreadableDocument:
        raise
    except Exception as error:  # broken files make warcio raise anything
        raise UnreadableDocument("%(name)s is a broken web archive.", name=name) from error


def _archived(record: Any, content: bytes) -> Archived | None:
    """The page in a record, None for another answer than success or one without address."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    http = record.http_headers
    status = int(http.get_statuscode()) if http else 200
    if not url.startswith(("http://", "https://")) or not 200 <= status < 300 or not content:
        return None
    kind = (http or record.rec_headers).get_header("Content-Type") or ""
    headers = tuple((str(key), str(value)) for key, value in http.headers) if http else ()
    at = record.rec_headers.get_header("WARC-Date") or ""
    media_type = kind.partition(";")[0].strip().lower()
    return Archived(url.strip("<>"), content, media_type, status, headers, at)


def archived_on(at: str) -> datetime | None:
    """The date of a record in UTC, None where it is none."""
    try:
        return datetime.fromisoformat(at).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
