"""What a reader gets to see of a report."""

import io
import json
import zipfile

from docx.oxml.ns import qn
from lxml import etree, html
from pypdf import PdfReader

from factcheck.exports import Format, export
from factcheck.report import Report

TO_READ = (Format.HTML, Format.PDF, Format.DOCX, Format.MARKDOWN)


def words(report: Report, format: Format) -> str:
    """The words of a file, with one space between them."""
    content = export(report, format).content
    if format is Format.PDF:
        said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    elif format is Format.DOCX:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            body = etree.fromstring(packed.read("word/document.xml"))
        said = "\n".join("".join(paragraph.itertext()) for paragraph in body.iter(qn("w:p")))
    elif format is Format.HTML:
        said = html.document_fromstring(content.decode()).body.text_content()
    elif format is Format.JSON:
        said = "\n".join(map(str, _strings(json.loads(content))))
    else:
        said = content.decode()
    return " ".join(said.replace("\\", "").replace("*", "").split())


def _strings(found: object) -> list[object]:
    if isinstance(found, dict):
        return [said for part in found.values() for said in _strings(part)]
    if isinstance(found, list):
        return [said for part in found for said in _strings(part)]
    return [found]
