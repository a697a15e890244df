"""All formats say the same, and none says in public what is confidential."""

import csv
import io
import json
import re
from datetime import date

import pytest
from lxml import html

from claims.verdict import Verdict
from claims.wording import label
from factcheck.exports import Format, export
from factcheck.report import Report, Scope
from tests.factcheck.exports.reading import TO_READ, words
from tests.factcheck.newsroom import NOTE, PENDING, SECRET, SECRET_QUOTE

WHOLE = (Format.HTML, Format.MARKDOWN, Format.JSON, Format.JSONL, Format.CSV)
"""Those that tell everything as plain text; the others are the works cited, or packed."""

Told = list[tuple[int, str, str | None]]


def _told(report: Report) -> Told:
    return [
        (c.number, c.text, label(c.verdict, report.language) if c.verdict else None) for c in report.claims
    ]


def _by_html(content: bytes) -> Told:
    found: Told = []
    for claim in html.fromstring(content.decode()).iterfind(".//article"):
        side = claim.find("div")
        verdict = side.find(".//span[@aria-hidden]/..")
        word = None if verdict is None else verdict.text_content().split(maxsplit=1)[1]
        found.append((int(side.find("p").text_content()), claim.find(".//h3").text_content(), word))
    return found


def _by_markdown(content: bytes) -> Told:
    found: Told = []
    for part in content.decode().split("\n### ")[1:]:
        number, text = part.splitlines()[0].split(". ", 1)
        verdict = re.search(r"^- (?:Urteil|Verdict): \*\*. (.*)\*\*$", part, re.MULTILINE)
        found.append((int(number), text, verdict[1] if verdict else None))
    return found


def _by_json(content: bytes, report: Report) -> Told:
    claims = json.loads(content)["claims"]
    words = {verdict.value: label(verdict, report.language) for verdict in Verdict}
    return [(claim["number"], claim["text"], words.get(claim["verdict"])) for claim in claims]


def _by_csv(content: bytes) -> Told:
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [
        (int(row["number"]), row["text"], row["verdict_label"] or None)
        for row in rows
        if row["record"] == "claim"
    ]


def test_all_formats_agree_on_the_claims_and_their_verdicts(report: Report) -> None:
    told = _told(report)
    assert len(told) >= 6
    assert _by_html(export(report, Format.HTML).content) == told
    assert _by_markdown(export(report, Format.MARKDOWN).content) == told
    assert _by_json(export(report, Format.JSON).content, report) == told
    assert _by_csv(export(report, Format.CSV).content) == told


@pytest.mark.parametrize("secret", [SECRET, SECRET_QUOTE, NOTE, PENDING])
@pytest.mark.parametrize("format", Format)
def test_no_public_format_holds_what_is_confidential(
    public_report: Report, format: Format, secret: str
) -> None:
    assert secret.encode() not in export(public_report, format).content


@pytest.mark.parametrize("secret", [SECRET, SECRET_QUOTE, NOTE, PENDING])
@pytest.mark.parametrize("format", WHOLE)
def test_every_internal_format_holds_all(internal_report: Report, format: Format, secret: str) -> None:
    assert secret.encode() in export(internal_report, format).content


@pytest.mark.parametrize("format", Format)
def test_the_same_report_gives_the_same_bytes(public_report: Report, format: Format) -> None:
    again = Report.model_validate_json(public_report.model_dump_json())
    assert export(public_report, format) == export(again, format)


@pytest.mark.parametrize("format", WHOLE)
def test_every_format_tells_quotes_sources_people_and_corrections(
    public_report: Report, format: Format
) -> None:
    content = export(public_report, format).content.decode()
    for said in (
        "Zwölf Wagen sind fest bestellt.",
        "Verkehrsbericht 2025",
        "Der Betrag schließt die Wartung ein, das hatten wir übersehen.",
        "Ada Königs",
        "Bo Feldhaus",
        public_report.claims[0].evidence[0].snapshot_sha256,
    ):
        assert said in content


@pytest.mark.parametrize("format", TO_READ)
def test_a_quote_has_its_page_and_paragraph_with_its_source(public_report: Report, format: Format) -> None:
    claim = public_report.claims[0]
    quoted = claim.evidence[0].model_copy(update={"page": 3, "paragraph": 214})
    told = claim.model_copy(update={"evidence": (quoted,)})
    assert "Seite 3, Absatz 214" in words(public_report.model_copy(update={"claims": (told,)}), format)


