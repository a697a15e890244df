"""What people type is text, wherever it is shown."""

from pathlib import Path

import pytest
from lxml import html

from tests.api.pages.office import Office, open_office

EVIL = """<script>alert(1)</script>"><img src=x onerror=alert(2)> {{ 7*7 }} '"""


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def harmless(page: str) -> None:
    """Nothing of what was typed became an element, an attribute or a script."""
    tree = html.fromstring(page)
    assert all(script.get("src", "").startswith("/static/") for script in tree.xpath("//script"))
    assert tree.xpath("//img") == []
    assert tree.xpath("//@onerror") == []
    assert "49 '" not in page
    assert "alert(1)" in tree.text_content() or "alert(1)" in str(tree.xpath("//textarea/text() | //@value"))


def test_every_text_field_comes_out_escaped(office: Office) -> None:
    office.press("ida", "edit", text=EVIL, speaker=EVIL)
    harmless(office.look("rita"))
    office.press("ida", "take")
    typed = {
        name: EVIL for name in ("title", "author", "publisher", "note", "source_text") if name != "quote"
    }
    office.cite(**typed, quote="alert(1)", stance="context")
    harmless(office.look("ida"))
    for path in ("/sources", "/sources/1", "/snapshots/1"):
        harmless(office.look("ida", path))
    office.press("ida", "submit", verdict="not_enough_evidence", rationale=EVIL)
    office.press("edgar", "send_back", reason=EVIL)
    harmless(office.look("rita"))


def test_what_comes_back_in_a_refused_form_is_escaped_too(office: Office) -> None:
    harmless(office.send("ida", "edit", words=EVIL, text=EVIL, speaker=EVIL).text)
    harmless(office.send("ida", "split", second=EVIL, first=EVIL).text)
    office.bring_to("in_check")
    names = ("title", "author", "publisher", "issued", "url", "note", "source_text", "quote")
    harmless(office.send("ida", "cite", **dict.fromkeys(names, EVIL), stance="context").text)
    harmless(office.send("ida", "submit", verdict="refuted", rationale=EVIL).text)
    harmless(office.client("rita").get("/ask", query_string={"q": EVIL}).text)


def test_an_address_that_is_a_script_is_no_link(office: Office) -> None:
    office.bring_to("in_check")
    fields = {"title": "Register", "source_text": "zwölf", "quote": "zwölf", "stance": "context"}
    answer = office.send("ida", "cite", **fields, url="javascript:alert(1)")
    assert answer.status_code == 422
