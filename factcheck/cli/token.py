"""`factcheck token`: keys for programs that use the REST API."""

from datetime import timedelta

import click

from claims.account import Token
from claims.scope import Scope, scopes_up_to
from claims.store import accounts
from factcheck.cli.context import desk
from factcheck.cli.options import NUMBER
from factcheck.cli.streams import print_json, say
from factcheck.passwords import new_token


@click.group()
def token() -> None:
    """Create, list and revoke the tokens of programs."""


@token.command()
@click.argument("name")
@click.option("--label", default="", help="What the token is for.")
@click.option(
    "--scope",
    type=click.Choice([scope.value for scope in Scope]),
    default=Scope.WRITE.value,
    show_default=True,
    help="What it may be used for; write includes read.",
)
@click.option(
    "--days", type=click.IntRange(1, 3650), default=365, show_default=True, help="How long it works."
)
def create(name: str, label: str, scope: str, days: int) -> None:
    """Create a token that acts as the account NAME, and print it: it is shown this once.

    Use it as `Authorization: Bearer TOKEN`.
    """
    secret = new_token()
    with desk(write=True) as opened:
        account = accounts.named(opened.session, name)
        made = accounts.add_token(
            opened.session,
            account,
            label,
            secret,
            opened.at,
            opened.at + timedelta(days=days),
            scopes_up_to(Scope(scope)),
        )
    say(f"Token {made.id} for {name} ({', '.join(made.scopes)}), good for {days} days.")
    say("It is kept as a digest only: note it now.")
    click.echo(secret)


@token.command()
@click.argument("number", type=NUMBER)
def revoke(number: int) -> None:
    """Revoke the token NUMBER: it stops working at once."""
    with desk(write=True) as opened:
        accounts.revoke_token(opened.session, number, opened.at)
    say(f"Revoked token {number}.")


@token.command("list")
@click.option("--json", "as_json", is_flag=True, help="One token a line.")
def list_tokens(as_json: bool) -> None:
    """List all tokens, never their secrets."""
    with desk() as opened:
        names = {account.id: account.name for account in accounts.everyone(opened.session)}
        for found in accounts.tokens(opened.session):
            _show(found, names[found.account_id], as_json)


def _show(found: Token, name: str, as_json: bool) -> None:
    expires = found.expires_at.isoformat() if found.expires_at else None
    revoked = found.revoked_at.isoformat() if found.revoked_at else None
    if as_json:
        print_json(
            {
                "id": found.id,
                "account": name,
                "label": found.label,
                "scopes": found.scopes,
                "created_at": found.created_at.isoformat(),
                "used_at": found.used_at.isoformat() if found.used_at else None,
                "expires_at": expires,
                "revoked_at": revoked,
            }
        )
    else:
        scopes = ", ".join(found.scopes)
        state = "revoked" if revoked else expires
        click.echo(f"{found.id:>4} {name:<24} {found.label or '-'}  {scopes}  {state}")
