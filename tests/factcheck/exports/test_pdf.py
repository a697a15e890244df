"""The report as PDF, opened by somebody else's reader."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from claims.wording import label
from factcheck.exports import Format, export
from factcheck.report import Report
from tests.factcheck.exports.hostile import reports
from tests.factcheck.newsroom import NOTE, SECRET, SECRET_QUOTE


def _open(report: Report) -> PdfReader:
    return PdfReader(io.BytesIO(export(report, Format.PDF).content))


def _text(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def _tags(node: Any) -> Iterator[str]:
    found = node.get_object() if isinstance(node, IndirectObject) else node
    for child in found if isinstance(found, list) else [found]:
        if isinstance(child, IndirectObject):
            yield from _tags(child)
        elif isinstance(child, DictionaryObject):
            if "/S" in child:
                yield child["/S"]
            yield from _tags(child.get("/K", []))


def test_it_is_tagged_titled_and_in_its_language(report: Report) -> None:
    reader = _open(report)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith(report.language)
    assert reader.metadata is not None
    assert report.articles[0].title in str(reader.metadata.title)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "pdfuaid:part" in root["/Metadata"].get_object().get_data().decode()
    tags = list(_tags(root["/StructTreeRoot"]["/K"]))
    assert {"/H1", "/H2", "/H3", "/P", "/Link"} <= set(tags)
    assert tags.count("/H3") == len(report.claims)


def test_fonts_are_embedded(public_report: Report) -> None:
    fonts = [
        font.get_object()
        for page in _open(public_report).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    for font in fonts:
        [descendant] = font["/DescendantFonts"]
        assert any(key.startswith("/FontFile") for key in descendant.get_object()["/FontDescriptor"])


def test_it_tells_claims_verdicts_and_works_in_the_order_of_the_report(report: Report) -> None:
    reader = _open(report)
    text = _text(reader)
    at = 0
    for claim in report.claims:
        at = text.index(claim.text.split()[0], at)
        if claim.verdict:
            assert label(claim.verdict, report.language) in text
    [_, *bookmarks] = reader.outline[1] if isinstance(reader.outline[-1], list) else reader.outline
    assert bookmarks
    assert all(secret in text for secret in (NOTE, SECRET)) is not report.public


def test_a_public_pdf_holds_nothing_confidential(public_report: Report) -> None:
    reader = _open(public_report)
    for secret in (SECRET, SECRET_QUOTE, NOTE):
        assert secret not in _text(reader)


def test_every_claim_of_the_overview_is_linked_to_its_place(public_report: Report) -> None:
    reader = _open(public_report)
    links = [
        note.get_object()
        for page in reader.pages
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Link"
    ]
    assert len(links) >= 2 * len(public_report.claims)
    assert all("/Dest" in link or "/A" in link for link in links)


@pytest.mark.parametrize("sign", ["🙂", "日本", "﷽"])
def test_a_sign_that_no_font_has_is_shown_as_missing(public_report: Report, sign: str) -> None:
    claim = public_report.claims[0].model_copy(update={"text": f"Der Plan {sign} steht"})
    report = public_report.model_copy(update={"claims": (claim,)})
    assert "Der Plan �" in _text(_open(report))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_no_text_is_read_as_markup_whatever_it_is(report: Report) -> None:
    assert len(_open(report).pages) >= 1
