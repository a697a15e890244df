"""Pages at the widths of phones, tablets and enlarged screens, with names and titles that have no place to
break: nothing reaches beyond the page."""

import pytest
from playwright.sync_api import Browser

from claims.store import accounts, articles
from tests.api.pages.office import Office
from tests.journeys.test_review import desk_of

WIDTHS = (320, 390, 800, 1024, 1280)
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.long
def test_nothing_reaches_beyond_the_page_at_any_width(browser: Browser, office: Office, address: str) -> None:
    with office.desk() as session:
        ida = accounts.named(session, "ida")
        ida.display_name, ida.language = LONG[:60], "de"
        article = articles.get(session, office.article_id)
        article.title = f"{LONG} im Vermittlungsausschuss"
        session.add_all([ida, article])
    office.bring_to("challenged")
    pages = ("/queue", "/articles", f"/articles/{office.article_id}", office.path, "/inbox", "/sources")
    with desk_of(browser, address, "ida") as page:
        for path in (*pages, "/articles/new", "/agreement", "/ask?q=Zwölf Mitglieder", "/nowhere"):
            page.goto(path)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                assert not page.evaluate(_WIDER), (path, width)
