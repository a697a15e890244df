"""What grows with a desk is measured, kept from run to run, shown as a table and drawn."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sqlalchemy import Engine

from benchmarks import figures, growth, plot
from benchmarks.desks import Desk
from benchmarks.figures import Figure
from benchmarks.newsroom import make_desk
from claims.database import reading
from factcheck.ledger import verify


def _figure(
    operation: str = "asking", database: str = "sqlite", claims: int = 1000, took: float = 0.02
) -> Figure:
    return Figure(operation, "nothing", 2, database, claims, took, 0.008, 1.0)


@pytest.mark.long
def test_a_desk_is_measured_on_either_database_and_left_whole(
    engine: Engine, database_url: str, tmp_path: Path
) -> None:
    make_desk(engine, claims=400)
    desk = Desk("sqlite" if database_url.startswith("sqlite") else "postgresql", 400, tmp_path, engine)
    found = growth.measure(desk, 1)
    assert len({figure.operation for figure in found}) == len(found) == 10
    assert all(figure.seconds > 0 and figure.baseline > 0 for figure in found)
    with reading(engine) as session:
        verify(session)


def test_a_newer_figure_takes_the_place_of_the_older_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "kept.tsv"
    figures.keep([_figure(), _figure("writing", claims=100_000), _figure(database="postgresql")], path)
    found = figures.keep([_figure(took=0.004)], path)
    assert [(one.operation, one.database, one.claims, one.seconds) for one in found] == [
        ("asking", "sqlite", 1000, 0.004),
        ("asking", "postgresql", 1000, 0.02),
        ("writing", "sqlite", 100_000, 0.02),
    ]
    assert figures.read(path) == found


def test_the_page_shows_a_row_a_database_and_a_column_a_size_and_marks_what_was_missed(
    tmp_path: Path,
) -> None:
    page = tmp_path / "page.md"
    page.write_text("Before.\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nAfter.\n")
    figures.show(
        [_figure(), _figure(claims=1_000_000, took=0.0004), _figure(database="postgresql", took=3)], page
    )
    assert page.read_text().splitlines() == [
        "Before.",
        "<!-- measured: begin -->",
        "| operation, beside | on | 1,000 | 1,000,000 | at most |",
        "|---|---|---|---|---|",
        "| asking, beside nothing | SQLite | **2.50** (20 ms) | 0.05 (400 µs) | 2 |",
        "| asking, beside nothing | PostgreSQL | **375** (3.0 s) |  | 2 |",
        "<!-- measured: end -->",
        "After.",
    ]


def test_the_drawing_has_a_diagram_an_operation_with_a_spot_a_figure(tmp_path: Path) -> None:
    path = tmp_path / "drawn.svg"
    plot.draw([_figure(claims=size) for size in (1000, 100_000)] + [_figure("a < b", "postgresql")], path)
    drawn = ElementTree.fromstring(path.read_text())
    space = "{http://www.w3.org/2000/svg}"
    named = [text.text for text in drawn.iter(f"{space}text") if text.get("font-weight") == "bold"]
    assert named == ["asking", "a < b"]
    spots = [(float(spot.get("cx", "")), float(spot.get("cy", ""))) for spot in drawn.iter(f"{space}circle")]
    assert len(spots) == 3
    assert spots[0][0] < spots[1][0]
    assert spots[0][1] == spots[1][1]
    assert not re.search(r"nan|inf", path.read_text())


def test_what_the_project_measured_is_what_its_page_shows() -> None:
    known = figures.read()
    assert figures.table(known) in figures.PAGE.read_text("utf-8")
    assert {one.database for one in known} == {"sqlite", "postgresql"}
