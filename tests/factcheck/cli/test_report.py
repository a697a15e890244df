"""`factcheck report` as a shell runs it."""

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from claims.database import writing
from factcheck.desk import open_desk
from factcheck.settings import Settings
from tests.factcheck.cli.shell import run
from tests.factcheck.newsroom import PENDING, open_newsroom, work_through


@pytest.fixture
def article(home: Path) -> str:
    """A desk with a worked-through German article; its number."""
    engine = open_desk(Settings(home=home))
    with writing(engine) as session:
        room = open_newsroom(session)
        work_through(room)
    engine.dispose()
    return str(room.article_id)


def _run(*args: str, **settings: str) -> CompletedProcess[bytes]:
    return run("report", *args, **settings)


def test_without_a_choice_a_report_is_public_and_speaks_the_articles_language(article: str) -> None:
    done = _run(article, "--format", "md")
    assert (done.returncode, done.stderr) == (0, b"")
    said = done.stdout.decode()
    assert said.startswith("# Prüfbericht: Die Linie 9 und ihr Preis")
    assert PENDING not in said
    assert "Intern" not in said


def test_an_internal_report_is_written_to_a_file_in_the_language_asked_for(
    article: str, tmp_path: Path
) -> None:
    file = tmp_path / "report.md"
    done = _run(article, "--format", "md", "--internal", "--language", "en", "-o", str(file))
    assert (done.returncode, done.stdout) == (0, b"")
    assert str(file) in done.stderr.decode()
    said = file.read_text("utf-8")
    assert "**Internal – not for publication**" in said
    assert PENDING in said


@pytest.mark.parametrize(
    ("format", "begins"), [("html", b"<!doctype html>"), ("csv", b'\xef\xbb\xbf"record"')]
)
def test_standard_output_gets_the_bytes_and_nothing_else(article: str, format: str, begins: bytes) -> None:
    done = _run(article, "--format", format, "-o", "-")
    assert done.returncode == 0
    assert done.stdout.startswith(begins)


def test_the_desks_name_and_time_zone_come_from_its_settings(article: str) -> None:
    done = _run(article, "--format", "json", FACTCHECK_DESK_NAME="Haus Lindenau", FACTCHECK_TIME_ZONE="UTC")
    told = json.loads(done.stdout)
    assert (told["desk_name"], told["time_zone"]) == ("Haus Lindenau", "UTC")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["99"], "There is no article number 99."),
        (["eins"], "'eins' is not a valid"),
        (["1", "--format", "exe"], "'exe' is not one of"),
        (["1", "-o", "/nirgends/report.html"], "/nirgends/report.html cannot be written"),
    ],
)
def test_bad_input_gets_a_sentence_and_exit_code_2(article: str, args: list[str], said: str) -> None:
    assert article == "1"
    done = _run(*args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
