"""How the desk works, for anybody, and the house's own name, colour and logo on its pages."""

from pathlib import Path

import pytest

from tests.api.pages.office import Office, open_office

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><script>alert(1)</script>'
    '<rect width="120" height="40" fill="#005f56"/></svg>'
)
_FILE = '''
name = "Redaktion Lindenblatt"
logo = "logo.svg"
accent = "#005f56"
[imprint]
de = "Lindenblatt Verlag <b>"
[verdicts.refuted]
de = "frei erfunden"
[method]
de = """
# Grundsätze
Wir *prüfen*. <script>alert(1)</script> ![x](http://evil.example/x.png) [k](javascript:alert(1))
"""
'''


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


@pytest.fixture
def house(office: Office, home: Path) -> Office:
    (home / "house.toml").write_text(_FILE, "utf-8")
    (home / "logo.svg").write_text(_SVG, "utf-8")
    return office


def _get(office: Office, path: str) -> str:
    return office.app.test_client().get(path, headers={"Accept-Language": "de"}).text


def test_anybody_reads_how_the_desk_works_without_a_log_in(office: Office) -> None:
    page = _get(office, "/method")
    for said in ("irreführend", "Wie Zitate belegt sind", "Wenn wir uns geirrt haben", "Urteile bedeuten"):
        assert said in page
    assert "In den Worten der Redaktion" not in page
    assert office.app.test_client().get("/house.css").status_code == 404
    assert office.app.test_client().get("/house.png").status_code == 404


def test_the_desk_s_own_words_stand_there_and_bring_no_markup_with_them(house: Office) -> None:
    page = _get(house, "/method")
    assert "<h3>Grundsätze</h3>" in page
    assert "<em>prüfen</em>" in page
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert 'src="http://evil' not in page
    assert 'href="javascript' not in page
    assert "Lindenblatt Verlag &lt;b&gt;" in page
    assert "frei erfunden" in page


def test_pages_have_the_house_s_name_colour_and_logo(house: Office) -> None:
    page = _get(house, "/login")
    assert "Redaktion Lindenblatt" in page
    assert 'src="/house.png"' in page
    assert 'href="/house.css"' in page
    assert 'href="/method"' in page
    style = house.app.test_client().get("/house.css")
    assert style.text.startswith(":root { --accent: light-dark(#005f56, #")
    logo = house.app.test_client().get("/house.png")
    assert logo.content_type == "image/png"
    assert logo.data.startswith(b"\x89PNG")
