"""The manuscript of an article in a real Chromium: how far each sentence is, what nobody answered for, and
what its author changed; on wide and narrow screens, in both languages and themes, and what axe finds."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from claims.store import accounts, articles, claims
from claims.workflow import Action
from factcheck import review
from factcheck.ingest import ingest
from factcheck.reading import read
from tests import making
from tests.api.pages.office import PASSWORD, Office
from tests.journeys.looks import LOOKS

SHOTS = Path(__file__).parents[1] / "screenshots"
URL = "https://bote.example/linie-neun"
FIRST = (
    "Die Stadt hat mindestens zwölf neue Straßenbahnen bestellt. Sie kosten zusammen 48 Millionen Euro, "
    "sagte die Dezernentin Karla Wendisch am Montag. Seit 2019 fährt die Linie 9 im Zehnminutentakt.\n\n"
    "Warum fahren heute 17 Busse weniger? Was heißt dann „Wir bauen für alle Zeiten“ von Jana Pohl? Im "
    "vergangenen Jahr nutzten die Linie 31 Prozent mehr Menschen als vor dem Umbau.\n\n"
    "Drei der alten Wagen stehen still. Der Stadtrat berät im Mai über den Verkauf an Olaf Brandt."
)
SECOND = FIRST.replace("zwölf neue", "vierzehn neue").replace(
    "Drei der alten Wagen stehen still.",
    "Drei der alten Wagen stehen still. Drei der alten Wagen stehen still.",
)


def _log_in(page: Page, address: str) -> None:
    page.goto(f"{address}/login")
    page.locator("input[name=name]").fill("ida")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/queue")


def _claim(office: Office, number: int, words: str) -> int:
    with office.desk() as session:
        return next(c.id or 0 for c in claims.of_article(session, number) if words in c.exact)


@pytest.fixture
def article(office: Office) -> int:
    """An article with claims in every state of the work, before its author changes it."""
    with office.desk() as session:
        ida = accounts.named(session, "ida")
        draft = read(FIRST.encode(), language="de", url=URL, title="Die Linie 9 und ihr Preis")
        number = ingest(session, draft, by=ida, at=making.START).article.id or 0
    for words, state in (("zwölf", "published"), ("48", "in_check"), ("31 Prozent", "challenged")):
        office.claim_id = _claim(office, number, words)
        office.bring_to(state)
    wagons = _claim(office, number, "Drei der")
    with office.desk() as session:
        ida = accounts.named(session, "ida")
        review.move(session, wagons, Action.ACCEPT, by=ida, at=making.START)
    return number


def _change(office: Office) -> None:
    with office.desk() as session:
        draft = read(SECOND.encode(), language="de", url=URL)
        ingest(session, draft, by=accounts.named(session, "ida"), at=making.later(60))


@pytest.mark.parametrize("script", [True, False])
def test_what_nobody_answered_for_leads_to_its_place_and_to_a_claim(
    article: int, address: str, browser: Browser, script: bool
) -> None:
    context = browser.new_context(locale="en-GB", java_script_enabled=script, reduced_motion="reduce")
    page = context.new_page()
    _log_in(page, address)
    page.goto(f"{address}/articles/{article}")
    page.locator("#unanswered summary").click()
    row = page.locator("#unanswered li", has_text="Wir bauen für alle Zeiten")
    row.get_by_role("link").first.click()
    expect(page.locator(":target")).to_contain_text("Wir bauen für alle Zeiten")
    row.get_by_role("link", name="answer it").click()
    expect(page.get_by_label("Its words, exactly")).to_have_value(
        "Was heißt dann „Wir bauen für alle Zeiten“ von Jana Pohl?"
    )
    page.get_by_label("Why not?").fill("Eine Wertung.")
    page.get_by_role("button", name="No claim here").click()
    expect(page.get_by_role("status")).to_contain_text("there is no claim in this sentence")
    page.get_by_label("show what makes no claim").check()
    expect(page.locator(".note-aside", has_text="Eine Wertung.")).to_be_visible()
    expect(page.locator("#unanswered")).not_to_contain_text("alle Zeiten")
    context.close()


def test_a_sentence_says_how_far_it_is_to_eye_and_ear(
    office: Office, article: int, address: str, page: Page
) -> None:
    _log_in(page, address)
    page.goto(f"{address}/articles/{article}")
    said = page.locator(".sentence-end").all_inner_texts()
    assert "[checked, supported]" in " ".join(said)
    for status in ("in work", "disputed", "open", "no claim here", "not looked at"):
        assert f"[{status}]" in " ".join(said)
    shown = page.locator(".segment").all_text_contents()
    with office.desk() as session:
        text = articles.version(session, articles.get(session, article)).text
    assert "".join(shown) == text.replace("\n\n", ""), "the signs are no words of the text"


def test_an_edited_article_leads_from_its_summary_to_the_choice_of_a_place(
    office: Office, article: int, address: str, page: Page
) -> None:
    _change(office)
    _log_in(page, address)
    page.goto(f"{address}/articles/{article}")
    summary = page.locator(".revision")
    expect(summary).to_contain_text("1 edited")
    expect(summary).to_contain_text("1 place to choose")
    summary.get_by_role("link", name="Drei der alten Wagen").click()
    page.locator("input[name=place]").nth(1).check()
    page.get_by_role("button", name="Bind the claim there").click()
    expect(page.get_by_role("status")).to_contain_text("has its place in version 2")
    expect(page.locator(".choosing")).to_have_count(0)


@pytest.mark.long
@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_the_manuscript_reads_well_and_axe_finds_nothing(
    office: Office, article: int, address: str, browser: Browser, width: int, theme: str, language: str
) -> None:
    _change(office)
    context = browser.new_context(
        locale="de-DE" if language == "de" else "en-GB",
        viewport={"width": width, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    _log_in(page, address)
    if page.locator("html").get_attribute("lang") != language:
        page.get_by_role("button", name=language.upper(), exact=True).click()
        expect(page.locator("html")).to_have_attribute("lang", language)
    edited, choosing = _claim(office, article, "vierzehn"), _claim(office, article, "Drei der")
    pages = {
        "sheet": f"/articles/{article}",
        "edited": f"/claims/{edited}",
        "choosing": f"/claims/{choosing}",
        "queue": "/queue?view=lapsed",
        "articles": "/articles",
    }
    SHOTS.mkdir(parents=True, exist_ok=True)
    for name, path in pages.items():
        page.goto(f"{address}{path}")
        if name == "sheet":
            page.locator("#unanswered summary").click()
            page.locator(".legend summary").click()
            page.locator("#show-asides").check()
        page.screenshot(path=SHOTS / f"manuscript-{name}-{width}-{theme}-{language}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    context.close()
