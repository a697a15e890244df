"""`factcheck secret`: the desk's keys."""

import click

from factcheck.cli.context import desk
from factcheck.cli.streams import say
from factcheck.rotation import forget_old_secrets, rotate_secret, rotate_signing_key


@click.group()
def secret() -> None:
    """Change the keys of the desk."""


@secret.command()
@click.option("--leaked", is_flag=True, help="The old key is not accepted any more.")
@click.option("--signing-key", is_flag=True, help="The key that signs bundles instead.")
def rotate(leaked: bool, signing_key: bool) -> None:
    """Make a new key for sessions and second factors, and encipher what the old one did anew.

    What the old key signed is still accepted, so nobody is logged out; restart the server to have it sign
    with the new one. With --signing-key, bundles are signed with a new key from now on; `factcheck log head`
    names the old one too, which old bundles are checked with.
    """
    if signing_key:
        with desk() as opened:
            old, new = rotate_signing_key(opened.settings)
        say(f"The desk signs with {new}\nPublish it beside the one before, {old}, which old bundles have.")
        return
    with desk(write=True) as opened:
        done = rotate_secret(opened.session, opened.settings)
    if leaked:
        forget_old_secrets(opened.settings)
    set_outside = bool(opened.settings.secret_key)
    said = "FACTCHECK_SECRET_KEY is the desk's key." if set_outside else "The desk has a new key."
    say(f"{said} Second factors enciphered with it: {done}. Restart the server.")
