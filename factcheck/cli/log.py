"""`factcheck log`: the history, and whether it is whole."""

import gc
import os

import click

from claims.store import events
from factcheck import heads, ledger
from factcheck.bundle import head as signed_head
from factcheck.cli.context import desk
from factcheck.cli.streams import print_json, read_input
from factcheck.house import house_of
from factcheck.merkle import grow
from factcheck.signing import earlier_keys, signer

_NOTED = "NUMBER:HASH"


@click.group()
def log() -> None:
    """Look after the event log."""


@log.command()
@click.option("--expect", default="", metavar=_NOTED, help="A head that was noted down earlier.")
@click.option("--from", "start", default="", metavar=_NOTED, help="Only what came after this noted head.")
@click.option("--head", default="", metavar="FILE", help="A signed head, as `log head --json` prints it.")
@click.option(
    "--key", "old_key", default="", metavar="HEX", help="That head is signed with this key, no longer known."
)
@click.option("--json", "as_json", is_flag=True)
def verify(expect: str, start: str, head: str, old_key: str, as_json: bool) -> None:
    """Check that no event was changed, removed or moved, and that decisions, texts, snapshots and states
    are what the events say. Exit code 1 where something is not.

    It prints the head. Note it down somewhere else: with --expect, a log that was cut off or written
    anew since then is found too; with --from, only what came since is read. With --head, the log begins with
    the very events over which that head was signed, with today's key or one that `secret rotate` laid aside.
    """
    noted = heads.read_head(read_input(head)[0]) if head else None
    with desk() as opened:
        key = signer(opened.settings).key
        if noted is not None:
            known = [old_key] if old_key else [key, *earlier_keys(opened.settings)]
            heads.hold(opened.session, noted, known)
        gc.freeze()  # or what was loaded is looked through for garbage again and again, a sixth of the time
        found = ledger.verify(opened.session, expect, start=start, processes=os.cpu_count() or 1)
    if as_json:
        print_json({"events": found.events, "head": found.head, "valid": True, "key": key})
    else:
        click.echo(f"{found.events} events, each follows from the one before it. Head: {found.head}")
        click.echo(f"The desk signs with {key}")


@log.command("head")
@click.option("--since", default="", metavar="FILE", help="With the proof that it continues this head.")
@click.option("--json", "as_json", is_flag=True)
def head_command(since: str, as_json: bool) -> None:
    """Print the signed Merkle head over all events (RFC 9162) and the desk's public key, which
    `factcheck verify` takes with --key. Publish the key where readers trust it to be yours.

    Whoever keeps a head can ask for the next one --since theirs, and see with `factcheck log compare`,
    without access to the desk, that nothing was changed in between.
    """
    noted = heads.read_head(read_input(since)[0]) if since else None
    with desk() as opened:
        tree = grow(map(bytes.fromhex, events.hashes(opened.session)))
        own = signer(opened.settings)
        found = signed_head(tree, house_of(opened.settings).name, opened.at, own) | {"key": own.key}
        found["earlier_keys"] = earlier_keys(opened.settings)
        if noted is not None:
            found["since"] = heads.since(opened.session, noted).model_dump(mode="json")
    if as_json:
        print_json(found)
    else:
        click.echo(f"{tree.size} events, Merkle head {tree.root.hex()}\nThe desk signs with {own.key}")
        for earlier in found["earlier_keys"]:
            click.echo(f"It signed before with {earlier}")


@log.command()
@click.argument("older")
@click.argument("newer")
@click.option(
    "--key",
    "keys",
    multiple=True,
    metavar="HEX",
    help="The desk's public key, got from elsewhere; again for each that it had in between.",
)
@click.pass_context
def compare(context: click.Context, older: str, newer: str, keys: tuple[str, ...]) -> None:
    """Check that the signed head NEWER continues OLDER, with the proof that NEWER brings (`log head --since
    OLDER --json`). It needs no desk. Exit code 1 where it does not.

    Without --key both are checked with the key that OLDER names.
    """
    first, second = (heads.read_head(read_input(path)[0]) for path in (older, newer))
    wrong = heads.faults(first, second, keys or (first.key,))
    for sentence in wrong:
        click.echo(sentence)
    if not wrong:
        click.echo(
            f"The log of {second.size} events continues the one of {first.size} events: nothing in that was "
            "changed."
        )
    context.exit(1 if wrong else 0)
