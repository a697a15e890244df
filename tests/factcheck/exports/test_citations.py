"""The works that a report cites, for reference managers, read back by other people's readers."""

import json
import re
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any

import bibtexparser
import jsonschema
import pytest
import rispy
from bibtexparser import middlewares
from hypothesis import given

from claims.reason import Language
from claims.source import SourceClass
from factcheck.exports import Format, export
from factcheck.exports.bibliography import entries
from factcheck.exports.bibtex import escape
from factcheck.exports.works import DETAILS, TYPES, Name, Work, item, names, one_line, works
from factcheck.report import Report, ReportedSource, Style
from tests.factcheck.exports.hostile import reports
from tests.factcheck.newsroom import SECRET

_NAME = {
    "type": "object",
    "properties": {name: {"type": "string"} for name in ("family", "given", "literal")},
    "additionalProperties": False,
}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        }
    },
    "additionalProperties": False,
}
# what the CSL 1.0 data schema asks of the fields that the desk writes
_ITEM = {
    "type": "object",
    "required": ["type", "id"],
    "properties": {
        "type": {"enum": sorted(TYPES)},
        "author": {"type": "array", "items": _NAME},
        "issued": _DATE,
        "accessed": _DATE,
        "custom": {"type": "object"},
    },
    "patternProperties": {
        "^(id|title|container-title|publisher|URL|DOI|language|volume|page|edition)$": {"type": "string"}
    },
    "additionalProperties": False,
}


def _work(number: int = 1, **fields: Any) -> Work:
    given: dict[str, Any] = {
        "id": number,
        "type": "webpage",
        "title": "Fahrgäste der Linie 9",
        "author": "",
        "publisher": "",
        "container": "",
        "issued": None,
        "url": None,
        "doi": None,
        "language": "de",
        "details": {},
        "source_class": SourceClass.PRIMARY,
        "independence": "",
        "confidential": False,
        **fields,
    }
    return Work(ReportedSource.model_validate(given), date(2026, 11, 24), ("0" * 64,))


WORKS = [
    _work(
        1,
        title="Erwerbstätigkeit im Herbst",
        author="Amt für Zahlen",
        container="Zahlen im Netz",
        issued="2025-11-18",
        url="https://zahlen.example/erwerb?a=1&b=2",
    ),
    _work(
        2,
        type="article-newspaper",
        title="Harbour authority orders twelve trams",
        author="Wendisch, Karla Q.; Möller, Ole",
        container="The Morning Ledger",
        issued="2024-03",
        url="https://ledger.example/trams",
        language="en",
    ),
    _work(3, type="report", title="Outlook <2024> & beyond", publisher="Trident Rail plc", issued="2024"),
    _work(4, type="book", title="Schienen", author="Wendisch, Karla", publisher="Hafenverlag", issued="2019"),
    _work(5, title="Ohne Namen", url="https://werkbank.example/seite"),
]


def test_persons_have_a_comma_and_offices_have_none() -> None:
    assert names("Wendisch, Karla; Amt für Zahlen ; ; Möller,Ole") == (
        Name("Wendisch", "Karla"),
        Name("Amt für Zahlen"),
        Name("Möller", "Ole"),
    )


def test_csl_items_say_how_precise_a_date_is_known() -> None:
    assert item(WORKS[1])["issued"] == {"date-parts": [[2024, 3]]}
    assert item(WORKS[0])["accessed"] == {"date-parts": [[2026, 11, 24]]}
    assert "accessed" not in item(WORKS[3])


def test_types_and_variables_are_those_of_the_csl_project() -> None:
    listed = {name: _quoted(f"csl-{name}.rnc") for name in ("types", "variables")}
    assert listed["types"] == TYPES
    # data have it under its older name
    assert DETAILS - {"part"} <= listed["variables"]


def _quoted(name: str) -> set[str]:
    """The words in quotation marks in a grammar that the formatter carries, beside its address."""
    grammar = files("citeproc").joinpath("data", "schema", "schemas", "styles", name).read_text("utf-8")
    return set(re.findall('"([A-Za-z_-]+)"', grammar))


@given(reports())
def test_csl_json_holds_to_the_schema_whatever_the_titles_are(report: Report) -> None:
    written = json.loads(export(report, Format.CSL).content)
    jsonschema.validate(written, {"type": "array", "items": _ITEM})
    assert [one["title"] for one in written if "title" in one] == [
        title for work in works(report) if (title := one_line(work.source.title))
    ]