def test_a_file_is_named_for_what_it_holds(public_report: Report, internal_report: Report) -> None:
    names = [export(public_report, format).file_name for format in Format]
    endings = ("html", "pdf", "docx", "md", "json", "jsonl", "csv", "csl.json", "bib", "biblatex.bib", "ris")
    endings += ("claimreview.jsonld", "annotations.jsonld")
    assert names == [f"factcheck-article-1.{ending}" for ending in endings]
    assert export(internal_report, Format.CSV).file_name == "factcheck-article-1-internal.csv"


@pytest.mark.parametrize("format", [Format.HTML, Format.MARKDOWN])
def test_a_report_with_nothing_published_says_so(public_report: Report, format: Format) -> None:
    article = public_report.articles[0].model_copy(update={"in_work": 1})
    empty = public_report.model_copy(update={"claims": (), "articles": (article,)})
    content = export(empty, format).content.decode()
    assert "Zu diesem Artikel ist noch kein Urteil veröffentlicht." in content
    assert "Eine weitere Behauptung ist noch in Arbeit." in content


@pytest.mark.parametrize(
    ("page", "german", "english"),
    [(3, "Seite 3, Absatz 12", "page 3, paragraph 12"), (None, "Absatz 12", "paragraph 12")],
)
def test_every_format_says_where_a_claim_stands(
    internal_report: Report, page: int | None, german: str, english: str
) -> None:
    claim = internal_report.claims[0].model_copy(update={"page": page, "paragraph": 12})
    for language, place in (("de", german), ("en", english)):
        report = internal_report.model_copy(update={"claims": (claim,), "language": language})
        body = html.fromstring(export(report, Format.HTML).content.decode())
        assert place in [entry.text_content() for entry in body.iterfind(".//dd")]
        assert f": {place}\n" in export(report, Format.MARKDOWN).content.decode()
        [row, *_] = csv.DictReader(io.StringIO(export(report, Format.CSV).content.decode("utf-8-sig")))
        assert (row["page"], row["paragraph"]) == (str(page or ""), "12")


def test_no_format_names_a_place_that_is_gone(internal_report: Report) -> None:
    claim = internal_report.claims[0].model_copy(update={"page": None, "paragraph": None})
    report = internal_report.model_copy(update={"claims": (claim,)})
    assert "Fundstelle" not in export(report, Format.HTML).content.decode()
    assert "Fundstelle" not in export(report, Format.MARKDOWN).content.decode()


@pytest.mark.parametrize(
    ("scope", "german", "english"),
    [
        (Scope(kind="tag", tag="Nahverkehr"), "Schlagwort „Nahverkehr“", "Tag “Nahverkehr”"),
        (
            Scope(kind="span", since=date(2026, 11, 1), until=date(2026, 11, 30)),
            "Entscheidungen: 1. November 2026 bis 30. November 2026",
            "Decisions: 1 November 2026 to 30 November 2026",
        ),
        (Scope(kind="span"), "Alle Behauptungen", "All claims"),
    ],
)
def test_a_report_on_several_articles_is_headed_by_what_it_is_on(
    public_report: Report, scope: Scope, german: str, english: str
) -> None:
    first = public_report.articles[0]
    second = first.model_copy(update={"id": 2, "title": "Was die Fähre kostet"})
    claims = [
        claim.model_copy(update={"article_id": 1 + n % 2}) for n, claim in enumerate(public_report.claims)
    ]
    for language, heading in (("de", german), ("en", english)):
        report = public_report.model_copy(
            update={
                "scope": scope,
                "language": language,
                "articles": (first, second),
                "claims": tuple(sorted(claims, key=lambda claim: claim.article_id)),
            }
        )
        body = html.fromstring(export(report, Format.HTML).content.decode())
        assert body.find(".//h1").text_content() == heading
        titles = [found.text_content() for found in body.iterfind(".//h2")]
        assert titles[1:3] == [first.title, "Was die Fähre kostet"]
        ids = body.xpath("//@id")
        assert len(ids) == len(set(ids))
        lines = export(report, Format.MARKDOWN).content.decode().splitlines()
        assert lines[0].endswith(heading)
        assert f"## {first.title}" in lines
        nothing = report.model_copy(update={"articles": (), "claims": ()})
        assert heading in export(nothing, Format.HTML).content.decode()
        assert len(export(nothing, Format.CSV).content.splitlines()) == 1
