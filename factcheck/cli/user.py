"""`factcheck user`: who works on the desk."""

import sys

import click

from claims.account import Account, AccountDraft
from claims.errors import InvalidInput
from claims.store import accounts
from claims.workflow import Role
from factcheck.cli.context import desk, print_json, say
from factcheck.passwords import hash_password

ROLES = click.Choice([role.value for role in Role])


@click.group()
def user() -> None:
    """Add, list and disable the accounts of the desk."""


@user.command()
@click.argument("name")
@click.option("--role", "roles", type=ROLES, multiple=True, required=True, help="May be given several times.")
@click.option("--display-name", default="", help="How the account is called on pages and in reports.")
@click.option("--language", type=click.Choice(["de", "en"]), default="en", show_default=True)
def add(name: str, roles: tuple[str, ...], display_name: str, language: str) -> None:
    """Add the account NAME. The password is asked for, or read as one line from a pipe.

    \b
    reader    asks, and challenges what is published
    reviewer  checks claims and submits verdicts
    editor    approves and publishes what others submitted, corrects
    admin     accounts and settings; approves nothing unless it is an editor too
    """
    draft = AccountDraft.model_validate(
        {
            "name": name,
            "roles": roles,
            "display_name": display_name,
            "language": language,
            "password": _ask_password(),
        }
    )
    password_hash = hash_password(draft.password or "")
    with desk(write=True) as opened:
        accounts.add(opened.session, draft, password_hash, opened.at)
    say(f"Added {name} ({', '.join(sorted(roles))}).")


@user.command("list")
@click.option("--json", "as_json", is_flag=True, help="One account a line.")
def list_accounts(as_json: bool) -> None:
    """List all accounts."""
    with desk() as opened:
        for account in accounts.everyone(opened.session):
            _show(account, as_json)


@user.command()
@click.argument("name")
def disable(name: str) -> None:
    """Disable the account NAME: it can no longer log in, its tokens stop working, its work stays."""
    with desk(write=True) as opened:
        account = accounts.named(opened.session, name)
        account.disabled_at = opened.at
        accounts.end_logins(opened.session, account, opened.at)
        opened.session.add(account)
    say(f"Disabled {name}.")


@user.command()
@click.argument("name")
def enable(name: str) -> None:
    """Enable the account NAME again; its old tokens work again unless they were revoked."""
    with desk(write=True) as opened:
        account = accounts.named(opened.session, name)
        account.disabled_at = None
        opened.session.add(account)
    say(f"Enabled {name}.")


@user.command()
@click.argument("name")
@click.option("--role", "given", type=ROLES, multiple=True, required=True, help="May be given several times.")
def roles(name: str, given: tuple[str, ...]) -> None:
    """Give the account NAME these roles in place of those it has."""
    with desk(write=True) as opened:
        account = accounts.named(opened.session, name)
        account.roles = sorted(set(given))
        opened.session.add(account)
    say(f"{name} is now {', '.join(sorted(set(given)))}.")


@user.command()
@click.argument("name")
def password(name: str) -> None:
    """Set a new password for NAME; its sessions end."""
    chosen = _ask_password()
    AccountDraft(name=name, password=chosen)
    password_hash = hash_password(chosen)
    with desk(write=True) as opened:
        account = accounts.named(opened.session, name)
        account.password_hash = password_hash
        accounts.end_logins(opened.session, account, opened.at)
        opened.session.add(account)
    say(f"The password of {name} was changed.")


def _ask_password() -> str:
    if sys.stdin.isatty():
        asked: str = click.prompt(
            "Password (at least 12 characters)", hide_input=True, confirmation_prompt=True
        )
        return asked
    given = sys.stdin.readline().rstrip("\r\n")
    if not given:
        raise InvalidInput("No password: type one at a terminal, or pipe it in as one line.")
    return given


def _show(account: Account, as_json: bool) -> None:
    disabled = account.disabled_at is not None
    if as_json:
        print_json(
            {
                "id": account.id,
                "name": account.name,
                "display_name": account.display_name,
                "roles": account.roles,
                "language": account.language,
                "disabled": disabled,
            }
        )
    else:
        roles = ", ".join(account.roles) or "no role"
        click.echo(f"{account.name:<24} {roles}{'  (disabled)' if disabled else ''}")
