"""The report as a Word document, opened again by python-docx and, part by part, by an XML parser."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from lxml import etree

from claims.wording import label
from factcheck.exports import Format, export
from factcheck.exports.paper import clean
from factcheck.report import Report
from tests.factcheck.exports.hostile import reports
from tests.factcheck.newsroom import NOTE, PENDING, SECRET, SECRET_QUOTE


def _open(report: Report) -> Any:
    return docx.Document(io.BytesIO(export(report, Format.DOCX).content))


def _commented(document: Any) -> list[str]:
    """The words under each comment, in the order of the comments; a paragraph's end is a space."""
    open_, words = set(), {comment.comment_id: "" for comment in document.comments}
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_.add(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:commentRangeEnd"):
            open_.discard(int(element.get(qn("w:id"))))
        elif element.tag in (qn("w:t"), qn("w:br"), qn("w:p"), qn("w:tab")):
            inside_link = element.getparent().getparent().tag == qn("w:hyperlink")
            for number in () if inside_link else open_:
                words[number] += (element.text or "") if element.tag == qn("w:t") else " "
    return [" ".join(said.split()) for said in words.values()]


def _all_text(report: Report) -> str:
    """The words of all parts of the file."""
    content = io.BytesIO(export(report, Format.DOCX).content)
    with zipfile.ZipFile(content) as file:
        parts = [file.read(name) for name in file.namelist() if name.endswith((".xml", ".rels"))]
    return " ".join("".join(etree.fromstring(part).itertext()) for part in parts)


def test_each_claim_has_a_comment_at_its_words_with_verdict_rationale_and_sources(report: Report) -> None:
    document = _open(report)
    comments = {
        int(c.text.split(".")[0]): (c, said)
        for c, said in zip(document.comments, _commented(document), strict=True)
    }
    assert sorted(comments) == [claim.number for claim in report.claims]
    for claim in report.claims:
        comment, anchor = comments[claim.number]
        assert anchor == " ".join(claim.exact.split())
        assert (comment.author, comment.timestamp) == (report.desk_name, report.generated_at)
        assert claim.verdict is None or label(claim.verdict, report.language) in comment.text
        assert claim.decision is None or " ".join(claim.decision.rationale.split()) in " ".join(
            comment.text.split()
        )
        assert all(evidence.source.title in comment.text for evidence in claim.evidence)


def test_it_has_headings_a_table_of_claims_and_links_that_lead_somewhere(report: Report) -> None:
    document = _open(report)
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles.count("Title") == 1
    assert styles.count("Heading 2") == len(report.claims)
    [table] = document.tables
    assert [row.cells[1].text for row in table.rows[1:]] == [claim.text for claim in report.claims]
    places = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}
    links = [found.get(qn("w:anchor")) for found in document.element.iter(qn("w:hyperlink"))]
    assert set(links) == {place for place in places if place.startswith("claim_")}
    assert len(links) >= len(report.claims)


def test_an_internal_one_has_the_manuscript_and_a_public_one_only_the_words_of_claims(
    public_report: Report, internal_report: Report
) -> None:
    line = "Wer sie gesehen hat, spricht von einem Gewinn für die Stadt."
    assert line in (internal_report.articles[0].text or "")
    assert line in _all_text(internal_report)
    assert line not in _all_text(public_report)


def test_nothing_in_it_is_confidential_in_public(public_report: Report, internal_report: Report) -> None:
    told, all_told = _all_text(public_report), _all_text(internal_report)
    for secret in (SECRET, SECRET_QUOTE, NOTE, PENDING):
        assert secret not in told
        assert secret in all_told


def test_it_is_in_the_language_of_the_report_and_dated_by_it(report: Report) -> None:
    document = _open(report)
    core = document.core_properties
    assert core.language == report.language
    assert core.created.replace(tzinfo=UTC) == core.modified.replace(tzinfo=UTC) == report.generated_at
    [default] = document.styles.element.iter(qn("w:lang"))
    assert default.get(qn("w:val")).startswith(report.language)
    with zipfile.ZipFile(io.BytesIO(export(report, Format.DOCX).content)) as file:
        assert {datetime(*entry.date_time, tzinfo=UTC).year for entry in file.infolist()} == {1980}


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_whatever_the_texts_are_it_opens_and_comments_on_the_words(report: Report) -> None:
    document = _open(report)
    expected = sorted(" ".join(clean(claim.exact).split()) for claim in report.claims)
    assert sorted(_commented(document)) == expected
    table = document.tables[0]
    assert [row.cells[1].text for row in table.rows[1:]] == [clean(claim.text) for claim in report.claims]
