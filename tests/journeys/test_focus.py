"""Every page of the desk by the Tab key alone: the focus comes everywhere, in reading order, and is seen."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from api import create_app
from claims.database import writing
from claims.store import claims
from claims.store.claims import Filters
from factcheck.desk import open_desk
from factcheck.examples import PASSWORD, seed
from factcheck.settings import Settings
from tests.journeys.focus import skip, walk
from tests.journeys.keys import press_keys
from tests.journeys.test_review import desk_of

NO_PAGES = {
    "static",
    "openapi",
    "feeds.decisions",
    "health.alive",
    "health.ready",
    "inbox.follow",
    "method.logo",
    "method.style",
    "metrics.show",
    "misses.download",
    "password.choose",
    "published.show_review",
    "queue.start",
    "reports.download",
    "session.ask_code",
    "sources.original",
    "sources_capture.shown",
    "sources_capture.warc",
}
"""What answers with a file, with another address, or only in the middle of something."""
WALKERS = [
    ("editor", 1280, "light"),
    ("reviewer", 390, "dark"),
    ("reader", 1280, "dark"),
    ("admin", 390, "light"),
    ("", 1280, "light"),
]


@dataclass
class Desk:
    """The example desk as it is served, with one claim of each kind of state."""

    app: Flask
    address: str
    claims: list[int]

    def paths(self, *, all_claims: bool) -> Iterator[str]:
        """The address of every page there is."""
        told = self.claims if all_claims else self.claims[:1]
        urls = self.app.url_map.bind("")
        for rule in self.app.url_map.iter_rules():
            if "GET" not in (rule.methods or ()) or rule.endpoint in NO_PAGES:
                continue
            if rule.rule.startswith("/api/") and rule.endpoint != "api_docs.show":
                continue
            for claim_id in told if "claim_id" in rule.arguments else told[:1]:
                known = {
                    **{"claim_id": claim_id, "article_id": 1, "source_id": 1, "snapshot_id": 1},
                    "account_id": 1,
                }
                yield urls.build(rule.endpoint, {name: known[name] for name in rule.arguments})


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    engine = open_desk(Settings(home=home))
    with writing(engine) as session:
        seed(session, datetime.now(UTC))
        found = {(claim.state, claim.lapsed): claim.id or 0 for claim in claims.page(session, Filters())}
    engine.dispose()
    app = create_app(Settings(home=home, secret_key="only for tests", public_reading=True))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Desk(app, f"http://127.0.0.1:{server.server_port}", list(found.values()))
    server.shutdown()
    thread.join()


@pytest.mark.long
@pytest.mark.parametrize(("who", "width", "theme"), WALKERS)
def test_every_page_is_walked_by_the_tab_key(
    browser: Browser, desk: Desk, who: str, width: int, theme: str
) -> None:
    page = browser.new_page(
        base_url=desk.address,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    if who:
        page.goto("/login")
        page.fill("#name", who)
        page.fill("#password", PASSWORD)
        page.press("#password", "Enter")
        page.wait_for_url("**/queue")
    wrong: dict[str, list[str]] = {}
    walked = 0
    for path in desk.paths(all_claims=who in ("editor", "reviewer")):
        answer = page.goto(path)
        assert answer is not None
        assert answer.status < 500, path
        walked += 1
        found = [*walk(page), *skip(page), *_dialog(page)]
        if found:
            wrong[path] = found
    page.close()
    assert wrong == {}
    assert walked >= 30


def _dialog(page: Page) -> list[str]:
    """The keys of the screen, where it has some: opened, walked through and left by keys."""
    dialog = page.locator("dialog.keys")
    if not dialog.count():
        return []
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    if not dialog.is_visible():
        return ["the keys of the screen do not open"]
    wrong = []
    for _ in range(3):
        if page.evaluate(
            "document.activeElement !== document.body && !document.activeElement.closest('dialog')"
        ):
            wrong.append("behind the open dialog the page takes the focus")
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    return wrong if dialog.is_hidden() else [*wrong, "the keys of the screen do not close"]


@pytest.mark.long
@pytest.mark.usefixtures("office")
def test_what_opens_over_a_list_closes_when_it_is_left(browser: Browser, address: str) -> None:
    with desk_of(browser, address, "ida") as page:
        page.goto("/queue?state=proposed")
        row, following = page.locator("tr[data-row]").all()
        press_keys(page, "j", "d")
        expect(row.get_by_role("textbox")).to_be_focused()
        press_keys(page, "Escape")
        expect(row.get_by_role("textbox")).to_be_hidden()
        expect(row.locator("summary")).to_be_focused()
        press_keys(page, "Enter", "Tab", "Tab", "Tab")
        expect(following.locator("[data-step]")).to_be_focused()
        expect(row.get_by_role("textbox")).to_be_hidden()


@pytest.mark.long
@pytest.mark.usefixtures("office")
def test_a_field_that_is_wrong_has_the_focus(browser: Browser, address: str) -> None:
    with desk_of(browser, address, "ida") as page:
        page.goto("/me/second-factor")
        page.fill("#password", "not this one")
        page.press("#password", "Enter")
        expect(page.locator("#password")).to_have_attribute("aria-invalid", "true")
        expect(page.locator("#password")).to_be_focused()


@pytest.mark.long
@pytest.mark.parametrize(
    ("page_with", "said"),
    [
        ("<style>#b { outline: none }</style>", "button#b “b” has no ring"),
        ("<style>#b { outline: 2px solid #eee }</style>", "button#b “b” has a ring of contrast 1.2"),
        (
            "<style>main { display: grid } i { order: 9 }</style>",
            "button#c “c” goes back up from button#b “b”",
        ),
        (
            "<script>onkeydown = (event) => event.target.id !== 'b'</script>",
            "button#b “b” holds the focus",
        ),
        (
            "<script>c.onfocus = () => c.nextElementSibling.focus()</script>",
            "button#c “c” is not reached",
        ),
        (
            "<style>#over { position: fixed; inset: 0 } #over { background: white }</style><i id=over></i>",
            "button#b “b” is out of sight or covered",
        ),
        (
            "<style>i { display: block; height: 9px; width: 20px; overflow: clip }</style>",
            "has its ring cut off",
        ),
    ],
)
def test_a_walk_notices_what_is_wrong(page: Page, page_with: str, said: str) -> None:
    plain = (
        "<style>:focus-visible { outline: 2px solid black }</style>"
        "<a class=skip href='#main'>skip</a><main id=main tabindex=-1><button id=a>a</button>"
        "<i><button id=b>b</button></i><button id=c>c</button><button>d</button></main>"
    )
    page.set_content(plain)
    assert walk(page) == []
    page.set_content(plain + page_with)
    assert said in "\n".join(walk(page))
