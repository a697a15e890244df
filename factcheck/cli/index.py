"""`factcheck index`: look after the search index."""

import os
import sys

import click

from claims.store import claims, imported
from claims.store.claims import Filters
from factcheck.cli.context import Desk, desk
from factcheck.cli.streams import print_json, say
from factcheck.projection import rebuild

_WORTH_IT = 20_000


@click.group()
def index() -> None:
    """Look after the search index. It keeps itself up to date; nothing is lost when it is deleted."""


@index.command("rebuild")
@click.option("--json", "as_json", is_flag=True)
def rebuild_command(as_json: bool) -> None:
    """Build the search index anew from the claims."""
    with desk() as opened:
        total = claims.count(opened.session, Filters()) + imported.count(opened.session)
        done = _rebuild(opened, total)
    if as_json:
        print_json({"claims": done})
    else:
        say(f"{done} claims are in the index.")


def _processes(claims: int) -> int:
    """As many as there are cores, where there is enough to read that starting them is worth it."""
    return (os.cpu_count() or 1) if claims > _WORTH_IT else 1


def _rebuild(opened: Desk, length: int) -> int:
    with click.progressbar(length=length, label="Claims", file=sys.stderr) as bar:

        def show(number: int) -> None:
            bar.update(number - bar.pos)

        return rebuild(opened.session, opened.settings.home, show, _processes(length))