@given(reports())
@pytest.mark.parametrize("format", [Format.BIBTEX, Format.BIBLATEX])
def test_bibtex_reads_back_as_it_was_whatever_the_titles_are(format: Format, report: Report) -> None:
    read = bibtexparser.parse_string(
        export(report, format).content.decode(), append_middleware=[middlewares.LatexDecodingMiddleware()]
    )
    assert read.failed_blocks == []
    assert [entry.key for entry in read.entries] == [work.key for work in works(report)]
    assert [*read.comments, *read.strings, *read.preambles] == []


@pytest.mark.parametrize("title", ["50 % & mehr: Kosten_neu $5 #1", "C:\\Straße ~ ^", 'Der "Plan"'])
def test_bibtex_titles_survive_latex(title: str, reported: Report) -> None:
    claim = reported.claims[0]
    source = claim.evidence[0].source.model_copy(update={"title": title})
    evidence = claim.evidence[0].model_copy(update={"source": source})
    changed = reported.model_copy(update={"claims": (claim.model_copy(update={"evidence": (evidence,)}),)})
    read = bibtexparser.parse_string(
        export(changed, Format.BIBTEX).content.decode(),
        append_middleware=[middlewares.LatexDecodingMiddleware()],
    )
    assert read.entries[0]["title"] == title.replace("^", "ˆ")


def test_a_brace_in_a_title_is_a_command_since_bibtex_counts_braces() -> None:
    assert escape("a } b \\{") == r"a \textbraceright{} b \textbackslash{}\textbraceleft{}"


@given(reports())
def test_no_title_brings_a_tag_of_its_own_into_ris(report: Report) -> None:
    content = export(report, Format.RIS).content.decode()
    read = rispy.loads(content)
    assert [one["id"] for one in read] == [work.key for work in works(report)]
    assert len(re.findall(r"(?m)^TY  - ", content)) == len(read)
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in content.split("\r\n") if line)


def test_public_citations_name_no_confidential_source(report: Report) -> None:
    for format in (Format.CSL, Format.BIBTEX, Format.BIBLATEX, Format.RIS):
        assert (SECRET in export(report, format).content.decode()) is not report.public


@pytest.fixture
def reported(report: Report) -> Report:
    return report.model_copy(
        update={
            "claims": tuple(claim for claim in report.claims if claim.evidence),
            "generated_at": datetime(2026, 11, 24, tzinfo=UTC),
        }
    )


