"""The endnotes of the Word document: read part by part, and as LibreOffice sets them."""

import io
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader

from factcheck.exports import Format, export
from factcheck.exports.bibliography import listed
from factcheck.report import Report


def _parts(report: Report) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(export(report, Format.DOCX).content)) as packed:
        return {
            name: etree.fromstring(packed.read(name))
            for name in packed.namelist()
            if name.endswith((".xml", ".rels"))
        }


def _works(report: Report) -> list[str]:
    return ["".join(run.text for run in entry) for entry in listed(report)]


def test_each_work_has_its_endnote_in_the_style_of_the_report(report: Report) -> None:
    notes = _parts(report)["word/endnotes.xml"]
    told = {note.get(qn("w:id")): "".join(note.itertext()).strip() for note in notes if len(note.attrib) == 1}
    assert told == {str(number): work for number, work in enumerate(_works(report), start=1)}


def test_every_quote_refers_to_its_work_once_by_the_note_and_then_by_its_number(report: Report) -> None:
    body = _parts(report)["word/document.xml"]
    first = [int(found.get(qn("w:id"))) for found in body.iter(qn("w:endnoteReference"))]
    again = [(field.get(qn("w:instr")), "".join(field.itertext())) for field in body.iter(qn("w:fldSimple"))]
    assert first == list(range(1, len(_works(report)) + 1))
    assert len(first) + len(again) == sum(len(claim.evidence) for claim in report.claims)
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    for instruction, number in again:
        assert instruction.split() == ["NOTEREF", f"work_{number}", "\\h"]
        assert f"work_{number}" in marks


def test_the_notes_are_a_part_that_the_document_names_and_are_numbered_in_figures(report: Report) -> None:
    parts = _parts(report)
    kinds = {found.get("PartName"): found.get("ContentType") for found in parts["[Content_Types].xml"]}
    assert kinds["/word/endnotes.xml"].endswith("wordprocessingml.endnotes+xml")
    targets = {found.get("Target") for found in parts["word/_rels/document.xml.rels"]}
    assert "endnotes.xml" in targets
    told = parts["word/settings.xml"].find(qn("w:endnotePr"))
    assert told.find(qn("w:numFmt")).get(qn("w:val")) == "decimal"


def test_a_report_that_cites_nothing_has_no_notes(public_report: Report) -> None:
    claims = tuple(claim.model_copy(update={"evidence": ()}) for claim in public_report.claims)
    assert "word/endnotes.xml" not in _parts(public_report.model_copy(update={"claims": claims}))


@pytest.mark.long
def test_libreoffice_opens_it_and_sets_the_notes(
    internal_report: Report, tmp_path: Path, shots: Path
) -> None:
    (tmp_path / "report.docx").write_bytes(export(internal_report, Format.DOCX).content)
    command = [
        *("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"),
        *("--outdir", str(tmp_path), str(tmp_path / "report.docx")),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pdf = (tmp_path / "report.pdf").read_bytes()
    (shots / "report-de-internal-from-word.pdf").write_bytes(pdf)
    said = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    packed = re.sub(r"[\s\-\u00ad]", "", said)
    for number, work in enumerate(_works(internal_report), start=1):
        assert str(number) + re.sub(r"[\s\-]", "", work) in packed
