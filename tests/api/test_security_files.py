"""Files handed in over HTTP: what they are is told by their bytes, and none harms the server; names and
titles lead to no other folder and to no other header."""

import base64
import io
import json
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.workflow import Role
from tests.api.guests import guest, knock
from tests.api.pages.office import PASSWORD, Office, open_office
from tests.api.serving import Served, add_account, serving
from tests.factcheck.reading.files import assemble, make_pdf, word_with_body

_SECONDS = 60  # ten times what it takes, since test machines are shared
_MEGABYTES = 256
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAMES = [
    line
    for line in (Path(__file__).parent / "corpora" / "names.txt").read_text("utf-8").split("\n")
    if line and not line.startswith("# ")
]


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _zip_of(name: str, size: int) -> bytes:
    """A small zip file that unpacks to that many zeros."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, b"\0" * size)
    return packed.getvalue()


def _post(served: Served, token: str, content: bytes, media_type: str) -> int:
    body = json.dumps({"content": base64.b64encode(content).decode(), "media_type": media_type}).encode()
    asked = urllib.request.Request(
        f"{served.address}/api/v1/articles",
        body,
        {"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(asked, timeout=3 * _SECONDS) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code
    except urllib.error.URLError as refused:  # the server need not hear out what is too large
        if isinstance(refused.reason, BrokenPipeError | ConnectionResetError):
            return 413
        raise


def _largest(served: Served) -> int:
    """Megabytes that the largest process of the server takes, at its peak."""
    peaks = []
    for pid in served.family():
        try:
            status = Path(f"/proc/{pid}/status").read_text()
        except OSError:
            continue
        peaks += [int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM")]
    return max(peaks)


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip": (lambda: _zip_of("word/document.xml", 400_000_000), _DOCX),
    "docx of elements": (lambda: word_with_body("<w:p/>" * 4_000_000), _DOCX),
    "docx of depth": (lambda: word_with_body("<w:p>" * 2_000_000), _DOCX),
    "pdf of pages": (lambda: make_pdf(*[[]] * 2_001), "application/pdf"),
    "pdf unpacked": (lambda: assemble([b" " * 300_000_000]), "application/pdf"),
    "deep html": (lambda: b"<html><body>" + b"<div>" * 1_000_000, "text/html"),
    "wide html": (lambda: b"<html><body>" + b"<p>Der Rat hat beraten. " * 600_000, "text/html"),
    "markdown": (lambda: b"*a **b " * 500_000, "text/markdown"),
}


@pytest.mark.long
@pytest.mark.usefixtures("home")
def test_no_file_brings_a_running_server_down(tmp_path: Path) -> None:
    token = add_account("rita", Role.REVIEWER)
    with serving(1, tmp_path / "log") as served:
        page = b"<html><body><article>" + b"<p>The club has twelve members.</p>" * 20
        assert _post(served, token, page, "text/html") == 201
        before = _largest(served)
        for name, (make, media_type) in BOMBS.items():
            content, began = make(), time.monotonic()
            assert _post(served, token, content, media_type) in (413, 422), name
            assert time.monotonic() - began < _SECONDS, name
            assert _largest(served) - before < _MEGABYTES, name
        assert _post(served, token, b"x" * 40_000_000, "text/plain") == 413
        assert _post(served, token, page + b"<p>And more.</p>", "text/html") == 201
        assert served.stop() == 0
    assert "Traceback" not in (tmp_path / "log").read_text()


def test_what_a_file_is_is_told_by_its_bytes_and_not_by_its_name(office: Office) -> None:
    browser = guest(office)
    knock(browser, PASSWORD)
    for name, content, said in (
        ("article.txt", b"%PDF-1.7 broken", "PDF"),
        ("article.pdf", b"\x89PNG\r\n\x1a\n0000", "picture"),
        ("article.html", b"\x7fELF\x02\x01\x01\0\0", "text"),
        ("article.docx", b"<html><script>alert(1)</script>", "docx"),
    ):
        sent = {"file": (io.BytesIO(content), name), "language": "en"}
        answer = browser.post("/articles/new", data=sent, content_type="multipart/form-data")
        assert answer.status_code == 422, name
        assert said.lower() in answer.text.lower(), name


def test_no_name_of_a_file_leads_out_of_the_desk_or_into_a_header(
    office: Office, home: Path, tmp_path: Path
) -> None:
    browser = guest(office)
    knock(browser, PASSWORD, "edgar")
    before = {path for path in tmp_path.rglob("*") if "reading" not in path.name}
    for at, name in enumerate(NAMES):
        text = f"The rowing club of Hull has {at + 12} members. It was founded in 1911.".encode()
        sent = {
            "file": (io.BytesIO(text), name),
            "language": "en",
            "title": name.encode().decode("unicode_escape"),
        }
        answer = browser.post("/articles/new", data=sent, content_type="multipart/form-data")
        assert answer.status_code in (302, 422), name
        if answer.status_code == 302:
            number = answer.location.rstrip("/").rpartition("/")[2]
            for format in ("md", "json"):
                report = browser.get(f"/articles/{number}/report.{format}")
                disposition = report.headers["Content-Disposition"]
                assert not set("\r\n/\\") & set(disposition.partition("filename=")[2]), name
                assert "Set-Cookie: evil" not in str(report.headers)
    after = {path for path in tmp_path.rglob("*") if "reading" not in path.name}
    assert {path.name for path in after - before} <= {path.name for path in home.rglob("*")} | {
        "desk.db-wal",
        "desk.db-shm",
    }
