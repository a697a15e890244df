"""`factcheck index`: look after the search index."""

import sys

import click

from claims.store import claims
from claims.store.claims import Filters
from factcheck.cli.context import Desk, desk, print_json, say
from factcheck.projection import rebuild


@click.group()
def index() -> None:
    """Look after the search index. It keeps itself up to date; nothing is lost when it is deleted."""


@index.command("rebuild")
@click.option("--json", "as_json", is_flag=True)
def rebuild_command(as_json: bool) -> None:
    """Build the search index anew from the claims."""
    with desk() as opened:
        total = claims.count(opened.session, Filters())
        done = _rebuild(opened, total)
    if as_json:
        print_json({"claims": done})
    else:
        say(f"{done} claims are in the index.")


def _rebuild(opened: Desk, total: int) -> int:
    with click.progressbar(length=total, label="Claims", file=sys.stderr) as bar:

        def show(number: int) -> None:
            bar.update(number - bar.pos)

        return rebuild(opened.session, opened.settings.home, show)
