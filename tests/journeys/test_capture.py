"""A source comes in by its address and by a file, in a real browser, and stays accessible."""

import struct
import zlib
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.api.pages.office import Office
from tests.factcheck.evidence.web import moved, page, site
from tests.journeys.test_review import desk_of

_TEXT = "Laut Register hat der Verein vierzehn Mitglieder. Der Bau der Halle kostete 40.000 Euro."


def _picture() -> bytes:
    """A grey picture of 60 by 40 points."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 60, 40, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x80" * 60) * 40
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _is_clean(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_source_comes_in_by_address_and_by_file(
    browser: Browser, office: Office, address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(office.app.extensions["factcheck.settings"], "allowed_hosts", "127.0.0.1")
    pages = {"/old": moved("/register"), "/register": page(_TEXT.encode(), "text/plain; charset=utf-8")}
    with site(pages) as running, desk_of(browser, address, "ida") as ida:
        ida.goto("/sources")
        ida.locator("summary", has_text="Take a source in").click()
        _is_clean(ida)
        ida.get_by_label("Address").fill(f"http://127.0.0.1:{running.port}/old")
        ida.get_by_role("button", name="Capture", exact=True).click()
        expect(ida.get_by_role("status")).to_contain_text("Captured.")
        ida.get_by_role("button", name="Capture again").click()
        expect(ida.get_by_role("status")).to_contain_text("The page says what the last snapshot says.")
        _is_clean(ida)
        ida.screenshot(path=tmp_path / "source.png", full_page=True)
        ida.locator(".catalogue-title").click()
        expect(ida.locator(".snapshot-text")).to_have_text(_TEXT)
        ida.locator("summary", has_text="What the server said").click()
        _is_clean(ida)
        ida.screenshot(path=tmp_path / "snapshot.png", full_page=True)

        (tmp_path / "sign.png").write_bytes(_picture())
        ida.goto("/sources")
        ida.locator("summary", has_text="Take a source in").click()
        ida.get_by_label("or a file").set_input_files(tmp_path / "sign.png")
        ida.get_by_label("What a picture shows or a recording says").fill("A sign: closed until May.")
        ida.get_by_role("button", name="Capture", exact=True).click()
        expect(ida.get_by_role("heading", name="sign.png")).to_be_visible()
        ida.locator(".catalogue-title").click()
        picture = ida.get_by_alt_text("A sign: closed until May.")
        expect(picture).to_be_visible()
        assert picture.evaluate("image => image.naturalWidth") == 60
        _is_clean(ida)
        ida.screenshot(path=tmp_path / "picture.png", full_page=True)
