"""The CSV export: rows for claims and evidence, safe in a spreadsheet, nothing lost."""

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.exports import Format, export
from factcheck.exports.csv import COLUMNS, neutralise
from factcheck.report import Report
from tests.factcheck.exports.hostile import reports, texts

_DOCUMENTATION = Path(__file__).parents[3] / "docs" / "report.md"


def _rows(report: Report) -> list[dict[str, str]]:
    content = export(report, Format.CSV).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline=""), strict=True))


def _original(cell: str) -> str:
    """Undo the neutralising, as the documentation says."""
    return cell[1:] if re.match(r"'+[\s'\ufeff]*[=+\-@＝＋－＠]|'+[\t\r\n]", cell) else cell


@given(reports())
def test_no_cell_of_any_report_begins_a_formula(report: Report) -> None:
    for row in _rows(report):
        for cell in row.values():
            assert not cell.lstrip(" \ufeff").startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
            assert not cell.startswith(("\t", "\r", "\n"))


@given(st.one_of(texts, st.text("'=+-@ \t\r\na", max_size=6)))
def test_what_was_neutralised_can_be_read_back(cell: str) -> None:
    assert _original(neutralise(cell)) == cell


@given(reports())
def test_every_claim_has_a_row_and_its_evidence_the_rows_after_it(report: Report) -> None:
    expected = [
        record
        for claim in report.claims
        for record in [
            ("claim", str(claim.id)),
            *[("evidence", str(claim.id))] * len(claim.evidence),
            *[("inquiry", str(claim.id))] * len(claim.inquiries),
        ]
    ]
    rows = _rows(report)
    assert [(row["record"], row["claim_id"]) for row in rows] == expected
    texts_of_claims = [_original(row["text"]) for row in rows if row["record"] == "claim"]
    assert texts_of_claims == [claim.text for claim in report.claims]


def test_lines_end_as_the_standard_says_and_spreadsheets_see_the_encoding(public_report: Report) -> None:
    content = export(public_report, Format.CSV).content
    assert content.startswith(b'\xef\xbb\xbf"record","article_id"')
    assert content.endswith(b'"\r\n')


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_is_documented(column: str) -> None:
    assert f"`{column}`" in _DOCUMENTATION.read_text("utf-8")
