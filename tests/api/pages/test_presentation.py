import re
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from api import create_app
from api.pages import moments, presentation
from api.unit import now
from claims.verdict import Verdict
from factcheck.settings import Settings
from tests.making import START

_CSS = Path(presentation.__file__).parents[1] / "static" / "desk.css"
_TOKEN = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")


@pytest.fixture
def app(home: Path, _sqlite_desk: str) -> Flask:
    return create_app(Settings(home=home, database_url=_sqlite_desk, secret_key="only for tests"))


def test_moments_are_told_in_the_desks_zone(app: Flask) -> None:
    with app.test_request_context():
        assert moments.exactly(START) == "24 Nov 2026, 10:00"
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert moments.exactly(START) == "24. Nov. 2026, 10:00"


@pytest.mark.parametrize(
    ("speaker", "english", "german"),
    [
        ("Die Bürgermeisterin", "die Bürgermeisterin", "Bürgermeisterin"),
        ("The harbour office", "the harbour office", "harbour office"),
        ("Anna Berger", "Anna Berger", "Anna Berger"),
        ("Der", "Der", "Der"),
    ],
)
def test_a_speaker_stands_in_a_sentence(app: Flask, speaker: str, english: str, german: str) -> None:
    with app.test_request_context():
        assert presentation.inside(speaker) == english
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert presentation.inside(speaker) == german


def test_moments_are_relative_while_they_are_near(app: Flask) -> None:
    with app.test_request_context():
        assert moments.ago(now()) == "just now"
        assert moments.ago(now() - timedelta(hours=3)) == "3 hours ago"
        assert moments.ago(now() + timedelta(days=2)) == "in 2 days"
        assert re.fullmatch(r"\d+ \w{3} \d{4}", moments.ago(now() - timedelta(days=90)))
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert moments.ago(now() - timedelta(hours=3)) == "vor 3 Stunden"


@pytest.mark.parametrize(
    ("edtf", "english", "german"),
    [
        ("2019", "2019", "2019"),
        ("2026-11", "November 2026", "November 2026"),
        ("2026-11-24", "24 Nov 2026", "24. Nov. 2026"),
        ("2015/..", "since 2015", "seit 2015"),
        ("../2015", "until 2015", "bis 2015"),
        ("2019/2021", "2019 – 2021", "2019 – 2021"),
        ("2026-33", "first quarter of 2026", "1. Quartal 2026"),
        ("199X", "1990s", "1990er Jahre"),
        ("1900~", "about 1900", "ca. 1900"),
    ],
)
def test_times_of_claims_read_as_words(app: Flask, edtf: str, english: str, german: str) -> None:
    with app.test_request_context():
        assert moments.edtf(edtf) == english
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert moments.edtf(edtf) == german


@pytest.mark.parametrize(
    ("edtf", "english", "german"),
    [
        ("2022", "late 2022", "Ende 2022"),
        ("2022/..", "since late 2022", "seit Ende 2022"),
        ("199X", "late 1990s", "Ende der 1990er Jahre"),
    ],
)
def test_the_part_of_a_time_that_is_meant_is_said(app: Flask, edtf: str, english: str, german: str) -> None:
    with app.test_request_context():
        assert moments.edtf(edtf, "late") == english
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert moments.edtf(edtf, "late") == german


def test_an_unknown_page_says_so_in_the_readers_language(app: Flask) -> None:
    answer = app.test_client().get("/nowhere", headers={"Accept-Language": "de"})
    assert answer.status_code == 404
    assert "Diese Seite gibt es nicht." in answer.text


def test_pages_bring_no_script_or_style_inside_and_nothing_from_elsewhere() -> None:
    for template in (_CSS.parents[1] / "templates").glob("*.html"):
        text = template.read_text("utf-8")
        # data that only search engines read is no script: nothing runs it
        inside = r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=| type=\"application/ld\+json\">)"
        assert not re.search(inside, text), template.name
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", text), template.name


def _luminance(colour: str) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [1, 2], ids=["light", "dark"])
def test_every_colour_of_words_is_readable_on_paper(theme: int) -> None:
    colours = {found[1]: found[theme + 1] for found in _TOKEN.finditer(_CSS.read_text("utf-8"))}
    words = ["ink", "ink-soft", "ink-faint", "accent", *(verdict.value for verdict in Verdict)]
    for name in words:
        for ground in ("paper", "paper-deep", "select"):
            assert _contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
