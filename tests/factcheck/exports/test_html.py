"""The HTML export: in a real browser, on paper, and full of hostile texts."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, Phase, given, settings
from lxml import html
from playwright.sync_api import Browser, Page

from claims.verdict import Verdict
from claims.workflow import State
from factcheck.exports import Format, export
from factcheck.exports.html import language_tag
from factcheck.report import Report
from tests.factcheck.exports.hostile import reports

_PLAIN = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "section", "article", "footer"),
    *("h1", "h2", "h3", "h4", "p", "div", "span", "a", "ol", "ul", "li", "dl", "dt", "dd", "blockquote"),
    *("q", "cite", "code", "time", "mark", "bdi"),
}


def _tree(report: Report) -> html.HtmlElement:
    return html.document_fromstring(export(report, Format.HTML).content.decode())


@given(reports())
def test_no_text_becomes_an_element_an_attribute_or_an_address(report: Report) -> None:
    tree = _tree(report)
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} <= _PLAIN
    for element in tree.iter("*"):
        assert not [name for name in element.attrib if name.startswith("on") or name in ("src", "style")]
        assert element.get("href", "#").lower().startswith(("#", "http://", "https://"))
    assert len(tree.findall(".//article")) == len(report.claims)


def _words(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())


@given(reports())
def test_texts_read_as_themselves(report: Report) -> None:
    headings = [_words(heading.text_content()) for heading in _tree(report).iterfind(".//h3")]
    assert headings == [_words(claim.text) for claim in report.claims]


@pytest.fixture
def shown(report: Report, tmp_path: Path) -> str:
    file = tmp_path / "report.html"
    file.write_bytes(export(report, Format.HTML).content)
    return file.as_uri()


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        pytest.param("light", 1280, marks=pytest.mark.long),
        ("dark", 390),
        pytest.param("dark", 1280, marks=pytest.mark.long),
    ],
)
def test_a_report_is_accessible_and_fits_in_light_and_dark_wide_and_narrow(
    browser: Browser, shown: str, report: Report, scheme: str, width: int, shots: Path
) -> None:
    page = browser.new_page(
        color_scheme="dark" if scheme == "dark" else "light", viewport={"width": width, "height": 900}
    )
    page.goto(shown)
    kind = "public" if report.public else "internal"
    page.screenshot(path=shots / f"report-{report.language}-{kind}-{scheme}-{width}.png", full_page=True)
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_report_asks_for_nothing_and_obeys_its_own_policy(page: Page, shown: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(shown)
    assert asked == [shown]
    assert said == []
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"


def test_every_mark_in_the_manuscript_leads_to_its_claim_and_back(
    page: Page, internal_report: Report
) -> None:
    page.set_content(export(internal_report, Format.HTML).content.decode())
    marked = [claim for claim in internal_report.claims if claim.in_text]
    for claim in marked:
        assert page.locator(f"#words-{claim.number}").first.inner_text() in claim.exact
        assert (
            page.locator(f"#claim-{claim.number} .side a").get_attribute("href") == f"#words-{claim.number}"
        )
    references = page.locator(".manuscript .ref").all_inner_texts()
    assert sorted(map(int, references)) == sorted(c.number for c in marked for _ in c.places)


def test_margin_notes_stand_beside_their_words(page: Page, internal_report: Report) -> None:
    page.set_content(export(internal_report, Format.HTML).content.decode())
    note = page.locator(".margin").first.bounding_box()
    words = page.locator("#words-1").bounding_box()
    assert note is not None
    assert words is not None
    assert note["x"] > words["x"] + words["width"]
    assert abs(note["y"] - words["y"]) < 24


def test_verdicts_are_told_by_sign_and_word_too(internal_report: Report) -> None:
    claims = tuple(
        internal_report.claims[0].model_copy(update={"number": n, "verdict": v, "state": State.PUBLISHED})
        for n, v in enumerate(Verdict, start=1)
    )
    tree = _tree(internal_report.model_copy(update={"claims": claims}))
    shown = [_words(side.text_content()) for side in tree.iterfind(".//article/div[1]")]
    assert shown[0] == "1 ✓ belegt veröffentlicht"
    assert [line.split()[1] for line in shown] == [verdict.sign for verdict in Verdict]


def test_links_to_sources_are_robust(public_report: Report) -> None:
    link = _tree(public_report).find(".//a[@data-originalurl]")
    assert (
        link.get("data-originalurl")
        == link.get("href")
        == "https://lindenau.example/verkehr/bericht-2025?seite=14&druck=ja"
    )
    assert link.get("data-versiondate") == "2026-11-24"


def test_times_stand_in_the_desks_zone_with_the_exact_one_in_the_data(public_report: Report) -> None:
    times = {
        time.get("datetime"): time.text_content() for time in _tree(public_report).iterfind(".//ul/li/time")
    }
    assert times["2026-11-24T10:03:00Z"] == "24. Nov. 2026, 11:03 MEZ"


def test_a_language_tag_is_used_only_where_screen_readers_know_it() -> None:
    assert [language_tag(tag) for tag in ("de", "en-GB", "klingonisch", "xx", '"><b>', None)] == [
        "de",
        "en-GB",
        *[None] * 4,
    ]


def test_it_prints_on_paper_with_numbered_pages(page: Page, shown: str, shots: Path, report: Report) -> None:
    page.goto(shown)
    kind = "public" if report.public else "internal"
    printed = page.pdf(
        path=shots / f"report-{report.language}-{kind}.pdf", prefer_css_page_size=True, tagged=True
    )
    assert printed.startswith(b"%PDF")
    assert printed.count(b"/Type /Page\n") in range(3, 12)
    assert b"/StructTreeRoot" in printed


@given(reports())
@settings(
    max_examples=8,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_nothing_hostile_runs_or_is_asked_for_in_a_real_browser(page: Page, report: Report) -> None:
    alarms: list[str] = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: alarms.append(request.url))
    page.set_content(export(report, Format.HTML).content.decode())
    assert alarms == []
    violations = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in violations] == []
