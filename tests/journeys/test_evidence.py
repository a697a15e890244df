"""From a source to a submitted verdict in a real Chromium: paste, read the proposed passages, quote one, see
it compared, heed the checklist, submit; with and without a script, and what axe finds on the way."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.api.pages.office import PASSWORD, Office
from tests.journeys.looks import LOOKS

SHOTS = Path(__file__).parents[1] / "screenshots"
RECORD = (
    "Vereinsregister Bochum\n\nDer Kegelclub wurde 1987 eingetragen. Das Register wird monatlich geführt.\n"
    "Laut Register hat der Verein vierzehn Mitglieder. Der Vorsitz wechselt alle zwei Jahre.\n"
    "Die neue Halle liegt am Stadtrand. Der Bau kostete 40.000 Euro.\n"
)
WIRE = "BOCHUM (dpa) - Der Verein zählt nur noch neun Mitglieder, sagt der Vorstand."
COPY = "Aus dem Lokalen: Der Verein verliert Mitglieder, es sind noch neun.\nQuelle: dpa/lnw"


@pytest.fixture(autouse=True)
def _in_check(office: Office) -> None:
    office.bring_to("in_check")


def _log_in(page: Page, address: str) -> None:
    page.goto(f"{address}/login")
    page.locator("input[name=name]").fill("ida")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/queue")


@pytest.mark.parametrize("script", [True, False])
def test_a_source_is_read_by_its_best_passages_quoted_compared_and_submitted(
    office: Office, address: str, browser: Browser, script: bool
) -> None:
    context = browser.new_context(locale="en-GB", java_script_enabled=script, reduced_motion="reduce")
    page = context.new_page()
    _log_in(page, address)
    page.goto(address + office.path)
    cite = page.locator("#cite")
    cite.get_by_label("Title").fill("Vereinsregister")
    cite.get_by_label("What it says").fill(RECORD)
    cite.get_by_role("button", name="Show passages to read").click()
    best = page.locator(".proposal").first
    expect(best.locator("q")).to_have_text("Laut Register hat der Verein vierzehn Mitglieder.")
    expect(best).to_contain_text("the claim says mindestens zwölf Mitglieder, this says vierzehn Mitglieder")
    best.get_by_role("button", name="supports").click()
    expect(page.get_by_role("status")).to_contain_text("Cited.")
    exhibit = page.locator(".exhibit")
    expect(exhibit.locator(".compared")).to_contain_text("14 ≥ 12 ✓")
    expect(page.locator(".tally")).to_contain_text("1 source, 1 independent")
    verdict = page.locator("#verdict")
    expect(verdict.locator(".checklist")).to_contain_text("Cite a second, independent source")
    verdict.get_by_label("two independent sources").fill("The register decides it.")
    verdict.get_by_role("radio", name="supported", exact=False).first.check()
    verdict.get_by_label("Rationale").fill("The register lists fourteen.")
    verdict.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("status")).to_contain_text("Submitted")
    expect(verdict).to_contain_text("1 source, 1 independent")
    expect(verdict).to_contain_text("two independent sources: The register decides it.")
    context.close()


@pytest.mark.long
@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_evidence_reads_well_and_axe_finds_nothing(
    office: Office, address: str, browser: Browser, width: int, theme: str, language: str
) -> None:
    office.cite(source_text=RECORD, url="https://www.justiz.nrw.de/register", issued="2026-05-01")
    for title, text in (("Neun sind es noch", WIRE), ("Schwund im Verein", COPY)):
        quote = "noch neun Mitglieder" if text is WIRE else "es sind noch neun"
        office.cite(title=title, source_text=text, quote=quote, stance="refutes")
    context = browser.new_context(
        locale="de-DE" if language == "de" else "en-GB",
        viewport={"width": width, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    _log_in(page, address)
    page.goto(address + office.path)
    if page.locator("html").get_attribute("lang") != language:
        page.get_by_role("button", name=language.upper(), exact=True).click()
        expect(page.locator("html")).to_have_attribute("lang", language)
    SHOTS.mkdir(parents=True, exist_ok=True)
    for name, path in (
        ("claim", office.path),
        ("passages", f"{office.path}/passages?snapshot=1"),
        ("owners", "/owners"),
    ):
        page.goto(address + path)
        page.screenshot(path=SHOTS / f"evidence-{name}-{language}-{theme}-{width}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    page.goto(address + office.path)
    independent = "3 Quellen, 2 unabhängig" if language == "de" else "3 sources, 2 independent"
    expect(page.locator(".tally")).to_contain_text(independent)
    context.close()
