"""`factcheck verify`: whether a bundle is what its desk signed."""

from dataclasses import asdict
from pathlib import Path

import click

from claims.errors import InvalidInput
from factcheck.cli.context import print_json, read_input
from factcheck.signing import is_key
from factcheck.verifying import Checked, check


@click.command()
@click.argument("bundle")
@click.option("--key", default="", metavar="FILE|HEX", help="The desk's public key, got from elsewhere.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def verify(context: click.Context, bundle: str, key: str, as_json: bool) -> None:
    """Check BUNDLE, a file that `factcheck report --format bundle` wrote, and say what is proved and what
    is not. It needs no desk and no network. Exit code 1 where something does not hold.

    Without --key it is checked with the key in the bundle, which anybody could have made.
    """
    content, _ = read_input(bundle)
    found = check(content, _read_key(key))
    if as_json:
        print_json({**asdict(found), "holds": found.holds})
    else:
        _tell(found)
    context.exit(0 if found.holds else 1)


def _read_key(key: str) -> str:
    if not key:
        return ""
    written = key if is_key(key.lower()) else _file(key)
    if not is_key(written.lower()):
        raise InvalidInput("A public key is 64 hexadecimal digits, as `factcheck log head` prints it.")
    return written.lower()


def _file(path: str) -> str:
    if not Path(path).is_file():
        raise InvalidInput("%(path)s is neither a key nor a file with one.", path=path)
    return read_input(path)[0].decode("ascii", "replace").strip()


def _tell(found: Checked) -> None:
    if found.holds:
        whose = "the key you trust" if found.trusted else "the key in the bundle"
        click.echo(f"The bundle holds. It is signed with {whose}: {found.key}")
    else:
        click.echo(f"The bundle does not hold. The key in it: {found.key}")
    for heading, said in (("Wrong", found.faults), ("Proved", found.proved), ("Not proved", found.unproved)):
        if said:
            click.echo(f"\n{heading}:")
        for sentence in said:
            click.echo(f"- {sentence}")
