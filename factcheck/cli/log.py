"""`factcheck log`: the history, and whether it is whole."""

import click

from factcheck import ledger
from factcheck.cli.context import desk, print_json


@click.group()
def log() -> None:
    """Look after the event log."""


@log.command()
@click.option("--expect", default="", metavar="NUMBER:HASH", help="A head that was noted down earlier.")
@click.option("--json", "as_json", is_flag=True)
def verify(expect: str, as_json: bool) -> None:
    """Check that no event was changed, removed or moved, and that decisions, texts, snapshots and states
    are what the events say. Exit code 1 where something is not.

    It prints the head. Note it down somewhere else: with --expect, a log that was cut off or written
    anew since then is found too.
    """
    with desk() as opened:
        found = ledger.verify(opened.session, expect)
    if as_json:
        print_json({"events": found.events, "head": found.head, "valid": True})
    else:
        click.echo(f"{found.events} events, each follows from the one before it. Head: {found.head}")
