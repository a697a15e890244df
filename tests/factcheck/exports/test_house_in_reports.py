"""The desk's own style where reports show it."""

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from claims.verdict import Verdict
from claims.wording import label
from factcheck.exports import Format, export
from factcheck.exports.phrases import meaning
from factcheck.house import house_of
from factcheck.report import Report
from factcheck.settings import Settings
from tests.factcheck.exports.reading import TO_READ, words

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><script>alert(1)</script>'
    '<rect width="120" height="40" fill="#005f56" onload="alert(2)"/></svg>'
)
_FILE = """
name = "Redaktion Lindenblatt"
logo = "logo.svg"
accent = "#005f56"
[imprint]
de = "Lindenblatt Verlag\\nHauptstraße 1, 10115 Berlin <b>"
en = "Lindenblatt Publishers\\n1 Hauptstraße, 10115 Berlin <b>"
[verdicts.refuted]
de = "frei erfunden"
en = "made up"
"""


_REFUTED = {"de": "frei erfunden", "en": "made up"}
_IMPRINT = {"de": "Lindenblatt Verlag", "en": "Lindenblatt Publishers"}


@pytest.fixture
def styled(tmp_path: Path, report: Report) -> Report:
    (tmp_path / "house.toml").write_text(_FILE, "utf-8")
    (tmp_path / "logo.svg").write_text(_SVG, "utf-8")
    house = house_of(Settings(home=tmp_path))
    return report.model_copy(update={"desk_name": house.name, "house": house.told(report.language)})


@pytest.mark.parametrize("format", TO_READ)
def test_every_format_to_read_has_the_name_the_labels_and_the_imprint(styled: Report, format: Format) -> None:
    said = words(styled, format)
    assert styled.desk_name in said
    assert f"✕ {_REFUTED[styled.language]}" in said
    assert f"✕ {label(Verdict.REFUTED, styled.language)}" not in said
    assert _IMPRINT[styled.language] in said


@pytest.mark.parametrize("format", TO_READ)
def test_every_report_says_what_all_verdicts_mean_and_how_the_desk_works(
    report: Report, format: Format
) -> None:
    said = words(report, format).replace("- ", "")
    for verdict in Verdict:
        assert label(verdict, report.language) in said
        assert meaning(verdict, report.language)[:30] in said
    assert f"{report.address}/method" in said


def test_tables_and_linked_data_call_verdicts_and_the_desk_as_the_house_does(styled: Report) -> None:
    assert _REFUTED[styled.language] in export(styled, Format.CSV).content.decode()
    feed = json.loads(export(styled, Format.CLAIMREVIEW).content)
    reviews = [review for element in feed["dataFeedElement"] for review in element["item"]]
    assert {review["author"]["name"] for review in reviews} == {styled.desk_name}
    told = {review["reviewRating"]["alternateName"] for review in reviews}
    assert label(Verdict.REFUTED, styled.language) not in told
    assert styled.house.labels[Verdict.REFUTED] in told


def test_a_page_with_a_logo_may_load_it_from_itself_alone(styled: Report, report: Report) -> None:
    page, plain = (export(each, Format.HTML).content.decode() for each in (styled, report))
    assert 'src="data:image/png;base64,' in page
    assert "img-src data:;" in page
    assert "--accent: #005f56" in page
    assert "alert" not in page
    assert "<img" not in plain
    assert "img-src" not in plain


def test_the_logo_of_a_pdf_has_words_for_those_who_do_not_see_it(styled: Report) -> None:
    content = export(styled, Format.PDF).content
    assert content == export(styled, Format.PDF).content
    reader = PdfReader(io.BytesIO(content))
    told = [_alt(reader, number) for number in range(1, int(str(reader.trailer["/Size"])))]
    assert [alt for alt in told if alt] == [styled.desk_name]
    assert len(reader.pages[0].images) == 1


def _alt(reader: PdfReader, number: int) -> str:
    found = reader.get_object(number)
    return str(found["/Alt"]) if isinstance(found, dict) and found.get("/S") == "/Figure" else ""
