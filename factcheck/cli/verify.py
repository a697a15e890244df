"""`factcheck verify`: whether a bundle is what its desk signed."""

from dataclasses import asdict
from pathlib import Path

import click

from claims.errors import InvalidInput
from factcheck.cli.streams import print_json, read_input
from factcheck.signing import is_key
from factcheck.verifying import Checked, check


@click.command()
@click.argument("bundle")
@click.option(
    "--key",
    default="",
    metavar="FILE|HEX",
    help="The desk's public key, got from elsewhere; a file may hold its earlier ones too.",
)
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def verify(context: click.Context, bundle: str, key: str, as_json: bool) -> None:
    """Check BUNDLE, a file that `factcheck report --format bundle` wrote, and say what is proved and what
    is not. It needs no desk and no network. Exit code 1 where something does not hold.

    Without --key it is checked with the key in the bundle, which anybody could have made.
    """
    content, _ = read_input(bundle)
    found = _check(content, _read_keys(key))
    if as_json:
        print_json({**asdict(found), "holds": found.holds})
    else:
        _tell(found)
    context.exit(0 if found.holds else 1)


def _check(content: bytes, keys: list[str]) -> Checked:
    """With the key that the bundle is signed with, if it is one of these, else with the first."""
    found = check(content, keys[0] if keys else "")
    return check(content, found.key) if found.key in keys[1:] else found


def _read_keys(key: str) -> list[str]:
    """A desk that changed its key has several, each on a line of the file."""
    written = key.lower() if is_key(key.lower()) else _file(key).lower() if key else ""
    keys = written.split()
    if key and not (keys and all(map(is_key, keys))):
        raise InvalidInput("A public key is 64 hexadecimal digits, as `factcheck log head` prints it.")
    return keys


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
