"""Small real files: PDF written operator by operator, Word files changed in their XML."""

import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document as WordDocument

from claims.errors import UnreadableDocument
from factcheck.reading import read_document

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def read_or_refuse(content: bytes, name: str) -> tuple[str, str]:
    """The text and nothing, or nothing and the sentence by which it is refused."""
    try:
        return read_document(content, name=name).text, ""
    except UnreadableDocument as refused:
        return "", str(refused)


@dataclass(frozen=True)
class Row:
    """A line of a page: base line `y` points above its foot, letters of `size` points."""

    y: float
    text: str
    x: float = 72
    size: float = 11


def column(text: str, top: float = 740, *, step: float = 14, x: float = 72, size: float = 11) -> list[Row]:
    """The lines of `text` one below the other; an empty one is a gap."""
    return [
        Row(top - step * at, line.strip(), x, size)
        for at, line in enumerate(text.strip().split("\n"))
        if line.strip()
    ]


def make_pdf(
    *pages: Sequence[Row], info: str = "", catalog: str = "", kids: Callable[[list[int]], str] | None = None
) -> bytes:
    """A PDF of A4 pages with these lines; `info` and `catalog` are put into its dictionaries as they are."""
    return assemble(
        [_page_content(rows) for rows in pages], info=info.encode("latin-1"), catalog=catalog, kids=kids
    )


def _page_content(rows: Sequence[Row]) -> bytes:
    drawn = [b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (r.size, r.x, r.y, _escape(r.text)) for r in rows]
    return b"\n".join(drawn)


def _escape(text: str) -> bytes:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")


def assemble(
    contents: Sequence[bytes],
    *,
    info: bytes = b"",
    catalog: str = "",
    kids: Callable[[list[int]], str] | None = None,
) -> bytes:
    """A PDF whose pages draw `contents`. `kids` writes the page tree's list from the pages' numbers."""
    first = 5
    numbers = [first + 2 * at for at in range(len(contents))]
    listed = kids(numbers) if kids else " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{listed}] /Count {len(contents)} >>".encode(),
        _FONT,
        b"<< " + info + b" >>",
    ]
    for number, content in zip(numbers, contents, strict=True):
        packed = zlib.compress(content)
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            b" /Contents %d 0 R >>" % (number + 1),
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        ]
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    parts = [out]
    at = len(out)
    for number, body in enumerate(objects, start=1):
        offsets.append(at)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        at += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    parts.append(
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n"
        b"%%%%EOF\n" % (size, table, size, at)
    )
    return b"".join(parts)


def make_word(write: Callable[[WordDocument], None]) -> bytes:
    """A Word file with what `write` puts into it."""
    document = docx.Document()
    write(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def change_part(package: bytes, path: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same package with one part changed."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == path else content)
    return buffer.getvalue()


def word_with_body(body: str) -> bytes:
    """A Word file whose body is this XML; the prefixes w and mc are known in it."""
    document = (
        '<?xml version="1.0"?><w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return change_part(make_word(lambda _: None), "word/document.xml", lambda _: document.encode())
