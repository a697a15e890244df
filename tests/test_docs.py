"""What the documents point to is there, and the commands they name exist."""

import re
from pathlib import Path

import click
import pytest

from factcheck.cli import cli
from factcheck.cli.commands import COMMANDS
from factcheck.settings import Settings

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
_LINK = re.compile(r"\]\(([^)\s#]+)[^)]*\)")
_COMMAND = re.compile(r"^factcheck ((?:[a-z]+ ?)+)", re.MULTILINE)
_SETTING = re.compile(r"FACTCHECK_([A-Z_]+)\b")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_to_files_of_the_project_lead_somewhere(page: Path) -> None:
    targets = [target for target in _LINK.findall(page.read_text()) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_readme_names_every_command_and_only_those_that_exist() -> None:
    named = {found.split()[0] for found in _COMMAND.findall((ROOT / "README.md").read_text())}
    known = set(cli.list_commands(click.Context(cli)))
    assert named <= known
    assert known - named <= {"slots", "demo"}, "a command that the README leaves out"


def test_the_readme_names_every_setting_and_only_those_that_exist() -> None:
    named = {name.lower() for name in _SETTING.findall((ROOT / "README.md").read_text())}
    assert named == set(Settings.model_fields)


def test_each_command_says_what_it_does() -> None:
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        assert len((command.help or "").split(".")[0].split()) >= 4
        assert command.get_short_help_str(1000) == COMMANDS[name].told, "the list of all says the same"
