"""What people and sources write is text in a real browser, on pages and in reports that one opens."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from claims.database import writing
from claims.store import accounts
from factcheck.ingest import ingest
from factcheck.reading import read
from tests import making
from tests.api.pages.office import PASSWORD, Office

_LINES = (Path(__file__).parents[1] / "api" / "corpora" / "scripts.txt").read_text("utf-8").split("\n")
SCRIPTS = [line for line in _LINES if line and not line.startswith("# ")]
ALL = " ".join(SCRIPTS)
_CANARY = """window.hits = []; window.hit = (n) => window.hits.push(n);"""


def _sow(office: Office) -> int:
    """The corpus in each place where somebody can write; returns the number of an article made of it."""
    with writing(office.engine) as session:
        by = accounts.named(session, "ida")
        by.display_name = SCRIPTS[0] + SCRIPTS[3]
        lines = [f"Der Verein hat {at + 12} Mitglieder {script}." for at, script in enumerate(SCRIPTS)]
        draft = read(
            "\n\n".join(lines).encode(),
            language="de",
            title=ALL[:450],
            author=ALL[450:900],
            publisher=ALL[900:1300],
        )
        article = ingest(session, draft, by=by, at=making.START).article
    office.press("ida", "edit", text=ALL[:900], speaker=SCRIPTS[2])
    office.press("ida", "take")
    said = f"{ALL} vierzehn Mitglieder"
    office.cite(
        title=ALL[:900],
        author=ALL[:400],
        publisher=ALL[400:800],
        note=ALL,
        source_text=said,
        quote=said[-60:],
    )
    office.send("ida", "tag", tags=SCRIPTS[3])
    office.press("ida", "note", remark=ALL)
    office.press(
        "ida", "ask", whom=ALL[:150], contact=ALL[:150], channel="email", asked_on="2026-11-01", question=ALL
    )
    office.press("ida", "submit", verdict="supported", rationale=ALL)
    office.press("edgar", "approve")
    office.press("edgar", "publish")
    office.press("rita", "challenge", reason=ALL)
    return article.id or 0


@pytest.mark.browser
@pytest.mark.long
def test_no_script_that_anybody_wrote_runs_anywhere(
    office: Office, address: str, page: Page, tmp_path: Path
) -> None:
    article = _sow(office)
    settings = office.app.extensions["factcheck.settings"]
    office.app.extensions["factcheck.settings"] = settings.model_copy(update={"public_reading": True})
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda sent: ran.append(sent.url) if "evil.example" in sent.url else None)
    page.add_init_script(_CANARY)
    page.goto(f"{address}/login")
    page.fill("#name", "edgar")
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url(lambda url: "/login" not in url)
    looked = [
        *("/queue", "/articles", "/sources", "/sources/1", "/snapshots/1"),
        *("/overview", "/inbox", "/explain/misses", "/ask?q=Mitglieder", "/published"),
        *(f"/articles/{article}", "/articles/1", office.path, f"/c/{office.claim_id}"),
    ]
    written = False
    for path in looked:
        page.goto(f"{address}{path}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.hits") == [], path
        assert page.evaluate("document.querySelectorAll('base, iframe, meta[http-equiv]').length") == 0, path
        written = written or "hit(30)" in page.inner_text("body")
    assert written  # the corpus did come on a page
    report = page.request.get(f"{address}/articles/1/report.html")
    assert report.status == 200
    (tmp_path / "report.html").write_bytes(report.body())
    page.goto((tmp_path / "report.html").as_uri())
    assert page.evaluate("window.hits") == []
    assert ran == []
