"""`factcheck log`: the history that nobody can change unseen."""

import click

from claims.store import events
from factcheck.cli.context import desk, print_json


@click.group()
def log() -> None:
    """Look after the event log."""


@log.command()
@click.option("--json", "as_json", is_flag=True)
def verify(as_json: bool) -> None:
    """Check that no event was changed, removed, moved or cut off; exit code 1 where one was."""
    with desk() as opened:
        held = events.verify(opened.session)
    if as_json:
        print_json({"events": held, "valid": True})
    else:
        click.echo(f"{held} events, each follows from the one before it.")
