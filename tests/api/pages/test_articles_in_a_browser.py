"""The manuscript and the lists in a real Chromium: what a script adds, the keyboard, and what axe finds."""

import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from claims.article import ArticleDraft
from claims.claim import Origin
from claims.store import accounts, claims
from claims.workflow import State
from factcheck.ingest import ingest
from tests import making
from tests.api.pages.office import PASSWORD, Office, open_office
from tests.journeys.keys import press_keys

STORY = (
    "🚧🚧 Die Brücke über die Ilm ist seit 2019 gesperrt. Ihr Neubau kostet mindestens 3 Millionen Euro.\n\n"
    "Warum dauert das so lange? Der Bund zahlt ein Drittel der Summe, das Land zahlt 900.000 Euro."
)
WORDS = "Neubau kostet mindestens 3 Millionen"


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


@pytest.fixture
def story(office: Office) -> int:
    """The number of an article whose offsets differ in UTF-16."""
    draft = ArticleDraft(text=STORY, language="de", content=STORY.encode(), media_type="text/plain")
    with office.desk() as session:
        return ingest(session, draft, by=accounts.named(session, "ida"), at=making.START).article.id or 0


@pytest.fixture
def address(office: Office) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, office.app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


def _log_in(page: Page, address: str, who: str = "ida") -> None:
    page.goto(f"{address}/login")
    page.get_by_label("Name").fill(who)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/queue")


_SELECT = """words => {
  const sheet = document.getElementById("manuscript");
  const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.closest(".segment")) nodes.push(walker.currentNode);
  }
  const find = (at) => {
    for (const node of nodes) {
      if (at <= node.data.length) return [node, at];
      at -= node.data.length;
    }
  };
  const start = nodes.map((node) => node.data).join("").indexOf(words);
  getSelection().setBaseAndExtent(...find(start), ...find(start + words.length));
}"""


def _select_words(page: Page, words: str) -> None:
    """Select these words in the manuscript as a mouse would: from their first to their last character."""
    page.evaluate(_SELECT, words)


def test_selected_words_become_a_claim_at_their_code_points(
    office: Office, story: int, address: str, page: Page
) -> None:
    _log_in(page, address)
    page.goto(f"{address}/articles/{story}")
    _select_words(page, WORDS)
    expect(page.locator("#words")).to_have_value(WORDS)
    press_keys(page, "a")
    expect(page.get_by_role("status")).to_contain_text("Added as claim")
    with office.desk() as session:
        [added] = [c for c in claims.of_article(session, story) if c.origin is Origin.PERSON]
    assert (added.start, added.exact) == (STORY.index(WORDS), WORDS)


def test_notes_stand_beside_their_words_without_covering_each_other(
    story: int, address: str, page: Page
) -> None:
    _log_in(page, address)
    page.goto(f"{address}/articles/{story}")
    expect(page.locator(".lined-up")).to_be_visible()
    boxes = [note.bounding_box() for note in page.locator(".note[data-claim]").all()]
    tops = [(box["y"], box["y"] + box["height"]) for box in boxes if box]
    assert len(tops) > 1
    assert all(end <= start for (_, end), (start, _) in pairwise(tops))
    first = page.locator(".mark").first.bounding_box()
    assert first is not None
    assert abs(tops[0][0] - first["y"]) < 12


def test_the_keyboard_goes_through_the_claims_in_the_order_of_the_text(
    story: int, address: str, page: Page
) -> None:
    _log_in(page, address)
    page.goto(f"{address}/articles/{story}")
    marks = page.locator(".mark[data-step]")
    press_keys(page, "j")
    expect(marks.nth(0)).to_be_focused()
    press_keys(page, "j")
    expect(marks.nth(1)).to_be_focused()
    press_keys(page, "k")
    expect(marks.nth(0)).to_be_focused()
    target = marks.nth(0).get_attribute("href")
    press_keys(page, "o")
    page.wait_for_url(f"**{target}")


