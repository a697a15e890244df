"""What tests stand on: the services are real, each test has its own data, and nothing is skipped unseen."""

import os
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Page
from sqlalchemy import Engine, text

from claims.database import is_current

_ROOT = Path(__file__).parents[1]


def test_a_page_is_shown_by_a_real_browser(page: Page) -> None:
    page.set_content("<p id=sum></p><script>sum.textContent = 6 * 7</script>")
    assert page.text_content("#sum") == "42"


def test_postgresql_answers_and_has_what_the_desk_searches_with(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
        assert connection.execute("SELECT lower('ÄRZTE') = 'ärzte'").fetchone() == (True,)


def test_a_database_has_todays_schema(engine: Engine) -> None:
    assert is_current(engine)


@pytest.mark.parametrize("_time", ["first", "second"])
def test_a_test_does_not_see_what_another_stored(engine: Engine, _time: str) -> None:
    with engine.connect().execution_options(write=True) as connection:
        connection.execute(text("CREATE TABLE left_behind (word TEXT)"))
        connection.commit()


def test_a_test_does_not_see_the_settings_of_whoever_runs_it() -> None:
    assert [name for name in os.environ if name.startswith("FACTCHECK_") and "_TEST_" not in name] == []


def test_a_killed_test_run_leaves_no_server_behind() -> None:
    code = (
        "from tests.services.postgresql import Server\n"
        "with Server() as server: print(server.folder, flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout
        folder = Path(run.stdout.readline().strip())
        assert (folder / "data" / "postmaster.pid").exists()
        run.kill()
    deadline = time.monotonic() + 30
    while folder.exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("folder", "strict", "code"),
    [("pages", "1", 1), ("pages", "", 0), ("quality", "1", 0)],
    ids=["refused", "allowed by hand", "allowed in quality"],
)
def test_a_skipped_test_fails_where_skips_are_refused(
    tmp_path: Path, folder: str, strict: str, code: int
) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "test_pages.py").write_text(
        "import pytest\ndef test_page(): pytest.skip('no browser')\ndef test_sum(): assert 1 + 1 == 2\n"
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.skips", "--rootdir", tmp_path, tmp_path],
        env={**os.environ, "PYTHONPATH": str(_ROOT), "FACTCHECK_TEST_NO_SKIPS": strict},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == code, run.stdout + run.stderr
