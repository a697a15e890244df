"""What commands load before they do anything: a fresh interpreter each, as a shell starts it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_LOADED = """
import atexit, sys
from factcheck.cli import main
atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))
main()
"""


def _loaded_by(*args: str, given: str = "", home: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, *args],
        input=given,
        capture_output=True,
        text=True,
        env={**os.environ, "FACTCHECK_HOME": str(home)},
        check=True,
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize("flag", ["--help", "--version"])
def test_the_list_of_commands_waits_for_none_of_them(flag: str, home: Path) -> None:
    loaded = _loaded_by(flag, home=home)
    assert "click" in loaded
    assert not loaded & {"api", "sqlalchemy", "sqlmodel", "flask", "simplemma", "tantivy", "rich", "numpy"}


def test_claims_of_an_article_are_printed_without_database_model_of_languages_or_network(home: Path) -> None:
    article = (
        "Der Stadtrat hat am Montag zwölf neue Busse bestellt, wie das Rathaus mitteilte, und sie sind für "
        "die Linie zum Hafen gedacht. Nach dem Beschluss wird auf der Strecke eine Spur gebaut."
    )
    loaded = _loaded_by("extract", "-", given=article, home=home)
    assert "simplemma" in loaded
    assert not loaded & {
        "api",
        "sqlalchemy",
        "sqlmodel",
        "numpy",
        "py3langid",
        "urllib3",
        "tantivy",
        "psycopg",
    }


def test_listing_claims_needs_neither_rules_of_extraction_nor_the_driver_of_another_database(
    home: Path,
) -> None:
    loaded = _loaded_by("claims", home=home)
    assert "sqlmodel" in loaded
    assert not loaded & {"api", "simplemma", "psycopg", "numpy", "tantivy", "flask"}