REFERENCES: dict[tuple[Style, Language], list[str]] = {
    (Style.APA, "de"): [
        "Amt für Zahlen. (2025, 18. November). *Erwerbstätigkeit im Herbst*. Zahlen im Netz. "
        "https://zahlen.example/erwerb?a=1&b=2",
        "Wendisch, K. Q., & Möller, O. (2024, März). Harbour authority orders twelve trams. "
        "*The Morning Ledger*. https://ledger.example/trams",
        "Trident Rail plc. (2024). *Outlook <2024> & beyond*.",
        "Wendisch, K. (2019). *Schienen*. Hafenverlag.",
        "werkbank.example. (o. J.). *Ohne Namen*. Abgerufen am 24. November 2026, von "
        "https://werkbank.example/seite",
    ],
    (Style.APA, "en"): [
        "Amt für Zahlen. (2025, November 18). *Erwerbstätigkeit im Herbst*. Zahlen im Netz. "
        "https://zahlen.example/erwerb?a=1&b=2",
        "Wendisch, K. Q., & Möller, O. (2024, March). Harbour authority orders twelve trams. "
        "*The Morning Ledger*. https://ledger.example/trams",
        "Trident Rail plc. (2024). *Outlook <2024> & beyond*.",
        "Wendisch, K. (2019). *Schienen*. Hafenverlag.",
        "werkbank.example. (n.d.). *Ohne Namen*. Retrieved 24 November 2026, from "
        "https://werkbank.example/seite",
    ],
    (Style.ISO690, "de"): [
        "AMT FÜR ZAHLEN, 2025. Erwerbstätigkeit im Herbst. *Zahlen im Netz* [online]. 18. "
        "November 2025. [Zugriff am: 24. November 2026]. Verfügbar unter: "
        "https://zahlen.example/erwerb?a=1&b=2",
        "WENDISCH, Karla Q. und Ole MÖLLER, 2024. Harbour authority orders twelve trams. *The "
        "Morning Ledger* [online]. März 2024. [Zugriff am: 24. November 2026]. Verfügbar "
        "unter: https://ledger.example/trams",
        "TRIDENT RAIL PLC, 2024. *Outlook <2024> & beyond*",
        "WENDISCH, Karla, 2019. *Schienen*. Hafenverlag",
        "WERKBANK.EXAMPLE, [kein Datum]. Ohne Namen. [online]. [Zugriff am: 24. November "
        "2026]. Verfügbar unter: https://werkbank.example/seite",
    ],
    (Style.ISO690, "en"): [
        "AMT FÜR ZAHLEN, 2025. Erwerbstätigkeit im Herbst. *Zahlen im Netz*. Online. 18 "
        "November 2025. Available from: https://zahlen.example/erwerb?a=1&b=2 [Accessed 24 "
        "November 2026].",
        "WENDISCH, Karla Q. and MÖLLER, Ole, 2024. Harbour authority orders twelve trams. *The "
        "Morning Ledger*. Online. March 2024. Available from: https://ledger.example/trams "
        "[Accessed 24 November 2026].",
        "TRIDENT RAIL PLC, 2024. *Outlook <2024> & beyond*.",
        "WENDISCH, Karla, 2019. *Schienen*. Hafenverlag.",
        "WERKBANK.EXAMPLE, [no date]. Ohne Namen. Online. Available from: "
        "https://werkbank.example/seite [Accessed 24 November 2026].",
    ],
    (Style.IEEE, "de"): [
        "[1] Amt für Zahlen, „Erwerbstätigkeit im Herbst“, Zahlen im Netz. Zugegriffen: 24. "
        "November 2026. [Online]. Verfügbar unter: https://zahlen.example/erwerb?a=1&b=2",
        "[2] K. Q. Wendisch und O. Möller, „Harbour authority orders twelve trams“, *The "
        "Morning Ledger*, März 2024. Zugegriffen: 24. November 2026. [Online]. Verfügbar "
        "unter: https://ledger.example/trams",
        "[3] Trident Rail plc, „Outlook <2024> & beyond“, 2024.",
        "[4] K. Wendisch, *Schienen*. Hafenverlag, 2019.",
        "[5] werkbank.example, „Ohne Namen“. Zugegriffen: 24. November 2026. [Online]. "
        "Verfügbar unter: https://werkbank.example/seite",
    ],
    (Style.IEEE, "en"): [
        "[1] Amt für Zahlen, ‘Erwerbstätigkeit im Herbst’, Zahlen im Netz. Accessed: Nov. 24, "
        "2026. [Online]. Available: https://zahlen.example/erwerb?a=1&b=2",
        "[2] K. Q. Wendisch and O. Möller, ‘Harbour authority orders twelve trams’, *The "
        "Morning Ledger*, Mar. 2024. Accessed: Nov. 24, 2026. [Online]. Available: "
        "https://ledger.example/trams",
        "[3] Trident Rail plc, ‘Outlook <2024> & beyond’, 2024.",
        "[4] K. Wendisch, *Schienen*. Hafenverlag, 2019.",
        "[5] werkbank.example, ‘Ohne Namen’. Accessed: Nov. 24, 2026. [Online]. Available: "
        "https://werkbank.example/seite",
    ],
}


@pytest.mark.parametrize(("style", "language"), REFERENCES)
def test_a_style_comes_out_as_its_manual_has_it(style: Style, language: Language) -> None:
    found = [
        "".join(f"*{r.text}*" if r.italic else r.text for r in e) for e in entries(WORKS, style, language)
    ]
    assert found == REFERENCES[style, language]


@pytest.mark.parametrize("style", Style)
def test_every_kind_of_work_is_listed_even_if_little_is_known_of_it(style: Style) -> None:
    bare = [_work(number, type=kind) for number, kind in enumerate(sorted(TYPES), start=1)]
    found = ["".join(run.text for run in entry) for entry in entries(bare, style, "de")]
    assert len(found) == len(TYPES)
    assert [entry for entry in found if entry.count("Fahrgäste der Linie 9") != 1] == []
