"""The desk's own style: what the file may say, and what is refused and how."""

import struct
import zlib
from pathlib import Path

import pytest

from claims.errors import InvalidInput
from claims.verdict import Verdict
from factcheck.colour import DARK, LIGHT, READABLE, contrast
from factcheck.house import House, house_of
from factcheck.settings import Settings

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><script>alert(1)</script>'
    '<rect width="120" height="40" fill="#7b3a17" onload="alert(2)"/></svg>'
)


def _house(folder: Path, written: str, logo: str | bytes = _SVG) -> House:
    (folder / "house.toml").write_text(written, "utf-8")
    (folder / "logo.svg").write_bytes(logo.encode() if isinstance(logo, str) else logo)
    return house_of(Settings(home=folder))


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x7b\x3a\x17" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def test_without_a_file_the_desk_looks_as_it_comes(tmp_path: Path) -> None:
    house = house_of(Settings(home=tmp_path, desk_name="Haus"))
    assert (house.name, house.logo, house.style.accent) == ("Haus", None, "")
    assert house.label(Verdict.REFUTED, "de") == "widerlegt"


def test_the_file_can_be_named_and_must_then_be_there(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('name = "Anderswo"')
    assert house_of(Settings(home=tmp_path, house_style=str(tmp_path / "own.toml"))).name == "Anderswo"
    with pytest.raises(InvalidInput, match=r"gone\.toml cannot be read"):
        house_of(Settings(home=tmp_path, house_style=str(tmp_path / "gone.toml")))


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    assert _house(tmp_path, 'name = "Eins"').name == "Eins"
    assert _house(tmp_path, 'name = "Zweitens"').name == "Zweitens"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('accent = "#d9a441"', r"accent: #d9a441 has a contrast of 2\.\d\d:1 against the light paper"),
        ('accent_dark = "#222222"', r"accent_dark: #222222 has a contrast of 1\.\d\d:1 against the ink"),
        ('accent = "red"', "accent: "),
        ('colour = "#005f56"', "colour: Extra inputs"),
        ('[verdicts.wrong]\nde = "falsch"', "verdicts.wrong"),
        ('[verdicts.refuted]\nde = "belegt"', "two verdicts are called 'belegt' in de"),
        (f'[method]\nde = "{"a" * 20_001}"', "method.de"),
        ('name = "a\\nb"', "name: "),
        ("name = ", "is no TOML file"),
        ('logo = "none.png"', "none.png cannot be read"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_mend(tmp_path: Path, written: str, told: str) -> None:
    with pytest.raises(InvalidInput, match=told):
        _house(tmp_path, written)


@pytest.mark.parametrize(
    ("logo", "told"),
    [
        (b"GIF89a", "neither a PNG nor an SVG"),
        (b"<html/>", "neither a PNG nor an SVG"),
        (_SVG.replace("<rect", '<image href="file:///etc/passwd"/><rect'), "needs another file"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + _SVG, "declares entities"),
        (_png(5000, 500)[:200], "more than 4000 pixels"),
        (_png(900, 10), "12 times as wide"),
        (_png(40, 20)[:60], "is it damaged"),
        (b" " * 300_001, "larger than 300,000 bytes"),
    ],
)
def test_a_logo_is_what_it_says_small_and_self_contained(
    tmp_path: Path, logo: str | bytes, told: str
) -> None:
    with pytest.raises(InvalidInput, match=told):
        _house(tmp_path, 'logo = "logo.svg"', logo)


@pytest.mark.parametrize("logo", [_SVG, _png(80, 20)])
def test_a_logo_becomes_a_drawing_and_nothing_else_of_the_file_is_kept(
    tmp_path: Path, logo: str | bytes
) -> None:
    drawn = _house(tmp_path, 'logo = "logo.svg"', logo).logo
    assert drawn is not None
    assert drawn.startswith(b"\x89PNG")
    assert struct.unpack(">II", drawn[16:24])[1] == 160
    assert b"script" not in drawn


def test_the_accent_for_dark_ground_is_made_where_none_is_given(tmp_path: Path) -> None:
    house = _house(tmp_path, 'accent = "#005f56"')
    assert contrast("#005f56", LIGHT) >= READABLE > contrast("#005f56", DARK)
    assert contrast(house.accent_dark, DARK) >= READABLE
    assert (round(contrast("#000000", "#ffffff"), 2), contrast(LIGHT, LIGHT)) == (21.0, 1.0)
