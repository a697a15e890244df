"""`factcheck user`: who works on the desk."""

import sys

import click

from claims.account import Account, AccountDraft
from claims.errors import InvalidInput
from claims.store import accounts
from claims.workflow import Role
from factcheck import staff
from factcheck.cli.context import desk
from factcheck.cli.streams import print_json, say
from factcheck.mailing import ticket_link
from factcheck.passwords import hash_password
from factcheck.settings import Settings
from factcheck.tickets import set_password

ROLES = click.Choice([role.value for role in Role])


@click.group()
def user() -> None:
    """Add, list and disable the accounts of the desk."""


@user.command()
@click.argument("name")
@click.option("--role", "roles", type=ROLES, multiple=True, required=True, help="May be given several times.")
@click.option("--display-name", default="", help="How the account is called on pages and in reports.")
@click.option("--language", type=click.Choice(["de", "en"]), default="en", show_default=True)
@click.option("--email", default="", help="Where notices, invitations and links for a new password go.")
@click.option("--invite", is_flag=True, help="Send, or print, a link with which NAME chooses a password.")
def add(
    name: str, roles: tuple[str, ...], display_name: str, language: str, email: str, invite: bool
) -> None:
    """Add the account NAME. The password is asked for, or read as one line from a pipe; or NAME is invited
    to choose it.

    \b
    reader    asks, and challenges what is published
    reviewer  checks claims and submits verdicts
    editor    approves and publishes what others submitted, corrects
    admin     accounts and settings; approves nothing unless it is an editor too
    """
    fields = {
        "name": name,
        "roles": roles,
        "display_name": display_name,
        "language": language,
        "email": email,
        "password": None if invite else _ask_password(),
    }
    draft = AccountDraft.model_validate(fields)
    if invite:
        with desk(write=True) as opened:
            _, secret = staff.invite(opened.session, draft, by=None, at=opened.at, settings=opened.settings)
        _hand_on(opened.settings, email, secret)
    else:
        password_hash = hash_password(draft.password or "")
        with desk(write=True) as opened:
            accounts.add(opened.session, draft, password_hash, opened.at)
    say(f"Added {name} ({', '.join(sorted(roles))}).")


@user.command()
@click.argument("name")
def link(name: str) -> None:
    """Send NAME a link to choose a password with; printed where this desk sends no mail."""
    with desk(write=True) as opened:
        account = accounts.named(opened.session, name)
        secret = staff.send_link(opened.session, account, by=None, at=opened.at, settings=opened.settings)
    _hand_on(opened.settings, account.email, secret)


def _hand_on(settings: Settings, email: str, secret: str) -> None:
    """Say that mail is on its way, or print the link: the secret of it is kept nowhere."""
    if not secret:
        say(f"A link is on its way to {email}.")
        return
    if not settings.public_url:
        say("This link begins with the desk's address (set FACTCHECK_PUBLIC_URL to have it whole):")
    click.echo(ticket_link(settings, secret))
    say("It works once. Whoever has it sets the password.")


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
        staff.disable(opened.session, account.id or 0, by=opened.actor(), at=opened.at)
    say(f"Disabled {name}.")


@user.command()
@click.argument("name")
def enable(name: str) -> None:
    """Enable the account NAME again; its old tokens work again unless they were revoked."""
    with desk(write=True) as opened:
        account = accounts.named(opened.session, name)
        staff.enable(opened.session, account.id or 0, by=opened.actor(), at=opened.at)
    say(f"Enabled {name}.")


@user.command()
@click.argument("name")
@click.option("--role", "given", type=ROLES, multiple=True, required=True, help="May be given several times.")
def roles(name: str, given: tuple[str, ...]) -> None:
    """Give the account NAME these roles in place of those it has."""
    with desk(write=True) as opened:
        account = accounts.named(opened.session, name)
        roles = frozenset(map(Role, given))
        staff.set_roles(opened.session, account, roles, by=opened.actor(), at=opened.at)
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
        set_password(opened.session, account, password_hash, opened.at)
    say(f"The password of {name} was changed.")


@user.command("totp-reset")
@click.argument("name")
def totp_reset(name: str) -> None:
    """Take the second factor from NAME, who lost it: the password alone logs in until they set up another.
    Their log-ins end, and the history says who did it."""
    with desk(write=True) as opened:
        account = accounts.named(opened.session, name)
        staff.reset_second_factor(opened.session, account, by=opened.actor(), at=opened.at)
    say(f"{name} has no second factor now.")


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
                "email": account.email,
                "disabled": disabled,
                "second_factor": account.totp_since is not None,
            }
        )
    else:
        roles = ", ".join(account.roles) or "no role"
        click.echo(f"{account.name:<24} {roles}{'  (disabled)' if disabled else ''}")
