"""How a claim stands in the article, in the reports that people read."""

import csv
import io

import pytest

from claims.claim import Modality
from factcheck.exports import Format, export
from factcheck.report import Report


def with_first(report: Report, **fields: object) -> Report:
    first, *rest = report.claims
    return report.model_copy(update={"claims": (first.model_copy(update=fields), *rest)})


@pytest.mark.parametrize("format", [Format.HTML, Format.MARKDOWN])
def test_a_report_says_how_a_claim_stands_where_it_is_no_plain_assertion(
    public_report: Report, format: Format
) -> None:
    named = ("Modalität", "Modality")[public_report.language == "en"]
    asserted = public_report.model_copy(
        update={
            "claims": tuple(
                claim.model_copy(update={"modality": Modality.ASSERTED}) for claim in public_report.claims
            )
        }
    )
    assert named not in export(asserted, format).content.decode()
    planned = with_first(asserted, modality=Modality.PLANNED)
    assert export(planned, format).content.decode().count(named) == 1


def test_the_table_has_a_column_for_it(public_report: Report) -> None:
    planned = with_first(public_report, modality=Modality.PLANNED)
    content = export(planned, Format.CSV).content.decode("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(content)))["modality"] == "planned"


def test_a_speaker_whom_the_article_does_not_name_is_said_to_be_open(public_report: Report) -> None:
    word = ("offen", "open")[public_report.language == "en"]
    report = with_first(public_report, speaker="er", speaker_resolved=None, speaker_unresolved=True)
    assert f"er ({word})" in export(report, Format.MARKDOWN).content.decode().replace("\\", "")
