"""One claim from the log-in to its correction, by the people it takes, in a real Chromium.

Leaves what was seen in tests/screenshots.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from claims.workflow import State
from tests.api.pages.office import HALL, MEMBERS, PASSWORD, REGISTER, Office
from tests.journeys.keys import press_keys

SCREENSHOTS = Path(__file__).parents[1] / "screenshots"


@contextmanager
def desk_of(
    browser: Browser, address: str, who: str, *, theme: str = "light", width: int = 1280, script: bool = True
) -> Iterator[Page]:
    """A browser of this person, logged in."""
    context = browser.new_context(
        base_url=address,
        locale="en-GB",
        viewport={"width": width, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
        java_script_enabled=script,
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto("/login")
    page.get_by_label("Name").fill(who)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(lambda url: "/login" not in url)
    yield page
    context.close()


def shoot(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"review-{name}.png", full_page=True)


def press(page: Page, name: str, says: str) -> None:
    """Press a button and read the line that tells what happened."""
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("status")).to_contain_text(says)


def give_reason(page: Page, fold: str, label: str, reason: str, button: str) -> None:
    page.locator("summary", has_text=fold).click()
    form = page.locator("details[open]", has=page.locator("summary", has_text=fold))
    form.get_by_label(label).fill(reason)
    form.get_by_role("button", name=button, exact=True).click()


def decide(page: Page, verdict: str, rationale: str) -> None:
    form = page.locator(".deciding")
    form.get_by_role("radio", name=verdict, exact=True).check()
    form.get_by_label("Rationale").fill(rationale)


def test_a_claim_is_checked_published_challenged_and_corrected(
    browser: Browser, office: Office, address: str
) -> None:
    with desk_of(browser, address, "ida") as page:
        page.goto(office.path)
        expect(page.locator("#passage mark")).to_have_text(MEMBERS)
        shoot(page, "proposed")
        press(page, "Accept", "Accepted")
        press(page, "Take it", "The claim is yours")
        cite = page.locator("#cite")
        cite.get_by_label("Title").fill("Vereinsregister")
        cite.get_by_label("What it says").fill(REGISTER)
        cite.get_by_label("Quote").fill("vierzehn Mitglieder")
        cite.get_by_label("supports").check()
        press(page, "Cite", "Cited")
        decide(page, "supported", "Vierzehn sind mindestens zwölf.")
        shoot(page, "verdict")
        press(page, "Submit", "Submitted")

    with desk_of(browser, address, "edgar") as page:
        page.goto(office.path)
        shoot(page, "second-person")
        press(page, "Approve", "Approved")
        press(page, "Publish", "Published: readers see the verdict")

    with desk_of(browser, address, "rita") as page:
        page.goto(office.path)
        expect(page.locator(".step")).to_contain_text("✓ supported")
        give_reason(page, "Challenge", "What is wrong", "Das Register ist von 2019.", "Challenge")
        expect(page.get_by_role("status")).to_contain_text("an editor looks at it again")
        shoot(page, "challenged")

    with desk_of(browser, address, "ida") as page:
        page.goto(office.path)
        page.locator("summary", has_text="Correct").click()
        decide(page, "refuted", "Heute sind es neun.")
        page.get_by_label("Public reason for the correction").fill("Wir hatten ein altes Register.")
        press(page, "Submit the correction", "until it is published the old verdict stands")
        expect(page.locator(".decisions")).to_contain_text("Readers see this one")

    with desk_of(browser, address, "edgar") as page:
        page.goto(office.path)
        press(page, "Approve", "Approved")
        press(page, "Publish", "readers see the correction")

    assert office.claim.state is State.CORRECTED
    with desk_of(browser, address, "rita", theme="dark", width=390) as page:
        page.goto(office.path)
        expect(page.locator(".decision-head").first).to_contain_text("✕ refuted")
        expect(page.locator(".decision").first).to_contain_text("Wir hatten ein altes Register.")
        shoot(page, "corrected-dark-390")


def test_words_are_chosen_by_selecting_them_and_split_by_a_click(
    browser: Browser, office: Office, address: str
) -> None:
    with desk_of(browser, address, "ida") as page:
        page.goto(office.path)
        press_keys(page, "c")
        page.evaluate(
            """words => {
              const found = document.querySelectorAll("#passage [data-start]");
              const node = [...found].map(each => each.firstChild).find(each => each.data.includes(words));
              const start = node.data.indexOf(words);
              getSelection().setBaseAndExtent(node, start, node, start + words.length);
              document.dispatchEvent(new MouseEvent("mouseup"));
            }""",
            HALL,
        )
        form = page.locator("#edit")
        expect(form.get_by_label("Its words in the article")).to_have_value(HALL)
        press(page, "Change and accept", "Changed")
        assert office.claim.exact == HALL
        page.locator("summary", has_text="Split it in two").click()
        page.locator(".split-words").get_by_role("button", name="wurde").click()
        press(page, "Split", "Split in two")
        assert office.claim.exact == "Die neue Halle kostete 40.000 Euro und"


def test_the_keys_choose_a_verdict_and_lead_to_the_next_claim(
    browser: Browser, office: Office, address: str
) -> None:
    office.bring_to("in_check")
    with desk_of(browser, address, "ida") as page:
        page.goto(office.path)
        press_keys(page, "4")
        expect(page.get_by_role("radio", name="refuted")).to_be_checked()
        expect(page.get_by_label("Rationale")).to_be_focused()
        page.keyboard.type("1 ist eine Zahl, kein Urteil.")
        expect(page.get_by_role("radio", name="refuted")).to_be_checked()
        page.locator("h1").click(force=True)
        page.evaluate("document.activeElement.blur()")
        press_keys(page, "n")
        page.wait_for_url(lambda url: not url.endswith(office.path))
        expect(page.locator("#passage mark")).to_have_text(HALL)


@pytest.mark.long
@pytest.mark.parametrize("theme", [pytest.param("light", marks=pytest.mark.long), "dark"])
def test_nothing_stands_in_the_way_of_those_who_see_or_hear_differently(
    browser: Browser, office: Office, address: str, theme: str
) -> None:
    office.bring_to("in_check")
    office.cite(note="Seite 3.", url="https://register.example/17", issued="2026-11")
    with desk_of(browser, address, "ida", theme=theme) as page:
        ask = f"/ask?q={MEMBERS} Morgen regnet es in Lissabon."
        for path in (office.path, "/sources", "/sources/1", "/snapshots/1", ask):
            page.goto(path)
            page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= 1280
        office.submit()
        page.goto(office.path)
        assert Axe().run(page).violations_count == 0
        shoot(page, f"submitted-{theme}")


def test_no_script_of_a_writer_runs(browser: Browser, office: Office, address: str) -> None:
    evil = "<img src=x onerror='window.ran=1'><script>window.ran=1</script>\"'>"
    office.press("ida", "edit", text=evil, speaker=evil)
    office.bring_to("in_check")
    office.cite(title=evil, author=evil, note=evil, source_text=evil, quote="window.ran=1", place="20")
    with desk_of(browser, address, "ida") as page:
        for path in (office.path, "/sources", "/sources/1", "/snapshots/1", "/ask?q=" + evil):
            page.goto(path)
            assert page.evaluate("window.ran") is None