def test_the_keys_of_a_screen_are_shown_when_asked_for(address: str, page: Page) -> None:
    _log_in(page, address)
    press_keys(page, "?")
    expect(page.get_by_role("dialog")).to_contain_text("open the claim")
    press_keys(page, "Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_proposal_is_accepted_by_key_only_where_the_focus_is(
    office: Office, address: str, page: Page
) -> None:
    _log_in(page, address)
    press_keys(page, "a")
    assert office.claim.state is State.PROPOSED
    page.locator(f"#claim-{office.claim_id}").focus()
    press_keys(page, "a")
    expect(page.get_by_role("status")).to_contain_text(f"claim {office.claim_id} is open")
    assert office.claim.state is State.OPEN


def test_a_proposal_is_dismissed_by_keyboard_alone(office: Office, address: str, page: Page) -> None:
    _log_in(page, address)
    page.locator(f"#claim-{office.claim_id}").focus()
    press_keys(page, "d")
    page.keyboard.type("Ansichtssache, nichts zu belegen.")
    press_keys(page, "Enter")
    expect(page.get_by_role("status")).to_contain_text(f"Dismissed: claim {office.claim_id}")
    expect(page.get_by_role("status")).to_be_in_viewport()
    assert office.claim.state is State.DISMISSED


def test_on_a_narrow_screen_a_note_opens_under_its_line(story: int, address: str, page: Page) -> None:
    _log_in(page, address)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}/articles/{story}")
    mark = page.locator(".mark").first
    mark_target = mark.get_attribute("href")
    expect(page.locator(".note").first).to_be_hidden()
    mark.click()
    note, words = page.locator(".note-under").bounding_box(), mark.bounding_box()
    assert note is not None
    assert words is not None
    assert 0 <= note["y"] - (words["y"] + words["height"]) < 20
    press_keys(page, "Escape")
    expect(page.locator(".note-under")).to_have_count(0)
    mark.click()
    mark.click()
    page.wait_for_url(f"**{mark_target}")


def test_what_makes_no_claim_is_greyed_and_explained_on_demand(story: int, address: str, page: Page) -> None:
    _log_in(page, address)
    page.goto(f"{address}/articles/{story}")
    why = page.get_by_text("The sentence asks")
    expect(why).to_be_hidden()
    page.get_by_label("show what makes no claim").check()
    expect(why).to_be_visible()


def test_without_scripts_notes_stand_beside_their_paragraph(
    story: int, address: str, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    _log_in(page, address)
    page.goto(f"{address}/articles/{story}")
    expect(page.locator(".note[data-claim]").first).to_be_visible()
    page.get_by_label("Its words").fill(WORDS)
    page.get_by_role("button", name="Add as claim").click()
    expect(page.get_by_role("status")).to_contain_text("Added as claim")
    context.close()


def test_the_theme_that_was_chosen_is_there_on_the_next_page(address: str, page: Page) -> None:
    _log_in(page, address)
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    before = page.evaluate(paper)
    page.get_by_role("button", name="Light / dark").click()
    page.goto(f"{address}/articles")
    assert page.evaluate(paper) != before


@pytest.mark.parametrize("theme", [pytest.param("light", marks=pytest.mark.long), "dark"])
@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.long), 390])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    office: Office, story: int, address: str, browser: Browser, theme: str, width: int
) -> None:
    office.bring_to("published")
    context = browser.new_context(
        locale="en-GB", viewport={"width": width, "height": 800}, color_scheme=theme, reduced_motion="reduce"
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{address}/login")
    _check(page)
    _log_in(page, address)
    for path in (
        "/queue",
        "/articles",
        "/articles/new",
        f"/articles/{story}",
        f"/articles/{office.article_id}",
    ):
        page.goto(f"{address}{path}")
        _check(page)
    assert complaints == []
    context.close()


def _check(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
