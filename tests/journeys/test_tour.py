"""The example desk as a newcomer sees it: served for real, every page in both languages and themes.

`make tour` keeps what it saw in docs/tour, where the README shows it.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from claims.database import writing
from claims.store import claims
from claims.store.claims import Filters
from claims.workflow import State
from factcheck.desk import open_desk
from factcheck.examples import PASSWORD, seed
from factcheck.settings import Settings
from tests.api.serving import COMMAND, Served, serving

SHOTS = Path(os.environ.get("FACTCHECK_TEST_TOUR") or Path(__file__).parents[1] / "screenshots" / "tour")
QUESTION = "Meta has hired at least nine people from OpenAI. David Lau was a vice president at Tesla."
VIEWS = [
    ("de", "light"),
    pytest.param("en", "dark", marks=pytest.mark.long),
    pytest.param("en", "light", marks=pytest.mark.long),
    pytest.param("de", "dark", marks=pytest.mark.long),
]


@pytest.fixture
def in_check(home: Path) -> int:
    """The example desk stands in the data folder; the number of a claim that is in work."""
    engine = open_desk(Settings(home=home))
    with writing(engine) as session:
        seed(session, datetime.now(UTC))
        [claim] = claims.page(session, Filters(state=(State.IN_CHECK,)))
    engine.dispose()
    return claim.id or 0


@pytest.fixture
def served(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Served]:
    request.getfixturevalue("in_check")
    with serving(1, tmp_path / "log") as started:
        yield started


def _visit(browser: Browser, served: Served, language: str, theme: str) -> Page:
    context = browser.new_context(
        base_url=served.address,
        locale="de-DE" if language == "de" else "en-GB",
        viewport={"width": 1280, "height": 860},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto("/login")
    page.locator("input[name=name]").fill("reviewer")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/queue")
    return page


@pytest.mark.parametrize(("language", "theme"), VIEWS)
def test_every_page_of_the_example_desk_has_something_to_show(
    browser: Browser, served: Served, in_check: int, language: str, theme: str
) -> None:
    page = _visit(browser, served, language, theme)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    if page.locator("html").get_attribute("lang") != language:
        page.get_by_role("button", name=language.upper(), exact=True).click()
        expect(page.locator("html")).to_have_attribute("lang", language)
    SHOTS.mkdir(parents=True, exist_ok=True)
    for name, path in (
        ("queue", "/queue"),
        ("articles", "/articles"),
        ("manuscript", "/articles/1"),
        ("claim", f"/claims/{in_check}"),
        ("sources", "/sources"),
        ("ask", f"/ask?q={QUESTION}"),
    ):
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200
        page.screenshot(path=SHOTS / f"{name}-{language}-{theme}.png")
        assert Axe().run(page).violations_count == 0, name
    assert complaints == []
    page.context.close()


@pytest.mark.long
@pytest.mark.usefixtures("in_check")
def test_the_command_line_finds_german_claims_by_english_words() -> None:
    for words, expected in (
        ("at least seven hires by Meta", ("mindestens sieben", "at least seven")),
        ("2019 for-profit shift", ("2019",)),
    ):
        done = subprocess.run([COMMAND, "status", words, "--json"], capture_output=True, check=True)
        best = json.loads(done.stdout)["results"][0]["claim"]
        assert any(part in best["exact"] for part in expected)


@pytest.mark.usefixtures("in_check")
@pytest.mark.long
@pytest.mark.parametrize("form", ["html", "md", "json", "csv"])
def test_a_report_of_the_examples_is_written(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"report.{form}"
    subprocess.run([COMMAND, "report", "1", "--format", form, "-o", str(path)], check=True)
    assert "200.000 Grafikprozessoren" in path.read_text(encoding="utf-8-sig")
