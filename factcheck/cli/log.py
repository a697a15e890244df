"""`factcheck log`: the history, and whether it is whole."""

import click

from claims.store import events
from factcheck import ledger
from factcheck.bundle import head as signed_head
from factcheck.cli.context import desk, print_json
from factcheck.merkle import grow
from factcheck.signing import signer


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
        key = signer(opened.settings).key
    if as_json:
        print_json({"events": found.events, "head": found.head, "valid": True, "key": key})
    else:
        click.echo(f"{found.events} events, each follows from the one before it. Head: {found.head}")
        click.echo(f"The desk signs with {key}")


@log.command("head")
@click.option("--json", "as_json", is_flag=True)
def head_command(as_json: bool) -> None:
    """Print the signed Merkle head over all events (RFC 9162) and the desk's public key, which
    `factcheck verify` takes with --key. Publish the key where readers trust it to be yours."""
    with desk() as opened:
        tree = grow(map(bytes.fromhex, events.hashes(opened.session)))
        own = signer(opened.settings)
        found = signed_head(tree, opened.settings.desk_name, opened.at, own)
    if as_json:
        print_json(found | {"key": own.key})
    else:
        click.echo(f"{tree.size} events, Merkle head {tree.root.hex()}\nThe desk signs with {own.key}")
